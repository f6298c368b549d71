"""The answers of a review: each is sent alone, saved at once, and comes back to its place."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for
from waypost.history.operations import Written
from waypost.method.reviews import rolling
from waypost.planning.forms.reviews import (
    CARRY,
    DONE,
    GONE,
    SAME,
    AttendanceForm,
    DecisionForm,
    GoalForm,
    LaterForm,
    ReadyForm,
    SeenForm,
    SentenceForm,
    SettlementForm,
)
from waypost.planning.models import Review
from waypost.planning.operations import answers, reviews
from waypost.planning.views.flow_page import review_of, show
from waypost.plans.models import Action, Objective, TrafficLight
from waypost.plans.operations import action_sets, actions, check_ins, lights
from waypost.plans.queries.objective_rows import objective_of
from waypost.staff.policies import signed_in


@require_POST
def attendance(request: HttpRequest, pk: int, review: int) -> HttpResponse:
    access, row = _under_way(request, pk, review)
    form = AttendanceForm(request.POST, plan=plan_for(access, ("team",)))
    written = attempt(reviews.note_attendance, form, access=access, review=row)
    return _answer(request, access, row, "attendance", form, written)


@require_POST
def goal(request: HttpRequest, pk: int, review: int, code: str) -> HttpResponse:
    """Check in."""
    access, row = _under_way(request, pk, review)
    objective = objective_of(access, code, Objective.Level.BUSINESS)
    place = f"goal-{code}"
    has_condition = bool(objective.condition)
    form = GoalForm(request.POST, has_condition=has_condition, auto_id=f"{place}-%s")
    facts = {"access": access, "objective": objective, "on": timezone.localdate()}
    written = attempt(Once(request, check_ins.check_in), form, **facts)
    return _answer(request, access, row, place, form, written)


@require_POST
def settlement(request: HttpRequest, pk: int, review: int, code: str) -> HttpResponse:
    """Done, carried or dropped."""
    access, row = _under_way(request, pk, review)
    action = _row(Action, access, code)
    form = SettlementForm(request.POST, auto_id=f"settle-{code}-%s")

    def settle(answer: str, version: int, due: Any, carry_why: str, drop_why: str) -> Any:
        if answer == CARRY:
            plan = plan_for(access, ("short_term_plan", "reviews"))
            month = rolling(plan, timezone.localdate()).coming
            facts = {"version": version, "due": due, "month": month, "reason": carry_why}
            return answers.carry_action(access=access, review=row, action=action, **facts)
        status = Action.Status.DONE if answer == DONE else Action.Status.DROPPED
        return answers.close_action(
            access=access,
            review=row,
            action=action,
            version=version,
            outcome=status,
            reason=drop_why,
        )

    written = attempt(settle, form)
    return _answer(request, access, row, f"settle-{code}", form, written, "settle", action)


@require_POST
def readiness(request: HttpRequest, pk: int, review: int, code: str) -> HttpResponse:
    """What makes an action definite."""
    access, row = _under_way(request, pk, review)
    action = _row(Action, access, code)
    plan = plan_for(access, ("team", "people"))
    form = ReadyForm(request.POST, plan=plan, auto_id=f"ready-{code}-%s")
    written = attempt(actions.change_action, form, access=access, action=action)
    return _answer(request, access, row, f"ready-{code}", form, written, row_sent=action)


@require_POST
def later(request: HttpRequest, pk: int, review: int, code: str) -> HttpResponse:
    """Leave an action for a later month."""
    access, row = _under_way(request, pk, review)
    form = LaterForm(request.POST)
    written = attempt(action_sets.move_actions, form, access=access, codes=[code])
    return _answer(request, access, row, "ready", form, written)


@require_POST
def sentence(request: HttpRequest, pk: int, review: int, code: str) -> HttpResponse:
    """Would they say it today?"""
    access, row = _under_way(request, pk, review)
    said = objective_of(access, code, Objective.Level.RELATIONSHIP)
    place = f"sentence-{code}"
    form = SentenceForm(request.POST, auto_id=f"{place}-%s")
    written = attempt(answers.answer_sentence, form, access=access, review=row, sentence=said)
    return _answer(request, access, row, place, form, written)


@require_POST
def light(request: HttpRequest, pk: int, review: int, code: str) -> HttpResponse:
    """Still true, changed, or gone."""
    access, row = _under_way(request, pk, review)
    seen = _row(TrafficLight, access, code)
    place = f"light-{code}"
    form = SeenForm(request.POST, auto_id=f"{place}-%s")
    facts: dict[str, Any] = {"access": access, "light": seen}

    def look(answer: str, version: int, seen: str, colour: str, why: str) -> Any:
        if answer == SAME:
            return lights.confirm_light(**facts, colour=seen)
        if answer == GONE:
            return lights.remove_light(**facts)
        return lights.turn_light(**facts, version=version, colour=colour, why=why)

    written = attempt(look, form)
    is_gone = form.is_bound and form.data.get("answer") == GONE
    return _answer(request, access, row, place, form, written, "lights" if is_gone else place, seen)


@require_POST
def other_lights(request: HttpRequest, pk: int, review: int) -> HttpResponse:
    """All lights that nobody has looked at yet are still true."""
    access, row = _under_way(request, pk, review)
    form = forms.Form(request.POST)
    written = attempt(answers.confirm_other_lights, form, access=access, review=row)
    return _answer(request, access, row, "lights", form, written)


@require_POST
def decision(request: HttpRequest, pk: int, review: int) -> HttpResponse:
    access, row = _under_way(request, pk, review)
    form = DecisionForm(request.POST, auto_id="decision-%s")
    written = attempt(Once(request, answers.add_decision), form, access=access, review=row)
    return _answer(request, access, row, "decisions", form, written)


@require_POST
def decision_removal(request: HttpRequest, pk: int, review: int) -> HttpResponse:
    access, row = _under_way(request, pk, review)
    form = DecisionForm(request.POST, auto_id="decision-%s")
    written = attempt(answers.remove_decision, form, access=access, review=row)
    return _answer(request, access, row, "decisions", form, written)


def _under_way(request: HttpRequest, pk: int, review: int) -> tuple[Access, Review]:
    access = access_to(signed_in(request), pk)
    row = review_of(access, review)
    check_can_edit_plan(access)
    return access, row


def _row(model: Any, access: Access, code: str) -> Any:
    found = model.objects.live().filter(account=access.account).select_related("ref")
    return get_object_or_404(found, ref__code=code)


def _answer(
    request: HttpRequest,
    access: Access,
    review: Review,
    place: str,
    form: forms.Form,
    written: Written[Any] | None,
    back: str = "",
    row_sent: Any = None,
) -> HttpResponse:
    """Back to the place of the answer; where something stands against it, it is put right there."""
    if written is None and review.is_under_way:
        return show(request, access, review, {place: form}, row_sent)
    for sentence in form.non_field_errors():
        messages.warning(request, str(sentence))
    if written is not None:
        announce(request, written)
    page = reverse("planning:review", args=[access.account.pk, review.pk])
    return redirect(f"{page}#{back or place}")
