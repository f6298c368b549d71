"""The opportunities of an account, best return on time first, with the capacity line (ROTI-4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from django.core.paginator import Page, Paginator
from django.urls import reverse

from waypost.method.plan import Action, Opportunity
from waypost.method.roti import Rating, hours_of
from waypost.method.short_term import is_open, month_of
from waypost.opportunities.models import Decided, Stage
from waypost.opportunities.queries.bubble_words import an_hour
from waypost.opportunities.queries.capacity import (
    EXPLAINED,
    NOTHING,
    Capacity,
    letting_in,
    rated,
    why_below,
)
from waypost.opportunities.queries.details import Details
from waypost.plans.queries.wording import Owner, Reader, listed
from waypost.ui.formats import excerpt, hours, money, short_month, with_unit

NEXT_STEP = 60
LAST = "D"  # stands behind every class
ON_A_PAGE = 50
MANY = 100  # of more opportunities only the first below the line is explained


@dataclass(frozen=True, kw_only=True, slots=True)
class NextStep:
    """The open action for an opportunity that comes first."""

    text: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One opportunity in the table; what is not known is empty.

    ``suggested`` is the class that its figures suggest where nobody has given it one; ``why`` says
    what keeps it below the line, ``decided`` what the team has decided about its hours.
    """

    code: str
    name: str
    url: str
    tier: str
    suggested: str
    rank: int | None
    margin: str
    chance: str
    hours: str
    per_hour: str
    running: str
    stage: str
    owner: Owner | None
    step: NextStep | None
    why: str
    decided: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """Those above the line, then those below it, as far as they stand on this one of the ``pages``;
    ``exchanges`` say what to drop to let one in."""

    above: tuple[Row, ...]
    below: tuple[Row, ...]
    has_line: bool
    exchanges: tuple[str, ...]
    pages: "Page[Rating]"


class Rows:
    """Makes the row of an opportunity."""

    def __init__(self, reader: Reader, details: Mapping[str, Details], account_id: int) -> None:
        self._reader = reader
        self._details = details
        self._account = account_id
        self.currency = reader.plan.account.currency
        self._steps = next_steps(reader.plan.short_term_plan.actions)

    def row(
        self, one: Opportunity, rating: Rating | None, running: Decimal | None, why: str
    ) -> Row:
        currency = self.currency
        found = self._details[one.id]
        suggested = rating.suggested if rating and one.tier is None else None
        return Row(
            code=one.id,
            name=one.name,
            url=reverse("opportunities:opportunity", args=[self._account, one.id]),
            tier=one.tier or "",
            suggested=suggested or "",
            rank=rating.rank if rating else None,
            margin=money(one.margin, currency),
            chance=percent(one.chance),
            hours=hours(hours_of(one)),
            per_hour=an_hour(rating.per_hour, currency) if rating else "",
            running=hours(running),
            stage=str(Stage(found.stage).label) if found.stage else "",
            owner=self._reader.owner(found.owner) if self._reader.name(found.owner) else None,
            step=self._step(one.id),
            why=why,
            decided=str(Decided(found.decided).label) if found.decided else "",
        )

    def _step(self, code: str) -> NextStep | None:
        action = self._steps.get(code)
        if action is None:
            return None
        month = month_of(action)
        when = self._reader.day(action.due) or (short_month(month) if month else "")
        text = listed(excerpt(action.what, NEXT_STEP), when)
        return NextStep(text=text, url=reverse("plans:action", args=[self._account, action.id]))


def ranking(
    rows: Rows, capacity: Capacity | None, having: Sequence[Opportunity], page: str = ""
) -> Ranking:
    """Best return on time first, above and below the line; without hours there is no line."""
    in_place = sorted(rated(tuple(having)), key=_place)
    taken = capacity.taken if capacity else frozenset(one.opportunity.id for one in in_place)
    above = [rating for rating in in_place if rating.opportunity.id in taken]
    below = [rating for rating in in_place if rating.opportunity.id not in taken]
    pages = Paginator([*above, *below], ON_A_PAGE).get_page(page)
    first, last = (pages.number - 1) * ON_A_PAGE, pages.number * ON_A_PAGE
    edge = len(above)
    used = _hours(above)
    return Ranking(
        above=tuple(_rows(rows, above, NOTHING, capacity, slice(first, last))),
        below=tuple(
            _rows(rows, below, used, capacity, slice(max(first - edge, 0), max(last - edge, 0)))
        ),
        has_line=first <= edge <= last,
        exchanges=_exchanges(below, capacity, rows) if capacity else (),
        pages=pages,
    )


def plain_rows(rows: Rows, having: Iterable[Opportunity]) -> tuple[Row, ...]:
    """For whoever does not see margins: without what is computed from them (ROTI-1)."""
    return tuple(rows.row(one, None, None, "") for one in having)


def by_class(having: Iterable[Opportunity], page: str = "") -> "Page[Opportunity]":
    """A page of them, the best class first."""
    return Paginator(in_order(having), ON_A_PAGE).get_page(page)


def in_order(having: Iterable[Opportunity]) -> list[Opportunity]:
    """The best class first, those without one last (ROTI-1)."""
    return sorted(having, key=lambda one: one.tier or LAST)


def next_steps(actions: Iterable[Action]) -> dict[str, Action]:
    """The first open action for each part, by its id; those with a day before those without."""
    found: dict[str, Action] = {}
    for action in sorted(filter(is_open, actions), key=_when):
        if action.achieves:
            found.setdefault(action.achieves, action)
    return found


def percent(chance: Decimal | None) -> str:
    return "" if chance is None else with_unit(chance * 100, "%")


def _when(action: Action) -> tuple[bool, str, str]:
    month = month_of(action)
    day = action.due or (month.last_day if month else None)
    return day is None, str(day), str(action.due is None)


def _place(rating: Rating) -> tuple[bool, Decimal]:
    """The highest return first, what is not rated last."""
    return rating.per_hour is None, -(rating.per_hour or NOTHING)


def _rows(
    rows: Rows, listed: Sequence[Rating], used: Decimal, capacity: Capacity | None, shown: slice
) -> Iterable[Row]:
    running = list(accumulate((_hours([one]) for one in listed), initial=used))[1:]
    for rating, total in zip(listed[shown], running[shown], strict=True):
        left = capacity.why(rating.opportunity.id) if capacity else None
        why = why_below(left) if left else ""
        known = hours_of(rating.opportunity) is not None
        yield rows.row(rating.opportunity, rating, total if known else None, why)


def _hours(listed: Iterable[Rating]) -> Decimal:
    return sum((hours_of(one.opportunity) or NOTHING for one in listed), NOTHING)


def _exchanges(below: Sequence[Rating], capacity: Capacity, rows: Rows) -> tuple[str, ...]:
    """For the first that would bring something but have no room."""
    waiting = [one.opportunity for one in below if one.per_hour and one.per_hour > 0]
    explained = EXPLAINED if len(capacity.having) <= MANY else 1
    return tuple(
        letting_in(one, capacity.exchange(one.id), rows.currency) for one in waiting[:explained]
    )
