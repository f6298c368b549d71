"""Comments on the parts of a plan: one thread for each id."""

from django.urls import path

from waypost.comments import views

app_name = "comments"
urlpatterns = [
    path("comments/<str:code>/", views.thread, name="thread"),
    path("comments/<str:code>/reading/", views.reading, name="reading"),
    path("comments/<str:code>/<int:comment>/edit/", views.edit, name="edit"),
    path("comments/<str:code>/<int:comment>/removal/", views.removal, name="removal"),
]
