"""The short-term plan: its months, a line read before it is saved, several actions at once."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from waypost.accounts.answers import announce, way_back
from waypost.accounts.policies import Access, check_can_edit_own, check_can_edit_plan
from waypost.accounts.queries import access_to, ids_of, plan_for
from waypost.accounts.rail import rail_for
from waypost.history.operations import Written
from waypost.opportunities.queries.time_planned import time_planned
from waypost.plans.forms.actions import ActionFilter, LineForm, SeveralForm
from waypost.plans.operations import action_sets
from waypost.plans.queries import action_choices
from waypost.plans.queries.month_columns import PARTS, board
from waypost.plans.queries.one_line import NAMED, LineReading, read_line
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in

PAGE = "plans/short_term.html"


@require_safe
def short_term_plan(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    return show(request, access, reader_of(access))


@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """What is understood of a line so far."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = LineForm(request.GET)
    found: LineReading | None = None
    if form.is_valid():
        line, month = form.cleaned_data["line"], form.cleaned_data["month"]
        found = read_line(reader_of(access, NAMED), line, month, ids_of(access.account))
    context = {"reading": found, "line": form["line"].value()}
    return render(request, "plans/partials/reading.html", context)


@require_POST
def several(request: HttpRequest, pk: int) -> HttpResponse:
    """Move, give away or drop the actions that are checked."""
    access = access_to(signed_in(request), pk)
    check_can_edit_own(access, access.member_code)
    reader = reader_of(access)
    form = SeveralForm(request.POST, reader=reader)
    if form.is_valid():
        try:
            announce(request, _do(access, request.POST.get("do", ""), form.cleaned_data))
            return redirect(way_back(request, reverse("plans:short-term-plan", args=[pk])))
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, access, reader, several=form, status=422)


def _do(access: Access, what: str, chosen: dict[str, Any]) -> Written[Any]:
    to = {"access": access, "codes": chosen["codes"]}
    if what == "give":
        return action_sets.assign_actions(**to, owner=chosen["owner"])
    if what == "drop":
        dropped = action_sets.DROPPED
        return action_sets.close_actions(**to, outcome=dropped, reason=chosen["reason"])
    return action_sets.move_actions(**to, month=chosen["month"])


def reader_of(access: Access, parts: tuple[str, ...] = PARTS) -> Reader:
    return Reader(plan_for(access, parts), timezone.localdate())


def show(
    request: HttpRequest, access: Access, reader: Reader, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The page, or the part of it that htmx asks for: the months, or the row of one action."""
    asked = ActionFilter(request.GET, reader=reader)
    found = board(reader, access, asked.asked())
    part = "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
    context = {
        "access": access,
        "board": found,
        "planned": time_planned(reader)[:1],
        "filter": asked,
        **_here(request, access),
        "months": action_choices.months(reader)[: len(found.columns) + 3],
        "choosing": "several" in request.GET or "several" in more,
        "several": SeveralForm(reader=reader) if access.can_edit_plan else None,
        "in_part": part,
        **more,
    }
    if part and (row := found.row(request.GET.get("row", ""))):
        return render(request, f"{PAGE}#row", {**context, "row": row[0], "in_detail": row[1]})
    if part:
        return render(request, f"{PAGE}#board", context, status=status)
    context["rail"] = rail_for(access, "plans:short-term-plan", reader.plan.team)
    return render(request, PAGE, context, status=status)


def _here(request: HttpRequest, access: Access) -> dict[str, str]:
    """The page to come back to, and how an address says so where it is filtered."""
    asked = request.GET.copy()
    asked.pop("row", None)
    here = f"{request.path}?{asked.urlencode()}" if asked else request.path
    if request.method == "POST":
        here = way_back(request, reverse("plans:short-term-plan", args=[access.account.pk]))
    return {"here": here, "returning": f"&{urlencode({'next': here})}" if "?" in here else ""}
