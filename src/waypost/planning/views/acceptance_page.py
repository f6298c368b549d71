"""The page of acceptance, with a form for each step that the person can take now."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.accounts.rail import rail_for
from waypost.contacts.models import Contact
from waypost.history.queries import last_change_of
from waypost.method.plan import TeamMember
from waypost.planning.forms.acceptance import (
    AnswerForm,
    AssignForm,
    ChallengeForm,
    ConfirmationForm,
    PresentationForm,
    SeniorForm,
    SubmitForm,
    TakeBackForm,
    WithdrawForm,
)
from waypost.planning.queries.acceptance import AcceptancePage, acceptance_page
from waypost.planning.queries.acceptance_standing import way_of
from waypost.plans.queries.wording import Reader

PLACE = "planning:acceptance"
# What a person writes in the forms: it is not lost where the step is not open to them any more.
TYPED = ("words", "text", "answer", "conditions", "proof")
Bound = Mapping[str, forms.Form]  # the form that was sent, by the place that it stands at


def show(
    request: HttpRequest, access: Access, bound: Bound | None = None, row: Any = None
) -> HttpResponse:
    """``bound``: the form that was sent, ``row``: what it is about."""
    reader = Reader(plan_for(access), timezone.localdate())
    page = acceptance_page(access, reader, way_of(access.account))
    sent = dict(bound or {})
    form = next(iter(sent.values()), None)
    status = status_of(form) if form is not None else 200
    drawn = forms_of(access, page, sent, reader.plan.team)
    context = {
        "access": access,
        "page": page,
        "forms": drawn,
        "sent": form,
        "unsent": _unsent(page, drawn, sent),
        "last_change": last_change_of(row) if row is not None and status == 409 else None,
        "rail": rail_for(access, PLACE, reader.plan.team),
    }
    return render(request, "planning/acceptance.html", context, status=status)


def forms_of(
    access: Access, page: AcceptancePage, sent: Bound, team: Sequence[TeamMember]
) -> dict[str, Any]:
    """By place: the form that was sent, else a new one, as far as the person can send it."""
    new: dict[str, Any] = {
        "submit": lambda: SubmitForm(auto_id="submit-%s"),
        "withdraw": lambda: WithdrawForm(auto_id="withdraw-%s"),
        "challenge": lambda: ChallengeForm(auto_id="challenge-%s"),
        "confirm": lambda: ConfirmationForm(auto_id="confirm-%s"),
        "accept": lambda: SeniorForm(team=team, auto_id="senior-%s"),
        "take_back": lambda: TakeBackForm(auto_id="back-%s"),
        "plan_presentation": lambda: presentation_form(access, page),
    }
    drawn = {place: sent.get(place) or new[place]() for place in new if place in page.may}
    drawn["answers"] = [
        (challenge, sent.get(f"challenge-{challenge.pk}") or _answer_form(challenge))
        for challenge in page.challenges or ()
    ]
    drawn["proof"] = sent.get("terms")
    drawn["terms"] = [
        (term, _assign_form(place, page, sent.get("assign"), team))
        for place, term in enumerate(page.terms)
    ]
    return drawn


def _assign_form(
    place: int, page: AcceptancePage, sent: forms.Form | None, team: Sequence[TeamMember]
) -> forms.Form | None:
    """Of one condition: the form that was sent for it, else a new one; none where they may not."""
    term = page.terms[place]
    if "assign_condition" not in page.may or term.met:
        return None
    if sent is not None and sent["condition"].value() == term.text:
        return sent
    lines = [one.text for one in page.terms]
    initial: dict[str, Any] = {"condition": term.text, "owner": term.owner, "due": term.due_on}
    initial["version"] = term.version
    options = {"initial": initial, "auto_id": f"assign-{place}-%s"}
    return AssignForm(None, conditions=lines, team=team, **options)


def presentation_form(
    access: Access, page: AcceptancePage | None = None, data: Any = None
) -> PresentationForm:
    people = Contact.objects.live().filter(account=access.account, merged_into=None)
    listed = people.select_related("ref").order_by(F("level").asc(nulls_last=True), "name", "pk")
    filled = PresentationForm.filled(page.sponsor) if page else None
    return PresentationForm(data, people=list(listed), initial=filled, auto_id="presentation-%s")


def _answer_form(challenge: Any) -> AnswerForm:
    initial = {"answer": challenge.answer, "version": challenge.version}
    return AnswerForm(initial=initial, auto_id=f"challenge-{challenge.pk}-%s")


def _unsent(page: AcceptancePage, drawn: Mapping[str, Any], sent: Bound) -> tuple[str, ...]:
    """What was typed into a form that the page does not draw now."""
    shown = {*drawn, *(["terms", "assign"] if page.terms else ())}
    if "answer" in page.may:
        shown |= {f"challenge-{one.pk}" for one in page.challenges or ()}
    lost = [form.data for place, form in sent.items() if place not in shown]
    return tuple(data[name] for data in lost for name in TYPED if data.get(name))
