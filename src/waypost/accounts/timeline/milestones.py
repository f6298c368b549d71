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
from waypost.document.statements import ACCOUNT, Statement, days, write
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
    """Those that are over."""
    asked = {ACCOUNT: access.account.pk} | days({TODAY: today})
    reviews = [row["date"] for row in _reviews().rows(asked)]
    acceptance = next((row["on"] for row in _acceptance().rows(asked)), None)
    sessions = [row["date"] for row in _sessions().rows(asked)]
    files = _files(hidden_from(access)).rows(asked)
    found = chain(
        (Milestone(on=day, what=_("Monthly review"), is_review=True) for day in reviews),
        (Milestone(on=acceptance, what=_("Accepted")),) if acceptance else (),
        (Milestone(on=day, what=_("Planning session")) for day in sessions),
        (
            Milestone(
                on=timezone.localtime(file["at"]).date(), what=file["what"], change=file["pk"]
            )
            for file in files
        ),
    )
    return Milestones(
        found=tuple(sorted(found, key=lambda one: one.on, reverse=True)),
        review=reviews[0] if reviews else None,
        acceptance=acceptance,
    )


def beginning(day: date) -> datetime:
    """When a day begins where the person is."""
    return timezone.make_aware(datetime.combine(day, time.min))


@cache
def _reviews() -> Statement:
    held = Review.objects.filter(account=ACCOUNT, held=True, date__lte=TODAY)
    return write(held.order_by("-date"), "date")


@cache
def _files(hidden: tuple[SeenBy, ...]) -> Statement:
    final = changes_in(ACCOUNT, hidden).filter(is_final=True, changes__table="accounts.account")
    return write(final.distinct(), "pk", "at", "what")


@cache
def _acceptance() -> Statement:
    accepted = SeniorAcceptance.objects.filter(account=ACCOUNT, accepted=True, on__lte=TODAY)
    return write(accepted.order_by("pk"), "on")


@cache
def _sessions() -> Statement:
    return write(PlanningSession.objects.live().filter(account=ACCOUNT, date__lte=TODAY), "date")
