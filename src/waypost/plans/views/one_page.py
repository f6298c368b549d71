"""The plan on one page, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waypost import planfile
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.rail import rail_for
from waypost.planning.queries.acceptance_changes import changes_since_acceptance
from waypost.plans import queries
from waypost.staff.policies import signed_in


@require_safe
def one_page(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    plan = queries.one_page(access, timezone.localdate())
    rail = rail_for(access, "plans:one-page", plan.team)
    changes = changes_since_acceptance(access, timezone.localdate())
    context = {"access": access, "plan": plan, "changes": changes, "rail": rail}
    return render(request, "plans/one_page.html", context)


@require_safe
def plan_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan as a plan file, as far as the person may see it."""
    access = access_to(signed_in(request), pk)
    name = slugify(access.account.name, allow_unicode=True) or _("plan")
    return HttpResponse(
        planfile.write_yaml(plan_for(access)),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, f"{name[:100]}.yaml")},
    )
