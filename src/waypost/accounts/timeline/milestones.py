"""What divides the history of an account: reviews, the acceptance, sessions, plans from files."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.timeline.entries import changes_of
from waypost.planning.models import PlanningSession, Review, SeniorAcceptance

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
    account = access.account
    reviews = list(
        Review.objects.filter(account=account, held=True, date__lte=today)
        .order_by("-date")
        .values_list("date", flat=True)
    )
    accepted = SeniorAcceptance.objects.filter(account=account, accepted=True, on__lte=today)
    acceptance = accepted.values_list("on", flat=True).first()
    sessions = PlanningSession.objects.live().filter(account=account, date__lte=today)
    files = changes_of(access).filter(is_final=True, changes__table="accounts.account").distinct()
    found = chain(
        (Milestone(on=day, what=_("Monthly review"), is_review=True) for day in reviews),
        (Milestone(on=acceptance, what=_("Accepted")),) if acceptance else (),
        (
            Milestone(on=day, what=_("Planning session"))
            for day in sessions.values_list("date", flat=True)
        ),
        (
            Milestone(on=timezone.localtime(one.at).date(), what=one.what, change=one.pk)
            for one in files
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
