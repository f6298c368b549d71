"""The page of a plan's health: everything found, and what the team leaves as it is."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from waypost.accounts.policies import Access, Capability
from waypost.health.models import Dismissal
from waypost.health.queries.findings import FindingLine, findings_of
from waypost.ui.formats import short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The findings of one severity."""

    title: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Left:
    """A finding that was dismissed. The reason is for those who read what the team says."""

    pk: int
    message: str
    reason: str
    by: str
    on: str
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HealthPage:
    groups: tuple[Group, ...]
    left: tuple[Left, ...]
    count: int
    computed_on: date | None


def health_page(access: Access, today: date) -> HealthPage:
    found = findings_of(access)
    by_severity = groupby(found.lines, key=lambda line: line.severity)  # they stand worst first
    return HealthPage(
        groups=tuple(Group(title=title, lines=tuple(lines)) for title, lines in by_severity),
        left=_left(access, today),
        count=found.count,
        computed_on=found.computed_on,
    )


def _left(access: Access, today: date) -> tuple[Left, ...]:
    """Also what was not found again since: it still holds should it come back."""
    sees_reasons = access.may(Capability.SEE_MARGINS)
    rows = Dismissal.objects.live().filter(account=access.account).order_by("-on", "-pk")
    return tuple(
        Left(
            pk=row.pk,
            message=row.message,
            reason=row.reason if sees_reasons else "",
            by=row.by_name,
            on=short_date(row.on, today),
            rule=row.rule,
        )
        for row in rows
    )
