"""The agenda of a planning session, what is parked, what is decided, and how it closes."""

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.form_page import form_page
from waypost.accounts.queries import access_to
from waypost.planning.forms.sessions_agenda import (
    ClosingForm,
    DecidedActionForm,
    DecisionForm,
    LaterForm,
    MoveForm,
    ParkForm,
    TopicForm,
)
from waypost.planning.models import AgendaTopic, ParkedPoint, PlanningSession, SessionDecision
from waypost.planning.operations import sessions_agenda as operations
from waypost.planning.operations import sessions_closing
from waypost.planning.policies import check_can_take_part
from waypost.planning.queries.sessions import session_of
from waypost.planning.views.gone import keeps_words
from waypost.planning.views.session_page import PLACE, answer
from waypost.planning.views.sessions_people import to_edit
from waypost.staff.policies import signed_in


@require_POST
@keeps_words
def agenda(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One more topic."""
    access, row, reader = to_edit(request, pk, code)
    form = TopicForm(request.POST, reader=reader, auto_id="topic-%s")
    written = attempt(Once(request, operations.add_topic), form, access=access, session=row)
    return answer(request, access, row, "topic", form, written, "agenda")


@require_POST
def agenda_proposal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row, _reader = to_edit(request, pk, code)
    form = forms.Form(request.POST)
    written = attempt(operations.propose_agenda, form, access=access, session=row)
    return answer(request, access, row, "agenda", form, written)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def topic(request: HttpRequest, pk: int, code: str, topic: int) -> HttpResponse:
    access, row, reader = to_edit(request, pk, code)
    found = get_object_or_404(_topics(row), pk=topic)
    form = TopicForm(request.POST or None, reader=reader, topic=found)
    if request.method == "POST":
        facts = {"access": access, "session": row, "topic": found}
        written = attempt(operations.change_topic, form, **facts)
        if written is not None:
            announce(request, written)
            return redirect(f"{_page(pk, code)}#agenda")
    words = {"title": _("Edit the topic"), "back": _page(pk, code)}
    return form_page(request, access, form, place=PLACE, row=found, **words)


@require_POST
def topic_place(request: HttpRequest, pk: int, code: str, topic: int) -> HttpResponse:
    """One place up or down."""
    access, row, _reader = to_edit(request, pk, code)
    found = get_object_or_404(_topics(row), pk=topic)
    form = MoveForm(request.POST)
    facts = {"access": access, "session": row, "topic": found}
    written = attempt(operations.move_topic, form, **facts)
    return answer(request, access, row, "agenda", form, written, f"topic-{topic}")


@require_POST
def topic_removal(request: HttpRequest, pk: int, code: str, topic: int) -> HttpResponse:
    access, row, _reader = to_edit(request, pk, code)
    found = get_object_or_404(_topics(row), pk=topic)
    form = forms.Form(request.POST)
    facts = {"access": access, "session": row, "topic": found}
    written = attempt(operations.remove_topic, form, **facts)
    return answer(request, access, row, "agenda", form, written)


@require_POST
@keeps_words
def parked(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Keep what belongs elsewhere."""
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    check_can_take_part(access)
    form = ParkForm(request.POST, auto_id="park-%s")
    written = attempt(Once(request, operations.park_point), form, access=access, session=row)
    return answer(request, access, row, "parked", form, written)


@require_POST
def parked_removal(request: HttpRequest, pk: int, code: str, point: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    check_can_take_part(access)
    points = ParkedPoint.objects.filter(session=row).select_related("author")
    found = get_object_or_404(points, pk=point)
    form = forms.Form(request.POST)
    facts = {"access": access, "session": row, "point": found}
    written = attempt(operations.remove_parked, form, **facts)
    return answer(request, access, row, "parked", form, written)


@require_POST
@keeps_words
def decisions(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access, row, reader = to_edit(request, pk, code)
    form = DecisionForm(request.POST, reader=reader)
    deciding = Once(request, sessions_closing.add_decision)
    written = attempt(deciding, form, access=access, session=row)
    return answer(request, access, row, "decision", form, written, "decisions")


@require_POST
def decision_removal(request: HttpRequest, pk: int, code: str, decision: int) -> HttpResponse:
    access, row, _reader = to_edit(request, pk, code)
    found = get_object_or_404(_decisions(row), pk=decision)
    form = forms.Form(request.POST)
    facts = {"access": access, "session": row, "decision": found}
    written = attempt(sessions_closing.remove_decision, form, **facts)
    return answer(request, access, row, "decisions", form, written)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def decision_later(request: HttpRequest, pk: int, code: str, decision: int) -> HttpResponse:
    """What comes later, by whom and by when."""
    access, row, reader = to_edit(request, pk, code)
    found = get_object_or_404(_decisions(row), pk=decision)
    form = LaterForm(request.POST or None, reader=reader, decision=found)
    if request.method == "POST":
        facts = {"access": access, "session": row, "decision": found}
        written = attempt(sessions_closing.put_off_actions, form, **facts)
        if written is not None:
            announce(request, written)
            return redirect(f"{_page(pk, code)}#decisions")
    words = {"title": _("Actions come later"), "lede": found.words, "back": _page(pk, code)}
    return form_page(request, access, form, place=PLACE, row=found, **words)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def decision_action(request: HttpRequest, pk: int, code: str, decision: int) -> HttpResponse:
    """An action for what was decided, with an owner."""
    access, row, reader = to_edit(request, pk, code)
    found = get_object_or_404(_decisions(row), pk=decision)
    form = DecidedActionForm(request.POST or None, reader=reader)
    if request.method == "POST":
        facts = {"access": access, "session": row, "decision": found}
        written = attempt(Once(request, sessions_closing.act_on_decision), form, **facts)
        if written is not None:
            announce(request, written)
            return redirect(f"{_page(pk, code)}#decisions")
    words = {"title": _("Make the action"), "lede": found.words, "submit": _("Add the action")}
    return form_page(request, access, form, place=PLACE, row=None, back=_page(pk, code), **words)


@require_POST
@keeps_words
def closing(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """It is over; pressed twice it is closed once."""
    access, row, _reader = to_edit(request, pk, code)
    form = ClosingForm(request.POST, auto_id="closing-%s")
    written = attempt(sessions_closing.close_session, form, access=access, session=row)
    return answer(request, access, row, "closing", form, written, "")


def _topics(session: PlanningSession) -> QuerySet[AgendaTopic]:
    return AgendaTopic.objects.filter(session=session).select_related("about")


def _decisions(session: PlanningSession) -> QuerySet[SessionDecision]:
    rows = SessionDecision.objects.filter(session=session)
    return rows.select_related("part", "later_owner")


def _page(pk: int, code: str) -> str:
    return reverse("planning:session", args=[pk, code])
