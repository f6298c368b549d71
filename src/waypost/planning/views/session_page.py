"""The page of one planning session, with a form for each thing that can be said there."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.accounts.rail import rail_for
from waypost.planning.forms.sessions import CallOffForm
from waypost.planning.models import PlanningSession
from waypost.planning.policies import can_take_part
from waypost.planning.queries.session_page import session_page
from waypost.plans.queries.wording import Reader

PLACE = "planning:sessions"
PARTS = ("team", "people", "objectives", "strategies", "short_term_plan", "sessions")
Bound = Mapping[str, forms.Form]  # the form that was sent, by the place that it stands at


def show(
    request: HttpRequest, access: Access, session: PlanningSession, bound: Bound | None = None
) -> HttpResponse:
    """The page; ``bound``: the form that was sent."""
    reader = Reader(plan_for(access, PARTS), timezone.localdate())
    sent = dict(bound or {})
    status = max((status_of(form) for form in sent.values()), default=200)
    context: dict[str, Any] = {
        "access": access,
        "session": session,
        "page": session_page(reader, session),
        "edit": access.can_edit_plan,
        "takes_part": can_take_part(access),
        "sent": next(iter(sent.values()), None),
        "calling_off": sent.get("calling_off") or CallOffForm(auto_id="off-%s"),
        "rail": rail_for(access, PLACE, reader.plan.team),
    }
    return render(request, "planning/session.html", context, status=status)
