"""Pages across accounts."""

from django.urls import path

from waypost.portfolio import views

app_name = "portfolio"
urlpatterns = [
    path("", views.account_list, name="account-list"),
    path("ranked/", views.ranked, name="ranked"),
    path("duplicates/", views.duplicates, name="duplicates"),
    path("my-week/", views.my_week, name="my-week"),
]
