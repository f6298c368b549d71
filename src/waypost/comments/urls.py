"""Comments on the parts of a plan: one thread for each id."""

from django.urls import path

from waypost.comments import views

app_name = "comments"
urlpatterns = [
    path("comments/<code:code>/", views.thread, name="thread"),
    path("comments/<code:code>/reading/", views.reading, name="reading"),
    path("comments/<code:code>/<int:comment>/edit/", views.edit, name="edit"),
    path("comments/<code:code>/<int:comment>/removal/", views.removal, name="removal"),
]
