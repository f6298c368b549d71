"""The health of a plan."""

from django.urls import path

from waypost.health import views

app_name = "health"
urlpatterns = [
    path("health/", views.health, name="health"),
    path("health/actions/", views.action, name="action"),
    path("health/dismissals/", views.dismissal, name="dismissal"),
    path(
        "health/dismissals/<int:dismissal>/removal/",
        views.dismissal_removal,
        name="dismissal-removal",
    ),
]
