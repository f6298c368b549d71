"""Telling the members of a strategy, and what each of them answers (STR-3)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import announce, attempt, status_of, way_back
from waypost.accounts.policies import check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.history.operations import Written
from waypost.plans.forms.strategies import AnswerForm
from waypost.plans.models import Commitment
from waypost.plans.operations import commitments as operations
from waypost.plans.policies import check_can_answer
from waypost.plans.queries.strategy_page import (
    asked_member,
    asked_members,
    one_strategy,
    strategy_of,
)
from waypost.plans.views.strategies import HERE, place_of
from waypost.staff.policies import signed_in


@require_POST
def telling(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Note that the members chosen were told of the strategy; all who are asked, if none is."""
    access = access_to(signed_in(request), pk)
    strategy = strategy_of(access, code)
    chosen = set(request.POST.getlist("member"))
    members = [
        member for member in asked_members(access) if not chosen or member.ref.code in chosen
    ]
    do = operations.ask_again if "again" in request.POST else operations.tell_members
    announce(request, do(access=access, strategy=strategy, members=members))
    return redirect(way_back(request, place_of(access, code)))


@require_POST
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind everybody who was told of a strategy and has not answered."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    members = asked_members(access)
    say_reminded(request, operations.remind_silent(access=access, members=members))
    return redirect(HERE, pk)


def say_reminded(request: HttpRequest, written: Written[Any]) -> None:
    """There is no way back: the mails are on their way."""
    done = written.change_set
    messages.success(request, done.what if done else _("Everybody was reminded today already"))


@require_http_methods(["GET", "HEAD", "POST"])
def commitment(request: HttpRequest, pk: int, code: str, member: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    strategy = strategy_of(access, code)
    who = asked_member(access, member)
    check_can_answer(access, who)
    page = one_strategy(access, code, timezone.localdate())
    wording = page.section.wording
    said = answered(strategy.commitments.filter(member=who).first(), wording)
    initial = {"wording": wording, "answer": request.GET.get("answer", ""), **said}
    form = AnswerForm(request.POST or None, initial=initial, wording=wording)
    facts = {"access": access, "strategy": strategy, "member": who}
    if written := attempt(operations.answer, form, **facts):
        announce(request, written)
        return redirect(way_back(request, place_of(access, code)))
    rail = rail_for(access, HERE, page.team)
    context = {**facts, "form": form, "section": page.section, "rail": rail}
    context["is_answered"] = bool(said)
    return render(request, "plans/commitment.html", context, status=status_of(form))


@require_POST
def withdrawal(request: HttpRequest, pk: int, code: str, member: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    strategy = strategy_of(access, code)
    who = asked_member(access, member)
    announce(request, operations.withdraw(access=access, strategy=strategy, member=who))
    return redirect(way_back(request, place_of(access, code)))


def answered(record: Commitment | None, wording: int) -> dict[str, str]:
    """What the member said to this wording, for the form; nothing while that is open."""
    if record is None or (record.committed is None and not record.doubts):
        return {}
    if (record.wording_version or wording) < wording:
        return {}
    return {
        "answer": AnswerForm.YES if record.committed else AnswerForm.NO,
        "doubts": record.doubts,
    }
