"""The page of a round, and the part of it that is fetched again every few seconds."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import get_random_string

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.queries import access_to, plan_for, reading_access_to
from waypost.accounts.rail import rail_for
from waypost.history.operations import Written
from waypost.planning.forms.rounds import USUAL, DecisionForm, MinutesForm, SheetForm, VoteForm
from waypost.planning.models import PlanningSession, Round
from waypost.planning.queries.rounds import Step, own_answers, round_of
from waypost.planning.queries.rounds_page import RoundPage, round_page
from waypost.planning.queries.sessions import session_of, title_of, when_of
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in

PLACE = "planning:sessions"
PARTS = ("team", "people", "decision_groups")
Bound = Mapping[str, forms.Form]  # the form that was sent, by the place that it stands at


def place_of(request: HttpRequest, pk: int, code: str, key: int) -> tuple[Access, Any, Round]:
    """Who asks, in which session, about which round."""
    reaching = access_to if request.method == "POST" else reading_access_to
    access = reaching(signed_in(request), pk)
    session = session_of(access, code)
    return access, session, round_of(session, key)


def say(request: HttpRequest, written: Written[Any]) -> None:
    """What was done, where there is no way back from it."""
    if written.change_set is not None:
        messages.success(request, written.change_set.what)


def show(
    request: HttpRequest,
    access: Access,
    session: PlanningSession,
    row: Round,
    bound: Bound | None = None,
) -> HttpResponse:
    """The page; ``bound``: the form that was sent. What was typed too late is given back."""
    reader = Reader(plan_for(access, PARTS), timezone.localdate())
    page = round_page(reader, access, session, row)
    sent = dict(bound or {})
    sheet = sent.get("sheet")
    late = sheet.typed if isinstance(sheet, SheetForm) and row.step != Step.INPUT else []
    context = {
        "access": access,
        "session": session,
        "session_title": title_of(session),
        "when": when_of(session, reader),
        "page": page,
        "sent": None if late else next(iter(sent.values()), None),
        "late": late,
        "rail": rail_for(access, PLACE, reader.plan.team),
        **_forms(access, row, page, sent),
    }
    return render(request, "planning/round.html", context, status=_status(sent, late))


def _status(sent: Bound, late: Sequence[str]) -> int:
    """409 too where somebody else, or the same person elsewhere, was there first."""
    if late or any(getattr(form, "elsewhere", ()) for form in sent.values()):
        return 409
    return max((status_of(form) for form in sent.values()), default=200)


def _forms(access: Access, row: Round, page: RoundPage, sent: Bound) -> dict[str, forms.Form]:
    """Those of the step that the round is at."""
    found: dict[str, forms.Form] = {}
    if page.takes_part and not row.is_revealed:
        nonce = get_random_string(16)
        found["sheet"] = SheetForm(row=row, own=own_answers(access, row), page=nonce)
    if page.may_run:
        places = [line.place for line in page.lines]
        found["time"] = MinutesForm(auto_id="time-%s", initial={"minutes": USUAL})
        found["vote"] = VoteForm(auto_id="vote-%s", initial={"minutes": USUAL})
        found["decision"] = DecisionForm(row=row, places=places)
    return {**found, **{name: form for name, form in sent.items() if name in found}}
