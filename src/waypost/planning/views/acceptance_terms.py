"""After the acceptance: conditions that are met, the sponsor."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from waypost.accounts.answers import attempt
from waypost.accounts.queries import access_to, plan_for
from waypost.method.acceptance import Step
from waypost.planning.forms.acceptance import AssignForm, ConditionForm
from waypost.planning.models import AcceptanceCondition, SponsorPresentation
from waypost.planning.operations import acceptance_terms as operations
from waypost.planning.operations.acceptance_checks import check_may
from waypost.planning.queries.acceptance_standing import conditions_of, way_of
from waypost.planning.views.acceptance import answer
from waypost.planning.views.acceptance_page import presentation_form
from waypost.staff.policies import signed_in


@require_POST
def condition(request: HttpRequest, pk: int) -> HttpResponse:
    """Show that a condition is met."""
    return _condition(request, pk, operations.show_condition_met, proof=True)


@require_POST
def condition_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not met after all."""
    return _condition(request, pk, operations.reopen_condition, proof=False)


@require_POST
def condition_owner(request: HttpRequest, pk: int) -> HttpResponse:
    """Who meets a condition by when."""
    access = access_to(signed_in(request), pk)
    check_may(access, Step.ASSIGN_CONDITION)
    lines = conditions_of(way_of(access.account).senior)
    team = plan_for(access, ("team",)).team
    form = AssignForm(request.POST, conditions=lines, team=team, auto_id="assign-%s")
    written = attempt(operations.assign_condition, form, access=access)
    found = AcceptanceCondition.objects.filter(
        account=access.account, text=request.POST.get("condition", "")
    )
    row = found.select_related("owner__ref").order_by("-pk").first()
    return answer(request, access, "assign", form, written, "terms", row)


def _condition(request: HttpRequest, pk: int, operation: Any, *, proof: bool) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    check_may(access, Step.SHOW_CONDITION_MET)
    lines = conditions_of(way_of(access.account).senior)
    form = ConditionForm(request.POST, conditions=lines, proof=proof)
    written = attempt(operation, form, access=access)
    return answer(request, access, "terms", form, written)


@require_POST
def presentation(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom the plan is presented to, when, and what came of it."""
    access = access_to(signed_in(request), pk)
    check_may(access, Step.PLAN_PRESENTATION)
    form = presentation_form(access, data=request.POST)
    row = SponsorPresentation.objects.filter(account=access.account).first()
    written = attempt(operations.note_presentation, form, access=access)
    return answer(request, access, "plan_presentation", form, written, "presentation", row)
