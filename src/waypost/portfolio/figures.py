"""One account as the list reads it."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, NamedTuple, Self

from django.utils import timezone

from waypost.accounts.tiering import candidate, sees_margins, sees_notes
from waypost.health.models import AccountSummary, Finding, known_findings
from waypost.method.tiers import Candidate

UNTOUCHED_DAYS: Final = 30


class Figures(NamedTuple):
    """What an account's row begins with. Those of its summary are None until it has one."""

    pk: int
    name: str
    tier: str
    parent: str
    touched_at: datetime
    lead_name: str | None
    lead_user_id: int | None
    place: str | None
    greens: int | None
    ambers: int | None
    reds: int | None
    findings: int | None
    on_margins: int | None
    on_notes: int | None
    worst_finding: int | None
    stage_text: str | None
    stage_due: date | None
    stage_signal: str | None
    next_review: date | None
    currency: str
    there: Decimal | None
    brings: Decimal | None
    takes: Decimal | None
    asked: Decimal | None

    def known_to(self, standings: Collection[str]) -> Self:
        """With the findings alone that these ways to see the account let one know of."""
        if self.findings is None or not (self.on_margins or self.on_notes):
            return self
        margins = (self.on_margins or 0, sees_margins(standings))
        notes = (self.on_notes or 0, sees_notes(standings))
        return self._replace(findings=known_findings(self.findings, margins, notes))

    @property
    def candidate(self) -> Candidate:
        """The account as it is compared with others (ROTI-1)."""
        return candidate(self.currency, self.there, self.brings, self.takes, self.asked)

    @property
    def touched_on(self) -> date:
        """The day where the person who looks is."""
        return timezone.localdate(self.touched_at)

    @property
    def needs_decision(self) -> bool:
        serious = self.worst_finding == Finding.Severity.SERIOUS
        return serious or self.stage_signal == AccountSummary.Signal.RED

    def is_untouched(self, today: date) -> bool:
        return (today - self.touched_on).days > UNTOUCHED_DAYS

    def is_review_late(self, today: date) -> bool:
        return self.next_review is not None and self.next_review < today

    def is_review_this_month(self, today: date) -> bool:
        """A late one is still to be held, so it counts."""
        return self.next_review is not None and self.next_review < first_of_next_month(today)


# Where `Account` keeps them, in the same order.
SOURCES: Final = (
    "pk",
    "name",
    "tier",
    "parent",
    "touched_at",
    "summary__lead_name",
    "summary__lead_user_id",
    "summary__place",
    "summary__greens",
    "summary__ambers",
    "summary__reds",
    "summary__findings",
    "summary__findings_on_margins",
    "summary__findings_on_notes",
    "summary__worst_finding",
    "summary__next_stage_text",
    "summary__next_stage_due",
    "summary__next_stage_signal",
    "summary__next_review",
    "currency",
    "team_hours_next_12_months",
    "summary__potential",
    "summary__potential_hours",
    "summary__hours_asked",
)


def first_of_next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=31)).replace(day=1)
