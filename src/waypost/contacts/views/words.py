"""What somebody said, and what the account team keeps to itself about them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from waypost.accounts.answers import Once, announce, attempt, way_back
from waypost.accounts.policies import Access, Capability, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for
from waypost.contacts.forms.words import EvidenceForm, NoteForm, QuoteForm
from waypost.contacts.models import Contact, PrivateNote, Said
from waypost.contacts.operations import words as operations
from waypost.contacts.queries.person_page import wanted_in
from waypost.contacts.queries.rows import contact_of, row_of
from waypost.contacts.views.persons import show
from waypost.staff.policies import signed_in


@require_POST
def said(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    check_can_edit_plan(access)
    form = QuoteForm(request.POST, objectives=wanted_in(plan_for(access, ("objectives",))))
    written = attempt(Once(request, operations.add_quote), form, access=access, contact=row)
    if written is None:
        return show(request, access, row, quote=form)
    announce(request, written)
    return redirect("contacts:person", pk, code)


@require_POST
def said_removal(request: HttpRequest, pk: int, code: str, said: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    found = row_of(Said.objects.filter(person=row.ref), said)
    announce(request, operations.remove_said(access=access, contact=row, said=found))
    return redirect("contacts:person", pk, code)


@require_POST
def evidence(request: HttpRequest, pk: int, code: str, said: int) -> HttpResponse:
    """What they said was heard for a relationship objective; then back to where it was pressed."""
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    check_can_edit_plan(access)
    found = row_of(Said.objects.filter(person=row.ref), said)
    wanted = [one.code for one in wanted_in(plan_for(access, ("objectives",)))]
    form = EvidenceForm(request.POST, objectives=wanted)
    written = attempt(operations.take_as_evidence, form, access=access, contact=row, said=found)
    if written is None:
        return show(request, access, row, quote=form)
    announce(request, written)
    page = reverse("plans:objective", args=[pk, form.cleaned_data["objective"]])
    return redirect(way_back(request, page))


@require_POST
def notes(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row = noting(request, pk, code)
    form = NoteForm(request.POST)
    written = attempt(Once(request, operations.add_note), form, access=access, contact=row)
    if written is None:
        return show(request, access, row, note=form)
    announce(request, written)
    return redirect("contacts:person", pk, code)


@require_POST
def note_removal(request: HttpRequest, pk: int, code: str, note: int) -> HttpResponse:
    access, row = noting(request, pk, code)
    found = row_of(PrivateNote.objects.filter(person=row.ref), note)
    announce(request, operations.remove_note(access=access, contact=row, note=found))
    return redirect("contacts:person", pk, code)


def noting(request: HttpRequest, pk: int, code: str) -> tuple[Access, Contact]:
    """For whoever sees private notes: for others there are none, and no address of one."""
    access = access_to(signed_in(request), pk)
    if not access.may(Capability.SEE_NOTES):
        raise Http404
    return access, contact_of(access, code)
