"""People and invitations. What is done to a person is a resource below that person."""

from django.urls import path

from waypost.staff.views import invitations, settings, users

app_name = "staff"
urlpatterns = [
    path("staff/users/", users.user_list, name="user-list"),
    path("staff/users/<int:pk>/", users.user_detail, name="user-detail"),
    path("staff/users/<int:pk>/deactivation/", users.deactivation, name="deactivation"),
    path(
        "staff/users/<int:pk>/deactivation/removal/",
        users.deactivation_removal,
        name="deactivation-removal",
    ),
    path("staff/users/<int:pk>/password-link/", users.password_link, name="password-link"),
    path("staff/invitations/new/", invitations.invitation_create, name="invitation-create"),
    path(
        "staff/invitations/<int:pk>/renewal/",
        invitations.invitation_renewal,
        name="invitation-renewal",
    ),
    path(
        "staff/invitations/<int:pk>/withdrawal/",
        invitations.invitation_withdrawal,
        name="invitation-withdrawal",
    ),
    path("staff/settings/", settings.own_settings, name="settings"),
    path("invitation/", invitations.invitation_acceptance, name="invitation-acceptance"),
    path("invitation/<str:token>/", invitations.invitation_opening, name="invitation"),
]
