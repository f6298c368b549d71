"""A plan as it was kept: at a review, as it was submitted, before a plan file replaced it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waypost import planfile
from waypost.accounts.policies import Access
from waypost.accounts.queries import reading_access_to
from waypost.accounts.rail import rail_for
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.method.sight import seen
from waypost.planfile import PlanFileError
from waypost.planning.queries.kept_plan import kept_plan
from waypost.staff.policies import signed_in


@require_safe
def kept(request: HttpRequest, pk: int, snapshot: int) -> HttpResponse:
    """Read-only, on one page, with what is different since."""
    access = reading_access_to(signed_in(request), pk)
    row = _snapshot(access, snapshot)
    try:
        page = kept_plan(access, row, timezone.localdate())
    except PlanFileError as error:  # kept by an earlier release, in words not read any more
        raise Http404 from error
    place = "planning:reviews" if row.submission_id is None else "planning:acceptance"
    rail = rail_for(access, place)
    context = {"access": access, "page": page, "plan": page.plan, "frozen": True, "rail": rail}
    context["forms"] = {"terms": [(term, None) for term in page.terms]}
    return render(request, "planning/kept_plan.html", context)


@require_safe
def kept_file(request: HttpRequest, pk: int, snapshot: int) -> HttpResponse:
    """As a plan file, as far as the person may see it."""
    access = reading_access_to(signed_in(request), pk)
    row = _snapshot(access, snapshot)
    try:
        plan = seen(frozen_plan(row), access.sight)
    except PlanFileError as error:  # kept by an earlier release, in words not read any more
        raise Http404 from error
    name = slugify(access.account.name, allow_unicode=True) or _("plan")
    file = f"{name[:80]}-{timezone.localdate(row.taken_at):%Y-%m-%d}.yaml"
    return HttpResponse(
        planfile.write_yaml(plan),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, file)},
    )


def _snapshot(access: Access, snapshot: int) -> Snapshot:
    rows = Snapshot.objects.filter(account=access.account).select_related("taken_by")
    return get_object_or_404(rows, pk=snapshot)
