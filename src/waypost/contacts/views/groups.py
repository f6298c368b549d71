"""Purchase decisions: the page of each, who takes part in which role."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, in_place, status_of
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.rail import rail_for
from waypost.comments.policies import can_read_comments
from waypost.comments.queries import thread_on
from waypost.contacts.forms.groups import GroupForm, PlaceForm, RolesForm, StoredGroupForm
from waypost.contacts.models import DecisionGroup
from waypost.contacts.operations import groups as operations
from waypost.contacts.queries.group_page import group_page, places_of
from waypost.contacts.queries.rows import contact_of, group_of
from waypost.history.queries import last_change_of
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

HERE = "contacts:people"
CHOICES = ("opportunities",)


@require_safe
def group(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    return show(request, access, group_of(access, code))


@require_http_methods(["GET", "HEAD", "POST"])
def creation(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = GroupForm(request.POST or None, plan=plan_for(access, CHOICES))
    if written := attempt(Once(request, operations.add_group), form, access=access):
        announce(request, written)
        return redirect("contacts:group", pk, written.row.ref.code)
    back = reverse("contacts:people", args=[pk])
    return form_page(request, access, form, place=HERE, title=_("Add a decision"), back=back)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = group_of(access, code)
    check_can_edit_plan(access)
    form = StoredGroupForm(request.POST or None, plan=plan_for(access, CHOICES), own=row)
    field = in_place(form, request)
    back = reverse("contacts:group", args=[pk, code])
    if written := attempt(operations.change_group, form, access=access, group=row):
        announce(request, written)
        return redirect(f"{back}#{field}" if field else back)
    small = field_in_place(request, form, back) if field else None
    title = _("Change %(code)s") % {"code": code}
    return small or form_page(request, access, form, place=HERE, title=title, back=back, row=row)


@require_POST
def removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    announce(request, operations.remove_group(access=access, group=group_of(access, code)))
    return redirect("contacts:people", pk)


@require_POST
def roles(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The roles of everybody in the decision, saved together."""
    access = access_to(signed_in(request), pk)
    row = group_of(access, code)
    check_can_edit_plan(access)
    form = RolesForm(request.POST, own=row, places=places_of(row))
    written = attempt(operations.change_roles, form, access=access, group=row)
    return _answer(request, access, row, written, roles=form)


@require_POST
def place(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One more person in the decision."""
    access = access_to(signed_in(request), pk)
    row = group_of(access, code)
    check_can_edit_plan(access)
    form = PlaceForm(request.POST, people=group_page(access, row).others)
    add = Once(request, operations.add_to_group)
    written = attempt(add, form, access=access, group=row)
    return _answer(request, access, row, written, place=form)


@require_POST
def place_removal(request: HttpRequest, pk: int, code: str, person: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = group_of(access, code)
    contact = contact_of(access, person)
    announce(request, operations.take_out(access=access, group=row, contact=contact))
    return redirect("contacts:group", pk, code)


def _answer(
    request: HttpRequest, access: Access, row: DecisionGroup, written: Any, **sent: Any
) -> HttpResponse:
    if written is None:
        return show(request, access, row, **sent)
    announce(request, written)
    return redirect("contacts:group", access.account.pk, row.ref.code)


def show(request: HttpRequest, access: Access, row: DecisionGroup, **sent: Any) -> HttpResponse:
    """The page of a decision, with the forms that were ``sent`` and could not be taken."""
    page = group_page(access, row)
    may, pk = access.can_edit_plan, access.account.pk
    status = max(map(status_of, sent.values()), default=200)
    roles = sent.get("roles") or RolesForm(own=row, places=page.places)
    context: dict[str, Any] = {
        "access": access,
        "page": page,
        "seats": roles.seats(page.places),
        "edit": reverse("contacts:group-edit", args=[pk, page.code]) if may else "",
        "roles": roles,
        "place": PlaceForm(people=page.others) if may else None,
        "last_change": last_change_of(row) if status == 409 else None,
        "thread": thread_on(access, row.ref) if can_read_comments(access) else None,
        "rail": rail_for(access, HERE, page.team),
        **sent,
    }
    return render(request, "contacts/group.html", context, status=status)
