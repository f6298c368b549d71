"""The sites of the customer, with their lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from waypost.document.statements import Row


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteLine:
    code: str
    name: str
    country: str
    lines: tuple[str, ...]


def site_lines(rows: Iterable[Row]) -> tuple[SiteLine, ...]:
    """Of rows that have a site and one of its lines each, those of a site together."""
    return tuple(
        SiteLine(
            code=code,
            name=name,
            country=country,
            lines=tuple(row["lines__name"] for row in lines if row["lines__name"] is not None),
        )
        for (code, name, country), lines in groupby(
            rows, itemgetter("ref__code", "name", "country")
        )
    )
