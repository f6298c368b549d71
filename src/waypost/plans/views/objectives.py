"""The objectives of an account, and the page of each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.plans.forms.check_ins import CheckInForm
from waypost.plans.models import Objective
from waypost.plans.queries.objective_page import business_page
from waypost.plans.queries.objective_rows import objective_of
from waypost.staff.policies import signed_in


@require_safe
def objective(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    return show(request, access, objective_of(access, code))


def show(
    request: HttpRequest, access: Access, row: Objective, form: CheckInForm | None = None
) -> HttpResponse:
    """The page of an objective, with what was typed into its form."""
    page = business_page(access, row, timezone.localdate())
    context: dict[str, Any] = {
        "access": access,
        "page": page,
        "form": form or CheckInForm(objective=row),
        "rail": rail_for(access, "plans:objectives", page.team),
    }
    return render(request, "plans/objective.html", context, status=status_of(form) if form else 200)
