"""The objectives of an account, the page of each, and what is written to them."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, in_place, status_of
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.comments.queries import thread_on
from waypost.plans.forms.check_ins import CheckInForm
from waypost.plans.forms.objectives import CHANGED, NEW, HeardForm
from waypost.plans.models import Objective
from waypost.plans.operations import objectives as operations
from waypost.plans.queries.objective_choices import filling
from waypost.plans.queries.objective_page import business_page
from waypost.plans.queries.objective_rows import objective_of
from waypost.plans.queries.objectives import objectives_page
from waypost.plans.queries.soft_page import soft_page
from waypost.plans.views.critique import judged
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

Level = Objective.Level
NEW_TITLES: Final = {
    Level.VISIONARY: gettext_lazy("Add a vision"),
    Level.RELATIONSHIP: gettext_lazy("Add what we want to hear them say"),
    Level.BUSINESS: gettext_lazy("Add a business objective"),
}


@require_safe
def objectives(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    page = objectives_page(access, timezone.localdate())
    rail = rail_for(access, "plans:objectives", page.team)
    context = {"access": access, "page": page, "rail": rail}
    return render(request, "plans/objectives.html", context)


@require_safe
def objective(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    return show(request, access, objective_of(access, code))


@require_http_methods(["GET", "HEAD", "POST"])
def creation(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    asked = request.GET.get("level")
    level = Level(asked) if asked in Level.values else Level.BUSINESS
    offered = filling(access, Objective(level=level))
    form = NEW[level](request.POST or None, account=access.account, choices=offered.choices)
    create = Once(request, operations.create_objective)
    if written := attempt(create, judged(form, level, pk), access=access, level=level):
        announce(request, written)
        return redirect("plans:objective", pk, written.row.ref.code)
    back = reverse("plans:objectives", args=[pk])
    return form_page(
        request, access, form, title=str(NEW_TITLES[level]), back=back, submit=_("Save objective")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code)
    check_can_edit_plan(access)
    offered = filling(access, row)
    facts = {"account": access.account, "choices": offered.choices}
    form = CHANGED[row.level](request.POST or None, initial=offered.initial, **facts)
    field = in_place(judged(form, row.level, pk), request)
    back = reverse("plans:objective", args=[pk, code])
    if written := attempt(operations.change_objective, form, access=access, objective=row):
        announce(request, written)
        return redirect(f"{back}#{field}" if field else back)
    small = field_in_place(request, form, back) if field else None
    title = _("Change %(code)s") % {"code": code}
    return small or form_page(request, access, form, title=title, back=back, row=row)


@require_POST
def removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code)
    announce(request, operations.remove_objective(access=access, objective=row))
    return redirect("plans:objectives", pk)


def show(
    request: HttpRequest, access: Access, row: Objective, form: forms.Form | None = None
) -> HttpResponse:
    """The page of an objective, with what was typed into its form."""
    business = row.level == Level.BUSINESS
    page: Any = (business_page if business else soft_page)(access, row, timezone.localdate())
    context = {
        "access": access,
        "page": page,
        "objective": row,
        "form": form or (CheckInForm(objective=row) if business else HeardForm()),
        "thread": thread_on(access, row.ref) if access.can_comment else None,
        "rail": rail_for(access, "plans:objectives", page.team),
    }
    template = "plans/objective.html" if business else f"plans/objective_{row.level}.html"
    return render(request, template, context, status=status_of(form) if form else 200)
