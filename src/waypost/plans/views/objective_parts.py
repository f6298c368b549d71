"""What hangs on an objective: who agreed, what was heard, what has to happen first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.form_page import form_page
from waypost.accounts.models import Ref
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for
from waypost.plans.forms.objectives import ChangedPrerequisiteForm, HeardForm, PrerequisiteForm
from waypost.plans.models import Objective
from waypost.plans.operations import agreements
from waypost.plans.operations import objective_parts as operations
from waypost.plans.queries.objective_rows import objective_of, row_of
from waypost.plans.views.commitments import say_reminded
from waypost.plans.views.objectives import show
from waypost.plans.views.stages import edited
from waypost.staff.policies import signed_in


@require_POST
def agreement(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.BUSINESS)
    party, name = _party(access, request.POST.get("party", ""))
    announce(request, agreements.agree(access=access, objective=row, party=party, name=name))
    return redirect(f"{reverse('plans:objective', args=[pk, code])}#agreement")


@require_POST
def agreement_removal(request: HttpRequest, pk: int, code: str, party: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.BUSINESS)
    ref, name = _party(access, party)
    announce(request, agreements.withdraw(access=access, objective=row, party=ref, name=name))
    return redirect(f"{reverse('plans:objective', args=[pk, code])}#agreement")


@require_POST
def agreement_reminder(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.BUSINESS)
    say_reminded(request, agreements.remind(access=access, objective=row))
    return redirect(f"{reverse('plans:objective', args=[pk, code])}#agreement")


@require_POST
def heard(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.RELATIONSHIP)
    check_can_edit_plan(access)
    form = HeardForm(request.POST)
    add = Once(request, operations.add_heard)
    written = attempt(add, form, access=access, objective=row)
    if written is None:
        return show(request, access, row, form)
    announce(request, written)
    return redirect("plans:objective", pk, code)


@require_POST
def heard_removal(request: HttpRequest, pk: int, code: str, heard: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = objective_of(access, code, Objective.Level.RELATIONSHIP)
    found = row_of(row.heard, heard)
    announce(request, operations.remove_heard(access=access, heard=found))
    return redirect("plans:objective", pk, code)


@require_http_methods(["GET", "HEAD", "POST"])
def need_creation(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row, back = edited(request, pk, code)
    form = PrerequisiteForm(request.POST or None, account=access.account)
    add = Once(request, operations.add_prerequisite)
    if written := attempt(add, form, access=access, objective=row):
        announce(request, written)
        return redirect(back)
    title = _("Add what %(code)s needs first") % {"code": code}
    return form_page(request, access, form, title=title, back=back)


@require_http_methods(["GET", "HEAD", "POST"])
def need_edit(request: HttpRequest, pk: int, code: str, need: int) -> HttpResponse:
    access, row, back = edited(request, pk, code)
    found = row_of(row.prerequisites, need)
    initial = {name: getattr(found, name) for name in ("text", "by", "owner", "version")}
    form = ChangedPrerequisiteForm(request.POST or None, initial=initial, account=access.account)
    if written := attempt(operations.change_prerequisite, form, access=access, prerequisite=found):
        announce(request, written)
        return redirect(back)
    return form_page(
        request,
        access,
        form,
        title=_("Change what %(code)s needs first") % {"code": code},
        back=back,
        row=found,
        removal=reverse("plans:need-removal", args=[pk, code, need]),
    )


@require_POST
def need_removal(request: HttpRequest, pk: int, code: str, need: int) -> HttpResponse:
    access, row, back = edited(request, pk, code)
    found = row_of(row.prerequisites, need)
    announce(request, operations.remove_prerequisite(access=access, prerequisite=found))
    return redirect(back)


def _party(access: Access, code: str) -> tuple[Ref, str]:
    """Somebody of us or at the customer, and what they are called; raises Http404."""
    plan = plan_for(access, ("team", "people"))
    found = {member.id: member.name for member in plan.team}
    found |= {person.id: person.name for person in plan.people}
    if code not in found:
        raise Http404
    return Ref.objects.get(account=access.account, code=code), found[code]
