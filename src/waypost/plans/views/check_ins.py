"""Checking in on an objective, and taking that back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.policies import check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.plans.forms.check_ins import CheckInForm
from waypost.plans.models import Objective
from waypost.plans.operations import check_ins as operations
from waypost.plans.queries.objective_rows import objective_of, row_of
from waypost.plans.views.objectives import show
from waypost.staff.policies import signed_in


@require_POST
def creation(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.BUSINESS)
    check_can_edit_plan(access)
    form = CheckInForm(request.POST, objective=row)
    written = attempt(Once(request, operations.check_in), form, access=access, objective=row)
    if written is None:
        return show(request, access, row, form)
    announce(request, written)
    return redirect("plans:objective", pk, code)


@require_POST
def removal(request: HttpRequest, pk: int, code: str, check_in: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.BUSINESS)
    check_can_edit_plan(access)
    made = row_of(row.check_ins, check_in)
    announce(request, operations.take_back_check_in(access=access, check_in=made))
    return redirect("plans:objective", pk, code)
