"""The account team: everybody sees it who sees the plan; some change it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts import operations, policies, queries
from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.forms.team import DETAILS, ChangedMemberForm, MemberForm
from waypost.accounts.policies import Access
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of
from waypost.staff.policies import signed_in
from waypost.ui.rail import Rail


@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, pk: int) -> HttpResponse:
    access = queries.team_access_to(signed_in(request), pk)
    if request.method == "POST":
        policies.check_can_manage_team(access)
    form = MemberForm(request.POST or None, account=access.account)
    if written := attempt(Once(request, operations.add_member), form, access=access):
        announce(request, written)
        return redirect("accounts:team", pk)
    members = list(queries.team_with_log_ins(access.account))
    context = {
        "access": access,
        "members": members,
        "proposals": queries.proposals_for(members),
        "form": form,
        **frame_of(access),
    }
    return render(request, "accounts/team.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def member_detail(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = queries.team_access_to(signed_in(request), pk)
    policies.check_can_manage_team(access)
    member = get_object_or_404(queries.team_of(access.account), ref__code=code)
    names = ("user", "name", "access_role", "function", *DETAILS, "version")
    initial = {name: getattr(member, name) for name in names}
    form = ChangedMemberForm(request.POST or None, initial=initial, access=access, member=member)
    if written := attempt(operations.change_member, form, access=access, member=member):
        announce(request, written)
        return back_to_team(access)
    last_change = last_change_of(member) if form.differences else None
    context = {"member": member, "form": form, "last_change": last_change, **frame_of(access)}
    return render(request, "accounts/member.html", context, status=status_of(form))


@require_POST
def member_removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = queries.team_access_to(signed_in(request), pk)
    policies.check_can_manage_team(access)
    member = get_object_or_404(queries.team_of(access.account), ref__code=code)
    try:
        announce(request, operations.remove_member(access=access, member=member))
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("accounts:member", pk, code)
    return back_to_team(access)


def frame_of(access: Access) -> dict[str, Rail | str]:
    """An administrator who has not opened the plan has no rail: it leads to the plan."""
    if access.can_see_plan:
        return {"frame": "ui/account.html", "rail": rail_for(access, "accounts:team")}
    return {"frame": "ui/page.html"}


def back_to_team(access: Access) -> HttpResponse:
    """To the team, unless the person has just ended their own access."""
    try:
        queries.team_access_to(access.user, access.account.pk)
    except Http404:
        return redirect("/")
    return redirect("accounts:team", access.account.pk)
