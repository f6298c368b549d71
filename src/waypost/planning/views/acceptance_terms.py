"""After the acceptance: conditions that are met, the sponsor, the plan as it was submitted."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from waypost import planfile
from waypost.accounts.answers import attempt
from waypost.accounts.queries import access_to
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.method.acceptance import Step
from waypost.method.sight import seen
from waypost.planfile import PlanFileError
from waypost.planning.forms.acceptance import ConditionForm
from waypost.planning.models import SponsorPresentation, Submission
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


@require_safe
def submitted_plan(request: HttpRequest, pk: int, submission: int) -> HttpResponse:
    """The plan as it was submitted, as a plan file, as far as the person may see it."""
    access = access_to(signed_in(request), pk)
    row = get_object_or_404(Submission.objects.filter(account=access.account), pk=submission)
    snapshot = get_object_or_404(Snapshot, submission=row)
    try:
        plan = seen(frozen_plan(snapshot), access.sight)
    except PlanFileError as error:  # kept by an earlier release, in words not read any more
        raise Http404 from error
    name = slugify(access.account.name, allow_unicode=True) or _("plan")
    file = f"{name[:80]}-{snapshot.taken_at:%Y-%m-%d}.yaml"
    return HttpResponse(
        planfile.write_yaml(plan),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, file)},
    )
