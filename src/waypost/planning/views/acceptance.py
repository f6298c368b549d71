"""The rounds of acceptance: submitting, withdrawing, challenging, confirming, answering."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.policies import Access
from waypost.accounts.queries import access_to, plan_for, reading_access_to
from waypost.history.operations import Written
from waypost.method.acceptance import Step
from waypost.planning.forms.acceptance import (
    CONDITIONS,
    CONFIRM,
    RETURN,
    AnswerForm,
    ChallengeForm,
    ConfirmationForm,
    SeniorForm,
    SubmitForm,
    TakeBackForm,
    WithdrawForm,
)
from waypost.planning.models import Challenge, Submission
from waypost.planning.operations import acceptance as operations
from waypost.planning.operations import acceptance_challenges as challenges
from waypost.planning.operations.acceptance_checks import check_may
from waypost.planning.views.acceptance_page import PLACE, show
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the plan is; sent, it is submitted."""
    access = reading_access_to(signed_in(request), pk)
    if request.method != "POST":
        return show(request, access)
    check_may(access, Step.SUBMIT)
    form = SubmitForm(request.POST, auto_id="submit-%s")
    written = attempt(Once(request, operations.submit_plan), form, access=access)
    return answer(request, access, "submit", form, written)


@require_POST
def withdrawal(request: HttpRequest, pk: int, submission: int) -> HttpResponse:
    access, row = _submission(request, pk, submission, Step.WITHDRAW)
    form = WithdrawForm(request.POST, auto_id="withdraw-%s")
    withdraw = Once(request, operations.withdraw_submission)
    written = attempt(withdraw, form, access=access, submission=row)
    return answer(request, access, "withdraw", form, written)


@require_POST
def challenge(request: HttpRequest, pk: int, submission: int) -> HttpResponse:
    access, row = _submission(request, pk, submission, Step.CHALLENGE)
    form = ChallengeForm(request.POST, auto_id="challenge-%s")
    ask = Once(request, challenges.challenge_plan)
    written = attempt(ask, form, access=access, submission=row)
    return answer(request, access, "challenge", form, written, "challenges")


@require_POST
def challenge_answer(
    request: HttpRequest, pk: int, submission: int, challenge: int
) -> HttpResponse:
    access, _row = _submission(request, pk, submission, Step.ANSWER)
    asked = _challenge(access, submission, challenge)
    place = f"challenge-{asked.pk}"
    form = AnswerForm(request.POST, auto_id=f"{place}-%s")
    written = attempt(challenges.answer_challenge, form, access=access, challenge=asked)
    return answer(request, access, place, form, written, row=asked)


@require_POST
def challenge_removal(
    request: HttpRequest, pk: int, submission: int, challenge: int
) -> HttpResponse:
    access, _row = _submission(request, pk, submission, Step.CHALLENGE)
    asked = _challenge(access, submission, challenge)
    form = forms.Form(request.POST)
    written = attempt(challenges.withdraw_challenge, form, access=access, challenge=asked)
    return answer(request, access, "challenges", form, written)


@require_POST
def confirmation(request: HttpRequest, pk: int, submission: int) -> HttpResponse:
    """The first-line manager confirms the plan or sends it back."""
    access, row = _submission(request, pk, submission, Step.CONFIRM)
    form = ConfirmationForm(request.POST, auto_id="confirm-%s")

    def settle(*, answer: str, words: str) -> Written[Submission]:
        do = operations.confirm_plan if answer == CONFIRM else operations.send_back
        return do(access=access, submission=row, words=words)

    written = attempt(Once(request, settle), form)
    return answer(request, access, "confirm", form, written)


@require_POST
def senior_answer(request: HttpRequest, pk: int, submission: int) -> HttpResponse:
    """The senior reviewer accepts the plan, accepts it on conditions, or returns it."""
    access, row = _submission(request, pk, submission, Step.ACCEPT)
    team = plan_for(access, ("team",)).team
    form = SeniorForm(request.POST, team=team, auto_id="senior-%s")

    def settle(*, answer: str, words: str, **terms: Any) -> Written[Submission]:
        facts: dict[str, Any] = {"access": access, "submission": row, "words": words}
        if answer == RETURN:
            return operations.return_plan(**facts)
        return operations.accept_plan(**facts, on_conditions=answer == CONDITIONS, **terms)

    written = attempt(Once(request, settle), form)
    return answer(request, access, "accept", form, written)


@require_POST
def acceptance_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """The senior reviewer takes the acceptance in force back."""
    access = access_to(signed_in(request), pk)
    check_may(access, Step.TAKE_BACK)
    form = TakeBackForm(request.POST, auto_id="back-%s")
    take_back = Once(request, operations.take_acceptance_back)
    written = attempt(take_back, form, access=access)
    return answer(request, access, "take_back", form, written)


def answer(
    request: HttpRequest,
    access: Access,
    place: str,
    form: forms.Form,
    written: Written[Any] | None,
    back: str = "",
    row: Any = None,
) -> HttpResponse:
    """Back to the place of the step; where something stands against it, it is said there."""
    if written is None:
        return show(request, access, {place: form}, row)
    done = written.change_set
    if done is not None and done.is_final:
        messages.success(request, done.what)
    else:
        announce(request, written)
    return redirect(f"{reverse(PLACE, args=[access.account.pk])}#{back or place}")


def _submission(
    request: HttpRequest, pk: int, submission: int, step: Step
) -> tuple[Access, Submission]:
    access = access_to(signed_in(request), pk)
    check_may(access, step)
    rows = Submission.objects.filter(account=access.account)
    return access, get_object_or_404(rows, pk=submission)


def _challenge(access: Access, submission: int, challenge: int) -> Challenge:
    rows = Challenge.objects.filter(submission=submission, submission__account=access.account)
    return get_object_or_404(rows.select_related("submission"), pk=challenge)
