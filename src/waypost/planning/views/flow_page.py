"""The page of one review: what is asked, with a form for each answer."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of
from waypost.method.month import Month
from waypost.planning.forms.reviews import (
    AttendanceForm,
    DecisionForm,
    FinishForm,
    GoalForm,
    NextReviewForm,
    ReadyForm,
    SeenForm,
    SentenceForm,
    SettlementForm,
)
from waypost.planning.models import Review
from waypost.planning.queries.flow import Flow, Light, Outline, Sentence, flow, open_words
from waypost.planning.queries.portfolio import next_account
from waypost.plans.queries.wording import Reader

PLACE = "planning:reviews"
Bound = Mapping[str, forms.Form]  # the form that was sent, by the place that it stands at


def review_of(access: Access, review: int) -> Review:
    return get_object_or_404(Review.objects.filter(account=access.account), pk=review)


def show(
    request: HttpRequest,
    access: Access,
    review: Review,
    bound: Bound | None = None,
    row: Any = None,
) -> HttpResponse:
    """The page of a review under way; ``bound`` is the form that was sent and is put right here,
    ``row`` what it is about."""
    reader = Reader(plan_for(access), timezone.localdate())
    found = flow(reader, access, review)
    sent = dict(bound or {})
    status = max((status_of(form) for form in sent.values()), default=200)
    context = {
        "access": access,
        "review": review,
        "flow": found,
        "edit": access.can_edit_plan,
        "last_change": last_change_of(row) if row is not None and status == 409 else None,
        "sent": next(iter(sent.values()), None),
        "left_open": open_words(found),
        "next_account": next_account(access, reader.today),
        "rail": rail_for(access, PLACE, reader.plan.team),
        **_forms(reader, found, sent),
    }
    return render(request, "planning/review.html", context, status=status)


def _forms(reader: Reader, found: Flow, sent: Mapping[str, forms.Form]) -> dict[str, Any]:
    """Each line with its form: the one that was sent, else a new one."""
    plan = reader.plan
    attendance = AttendanceForm(plan=plan, present=found.present)
    following = NextReviewForm(initial={"on": found.next_review})
    finish = FinishForm.for_month(Month.parse(str(found.rolls.coming)))
    return {
        "attendance": sent.get("attendance") or attendance,
        "goals": [
            (
                goal,
                sent.get(f"goal-{goal.code}")
                or GoalForm(has_condition=goal.has_condition, auto_id=f"goal-{goal.code}-%s"),
            )
            for goal in found.goals
        ],
        "settle": [
            (line, sent.get(f"settle-{line.code}") or settlement(line.code, line.version))
            for line in found.settle
        ],
        "outlines": [
            (line, sent.get(f"ready-{line.code}") or _ready(reader, line))
            for line in found.outlines
        ],
        "sentences": [
            (line, sent.get(f"sentence-{line.code}") or _sentence(line)) for line in found.sentences
        ],
        "lights": [(line, sent.get(f"light-{line.code}") or _light(line)) for line in found.lights],
        "decision": sent.get("decisions") or DecisionForm(auto_id="decision-%s"),
        "following": sent.get("following") or following,
        "finish": sent.get("finish") or finish,
    }


def settlement(code: str, version: int) -> SettlementForm:
    return SettlementForm(initial={"version": version}, auto_id=f"settle-{code}-%s")


def _ready(reader: Reader, line: Outline) -> ReadyForm:
    return ReadyForm(
        plan=reader.plan,
        action=line.action,
        version=line.version,
        missing=[
            name for name, is_so in (("owner", line.no_owner), ("due", line.no_date)) if is_so
        ],
        auto_id=f"ready-{line.code}-%s",
    )


def _sentence(line: Sentence) -> SentenceForm:
    said = {"would_say": line.would_say, "words": line.words}
    return SentenceForm(initial=said, auto_id=f"sentence-{line.code}-%s")


def _light(line: Light) -> SeenForm:
    as_seen = {"version": line.version, "seen": line.colour, "colour": line.colour}
    return SeenForm(initial=as_seen, auto_id=f"light-{line.code}-%s")
