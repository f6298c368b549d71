"""The sites of the customer, with their lines."""

from dataclasses import dataclass

from waypost.accounts.models import Location
from waypost.accounts.policies import Access


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteLine:
    code: str
    name: str
    country: str
    lines: tuple[str, ...]


def site_lines(access: Access) -> tuple[SiteLine, ...]:
    """In the order in which they were written; two queries."""
    rows = Location.objects.live().filter(account=access.account)
    return tuple(
        SiteLine(
            code=row.ref.code,
            name=row.name,
            country=row.country,
            lines=tuple(line.name for line in sorted(row.lines.all(), key=lambda line: line.pk)),
        )
        for row in rows.select_related("ref").prefetch_related("lines").order_by("pk")
    )
