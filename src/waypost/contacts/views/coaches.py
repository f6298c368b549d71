"""Developing a coach: for the lead and the members alone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.rail import rail_for
from waypost.contacts.forms.words import CoachForm
from waypost.contacts.models import CoachDevelopment
from waypost.contacts.operations import coaches as operations
from waypost.contacts.queries.private import coaching_of
from waypost.contacts.views.words import noting
from waypost.history.queries import last_change_of

FIELDS = ("reached", "stage", "next_step", "confidential_information", "version")


@require_http_methods(["GET", "HEAD", "POST"])
def coach(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row = noting(request, pk, code)
    stands = coaching_of(row)
    form = CoachForm(request.POST or None, initial=_initial(stands))
    develop = Once(request, operations.develop_coach)
    if written := attempt(develop, form, access=access, contact=row):
        announce(request, written)
        return redirect("contacts:coach", pk, code)
    status = status_of(form)
    context: dict[str, Any] = {
        "access": access,
        "person": row,
        "stands": stands,
        "form": form,
        "last_change": last_change_of(stands) if stands and status == 409 else None,
        "rail": rail_for(access, "contacts:people"),
        "back": reverse("contacts:person", args=[pk, code]),
    }
    return render(request, "contacts/coach.html", context, status=status)


@require_POST
def coach_removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row = noting(request, pk, code)
    announce(request, operations.stop_developing(access=access, contact=row))
    return redirect("contacts:person", pk, code)


def _initial(stands: CoachDevelopment | None) -> dict[str, Any]:
    if stands is None:
        return {"version": 0}
    offered = stands.confidential_information
    initial = {name: getattr(stands, name) for name in FIELDS}
    return {**initial, "confidential_information": "" if offered is None else str(offered)}
