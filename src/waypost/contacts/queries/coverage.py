"""Who of them somebody of us knows, by level and site (DMG-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from waypost.contacts.queries.org import levels
from waypost.contacts.queries.standing import is_seen
from waypost.method.plan import Person, Plan
from waypost.ui.memory import remembered

SQUARES: Final = 12  # in one cell; the words count all


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """``squares``: f known and seen, h known and not seen lately, n nobody of us knows them.

    ``is_gap``: nobody of us knows anybody at that site.
    """

    squares: tuple[str, ...]
    text: str
    is_gap: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """One row for each level, one column for each site, and one for people without a site."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def coverage(plan: Plan, people: Sequence[Person], today: date) -> Coverage:
    """Of the people who are still with the customer."""
    sites: dict[str | None, str] = {site.id: site.name for site in plan.account.locations}
    if any(person.location not in sites for person in people):
        sites[None] = _("No site said")
    place = {person.id: person.location if person.location in sites else None for person in people}
    reached = {place[person.id] for person in people if person.known_by}
    rows = []
    for level, those in levels(people).items():
        cells: dict[str | None, list[Person]] = {site: [] for site in sites}
        for person in those:
            cells[place[person.id]].append(person)
        found = (
            _cell(cells[site], today, gap=site is not None and site not in reached)
            for site in sites
        )
        rows.append((level_in_words(level), tuple(found)))
    return Coverage(columns=tuple(sites.values()), rows=tuple(rows))


@remembered
def level_in_words(level: int | None) -> str:
    if level is None:
        return _("Level not known")
    return _("Level 1, the top") if level == 1 else _("Level %(level)s") % {"level": level}


def _cell(people: Sequence[Person], today: date, *, gap: bool) -> Cell:
    if not people:
        said = _("nobody known") if gap else _("none")
        return Cell(squares=(), text=said, is_gap=gap)
    marks = sorted(
        "n" if not one.known_by else "f" if is_seen(one, today) else "h" for one in people
    )
    known, stale = len(marks) - marks.count("n"), marks.count("h")
    sentence = _("%(known)s of %(count)s")
    if stale:
        sentence = _("%(known)s of %(count)s, %(stale)s not seen")
    text = sentence % {"known": known, "count": len(people), "stale": stale}
    return Cell(squares=tuple(marks[:SQUARES]), text=text)
