"""Bringing in plan files."""

from django.urls import path

from waypost.exchange import views

app_name = "exchange"
urlpatterns = [
    path("plan/", views.upload, name="upload"),
    path("plan/confirmation/", views.confirmation, name="confirmation"),
]
