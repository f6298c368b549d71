"""The page of all opportunities: chart, ranking, capacity line (ROTI)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.paginator import Page as Paged
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.method.plan import Opportunity, TeamMember
from waypost.opportunities.queries.bubbles import BubbleChart, bubble_chart
from waypost.opportunities.queries.capacity import Capacity, asked_for, rated
from waypost.opportunities.queries.details import details_of
from waypost.opportunities.queries.hours import HoursThereAre, hours_there_are
from waypost.opportunities.queries.ranking import (
    Ranking,
    Row,
    Rows,
    by_class,
    in_order,
    plain_rows,
    ranking,
)
from waypost.opportunities.queries.time_planned import time_planned
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import hours, money
from waypost.ui.memory import few_remembered

PARTS = ("opportunities", "team", "actions")


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """``ranking`` and ``chart`` are for those who see margins, ``rows`` for the others."""

    name: str
    team: tuple[TeamMember, ...]
    there_are: Decimal | None
    hours_note: str
    note: str
    line: str
    chart: BubbleChart | None
    ranking: Ranking | None
    rows: tuple[Row, ...]
    pages: "Paged[Any] | None"
    closed: tuple[Row, ...]
    planned: tuple[str, ...]
    is_empty: bool


class Known:
    """The opportunities of an account as one person may know them."""

    def __init__(self, access: Access, today: date, parts: tuple[str, ...] = PARTS) -> None:
        self.reader = Reader(plan_for(access, parts), today)
        self.details = details_of(access.account)
        self.sees_margins = access.sight.margins
        self.rows = Rows(self.reader, self.details, access.account.pk)
        having = self.reader.plan.opportunities
        self.open = tuple(one for one in having if not self.details[one.id].is_closed)
        self.closed = tuple(one for one in having if self.details[one.id].is_closed)
        self.there = hours_there_are(self.reader)

    def capacity(self, there: Decimal | None) -> Capacity | None:
        """The line for so many hours; None without hours, and for who does not see margins."""
        if there is None or not self.sees_margins:
            return None
        return Capacity(self.open, self.details, there)


def opportunities_page(known: Known, asked: Decimal | None, number: str = "") -> Page:
    """With the line at the hours ``asked`` for, else at those there are."""
    plan = known.reader.plan
    hours_in_all = known.there.hours if asked is None else asked
    capacity = known.capacity(hours_in_all)
    ranked = ranking(known.rows, capacity, known.open, number) if known.sees_margins else None
    plain = None if ranked else by_class(known.open, number)
    return Page(
        name=plan.account.name,
        team=plan.team,
        there_are=hours_in_all,
        hours_note=_hours_note(known.there) if asked is None else "",
        note=_note(known.open, hours_in_all),
        line=_line(capacity, plan.account.currency) if capacity else "",
        chart=_chart(known.open, plan.account.currency) if ranked else None,
        ranking=ranked,
        rows=plain_rows(known.rows, plain) if plain else (),
        pages=ranked.pages if ranked else plain,
        closed=plain_rows(known.rows, in_order(known.closed)),
        planned=time_planned(known.reader),
        is_empty=not plan.opportunities,
    )


@few_remembered
def _chart(having: tuple[Opportunity, ...], currency: str | None) -> BubbleChart | None:
    in_place = sorted(rated(having), key=lambda one: one.rank or 0)
    return bubble_chart(in_place, currency)


def _hours_note(there: HoursThereAre) -> str:
    if there.is_set:
        return ""
    if there.hours is None:
        return _("Nobody has said how many hours there are. Enter them, and the line is drawn.")
    return _(
        "These are all the hours that the team has for this account. Enter how many of them there "
        "are for opportunities."
    )


def _note(having: tuple[Opportunity, ...], there: Decimal | None) -> str:
    """376 h asked for, 170 h available."""
    words = {"asked": hours(asked_for(having)), "there": hours(there)}
    if there is None:
        return _("%(asked)s asked for") % words
    return _("%(asked)s asked for, %(there)s available") % words


def _line(capacity: Capacity, currency: str | None) -> str:
    """What stands above the line, beside its heading."""
    found = capacity.found
    words = {"uses": hours(found.uses), "money": money(found.expected, currency)}
    if found.uses > found.hours:
        more = _("%(uses)s are above it, %(more)s more than there are: let something go.")
        return more % {**words, "more": hours(found.uses - found.hours)}
    if not found.leaves_out:
        return _("%(uses)s are above it: there is time for all of them.") % words
    return (
        _(
            "%(uses)s are above it, for %(money)s expected. What stands below gets no time, unless "
            "something above is dropped."
        )
        % words
    )
