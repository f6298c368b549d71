"""The ranking of the opportunities, and what is decided there about the hours (ROTI-4)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from waypost.accounts.answers import announce, attempt, status_of, way_back
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.opportunities.forms.hours import DecisionForm, HoursForm, PlanHoursForm
from waypost.opportunities.operations import opportunities as operations
from waypost.opportunities.queries.details import opportunity_of
from waypost.opportunities.queries.page import Known, opportunities_page
from waypost.staff.policies import signed_in

HERE = "opportunities:opportunities"  # the place in the rail


@require_safe
def opportunities(request: HttpRequest, pk: int) -> HttpResponse:
    """``?hours=`` draws the line at other hours than there are."""
    access = access_to(signed_in(request), pk)
    return show(request, access, HoursForm(request.GET) if "hours" in request.GET else None)


@require_POST
def plan_hours(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the hours as the plan's."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = PlanHoursForm(request.POST)
    if written := attempt(operations.set_hours, form, access=access):
        announce(request, written)
        return redirect(HERE, pk)
    return show(request, access, form)


@require_POST
def decision(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Drop an opportunity below the line, let it in, or let the figures decide."""
    access = access_to(signed_in(request), pk)
    row = opportunity_of(access, code)
    form = DecisionForm(request.POST)
    if written := attempt(operations.decide_hours, form, access=access, opportunity=row):
        announce(request, written)
    return redirect(f"{way_back(request, reverse(HERE, args=[pk]))}#{code}")


def show(request: HttpRequest, access: Access, form: HoursForm | None) -> HttpResponse:
    """The page with the line at the hours of the form, or at those there are."""
    known = Known(access, timezone.localdate())
    asked = form.cleaned_data["hours"] if form and form.is_valid() else None
    page = opportunities_page(known, asked, request.GET.get("page", ""))
    there = known.there.hours
    context = {
        "access": access,
        "page": page,
        "form": form or HoursForm(initial={"hours": there}),
        "other_hours": asked is not None and asked != there,
        "rail": rail_for(access, HERE, page.team),
    }
    status = status_of(form) if form else 200
    return render(request, "opportunities/opportunities.html", context, status=status)
