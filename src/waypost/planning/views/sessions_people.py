"""Who is invited, who is there, what the customer said; a session that is over put right."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import announce, attempt
from waypost.accounts.form_page import form_page
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for
from waypost.planning.forms.sessions_people import (
    CorrectionForm,
    CustomerPartForm,
    InviteForm,
    OpeningForm,
    PresenceForm,
)
from waypost.planning.models import PlanningSession
from waypost.planning.operations import sessions_people as operations
from waypost.planning.operations.sessions_closing import correct_session
from waypost.planning.queries.sessions import session_of
from waypost.planning.queries.sessions_people import people_of
from waypost.planning.views.gone import keeps_words
from waypost.planning.views.session_page import PLACE, answer
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def participants(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row, reader = to_edit(request, pk, code)
    form = InviteForm(request.POST or None, reader=reader, people=people_of(reader, row))
    if request.method == "POST":
        written = attempt(operations.invite_people, form, access=access, session=row)
        if written is not None:
            announce(request, written)
            return redirect(_place(pk, code, "people"))
    return _form(
        request,
        access,
        row,
        form,
        title=_("Who is invited"),
        lede=_("Everybody with a part in the relationship, the first-line manager first."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Who is there: then it begins."""
    access, row, reader = to_edit(request, pk, code)
    form = OpeningForm(request.POST or None, reader=reader, people=people_of(reader, row))
    if request.method == "POST":
        written = attempt(operations.open_session, form, access=access, session=row)
        if written is not None:
            announce(request, written)
            return redirect("planning:session", pk, code)
    return _form(
        request,
        access,
        row,
        form,
        title=_("Open the session"),
        lede=_("Never without the first-line manager, who keeps the team honest."),
        submit=_("Open the session"),
    )


@require_POST
def presence(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Somebody came later, or has gone."""
    access, row, reader = to_edit(request, pk, code)
    people = people_of(reader, row)
    form = PresenceForm(request.POST, people=people, auto_id="presence-%s")
    written = attempt(operations.note_presence, form, access=access, session=row)
    return answer(request, access, row, "presence", form, written)


@require_POST
@keeps_words
def customer_part(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row, reader = to_edit(request, pk, code)
    people = people_of(reader, row)
    form = CustomerPartForm(request.POST, session=row, reader=reader, people=people)
    written = attempt(operations.note_customer_part, form, access=access, session=row)
    return answer(request, access, row, "customer", form, written)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def correction(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """What a session that is over was like."""
    access, row, reader = to_edit(request, pk, code)
    people = people_of(reader, row)
    form = CorrectionForm(request.POST or None, session=row, reader=reader, people=people)
    if request.method == "POST":
        written = attempt(correct_session, form, access=access, session=row)
        if written is not None:
            announce(request, written)
            return redirect("planning:session", pk, code)
    return _form(
        request,
        access,
        row,
        form,
        title=_("Put the record right"),
        lede=_("Who was there, what the customer said, what came of it."),
    )


def to_edit(request: HttpRequest, pk: int, code: str) -> tuple[Access, PlanningSession, Reader]:
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    check_can_edit_plan(access)
    parts = ("team", "people", "objectives", "strategies", "short_term_plan", "opportunities")
    return access, row, Reader(plan_for(access, parts), timezone.localdate())


def _place(pk: int, code: str, place: str) -> str:
    return f"{reverse('planning:session', args=[pk, code])}#{place}"


def _form(
    request: HttpRequest, access: Access, row: PlanningSession, form: forms.Form, **words: str
) -> HttpResponse:
    back = reverse("planning:session", args=[access.account.pk, row.ref.code])
    return form_page(request, access, form, place=PLACE, row=row, back=back, **words)
