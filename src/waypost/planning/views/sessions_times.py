"""Finding a time: proposed, answered to, chosen; and the session for other calendars."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from waypost.accounts.answers import attempt
from waypost.accounts.models import TeamMember
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.rail import rail_for
from waypost.history.operations import Written
from waypost.planning.forms.sessions_times import AnswersForm, TimeForm
from waypost.planning.models import Invitee, PlanningSession, SessionSlot
from waypost.planning.operations import sessions_times as operations
from waypost.planning.policies import check_can_take_part
from waypost.planning.queries.sessions import session_of
from waypost.planning.queries.sessions_calendar import calendar_of, is_in_calendars
from waypost.planning.queries.sessions_people import people_of
from waypost.planning.queries.sessions_times import times_of
from waypost.planning.views.session_page import PLACE, answer
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in
from waypost.ui.calendar import CONTENT_TYPE


@require_POST
def times(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Propose one more."""
    access, row = _to_edit(request, pk, code)
    form = TimeForm(request.POST, auto_id="time-%s")
    written = attempt(operations.propose_time, form, access=access, session=row)
    return answer(request, access, row, "time", form, written, "times")


@require_POST
def time_removal(request: HttpRequest, pk: int, code: str, slot: int) -> HttpResponse:
    access, row = _to_edit(request, pk, code)
    found = get_object_or_404(SessionSlot.objects.filter(session=row), pk=slot)
    form = forms.Form(request.POST)
    written = attempt(operations.remove_time, form, access=access, session=row, slot=found)
    return answer(request, access, row, "times", form, written)


@require_POST
def time_choice(request: HttpRequest, pk: int, code: str, slot: int) -> HttpResponse:
    """The session is then."""
    access, row = _to_edit(request, pk, code)
    found = get_object_or_404(SessionSlot.objects.filter(session=row), pk=slot)
    form = forms.Form(request.POST)
    written = attempt(operations.choose_time, form, access=access, session=row, slot=found)
    return answer(request, access, row, "times", form, written)


@require_POST
def time_answers(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """When the person can come."""
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    check_can_take_part(access)
    reader = Reader(plan_for(access, ("team", "people")), timezone.localdate())
    slots = times_of(reader, access, row, people_of(reader, row)).slots
    form = AnswersForm(request.POST, slots=slots)

    def say(**_values: str) -> Written[Invitee]:
        return operations.answer_times(access=access, session=row, answers=form.answers)

    written = attempt(say, form)
    if form.lost:
        messages.warning(request, form.lost)
    return answer(request, access, row, "times-answers", form, written, "times")


@require_POST
def times_reminder(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Write again to who has not answered."""
    access, row = _to_edit(request, pk, code)
    form = forms.Form(request.POST)
    written = attempt(operations.ask_again, form, access=access, session=row)
    if written is None:
        return answer(request, access, row, "times", form, None)
    done = written.change_set
    messages.success(request, done.what if done else _("Everybody was asked today already"))
    return redirect(f"{reverse('planning:session', args=[pk, code])}#times")


@require_POST
def answer_link(request: HttpRequest, pk: int, code: str, person: str) -> HttpResponse:
    """A link for one person without a log-in; it is shown now or never."""
    access, row = _to_edit(request, pk, code)
    found = Invitee.objects.filter(session=row).select_related("person")
    invitee = get_object_or_404(found, person__code=person)
    form = forms.Form(request.POST)
    made = attempt(operations.make_answer_link, form, access=access, session=row, invitee=invitee)
    if made is None:
        return answer(request, access, row, "times", form, None)
    address, sent = made
    member = TeamMember.objects.live().filter(ref=invitee.person).first()
    context = {
        "access": access,
        "session": row,
        "name": member.name if member else person,
        "address": address,
        "sent": sent,
        "rail": rail_for(access, PLACE),
    }
    return render(request, "planning/session_link.html", context)


@require_safe
def calendar(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The session as an invitation for other calendars; called off, as a cancellation."""
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    if not is_in_calendars(row):
        raise Http404
    found = HttpResponse(calendar_of(row), content_type=CONTENT_TYPE)
    found.headers["Content-Disposition"] = f'attachment; filename="{code}.ics"'
    return found


def _to_edit(request: HttpRequest, pk: int, code: str) -> tuple[Access, PlanningSession]:
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    check_can_edit_plan(access)
    return access, row
