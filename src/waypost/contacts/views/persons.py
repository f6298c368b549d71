"""One person at the customer: their page, what of it is changed, when they were met."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, in_place, status_of
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access, Capability, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.rail import rail_for
from waypost.comments.policies import can_read_comments
from waypost.comments.queries import thread_on
from waypost.contacts.forms.people import (
    HOW_WELL,
    HowWellForm,
    MeetingForm,
    PersonForm,
    StoredPersonForm,
)
from waypost.contacts.forms.words import NoteForm, QuoteForm
from waypost.contacts.models import Contact
from waypost.contacts.operations import contacts as operations
from waypost.contacts.queries.person_page import person_page
from waypost.contacts.queries.private import coaching_of, notes_on
from waypost.contacts.queries.rows import contact_of, member_of
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

HERE = "contacts:people"
CHOICES = ("locations", "team", "people")


@require_safe
def person(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    return show(request, access, contact_of(access, code))


@require_http_methods(["GET", "HEAD", "POST"])
def creation(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = PersonForm(request.POST or None, plan=plan_for(access, CHOICES))
    if written := attempt(Once(request, operations.add_contact), form, access=access):
        announce(request, written)
        return redirect("contacts:person", pk, written.row.ref.code)
    back = reverse("contacts:people", args=[pk])
    return form_page(request, access, form, place=HERE, title=_("Add a person"), back=back)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    check_can_edit_plan(access)
    form = StoredPersonForm(request.POST or None, plan=plan_for(access, CHOICES), own=row)
    field = in_place(form, request)
    back = reverse("contacts:person", args=[pk, code])
    if written := attempt(operations.change_contact, form, access=access, contact=row):
        announce(request, written)
        return redirect(f"{back}#{field}" if field else back)
    small = field_in_place(request, form, back) if field else None
    title = _("Change %(name)s") % {"name": row.name}
    return small or form_page(request, access, form, place=HERE, title=title, back=back, row=row)


@require_POST
def removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    announce(request, operations.remove_contact(access=access, contact=row))
    return redirect("contacts:people", pk)


@require_POST
def meeting(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Note that one met them, and when the next time is."""
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    check_can_edit_plan(access)
    form = MeetingForm(request.POST)
    written = attempt(Once(request, operations.note_meeting), form, access=access, contact=row)
    if written is None:
        return show(request, access, row, meeting=form)
    announce(request, written)
    return redirect("contacts:person", pk, code)


@require_POST
def acquaintance(request: HttpRequest, pk: int, code: str, member: str) -> HttpResponse:
    """How well one of us knows them."""
    access = access_to(signed_in(request), pk)
    row, one = contact_of(access, code), member_of(access, member)
    check_can_edit_plan(access)
    form = HowWellForm(request.POST)
    facts = {"access": access, "contact": row, "member": one}
    written = attempt(operations.set_acquaintance, form, **facts)
    if written is None:
        return show(request, access, row, acquaintance=form)
    announce(request, written)
    return redirect(f"{reverse('contacts:person', args=[pk, code])}#known_by")


def show(request: HttpRequest, access: Access, row: Contact, **sent: forms.Form) -> HttpResponse:
    """The page of a person, with what was ``sent`` and could not be taken."""
    page = person_page(access, row, timezone.localdate())
    notes = access.may(Capability.SEE_NOTES)
    context: dict[str, Any] = {
        "access": access,
        "page": page,
        "edit": reverse("contacts:person-edit", args=[access.account.pk, page.code])
        if access.can_edit_plan
        else "",
        "meeting": MeetingForm(),
        "quote": QuoteForm(objectives=page.wanted),
        "note": NoteForm(),
        "notes": notes_on(row) if notes else None,
        "may_note": notes,
        "coach": coaching_of(row) if notes else None,
        "how_well": HOW_WELL,
        "thread": thread_on(access, row.ref) if can_read_comments(access) else None,
        "rail": rail_for(access, HERE, page.team),
        **sent,
    }
    statuses = [status_of(form) for form in sent.values()]
    return render(request, "contacts/person.html", context, status=max(statuses, default=200))
