"""What divides the history of an account: reviews, the acceptance, sessions, plans from files."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from itertools import chain
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.timeline.entries import changes_in, hidden_from
from waypost.document.statements import ACCOUNT, days, write
from waypost.document.together import Together, together
from waypost.history.models import SeenBy
from waypost.planning.models import PlanningSession, Review, SeniorAcceptance

TODAY: Final = date(1, 1, 1)  # stands for the day asked about
MOST = 8  # milestones in the column beside the history


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone:
    """A day that divides the history; ``change`` is the change set that it is, if it is one."""

    on: date
    what: str
    change: int | None = None
    is_review: bool = False

    @property
    def title(self) -> str:
        """Monthly review, Thursday 19 November 2026."""
        return f"{self.what}, {date_format(self.on, 'l j F Y')}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestones:
    """All of them, newest first; ``review`` and ``acceptance`` are the last days of these."""

    found: tuple[Milestone, ...]
    review: date | None
    acceptance: date | None

    @property
    def newest(self) -> tuple[Milestone, ...]:
        return self.found[:MOST]


def milestones_of(access: Access, today: date) -> Milestones:
    """Those that are over; one query."""
    asked = {ACCOUNT: access.account.pk} | days({TODAY: today})
    reviews, accepted, sessions, files = _statements(hidden_from(access)).rows(asked)
    acceptance = accepted[0]["on"] if accepted else None
    found = chain(
        (Milestone(on=row["date"], what=_("Monthly review"), is_review=True) for row in reviews),
        (Milestone(on=acceptance, what=_("Accepted")),) if acceptance else (),
        (Milestone(on=row["date"], what=_("Planning session")) for row in sessions),
        (
            Milestone(
                on=timezone.localtime(file["at"]).date(), what=file["what"], change=file["pk"]
            )
            for file in files
        ),
    )
    return Milestones(
        found=tuple(sorted(found, key=lambda one: one.on, reverse=True)),
        review=reviews[0]["date"] if reviews else None,
        acceptance=acceptance,
    )


def beginning(day: date) -> datetime:
    """When a day begins where the person is."""
    return timezone.make_aware(datetime.combine(day, time.min))


@cache
def _statements(hidden: tuple[SeenBy, ...]) -> Together:
    """Reviews, acceptance, sessions, and plans from files."""
    held = Review.objects.filter(account=ACCOUNT, held=True, date__lte=TODAY)
    accepted = SeniorAcceptance.objects.filter(account=ACCOUNT, accepted=True, on__lte=TODAY)
    planned = PlanningSession.objects.live().filter(account=ACCOUNT, date__lte=TODAY)
    sessions = planned.filter(called_off_at=None)
    final = changes_in(ACCOUNT, hidden).filter(is_final=True, changes__table="accounts.account")
    return together(
        (
            write(held.order_by("-date"), "date"),
            write(accepted.order_by("pk"), "on"),
            write(sessions, "date"),
            write(final.distinct(), "pk", "at", "what"),
        )
    )
