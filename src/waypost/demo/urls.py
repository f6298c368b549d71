"""Removing the sample, for administrators."""

from django.urls import path

from waypost.demo import views

app_name = "demo"
urlpatterns = [path("removal/", views.removal, name="removal")]
