"""The opportunities of an account."""

from django.urls import path

from waypost.opportunities.views import opportunity, ranking, white_space

app_name = "opportunities"
urlpatterns = [
    path("", ranking.opportunities, name="opportunities"),
    path("+hours/", ranking.plan_hours, name="hours"),
    path("+new/", opportunity.creation, name="create"),
    path("+white-space/", white_space.page, name="white-space"),
    path("+white-space/<int:offering>/", white_space.offering, name="offering"),
    path(
        "+white-space/<int:offering>/removal/",
        white_space.offering_removal,
        name="offering-removal",
    ),
    path("+white-space/<int:offering>/<code:unit>/", white_space.cell, name="cell"),
    path(
        "+white-space/<int:offering>/<code:unit>/opportunity/",
        white_space.pursuit,
        name="pursuit",
    ),
    path("<code:code>/", opportunity.opportunity, name="opportunity"),
    path("<code:code>/edit/", opportunity.edit, name="edit"),
    path("<code:code>/removal/", opportunity.removal, name="removal"),
    path("<code:code>/decision/", ranking.decision, name="decision"),
    path("<code:code>/actions/", opportunity.action, name="action"),
    path("<code:code>/lights/", opportunity.light, name="light"),
]
