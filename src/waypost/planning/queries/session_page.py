"""The page of one planning session, in whatever state it is."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.planning.models import PlanningSession, RoundStep
from waypost.planning.queries.rounds_list import RoundLine, round_lines
from waypost.planning.queries.sessions import title_of, when_of
from waypost.planning.queries.sessions_agenda import Agenda, Parked, agenda_of, parked_of
from waypost.planning.queries.sessions_calendar import is_in_calendars
from waypost.planning.queries.sessions_closing import (
    Decision,
    Gap,
    decisions_of,
    gaps_of_session,
    outcome_of,
)
from waypost.planning.queries.sessions_mails import Mails, mails_of, with_mails
from waypost.planning.queries.sessions_people import People, people_of
from waypost.planning.queries.sessions_times import Times, times_of
from waypost.plans.queries.wording import Reader

State = PlanningSession.State
PARTS = (
    *("team", "people", "objectives", "strategies", "short_term_plan", "opportunities"),
    "sessions",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """Where the session stands, in the bar."""

    label: str
    done: bool
    current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionPage:
    """Everything that the page shows; ``stamp`` tells it from the page a moment ago."""

    code: str
    title: str
    when: str
    state: str
    led_by: str
    place: str
    steps: tuple[Step, ...]
    is_overdue: bool
    in_calendars: bool
    customer_note: str
    second_level: str
    second_level_left: bool | None
    called_off_why: str
    outcome: str
    documented: bool
    manager_present: bool | None
    people: People
    mails: Mails | None
    times: Times
    agenda: Agenda
    parked: tuple[Parked, ...]
    decisions: tuple[Decision, ...]
    gaps: tuple[Gap, ...]
    proposed_outcome: str
    rounds: tuple[RoundLine, ...]

    @property
    def stamp(self) -> str:
        return sha256(repr(self).encode()).hexdigest()[:16]


def session_page(reader: Reader, access: Access, session: PlanningSession) -> SessionPage:
    """The same number of queries however large the plan and the team are."""
    state = session.state_on(reader.today)
    people = people_of(reader, session)
    times = times_of(reader, access, session, people)
    mails = None
    if state is State.PLANNED:
        invited = {one.code for one in people.guests if one.invited}
        silent = {code for code, _name in times.silent}
        mails = mails_of(session, invited, silent if times.slots else (), reader.today)
        people = with_mails(people, mails)
    agenda = agenda_of(reader, session)
    decisions = decisions_of(reader, session)
    second_level = session.second_level if session.second_level_attended_customer_part else None
    is_over = session.date is not None and session.date < reader.today
    rounds = round_lines(session)
    waiting = sorted((one.key, one.question) for one in rounds if one.step == RoundStep.Step.INPUT)
    return SessionPage(
        code=session.ref.code,
        title=title_of(session),
        when=when_of(session, reader),
        state=state.value,
        led_by=session.led_by.name if session.led_by else "",
        place=session.place,
        steps=_steps(session, state, people, agenda),
        is_overdue=state is State.PLANNED and is_over,
        in_calendars=is_in_calendars(session),
        customer_note=session.opening_note,
        second_level=second_level.name if second_level else "",
        second_level_left=session.second_level_left_after,
        called_off_why=session.called_off_why,
        outcome=session.outcome,
        documented=bool(session.documented),
        manager_present=session.first_line_manager_present,
        people=people,
        mails=mails,
        times=times,
        agenda=agenda,
        parked=parked_of(reader, session),
        decisions=decisions,
        gaps=gaps_of_session(session, waiting) if state is State.OPEN else (),
        proposed_outcome=session.outcome or outcome_of(decisions),
        rounds=rounds,
    )


def _steps(
    session: PlanningSession, state: PlanningSession.State, people: People, agenda: Agenda
) -> tuple[Step, ...]:
    is_over = state is State.CLOSED
    begun = is_over or state is State.OPEN
    done = (
        (_("Find a time"), begun or session.date is not None),
        (_("Invite"), begun or not people.missing),
        (_("Agenda"), begun or bool(agenda.topics)),
        (_("Plan together"), is_over),
        (_("Minutes"), is_over and bool(session.documented)),
    )
    first = next((label for label, is_done in done if not is_done), "")
    return tuple(Step(label=label, done=is_done, current=label == first) for label, is_done in done)
