"""Reading the list of accounts. How many queries it takes does not depend on how many there are.

Of up to COUNTED accounts all are read, so that everything about them can be counted; they are
found by their ids, which is as quick among many accounts of others as among few. Somebody who sees
more has them listed page by page, and nothing counted until filters leave COUNTED or fewer.
"""

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, QuerySet

from waypost.accounts.models import Account
from waypost.accounts.tiering import sees_margins
from waypost.method.tiers import Candidate
from waypost.portfolio import filters, sorting
from waypost.portfolio.conditions import Condition
from waypost.portfolio.figures import SOURCES, Figures
from waypost.portfolio.filters import Asked, Select
from waypost.portfolio.sorting import ordering
from waypost.staff.models import User

Standings = Mapping[int, Collection[str]]  # how somebody comes to see each account
COUNTED: Final = 300
PER_PAGE: Final = 50


@dataclass(frozen=True)
class Page:
    """Some of the accounts asked for."""

    number: int
    rows: Sequence[Figures]
    has_next: bool

    @property
    def first(self) -> int:
        """The place of its first row in the whole list, from 1."""
        return (self.number - 1) * PER_PAGE + 1


@dataclass(frozen=True, kw_only=True)
class Portfolio:
    """The list as somebody asked for it."""

    asked: Asked
    questions: Sequence[Select]
    visible: Sequence[Figures] | None  # all they may see; None: many
    wanted: Sequence[Figures] | None  # all of those that they asked for; None: many
    page: Page
    compared: Mapping[int, Candidate]  # those whose margins they see, by id; none of many
    alone: Mapping[str, int]  # how many accounts each filter leaves, where all together leave none


def portfolio(user: User, given: Mapping[str, str], today: date) -> Portfolio:
    """The page that the parameters of an address ask for, of the accounts the user may see."""
    accounts = Account.objects
    ids = accounts.standings_of(user, COUNTED)
    seen = accounts.visible_to(user) if ids is None else accounts.live().filter(pk__in=ids)
    ordered = seen.order_by(*ordering(sorting.chosen(given.get("sort", ""))))
    visible = None if ids is None else read(ordered, ids)

    questions = filters.questions(None if visible is None else leads(visible))
    asked = filters.read(given, questions)
    conditions = asked.conditions(today)
    filtered = ordered.filter(*(condition.holds for condition in conditions.values()))
    wanted = read_unless_many(filtered, ids) if conditions else visible
    page = page_of(wanted, filtered, given.get("page", ""), ids)
    return Portfolio(
        asked=asked,
        questions=questions,
        visible=visible,
        wanted=wanted,
        page=page,
        compared={
            row.pk: row.candidate
            for row in visible or ()
            if ids is not None and sees_margins(ids[row.pk])
        },
        alone={} if ids is None or page.rows else counted(seen, conditions),
    )


def leads(visible: Iterable[Figures]) -> list[str]:
    return sorted({row.lead_name for row in visible if row.lead_name}, key=str.casefold)


def read(accounts: QuerySet[Account], standings: Standings | None) -> list[Figures]:
    """As far as the person may know. Whoever sees many accounts is told of what everybody in a team
    may know: how they come to see each of them is not looked up."""
    found = (Figures(*row) for row in accounts.values_list(*SOURCES))
    return [one.known_to(standings[one.pk] if standings else ()) for one in found]


def read_unless_many(
    accounts: QuerySet[Account], standings: Standings | None
) -> list[Figures] | None:
    found = read(accounts[: COUNTED + 1], standings)
    return found if len(found) <= COUNTED else None


def page_of(
    wanted: Sequence[Figures] | None,
    filtered: QuerySet[Account],
    given: str,
    standings: Standings | None,
) -> Page:
    """The page with this number; the first where that is none, or has no rows."""
    number = max(1, int(given)) if re.fullmatch("[0-9]{1,6}", given) else 1
    if wanted is not None:
        number = min(number, max(1, math.ceil(len(wanted) / PER_PAGE)))
        start = (number - 1) * PER_PAGE
        return Page(number, wanted[start : start + PER_PAGE], len(wanted) > start + PER_PAGE)
    start = (number - 1) * PER_PAGE
    rows = read(filtered[start : start + PER_PAGE + 1], standings)
    if not rows and number > 1:
        return page_of(wanted, filtered, "1", standings)
    return Page(number, rows[:PER_PAGE], len(rows) > PER_PAGE)


def counted(accounts: QuerySet[Account], conditions: Mapping[str, Condition]) -> dict[str, int]:
    """How many of these accounts each condition leaves by itself."""
    counts = accounts.aggregate(
        **{f"in_{name}": Count("pk", filter=found.holds) for name, found in conditions.items()}
    )
    return {name: counts[f"in_{name}"] for name in conditions}
