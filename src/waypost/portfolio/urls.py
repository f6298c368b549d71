"""Pages across accounts."""

from django.urls import path

from waypost.portfolio import review_views, views

app_name = "portfolio"
urlpatterns = [
    path("", views.account_list, name="account-list"),
    path("ranked/", views.ranked, name="ranked"),
    path("duplicates/", views.duplicates, name="duplicates"),
    path("for-review/", review_views.for_review, name="for-review"),
    path("my-week/", views.my_week, name="my-week"),
]
