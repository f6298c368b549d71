"""One review from the top to the end: what is asked in it, what is answered (STP-2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.policies import Access
from waypost.accounts.timeline import Line
from waypost.health.queries.findings import FindingLine, findings_of
from waypost.method.lights import read_lights
from waypost.method.objectives import standing
from waypost.method.plan import Action, Plan
from waypost.method.reviews import (
    Missing,
    Quota,
    Rolling,
    missing,
    open_in,
    quota,
    readiness,
    rolling,
    settled,
    to_settle,
)
from waypost.method.short_term import is_important_not_urgent, is_late
from waypost.planning.models import Review
from waypost.planning.queries.stored import Carried, Stored, stored
from waypost.planning.queries.wording import DrawnMonth, in_months, since_last, the_months
from waypost.plans.queries.progress import state_word
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Owner, Reader, names
from waypost.ui.formats import counted, excerpt, hours, number

FINDINGS: Final = 5
SECTIONS: Final = ("since", "goals", "settle", "ready", "sentences", "lights", "decisions")


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A part of the review, in the bar: what it is called, and whether all of it is answered."""

    key: str
    label: str
    done: bool
    current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """A business objective to check in on; ``today`` is what was checked in at this review."""

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """Everything that the page of a review under way shows."""

    steps: tuple[Step, ...]
    current: int
    present: tuple[str, ...]
    with_whom: str
    minutes: int
    since: tuple[Line, ...]
    since_day: str
    last_snapshot: int | None
    goals: tuple[Goal, ...]
    closing: str
    settle: tuple[ToSettle, ...]
    carried: tuple[Carried, ...]
    done: tuple[str, ...]
    coming: str
    next_month: str
    next_key: str
    outlines: tuple[Outline, ...]
    ready_count: int
    quota: QuotaLine
    sentences: tuple[Sentence, ...]
    lights: tuple[Light, ...]
    lights_left: int
    findings: tuple[FindingLine, ...]
    more_findings: int
    decisions: tuple[str, ...]
    next_review: date
    now: tuple[DrawnMonth, ...]
    after: tuple[DrawnMonth, ...]
    rolls: Rolling
    becomes: str
    missing: Missing

    @property
    def is_complete(self) -> bool:
        return self.missing == Missing()


def flow(reader: Reader, access: Access, review: Review) -> Flow:
    """The review as it stands; the same number of queries however large the plan is."""
    plan, today = reader.plan, reader.today
    rolls = rolling(plan, today)
    kept = stored(access, review, plan)
    begun = timezone.localtime(review.started_at)
    goals = tuple(_goals(reader, begun.date()))
    sentences = tuple(_sentences(reader, kept))
    lights = tuple(_lights(reader, kept, begun.date()))
    lacks = missing(plan, rolls)
    found = findings_of(access, most=FINDINGS)
    decisions = tuple(line for line in review.notes.splitlines() if line.strip())
    done = {
        "since": True,
        "goals": all(goal.today for goal in goals),
        "settle": not lacks.unsettled,
        "ready": not lacks.not_ready,
        "sentences": all(sentence.answer for sentence in sentences),
        "lights": all(light.looked_at for light in lights),
        "decisions": bool(decisions),
    }
    outlines = tuple(_outlines(plan, rolls, kept))
    since = since_last(access, reader, review)
    steps = tuple(_steps(reader, rolls, done))
    return Flow(
        steps=steps,
        current=next((n for n, step in enumerate(steps, 1) if step.current), len(steps)),
        present=kept.present,
        with_whom=names(reader.name(code) for code in kept.present),
        minutes=int((timezone.now() - begun).total_seconds() // 60),
        since=since.lines,
        since_day=since.day,
        last_snapshot=since.snapshot,
        goals=goals,
        closing=month_in_words(rolls.coming.plus(-1), reader),
        settle=tuple(_to_settle(reader, rolls, kept)),
        carried=kept.carried(reader),
        done=tuple(excerpt(action.what) for action in settled(plan, rolls)),
        coming=month_in_words(rolls.coming, reader),
        next_month=month_in_words(rolls.coming.plus(1), reader),
        next_key=str(rolls.coming.plus(1)),
        outlines=outlines,
        ready_count=sum(outline.ready for outline in outlines),
        quota=_quota(quota(plan, rolls.coming)),
        sentences=sentences,
        lights=lights,
        lights_left=sum(not light.looked_at for light in lights),
        findings=found.lines,
        more_findings=found.count - len(found.lines),
        decisions=decisions,
        next_review=kept.next_review,
        now=in_months(rolls.now, rolls, reader, after=False),
        after=in_months(rolls.after, rolls, reader, after=True),
        rolls=rolls,
        becomes=the_months(rolls.after, reader),
        missing=lacks,
    )


def _steps(reader: Reader, rolls: Rolling, done: dict[str, bool]) -> Iterator[Step]:
    labels = {
        "since": _("What changed"),
        "goals": _("Check-ins"),
        "settle": month_in_words(rolls.coming.plus(-1), reader),
        "ready": month_in_words(rolls.coming, reader),
        "sentences": _("Sentences"),
        "lights": _("Lights"),
        "decisions": _("Decisions"),
    }
    first = next((key for key in SECTIONS if not done[key]), "")
    for key in SECTIONS:
        yield Step(key=key, label=labels[key], done=done[key], current=key == first)


def _goals(reader: Reader, begun: date) -> Iterator[Goal]:
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
        )


def _to_settle(reader: Reader, rolls: Rolling, kept: Stored) -> Iterator[ToSettle]:
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


def _outlines(plan: Plan, rolls: Rolling, kept: Stored) -> Iterator[Outline]:
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


def _quota(found: Quota) -> QuotaLine:
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


def _sentences(reader: Reader, kept: Stored) -> Iterator[Sentence]:
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
        )


def _lights(reader: Reader, kept: Stored, begun: date) -> Iterator[Light]:
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


def open_words(found: Flow) -> tuple[str, ...]:
    """What finishing now would leave behind."""
    lacks = found.missing
    return tuple(
        words
        for count, words in (
            (
                len(lacks.unsettled),
                _("%(actions)s of %(month)s still to settle")
                % {"actions": counted(len(lacks.unsettled), "action"), "month": found.closing},
            ),
            (
                len(lacks.not_ready),
                _("%(actions)s of %(month)s not ready yet")
                % {"actions": counted(len(lacks.not_ready), "action"), "month": found.coming},
            ),
        )
        if count
    )
