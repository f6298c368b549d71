"""One fact: its own page, asked about anew, and what we do for a goal of the customer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waypost.accounts import operations
from waypost.accounts.answers import announce, attempt, status_of, way_back
from waypost.accounts.form_page import form_page
from waypost.accounts.models import Fact
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.profile import served
from waypost.accounts.profile.fact_page import fact_page
from waypost.accounts.profile.forms import RefreshForm, ServingForm
from waypost.accounts.profile.kinds import KINDS
from waypost.accounts.queries import access_to, facts_of, plan_for
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of
from waypost.staff.policies import signed_in

PLACE = "accounts:profile"


@require_safe
def fact(request: HttpRequest, pk: int, fact: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = _fact(access, fact)
    return _show(request, access, row, RefreshForm(initial={"version": row.version}))


@require_http_methods(["GET", "HEAD", "POST"])
def refresh(request: HttpRequest, pk: int, fact: int) -> HttpResponse:
    """Still true, or replaced by what is true now; what stood there stays in the history."""
    access = access_to(signed_in(request), pk)
    row = _fact(access, fact)
    check_can_edit_plan(access)
    form = RefreshForm(request.POST or None, initial={"version": row.version})
    replaces = request.POST.get("line", "").strip()
    operation: Any = operations.change_fact if replaces else operations.confirm_fact
    written = attempt(operation, form, access=access, fact=row)
    if written is None:
        return _show(request, access, row, form)
    announce(request, written)
    return redirect(way_back(request, KINDS["fact"].place(access, row)))


@require_http_methods(["GET", "HEAD", "POST"])
def serving(request: HttpRequest, pk: int, fact: int) -> HttpResponse:
    """Which objectives, strategies and opportunities serve a goal of the customer."""
    access = access_to(signed_in(request), pk)
    row = get_object_or_404(facts_of(access), pk=fact, topic=Fact.Topic.COMPANY_GOALS)
    check_can_edit_plan(access)
    plan = plan_for(access, served.PARTS)
    code = row.ref.code if row.ref is not None else ""
    now = [does.code for does in served.serving(plan, pk).get(code, ())]
    choices = served.choices(plan, pk)
    form = ServingForm(request.POST or None, row=row, choices=choices, now=now)
    back = way_back(request, KINDS["fact"].place(access, row))
    if written := attempt(operations.serve_goal, form, access=access, fact=row):
        announce(request, written)
        return redirect(back)
    words = {"title": _("What do we do for this goal?"), "lede": row.text, "back": back}
    return form_page(request, access, form, place=PLACE, row=row, **words)


def _fact(access: Access, key: int) -> Fact:
    return get_object_or_404(facts_of(access).select_related("ref"), pk=key)


def _show(request: HttpRequest, access: Access, row: Fact, form: RefreshForm) -> HttpResponse:
    status = status_of(form)
    context = {
        "access": access,
        "page": fact_page(access, row, timezone.localdate()),
        "form": form,
        "last_change": last_change_of(row) if status == 409 else None,
        "rail": rail_for(access, PLACE),
    }
    return render(request, "accounts/fact.html", context, status=status)
