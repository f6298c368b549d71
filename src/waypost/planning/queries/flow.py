"""One review from the top to the end: what is asked in it, what is answered (STP-2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.timeline import Line
from waypost.health.queries.findings import FindingLine, findings_of
from waypost.method.reviews import (
    Missing,
    Rolling,
    missing,
    quota,
    rolling,
    settled,
)
from waypost.planning.models import Review
from waypost.planning.queries.flow_lines import (
    Goal,
    Light,
    Outline,
    QuotaLine,
    Sentence,
    ToSettle,
    goal_lines,
    light_lines,
    outline_lines,
    quota_line,
    quote_lines,
    sentence_lines,
    settle_lines,
)
from waypost.planning.queries.stored import Carried, stored
from waypost.planning.queries.wording import DrawnMonth, in_months, since_last, the_months
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.soft_page import HeardLine
from waypost.plans.queries.wording import Reader, names
from waypost.ui.formats import counted, excerpt

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
    quotes: tuple[HeardLine, ...]
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
    moves: bool
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
    goals = tuple(goal_lines(reader, begun.date()))
    sentences = tuple(sentence_lines(reader, kept))
    lights = tuple(light_lines(reader, kept, begun.date()))
    lacks = missing(plan, rolls)
    found = findings_of(access, most=FINDINGS)
    decisions = tuple(line for line in review.notes.splitlines() if line.strip())
    done = {
        "since": True,
        "goals": all(goal.today or not goal.measured for goal in goals),
        "settle": not lacks.unsettled,
        "ready": not lacks.not_ready,
        "sentences": all(sentence.answer for sentence in sentences),
        "lights": all(light.looked_at for light in lights),
        "decisions": bool(decisions),
    }
    outlines = tuple(outline_lines(plan, rolls, kept))
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
        settle=tuple(settle_lines(reader, rolls, kept)),
        carried=kept.carried(reader),
        done=tuple(excerpt(action.what) for action in settled(plan, rolls)),
        coming=month_in_words(rolls.coming, reader),
        next_month=month_in_words(rolls.coming.plus(1), reader),
        next_key=str(rolls.coming.plus(1)),
        outlines=outlines,
        ready_count=sum(outline.ready for outline in outlines),
        quota=quota_line(quota(plan, rolls.coming)),
        sentences=sentences,
        quotes=quote_lines(reader, access.account),
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
        moves=rolls.now != rolls.after,
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
