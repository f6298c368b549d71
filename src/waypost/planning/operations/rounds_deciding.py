"""Answers go into the plan in one step, with their authors (SES-1: documented; SES-6: theirs)."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waypost.accounts.models import Ref, TeamMember
from waypost.accounts.operations import lock, new_ref, writing
from waypost.accounts.policies import Access
from waypost.contacts.models import BuyingRole, Contact, DecisionGroup, GroupMembership
from waypost.history.operations import Recording, Written
from waypost.history.writes import insert
from waypost.method.shape import Kind
from waypost.planning.models import (
    Contribution,
    DecisionAuthor,
    PlanningSession,
    Round,
    SessionDecision,
)
from waypost.planning.operations.rounds import held, take
from waypost.planning.operations.sessions import State, change, in_state
from waypost.planning.policies import check_can_run_rounds
from waypost.planning.queries.rounds import Step, names_of
from waypost.planning.queries.rounds_words import choice_in_words
from waypost.plans.models import LightChange, Objective, Strategy, TrafficLight
from waypost.plans.operations.objectives import KINDS
from waypost.plans.queries.wording import names
from waypost.ui.formats import excerpt, short_date

LEVELS: Final = {
    Round.Kind.VISION: Objective.Level.VISIONARY,
    Round.Kind.SENTENCE: Objective.Level.RELATIONSHIP,
    Round.Kind.OBJECTIVE: Objective.Level.BUSINESS,
}
TAKEN: Final = {
    Round.Kind.VISION: gettext_lazy("Took the vision “%(text)s” into the plan"),
    Round.Kind.SENTENCE: gettext_lazy("Took the sentence “%(text)s” into the plan"),
    Round.Kind.OBJECTIVE: gettext_lazy("Took the business objective “%(text)s” into the plan"),
    Round.Kind.STRATEGY: gettext_lazy("Took the strategy “%(text)s” into the plan"),
    Round.Kind.LIGHT: gettext_lazy("Took the light “%(text)s” into the plan"),
    Round.Kind.ROLE: gettext_lazy("Noted the role of a person: %(text)s"),
    Round.Kind.DISPOSITION: gettext_lazy("Noted how a person stands to us: %(text)s"),
}


@transaction.atomic
def decide_round(
    *,
    access: Access,
    session: PlanningSession,
    row: Round,
    places: Collection[int],
    horizon_years: int | None = None,
) -> Written[Any]:
    """Take the answers at these places into the plan as drafts, and note the decision of the
    session with who wrote them. All of it can be taken back as one.

    ``horizon_years``: when a vision is to be true. ValidationError where there is nothing to take,
    or more than one answer about one colour, role or disposition.
    """
    check_can_run_rounds(access, session)
    current = held(access, row)
    if current.step == Step.DECIDED:
        return Written(current, None)
    session = in_state(access, session, State.OPEN)
    _check_ready(current)
    chosen = _chosen(current, places)
    wrote = {one.pk: (one, *one.merged.order_by("place")) for one in chosen}
    authors = [one.author_id for all_of in wrote.values() for one in all_of]
    what = _sentence(access, session, current, chosen, authors)
    with writing(access=access, what=what) as recording:
        for answer in chosen:
            part = _become(access, current, answer, horizon_years, recording)
            change(answer, recording, became=part)
            _note(session, current, answer, part, wrote[answer.pk], recording)
        take(current, Step.DECIDED, access, recording)
    return Written(current, recording.change_set)


def _check_ready(row: Round) -> None:
    ready = Step.CLOSED if row.dots else Step.REVEALED
    if row.step != ready:
        raise ValidationError(
            _("Close the vote first.") if row.dots else _("Reveal the answers first.")
        )


def _chosen(row: Round, places: Collection[int]) -> Sequence[Contribution]:
    answers = Contribution.objects.filter(round=row, merged_into=None, place__in=places)
    found = list(answers.order_by("place"))
    if not found or len(found) != len(set(places)):
        raise ValidationError({"places": _("Choose what goes into the plan.")})
    if row.asks_for_choice and len(found) > 1:
        raise ValidationError({"places": _("Choose one answer: it is about one thing.")})
    if row.asks_for_choice and not found[0].choice:
        raise ValidationError({"places": _("Choose an answer that says which it is.")})
    if row.kind == Round.Kind.LIGHT and not found[0].text:
        raise ValidationError({"places": _("Choose an answer that says what is the case.")})
    return found


def _become(
    access: Access, row: Round, answer: Contribution, years: int | None, recording: Recording
) -> Ref:
    """What the answer is in the plan from now on."""
    match row.kind:
        case Round.Kind.STRATEGY:
            values: dict[str, Any] = {"statement": answer.text, "wording_version": 1}
            return _new(Strategy, access, Kind.STRATEGY, values, recording)
        case Round.Kind.LIGHT:
            return _light(access, row, answer, recording)
        case Round.Kind.ROLE:
            return _role(row, answer, recording)
        case Round.Kind.DISPOSITION:
            contact = lock(_person(row))
            change(contact, recording, disposition=answer.choice)
            return contact.ref
    level = LEVELS[Round.Kind(row.kind)]
    values = {"level": level, "text": answer.text}
    if level == Objective.Level.VISIONARY:
        values["horizon_years"] = years
    return _new(Objective, access, KINDS[level], values, recording)


def _new(
    model: Any, access: Access, kind: Kind, values: dict[str, Any], recording: Recording
) -> Ref:
    ref = new_ref(access.account, kind, recording)
    made = model(account=access.account, ref=ref, **values)
    insert(made)
    recording.created(made)
    return ref


def _light(access: Access, row: Round, answer: Contribution, recording: Recording) -> Ref:
    today = timezone.localdate()
    values = {"text": answer.text, "colour": answer.choice, "on": row.about, "since": today}
    ref = _new(TrafficLight, access, Kind.LIGHT, values, recording)
    light = TrafficLight.objects.get(ref=ref)
    recording.created(LightChange.objects.create(light=light, on=today, to_colour=answer.choice))
    return ref


def _role(row: Round, answer: Contribution, recording: Recording) -> Ref:
    """The person has this role in the decision, beside those that they have."""
    contact = _person(row)
    group = DecisionGroup.objects.live().filter(ref=row.within).first()
    if group is None:
        raise ValidationError(
            _("The decision that this round is about is not in the plan any more.")
        )
    group = lock(group)
    place, is_new = GroupMembership.objects.get_or_create(group=group, contact=contact)
    if is_new:
        recording.created(place)
    role, is_new = BuyingRole.objects.get_or_create(membership=place, role=answer.choice)
    if is_new:
        recording.created(role)
    change(group, recording, version=group.version + 1)
    return contact.ref


def _person(row: Round) -> Contact:
    found = Contact.objects.live().filter(ref=row.about).select_related("ref").first()
    if found is None:
        raise ValidationError(_("The person whom this round is about is not in the plan any more."))
    return found


def _note(
    session: PlanningSession,
    row: Round,
    answer: Contribution,
    part: Ref,
    wrote: Sequence[Contribution],
    recording: Recording,
) -> None:
    """The decision of the session, with who wrote what was decided."""
    words = _words(row, [answer])
    decision = SessionDecision(session=session, topic=row.topic, words=words, part=part)
    decision.save()
    recording.created(decision)
    users = {one.author_id for one in wrote}
    team = TeamMember.objects.live().filter(account=session.account_id, user__in=users)
    for member in team.order_by("pk"):
        author = DecisionAuthor.objects.create(decision=decision, person_id=member.ref_id)
        recording.created(author)


def _words(row: Round, answers: Sequence[Contribution]) -> str:
    """What was decided, as it is read later."""
    answer = answers[0]
    if row.kind in {Round.Kind.ROLE, Round.Kind.DISPOSITION}:
        return f"{_person(row).name}: {choice_in_words(row, answer)}"
    return answer.text


def _sentence(
    access: Access,
    session: PlanningSession,
    row: Round,
    chosen: Sequence[Contribution],
    authors: Sequence[int],
) -> str:
    """Took the strategy “…” into the plan, from the session of 10 Dec, by Olga and Tom."""
    if len(chosen) == 1:
        words = {"text": excerpt(_words(row, chosen))}
        what = str(TAKEN[Round.Kind(row.kind)]) % words
    else:
        what = ngettext(
            "Took %(count)s answer into the plan",
            "Took %(count)s answers into the plan",
            len(chosen),
        ) % {"count": len(chosen)}
    named = names_of(access.account, authors)
    by = names(named[user] for user in dict.fromkeys(authors))
    said = {"what": what, "names": by, "day": short_date(session.date, timezone.localdate())}
    if not session.date:
        return _("%(what)s, from the session, by %(names)s") % said
    return _("%(what)s, from the session of %(day)s, by %(names)s") % said
