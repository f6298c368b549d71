"""What everybody does in a round: answer, say that they are done, spend dots."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from waypost.accounts.answers import attempt, status_of
from waypost.accounts.policies import Access
from waypost.planning.forms.rounds import DoneForm, DotForm, SheetForm
from waypost.planning.models import Round
from waypost.planning.operations import rounds_input as operations
from waypost.planning.policies import check_can_take_part
from waypost.planning.queries.rounds import Step, check_place, own_answers, round_of
from waypost.planning.queries.rounds_page import spent_on
from waypost.planning.views.gone import keeps_words
from waypost.planning.views.round_page import place_of, show
from waypost.ui.requests import HtmxRequest


@require_POST
@keeps_words
def answers(request: HtmxRequest, pk: int, code: str, key: int) -> HttpResponse:
    """Keep what somebody has written so far; with the button they say that they are done."""
    access, session, row = place_of(request, pk, code, key)
    check_can_take_part(access)
    form = SheetForm(request.POST, row=row)
    facts: dict[str, Any] = {"access": access, "session": session, "row": row}
    saved = attempt(operations.save_answers, form, **facts)
    if saved is not None and saved.elsewhere:
        form.show_elsewhere(saved)
    elif saved is not None and request.POST.get("done"):
        done = DoneForm({"step": Step.INPUT, "done": "on"})
        attempt(operations.set_done, done, **facts, asked=request.POST.get("asked", ""))
        for sentence in done.non_field_errors():
            form.add_error(None, str(sentence))
    if request.htmx:
        return _kept(request, access, row, form)
    if form.errors or form.elsewhere:
        now = round_of(session, key)  # it may have been revealed at this moment
        return show(request, access, session, now, {"sheet": form})
    return redirect(f"{reverse('planning:round', args=[pk, code, key])}#saved")


@require_POST
def done(request: HtmxRequest, pk: int, code: str, key: int) -> HttpResponse:
    access, session, row = place_of(request, pk, code, key)
    check_can_take_part(access)
    form = DoneForm(request.POST)
    facts = {"access": access, "session": session, "row": row}
    attempt(operations.set_done, form, **facts)
    if form.errors:
        return show(request, access, session, row, {"done": form})
    return redirect("planning:round", pk, code, key)


@require_POST
def dots(request: HtmxRequest, pk: int, code: str, key: int, place: int) -> HttpResponse:
    """A dot more on this answer, or one less."""
    access, session, row = place_of(request, pk, code, key)
    check_can_take_part(access)
    check_place(row, place)
    form = DotForm(request.POST)
    facts = {"access": access, "session": session, "row": row, "place": place}
    attempt(operations.spend_dot, form, **facts)
    if request.htmx:
        context = {"spent": spent_on(access, row, place), "sent": form}
        return render(request, "planning/partials/round_spent.html", context)
    if form.errors:
        return show(request, access, session, row, {"dots": form})
    return redirect(f"{reverse('planning:round', args=[pk, code, key])}#answer-{place}")


def _kept(request: HtmxRequest, access: Access, row: Round, form: SheetForm) -> HttpResponse:
    """Whether what was typed is kept; the fields themselves stay as they are."""
    context = {"form": form, "own": own_answers(access, row), "now": timezone.localtime()}
    status = 409 if form.elsewhere else status_of(form)
    return render(request, "planning/partials/round_kept.html", context, status=status)
