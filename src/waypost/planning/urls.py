"""Planning together: the sessions of the team, the monthly reviews."""

from django.urls import path

from waypost.planning.views import (
    acceptance,
    acceptance_terms,
    answers,
    difference,
    resources,
    reviews,
    rounds,
    rounds_running,
    rounds_taking_part,
    sessions,
)
from waypost.planning.views import sessions_agenda as agenda
from waypost.planning.views import sessions_people as people
from waypost.planning.views import sessions_times as times

ROUNDS = "sessions/<code:code>/rounds"
ROUND = f"{ROUNDS}/<int:key>"

app_name = "planning"
urlpatterns = [
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/+new/", sessions.session_new, name="session-new"),
    path("sessions/<code:code>/", sessions.session, name="session"),
    path("sessions/<code:code>/edit/", sessions.session_edit, name="session-edit"),
    path("sessions/<code:code>/calling-off/", sessions.calling_off, name="calling-off"),
    path("sessions/<code:code>/now/", sessions.now, name="session-now"),
    path("sessions/<code:code>/invitation.ics", times.calendar, name="session-calendar"),
    path("sessions/<code:code>/times/", times.times, name="times"),
    path("sessions/<code:code>/times/answers/", times.time_answers, name="time-answers"),
    path("sessions/<code:code>/times/<int:slot>/choice/", times.time_choice, name="time-choice"),
    path("sessions/<code:code>/times/<int:slot>/removal/", times.time_removal, name="time-removal"),
    path("sessions/<code:code>/participants/", people.participants, name="participants"),
    path(
        "sessions/<code:code>/participants/<code:person>/link/",
        times.answer_link,
        name="answer-link",
    ),
    path("sessions/<code:code>/opening/", people.opening, name="opening"),
    path("sessions/<code:code>/presence/", people.presence, name="presence"),
    path("sessions/<code:code>/customer-part/", people.customer_part, name="customer-part"),
    path("sessions/<code:code>/correction/", people.correction, name="correction"),
    path("sessions/<code:code>/agenda/", agenda.agenda, name="agenda"),
    path("sessions/<code:code>/agenda/proposal/", agenda.agenda_proposal, name="agenda-proposal"),
    path("sessions/<code:code>/agenda/<int:topic>/", agenda.topic, name="topic"),
    path("sessions/<code:code>/agenda/<int:topic>/place/", agenda.topic_place, name="topic-place"),
    path(
        "sessions/<code:code>/agenda/<int:topic>/removal/",
        agenda.topic_removal,
        name="topic-removal",
    ),
    path("sessions/<code:code>/parked/", agenda.parked, name="parked"),
    path(
        "sessions/<code:code>/parked/<int:point>/removal/",
        agenda.parked_removal,
        name="parked-removal",
    ),
    path("sessions/<code:code>/decisions/", agenda.decisions, name="decisions"),
    path(
        "sessions/<code:code>/decisions/<int:decision>/later/",
        agenda.decision_later,
        name="decision-later",
    ),
    path(
        "sessions/<code:code>/decisions/<int:decision>/action/",
        agenda.decision_action,
        name="decision-action",
    ),
    path(
        "sessions/<code:code>/decisions/<int:decision>/removal/",
        agenda.decision_removal,
        name="undecided",
    ),
    path("sessions/<code:code>/closing/", agenda.closing, name="closing"),
    path(f"{ROUNDS}/", rounds.rounds, name="rounds"),
    path(f"{ROUNDS}/+new/", rounds.round_new, name="round-new"),
    path(f"{ROUNDS}/+agenda/", rounds.agenda, name="rounds-agenda"),
    path(f"{ROUND}/", rounds.round_, name="round"),
    path(f"{ROUND}/state/", rounds.round_state, name="round-state"),
    path(f"{ROUND}/answers/", rounds_taking_part.answers, name="round-answers"),
    path(f"{ROUND}/done/", rounds_taking_part.done, name="round-done"),
    path(f"{ROUND}/time/", rounds_running.time, name="round-time"),
    path(f"{ROUND}/reveal/", rounds_running.reveal, name="round-reveal"),
    path(f"{ROUND}/vote/", rounds_running.vote, name="round-vote"),
    path(f"{ROUND}/closing/", rounds_running.closing, name="round-closing"),
    path(f"{ROUND}/decision/", rounds_running.decision, name="round-decision"),
    path(f"{ROUND}/answers/<int:place>/dots/", rounds_taking_part.dots, name="round-dots"),
    path(f"{ROUND}/answers/<int:place>/merge/", rounds_running.merge, name="round-merge"),
    path(
        f"{ROUND}/answers/<int:place>/separation/",
        rounds_running.separation,
        name="round-separation",
    ),
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
    path("acceptance/", acceptance.acceptance, name="acceptance"),
    path("acceptance/removal/", acceptance.acceptance_removal, name="acceptance-removal"),
    path("acceptance/conditions/", acceptance_terms.condition, name="condition"),
    path(
        "acceptance/conditions/removal/",
        acceptance_terms.condition_removal,
        name="condition-removal",
    ),
    path("acceptance/presentation/", acceptance_terms.presentation, name="presentation"),
    path(
        "acceptance/<int:submission>/plan.yaml",
        acceptance_terms.submitted_plan,
        name="submitted-plan",
    ),
    path("acceptance/<int:submission>/withdrawal/", acceptance.withdrawal, name="withdrawal"),
    path("acceptance/<int:submission>/challenges/", acceptance.challenge, name="challenge"),
    path(
        "acceptance/<int:submission>/challenges/<int:challenge>/",
        acceptance.challenge_answer,
        name="challenge-answer",
    ),
    path(
        "acceptance/<int:submission>/challenges/<int:challenge>/removal/",
        acceptance.challenge_removal,
        name="challenge-removal",
    ),
    path("acceptance/<int:submission>/confirmation/", acceptance.confirmation, name="confirmation"),
    path("acceptance/<int:submission>/answer/", acceptance.senior_answer, name="senior-answer"),
    path("resources/", resources.resources, name="resources"),
    path("resources/<int:key>/", resources.resource, name="resource"),
    path("resources/<int:key>/answer/", resources.resource_answer, name="resource-answer"),
    path("resources/<int:key>/removal/", resources.resource_removal, name="resource-removal"),
]
