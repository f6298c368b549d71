"""The page of one planning session, with a form for each thing that can be said there."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.answers import announce, status_of
from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of
from waypost.planning.forms.session_page import forms_of, unsent
from waypost.planning.models import PlanningSession
from waypost.planning.policies import can_run_rounds, can_take_part
from waypost.planning.queries.session_page import PARTS, session_page
from waypost.planning.queries.sessions import session_of
from waypost.plans.queries.wording import Reader

PLACE = "planning:sessions"
Bound = Mapping[str, forms.Form]  # the form that was sent, by the place that it stands at


def show(
    request: HttpRequest, access: Access, session: PlanningSession, bound: Bound | None = None
) -> HttpResponse:
    """The page; ``bound``: the form that was sent."""
    reader = Reader(plan_for(access, PARTS), timezone.localdate())
    sent = dict(bound or {})
    status = max((status_of(form) for form in sent.values()), default=200)
    page = session_page(reader, access, session)
    context: dict[str, Any] = {
        "access": access,
        "session": session,
        "page": page,
        "edit": access.can_edit_plan,
        "takes_part": can_take_part(access),
        "rounds": page.rounds,
        "runs_rounds": can_run_rounds(access, session),
        "sent": next(iter(sent.values()), None),
        "unsent": unsent(page, sent),
        "last_change": last_change_of(session) if status == 409 else None,
        "rail": rail_for(access, PLACE, reader.plan.team),
        **forms_of(reader, session, page, sent),
    }
    return render(request, "planning/session.html", context, status=status)


def answer(
    request: HttpRequest,
    access: Access,
    session: PlanningSession,
    place: str,
    form: forms.Form,
    written: Any,
    back: str | None = None,
) -> HttpResponse:
    """Back to the place on the page; where something is to be put right, the page with the form."""
    code = session.ref.code
    if written is None and status_of(form) != 200:
        return show(request, access, session_of(access, code), {place: form})
    for sentence in form.non_field_errors():
        messages.warning(request, str(sentence))
    if written is not None:
        announce(request, written)
    page = reverse("planning:session", args=[access.account.pk, code])
    there = place if back is None else back
    return redirect(f"{page}#{there}" if there else page)
