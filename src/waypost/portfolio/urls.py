"""Pages across accounts."""

from django.urls import path

from waypost.portfolio import views

app_name = "portfolio"
urlpatterns = [
    path("", views.account_list, name="account-list"),
    path("my-week/", views.my_week, name="my-week"),
]
