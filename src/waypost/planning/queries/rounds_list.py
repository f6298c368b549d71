"""The rounds of a session: what is asked, how far each is, where people are apart."""

from dataclasses import dataclass

from waypost.accounts.policies import Access
from waypost.method.rounds import most_apart_first
from waypost.planning.models import PlanningSession, Round
from waypost.planning.policies import can_run_rounds
from waypost.planning.queries.rounds import disagreements, rounds_of, took_part
from waypost.planning.queries.rounds_words import spread_in_words
from waypost.planning.queries.sessions import title_of, when_of
from waypost.plans.queries.wording import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundLine:
    """One round; ``took_part`` is how many have written in it, once it is revealed."""

    key: int
    question: str
    kind_words: str
    step: str
    step_words: str
    topic: int | None
    topic_title: str
    spread: str
    took_part: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundsPage:
    title: str
    when: str
    may_run: bool
    can_sort: bool
    rounds: tuple[RoundLine, ...]


def rounds_page(reader: Reader, access: Access, session: PlanningSession) -> RoundsPage:
    """Where people are most apart first. The same few queries for three people and for forty."""
    lines = round_lines(session)
    may_run = can_run_rounds(access, session)
    return RoundsPage(
        title=title_of(session),
        when=when_of(session, reader),
        may_run=may_run and session.state_on(reader.today) in OPEN,
        can_sort=any(line.spread and line.topic for line in lines),
        rounds=lines,
    )


def round_lines(session: PlanningSession) -> tuple[RoundLine, ...]:
    rows = {row.pk: row for row in rounds_of(session)}
    apart, people = disagreements(rows.values()), took_part(rows.values())
    order = most_apart_first((key, apart.get(key)) for key in rows)
    return tuple(
        RoundLine(
            key=key,
            question=rows[key].question,
            kind_words=rows[key].get_kind_display(),
            step=rows[key].step,
            step_words=str(rows[key].step.label),
            topic=rows[key].topic_id,
            topic_title=_topic(rows[key]),
            spread=spread_in_words(apart.get(key)),
            took_part=people.get(key),
        )
        for key in order
    )


def _topic(row: Round) -> str:
    return row.topic.title if row.topic else ""


OPEN = {PlanningSession.State.PLANNED, PlanningSession.State.OPEN}
