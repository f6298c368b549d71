"""What whoever runs a round does: time, reveal, merge, vote, decide. Each is there once to do."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from waypost.accounts.answers import announce, attempt
from waypost.planning.forms.rounds import DecisionForm, MergeForm, MinutesForm, VoteForm
from waypost.planning.operations import rounds as operations
from waypost.planning.operations.rounds_deciding import decide_round
from waypost.planning.operations.rounds_merging import merge_answers, separate_answers
from waypost.planning.policies import check_can_run_rounds
from waypost.planning.queries.rounds import check_place, revealed_answers
from waypost.planning.views.round_page import place_of, say, show


@require_POST
def time(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    """So many minutes from now."""
    form = MinutesForm(request.POST, auto_id="time-%s")
    return _step(request, (pk, code, key), operations.set_time, form, "time")


@require_POST
def reveal(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    return _step(request, (pk, code, key), operations.reveal, forms.Form(request.POST), "reveal")


@require_POST
def calling_off(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    form = forms.Form(request.POST)
    return _step(request, (pk, code, key), operations.call_off, form, "calling-off")


@require_POST
def vote(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    """Open it."""
    form = VoteForm(request.POST, auto_id="vote-%s")
    return _step(request, (pk, code, key), operations.open_vote, form, "vote")


@require_POST
def closing(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    """Close the vote and count."""
    form = forms.Form(request.POST)
    return _step(request, (pk, code, key), operations.close_vote, form, "closing")


@require_POST
def merge(request: HttpRequest, pk: int, code: str, key: int, place: int) -> HttpResponse:
    """Two answers that mean the same become one."""
    access, session, row = place_of(request, pk, code, key)
    check_can_run_rounds(access, session)
    check_place(row, place)
    others = [(one.place or 0, "") for one in revealed_answers(row) if one.place != place]
    form = MergeForm(request.POST, others=others)
    facts = {"access": access, "session": session, "row": row, "place": place}
    written = attempt(merge_answers, form, **facts)
    if written is None:
        return show(request, access, session, row, {"merge": form})
    back = reverse("planning:round-separation", args=[pk, code, key, form.cleaned_data["into"]])
    messages.success(request, written.change_set.what, extra_tags=back)
    return redirect("planning:round", pk, code, key)


@require_POST
def separation(request: HttpRequest, pk: int, code: str, key: int, place: int) -> HttpResponse:
    """Two again."""
    access, session, row = place_of(request, pk, code, key)
    check_can_run_rounds(access, session)
    check_place(row, place)
    separate = partial(separate_answers, place=place)
    return _step(request, (pk, code, key), separate, forms.Form(request.POST), "merge")


@require_POST
def decision(request: HttpRequest, pk: int, code: str, key: int) -> HttpResponse:
    """Take answers into the plan."""
    access, session, row = place_of(request, pk, code, key)
    check_can_run_rounds(access, session)
    places = [one.place or 0 for one in revealed_answers(row) if one.merged_into_id is None]
    form = DecisionForm(request.POST, row=row, places=places)
    written = attempt(decide_round, form, access=access, session=session, row=row)
    if written is None:
        return show(request, access, session, row, {"decision": form})
    announce(request, written)
    return redirect("planning:round", pk, code, key)


def _step(
    request: HttpRequest,
    at: tuple[int, str, int],
    operation: Callable[..., Any],
    form: forms.Form,
    name: str,
) -> HttpResponse:
    access, session, row = place_of(request, *at)
    check_can_run_rounds(access, session)
    written = attempt(operation, form, access=access, session=session, row=row)
    if written is None:
        return show(request, access, session, row, {name: form})
    say(request, written)
    return redirect("planning:round", *at)
