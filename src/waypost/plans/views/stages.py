"""Stage goals: one by one, and all of them from the planner."""

from typing import Any

from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt, in_place, status_of
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of
from waypost.plans.forms.stages import (
    ChangedStageForm,
    PlannerForm,
    ProposedStageForm,
    StageForm,
    StandingForm,
)
from waypost.plans.models import Objective
from waypost.plans.operations import stages as operations
from waypost.plans.queries.objective_rows import objective_of, stage_of
from waypost.plans.queries.proposal import Proposal, proposal, what_to_plan_with
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

FIELDS = ("due", "value", "customer_sees", "version")
Rows = formset_factory(ProposedStageForm, extra=0, can_delete=True, max_num=24, absolute_max=100)


def edited(request: HttpRequest, pk: int, code: str) -> tuple[Access, Objective, str]:
    """The objective for somebody who may change it, and its page."""
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.BUSINESS)
    check_can_edit_plan(access)
    return access, row, f"{reverse('plans:objective', args=[pk, code])}#stages"


@require_http_methods(["GET", "HEAD", "POST"])
def creation(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row, back = edited(request, pk, code)
    form = StageForm(request.POST or None)
    add = Once(request, operations.add_stage)
    if written := attempt(add, form, access=access, objective=row):
        announce(request, written)
        return redirect(back)
    title = _("Add a stage goal for %(code)s") % {"code": code}
    return form_page(request, access, form, title=title, back=back, submit=_("Save stage goal"))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HtmxRequest, pk: int, code: str, stage: str) -> HttpResponse:
    access, row, back = edited(request, pk, code)
    found = stage_of(row, stage)
    initial = {name: getattr(found, name) for name in FIELDS}
    form = ChangedStageForm(request.POST or None, initial=initial)
    field = in_place(form, request)
    if written := attempt(operations.change_stage, form, access=access, stage=found):
        announce(request, written)
        return redirect(back)
    small = field_in_place(request, form, back) if field else None
    return small or form_page(
        request,
        access,
        form,
        title=_("Change the stage goal %(code)s") % {"code": stage},
        back=back,
        row=found,
        removal=reverse("plans:stage-removal", args=[pk, code, stage]),
    )


@require_POST
def removal(request: HttpRequest, pk: int, code: str, stage: str) -> HttpResponse:
    access, row, back = edited(request, pk, code)
    announce(request, operations.remove_stage(access=access, stage=stage_of(row, stage)))
    return redirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
def planner(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Propose stage goals, and take what the person made of the proposal."""
    access, row, back = edited(request, pk, code)
    if request.method == "POST":
        return _plan(request, access, row, back)
    form = _asked(request, row)
    found = proposal(row, form.cleaned_data) if form.is_valid() else Proposal()
    if found.problem:
        form.add_error(None, found.problem)
    rows = Rows(initial=found.steps, form_kwargs={"objective": row}) if found.steps else None
    return _answer(request, access, row, form, rows, StandingForm(objective=row))


def _plan(request: HttpRequest, access: Access, row: Objective, back: str) -> HttpResponse:
    typed = Rows(request.POST, form_kwargs={"objective": row})
    is_valid = typed.is_valid()
    steps = [
        operations.Step(due=one["due"], value=one["value"], customer_sees=one["customer_sees"])
        for one in (typed.cleaned_data if is_valid else ())
        if one and not one["DELETE"]
    ]
    standing = StandingForm(request.POST, objective=row, steps=steps)
    plan = Once(request, operations.plan_stages)
    facts = {"access": access, "objective": row, "steps": steps}
    if is_valid and (written := attempt(plan, standing, **facts)):
        announce(request, written)
        return redirect(back)
    return _answer(request, access, row, _asked(request, row), typed, standing)


def _asked(request: HttpRequest, row: Objective) -> PlannerForm:
    """What is to be planned, as it stands in the address."""
    asked = request.GET if "slack" in request.GET else None
    return PlannerForm(asked, initial=what_to_plan_with(row), objective=row)


def _answer(
    request: HttpRequest,
    access: Access,
    row: Objective,
    form: PlannerForm,
    rows: "BaseFormSet[Any] | None",
    standing: StandingForm,
) -> HttpResponse:
    stale = status_of(standing) == 409
    context = {
        "access": access,
        "objective": row,
        "form": form,
        "rows": rows,
        "standing": standing,
        "last_change": last_change_of(*row.stages.all()) if stale else None,
        "rail": rail_for(access, "plans:objectives"),
    }
    wrong = form.errors or (rows is not None and rows.is_bound)
    status = 409 if stale else 422 if wrong else 200
    return render(request, "plans/stage_planner.html", context, status=status)
