"""Planning together: the sessions of the team, the monthly reviews."""

from django.urls import path

from waypost.planning.views import answers, difference, reviews, sessions

app_name = "planning"
urlpatterns = [
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/+new/", sessions.session_new, name="session-new"),
    path("sessions/<code:code>/", sessions.session, name="session"),
    path("sessions/<code:code>/edit/", sessions.session_edit, name="session-edit"),
    path("sessions/<code:code>/calling-off/", sessions.calling_off, name="calling-off"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/+difference/", difference.difference, name="difference"),
    path("reviews/+next/", reviews.following, name="following"),
    path("reviews/<int:review>/", reviews.review, name="review"),
    path("reviews/<int:review>/attendance/", answers.attendance, name="attendance"),
    path("reviews/<int:review>/goals/<code:code>/", answers.goal, name="goal"),
    path("reviews/<int:review>/actions/<code:code>/", answers.settlement, name="settlement"),
    path(
        "reviews/<int:review>/actions/<code:code>/readiness/", answers.readiness, name="readiness"
    ),
    path("reviews/<int:review>/actions/<code:code>/month/", answers.later, name="later"),
    path("reviews/<int:review>/sentences/<code:code>/", answers.sentence, name="sentence"),
    path("reviews/<int:review>/lights/", answers.other_lights, name="other-lights"),
    path("reviews/<int:review>/lights/<code:code>/", answers.light, name="light"),
    path("reviews/<int:review>/decisions/", answers.decision, name="decision"),
    path(
        "reviews/<int:review>/decisions/removal/",
        answers.decision_removal,
        name="decision-removal",
    ),
    path("reviews/<int:review>/finish/", reviews.finish, name="finish"),
    path("reviews/<int:review>/finish/removal/", reviews.finish_removal, name="finish-removal"),
]
