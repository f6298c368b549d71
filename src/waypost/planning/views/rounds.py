"""Rounds of a planning session: all of them, a new one, one, what changes in it by itself."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.form_page import form_page
from waypost.accounts.queries import access_to, plan_for, reading_access_to
from waypost.accounts.rail import rail_for
from waypost.planning.forms.rounds import QuestionForm, RoundForm
from waypost.planning.models import AgendaTopic
from waypost.planning.operations.rounds import begin_round
from waypost.planning.operations.rounds_agenda import sort_agenda
from waypost.planning.operations.rounds_question import REPLACED, change_question
from waypost.planning.policies import check_can_run_rounds
from waypost.planning.queries.rounds import round_of
from waypost.planning.queries.rounds_list import rounds_page
from waypost.planning.queries.rounds_page import side_of
from waypost.planning.queries.sessions import session_of
from waypost.planning.views.gone import keeps_words
from waypost.planning.views.round_page import PARTS, PLACE, place_of, say, show
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in


@require_safe
def rounds(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = reading_access_to(signed_in(request), pk)
    session = session_of(access, code)
    reader = Reader(plan_for(access, PARTS), timezone.localdate())
    context = {
        "access": access,
        "session": session,
        "page": rounds_page(reader, access, session),
        "rail": rail_for(access, PLACE, reader.plan.team),
    }
    return render(request, "planning/rounds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def round_new(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Ask everybody a question."""
    access = access_to(signed_in(request), pk)
    session = session_of(access, code)
    check_can_run_rounds(access, session)
    plan = plan_for(access, (*PARTS, "objectives", "opportunities"))
    topics = AgendaTopic.objects.filter(session=session).order_by("position", "pk")
    topic = request.GET.get("topic", "")
    form = RoundForm(request.POST or None, plan=plan, topics=topics, topic=topic)
    if request.method == "POST":
        begin = Once(request, begin_round)
        written = attempt(begin, form, access=access, session=session)
        if written is not None:
            say(request, written)
            return redirect("planning:round", pk, code, written.row.pk)
    return form_page(
        request,
        access,
        form,
        place=PLACE,
        title=_("Ask everybody"),
        lede=_("Everybody answers alone. Nobody sees an answer before you reveal all at once."),
        submit=_("Ask everybody"),
        back=reverse("planning:rounds", args=[pk, code]),
    )


@require_safe
def round_(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    return show(request, *place_of(request, pk, code, key))


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def round_question(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    """Ask in other words, until the reveal."""
    access, session, row = place_of(request, pk, code, key)
    check_can_run_rounds(access, session)
    initial = {"question": row.question, "was": row.stamp, "again": True}
    form = QuestionForm(request.POST or None, initial=initial)
    if request.method == "POST":
        written = attempt(change_question, form, access=access, session=session, row=row)
        if written is not None:
            say(request, written)
            return redirect("planning:round", pk, code, key)
        if form.has_error("question", REPLACED):
            form.data = {**request.POST.dict(), "was": round_of(session, key).stamp}
    return form_page(
        request,
        access,
        form,
        place=PLACE,
        title=_("Change the question"),
        lede=_("Everybody sees the new words. Those before stay in the history."),
        back=reverse("planning:round", args=[pk, code, key]),
    )


@require_safe
def round_state(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    """What changes by itself: who is done, how much time is left, that the round has moved on."""
    access, session, row = place_of(request, pk, code, key)
    context = {
        "access": access,
        "session": session,
        "key": row.pk,
        "asked": row.stamp,
        "side": side_of(access, session, row),
        "moved": request.GET.get("step", row.step) != row.step,
        "reworded": request.GET.get("asked", row.stamp) != row.stamp,
    }
    return render(request, "planning/partials/round_side.html", context)


@require_POST
def agenda(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Put first what people disagree about."""
    access = access_to(signed_in(request), pk)
    session = session_of(access, code)
    check_can_run_rounds(access, session)
    form = forms.Form(request.POST)
    written = attempt(sort_agenda, form, access=access, session=session)
    for sentence in form.non_field_errors():
        messages.warning(request, str(sentence))
    if written is not None:
        announce(request, written)
    return redirect("planning:rounds", pk, code)
