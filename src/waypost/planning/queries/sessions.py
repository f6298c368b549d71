"""The page of the planning sessions: those to come, those that were held (SES-1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Account
from waypost.accounts.policies import Access
from waypost.planning.models import PlanningSession
from waypost.plans.queries.wording import Reader, listed
from waypost.ui.formats import counted, weekday_date

PARTS = ("team", "people", "sessions")
State = PlanningSession.State


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionLine:
    """One session in the list; ``lacks`` is what the method misses in one that was held."""

    code: str
    title: str
    when: str
    state: str
    state_words: str
    led_by: str
    people: str
    outcome: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionsPage:
    to_come: tuple[SessionLine, ...]
    past: tuple[SessionLine, ...]
    held_count: int


def session_of(access: Access, code: str) -> PlanningSession:
    """The session with this id of an account that is open; Http404 where there is none."""
    sessions = PlanningSession.objects.live().filter(account=access.account)
    related = ("ref", "led_by__ref", "opened_by__ref", "second_level__ref")
    return get_object_or_404(sessions.select_related(*related), ref__code=code)


def sessions_page(reader: Reader, account: Account) -> SessionsPage:
    """The same few queries however many sessions there are."""
    rows = PlanningSession.objects.live().filter(account=account).select_related("ref", "led_by")
    counted_rows = rows.annotate(
        invited=Count("invitees", distinct=True),
        there=Count(
            "participations",
            filter=Q(participations__participant__retired_at=None),
            distinct=True,
        ),
    )
    found = list(counted_rows.order_by("date", "starts_at", "pk"))
    coming = {State.PLANNED, State.OPEN}
    to_come = [row for row in found if row.state_on(reader.today) in coming]
    past = [row for row in reversed(found) if row.state_on(reader.today) not in coming]
    return SessionsPage(
        to_come=tuple(_lines(reader, to_come)),
        past=tuple(_lines(reader, past)),
        held_count=sum(row.called_off_at is None for row in past),
    )


def _lines(reader: Reader, rows: Sequence[PlanningSession]) -> Iterator[SessionLine]:
    for row in rows:
        state = row.state_on(reader.today)
        yield SessionLine(
            code=row.ref.code,
            title=title_of(row),
            when=when_of(row, reader),
            state=state.value,
            state_words=str(state.label),
            led_by=row.led_by.name if row.led_by else "",
            people=_people(row, state),
            outcome=row.called_off_why if state is State.CALLED_OFF else row.outcome,
            lacks=tuple(_lacks(row)) if state is State.CLOSED else (),
        )


def _people(row: PlanningSession, state: PlanningSession.State) -> str:
    invited: int = getattr(row, "invited", 0)
    there: int = getattr(row, "there", 0)
    if state is State.PLANNED:
        return _("%(people)s invited") % {"people": counted(invited or there, "person")}
    return _("%(people)s took part") % {"people": counted(there, "person")} if there else ""


def _lacks(row: PlanningSession) -> Iterator[str]:
    """What can be put right on the page of a session that was held."""
    if row.first_line_manager_present is False:
        yield _("without the first-line manager")
    if row.second_level_attended_customer_part and row.second_level_left_after is False:
        yield _("second-level management stayed")
    if row.documented is False:
        yield _("not documented")


def title_of(row: PlanningSession) -> str:
    return row.purpose or _("Planning session")


def when_of(row: PlanningSession, reader: Reader) -> str:
    """Thu 10 Dec, 14:00 to 17:00, where the reader is; as much of it as is known.

    As it is planned, from its opening on as it was. A day that was put right has no hour.
    """
    begins = row.opened_at or row.starts_at
    if begins is None or (row.closed_at and timezone.localdate(begins) != row.date):
        return weekday_date(row.date, reader.today) or _("no date yet")
    if row.opened_at is None:
        return time_of(begins, row.minutes, reader.today)
    return _from_to(begins, row.closed_at, reader.today)


def time_of(begins: datetime, minutes: int | None, today: date) -> str:
    """Thu 10 Dec, 14:00 to 17:00, where the reader is."""
    ends = begins + timedelta(minutes=minutes) if minutes else None
    return _from_to(begins, ends, today)


def _from_to(begins: datetime, ends: datetime | None, today: date) -> str:
    here = timezone.localtime(begins)
    words = {"begins": f"{here:%H:%M}", "ends": f"{timezone.localtime(ends):%H:%M}" if ends else ""}
    # Translators: from one time of the day to another, such as 14:00 to 17:00
    hours = _("%(begins)s to %(ends)s") % words if ends else words["begins"]
    return listed(weekday_date(here.date(), today), hours)
