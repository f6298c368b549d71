"""The opportunities of an account."""

from django.urls import path

from waypost.opportunities.views import opportunity, ranking

app_name = "opportunities"
urlpatterns = [
    path("", ranking.opportunities, name="opportunities"),
    path("+hours/", ranking.plan_hours, name="hours"),
    path("+new/", opportunity.creation, name="create"),
    path("<code:code>/", opportunity.opportunity, name="opportunity"),
    path("<code:code>/edit/", opportunity.edit, name="edit"),
    path("<code:code>/removal/", opportunity.removal, name="removal"),
    path("<code:code>/decision/", ranking.decision, name="decision"),
    path("<code:code>/actions/", opportunity.action, name="action"),
    path("<code:code>/lights/", opportunity.light, name="light"),
]
