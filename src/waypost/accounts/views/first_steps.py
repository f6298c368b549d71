"""The first steps of a new account: those that can be taken are taken right there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from waypost.accounts import operations, policies, queries
from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.forms.facts import FactForm
from waypost.accounts.forms.team import MemberForm
from waypost.accounts.policies import Access
from waypost.accounts.rail import rail_for
from waypost.method.first_steps import first_steps
from waypost.staff.policies import signed_in

PARTS = ("team", "profile", "decision_groups", "objectives", "short_term_plan")


@require_safe
def steps(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, queries.access_to(signed_in(request), pk))


@require_POST
def member_creation(request: HttpRequest, pk: int) -> HttpResponse:
    access = queries.access_to(signed_in(request), pk)
    policies.check_can_manage_team(access)
    form = MemberForm(request.POST, account=access.account)
    written = attempt(Once(request, operations.add_member), form, access=access)
    if not written:
        return page(request, access, member_form=form)
    announce(request, written)
    return redirect("accounts:first-steps", pk)


@require_POST
def fact_creation(request: HttpRequest, pk: int) -> HttpResponse:
    access = queries.access_to(signed_in(request), pk)
    policies.check_can_edit_plan(access)
    form = FactForm(request.POST)
    add = operations.add_gap if form.is_gap else operations.add_fact
    written = attempt(Once(request, add), form, access=access)
    if not written:
        return page(request, access, fact_form=form)
    announce(request, written)
    return redirect("accounts:first-steps", pk)


def page(
    request: HttpRequest,
    access: Access,
    *,
    member_form: MemberForm | None = None,
    fact_form: FactForm | None = None,
) -> HttpResponse:
    """The five steps, with the forms of the first two; a form given is one to put right."""
    members = list(queries.team_with_log_ins(access.account))
    context = {
        "access": access,
        "account": access.account,
        "steps": first_steps(queries.plan_for(access, PARTS)),
        "members": members,
        "proposals": queries.proposals_for(members) if access.can_manage_team else [],
        "facts": queries.facts_of(access),
        "gaps": queries.gaps_of(access),
        "member_form": member_form or MemberForm(account=access.account),
        "fact_form": fact_form or FactForm(),
        "today": timezone.localdate(),
        "rail": rail_for(access, "accounts:first-steps"),
    }
    status = 422 if member_form or fact_form else 200
    return render(request, "accounts/first_steps.html", context, status=status)
