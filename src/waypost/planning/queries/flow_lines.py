"""What a review asks, line by line: figures, actions, sentences, lights (STP-2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import Account
from waypost.contacts.models import Said
from waypost.method.goals import State
from waypost.method.lights import read_lights
from waypost.method.objectives import standing
from waypost.method.plan import Action, Plan
from waypost.method.reviews import Quota, Rolling, open_in, readiness, to_settle
from waypost.method.short_term import is_important_not_urgent, is_late
from waypost.planning.queries.stored import Stored
from waypost.plans.queries.progress import state_word
from waypost.plans.queries.soft_page import HeardLine
from waypost.plans.queries.wording import Owner, Reader, known
from waypost.ui.formats import excerpt, hours, number

QUOTES = 10  # of what they said for no sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """A business objective to check in on, where it is ``measured``; ``today`` is what was checked
    in at this review."""

    code: str
    text: str
    next: str
    due: str
    last: str
    unit: str
    today: str
    signal: str
    state: str
    has_condition: bool
    measured: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ToSettle:
    """An open action of the months before. ``times`` it was carried already."""

    code: str
    what: str
    version: int
    owner: Owner
    facts: tuple[str, ...]
    times: range
    said: str
    warns: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """An action of the coming month: ready, or what is missing of a definite one."""

    code: str
    short: str
    version: int
    ready: bool
    no_owner: bool
    no_date: bool
    vague: bool
    important_not_urgent: bool
    action: Action


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A relationship sentence; ``heard`` is the last that was really said, ``answer`` today's."""

    code: str
    text: str
    heard: str
    source: str
    answer: str
    would_say: str
    words: str
    stamp: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Light:
    """A light to look at again; ``looked_at`` in this review already."""

    code: str
    text: str
    colour: str
    version: int
    response: str
    looked_at: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class QuotaLine:
    """The room for what is important and not urgent."""

    quota: Quota
    words: str


def goal_lines(reader: Reader, begun: date) -> Iterator[Goal]:
    for objective in reader.plan.objectives.business:
        stands = standing(objective, reader.today)
        here = [check for check in objective.check_ins if begun <= check.on <= reader.today]
        ahead = stands.next_stage
        target = objective.target
        goal = reader.figure(objective, ahead.value) if ahead else ""
        aim = goal or (reader.figure(objective, target) if target is not None else "")
        due = ahead.due if ahead else objective.due
        yield Goal(
            code=objective.id,
            text=objective.text,
            next=aim,
            due=reader.day(due),
            last="" if stands.now is None else reader.figure(objective, stands.now),
            unit=objective.unit or "",
            today=reader.figure(objective, here[-1].value) if here else "",
            signal=stands.signal or "",
            state=state_word(stands.state),
            has_condition=bool(objective.condition),
            measured=stands.state is not State.NOT_MEASURED,
        )


def settle_lines(reader: Reader, rolls: Rolling, kept: Stored) -> Iterator[ToSettle]:
    for action in to_settle(reader.plan, rolls.coming):
        times = kept.times(action.id)
        due = reader.day(action.due)
        late = is_late(action, reader.today)
        words = (_("was due %(day)s") if late else _("due %(day)s")) % {"day": due}
        yield ToSettle(
            code=action.id,
            what=action.what,
            version=kept.versions.get(action.id, 0),
            owner=reader.owner(action.owner),
            facts=tuple(fact for fact in (action.achieves or "", words if due else "") if fact),
            times=range(times),
            said=_times(times),
            warns=times > 1,
        )


def _times(times: int) -> str:
    if not times:
        return ""
    if times == 1:
        return _("carried once before")
    said = ngettext("carried %(count)s time before", "carried %(count)s times before", times)
    return said % {"count": number(times)}


def outline_lines(plan: Plan, rolls: Rolling, kept: Stored) -> Iterator[Outline]:
    for action in open_in(plan, rolls.coming):
        found = readiness(plan, action)
        yield Outline(
            code=action.id,
            short=excerpt(action.what, 60),
            version=kept.versions.get(action.id, 0),
            ready=found.ready,
            no_owner=not found.owner,
            no_date=not found.date,
            vague=not found.definite,
            important_not_urgent=is_important_not_urgent(action),
            action=action,
        )


def quota_line(found: Quota) -> QuotaLine:
    if not found.planned:
        return QuotaLine(quota=found, words=_("Nothing is planned for this month yet."))
    figure = hours if found.in_hours else number
    words = {
        "important": number(found.important),
        "planned": figure(found.planned),
        "least": figure(found.least),
    }
    said = (
        _("%(important)s of %(planned)s. The quota is a fifth, %(least)s.")
        if found.in_hours
        else _("%(important)s of %(planned)s actions. The quota is a fifth, %(least)s.")
    )
    return QuotaLine(quota=found, words=said % words)


def sentence_lines(reader: Reader, kept: Stored) -> Iterator[Sentence]:
    for sentence in reader.plan.objectives.relationship:
        said = max(sentence.heard, key=lambda heard: heard.on or date.min, default=None)
        answer = kept.answers.get(sentence.id)
        source = (said.who or "", reader.day(said.on)) if said else ()
        yield Sentence(
            code=sentence.id,
            text=sentence.text,
            heard=said.text if said else "",
            source=", ".join(part for part in source if part),
            answer=answer.label if answer else "",
            would_say=answer.would_say if answer else "",
            words=answer.words if answer else "",
            stamp=answer.stamp if answer else "",
        )


def quote_lines(reader: Reader, account: Account) -> tuple[HeardLine, ...]:
    """What contacts said for no sentence yet, the newest first; one query."""
    rows = Said.objects.filter(person__account=account, person__retired_at=None)
    newest = rows.order_by(F("on").desc(nulls_last=True), "-pk").select_related("person")[:QUOTES]
    return tuple(
        HeardLine(
            key=one.pk,
            text=one.text,
            source=", ".join(known(reader.name(one.person.code), reader.day(one.on))),
            person=one.person.code,
        )
        for one in newest
    )


def light_lines(reader: Reader, kept: Stored, begun: date) -> Iterator[Light]:
    for reading in read_lights(reader.plan, reader.today):
        light = reading.light
        yield Light(
            code=light.id,
            text=light.text,
            colour=light.colour,
            version=kept.versions.get(light.id, 0),
            response=light.response or "",
            looked_at=any(begun <= entry.on <= reader.today for entry in light.history),
        )
