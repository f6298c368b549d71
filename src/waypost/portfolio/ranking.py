"""The page of accounts ranked: potential against time, in each currency by itself (ROTI-1)."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from waypost.accounts.tiering import Ranked, in_words, ranked
from waypost.method.tiers import Ranking
from waypost.staff.models import User
from waypost.ui.formats import counted, hours, money

PER_PAGE: Final = 50
LAST: Final = "D"  # stands behind every class
NOTHING: Final = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One account; what is not known is empty."""

    account: Ranked
    suggested: str
    reasons: tuple[str, ...]
    potential: str
    takes: str
    per_hour: str
    asked: str

    @property
    def differs(self) -> bool:
        """It has another class than its figures suggest, and nobody has said why."""
        given = self.account
        return bool(self.suggested) and self.suggested != given.tier and not given.tier_reason


@dataclass(frozen=True, kw_only=True, slots=True)
class RankedPage:
    """``totals`` are what all of them come to, by currency."""

    lines: tuple[Line, ...]
    totals: tuple[str, ...]
    number: int
    has_next: bool


def ranked_page(user: User, given: str) -> RankedPage:
    """One query. The first page where there is none of the number given."""
    accounts = ranked(user)
    ranking = Ranking(one.candidate for one in accounts)
    found = [(one, ranking.suggest(one.candidate)) for one in accounts]
    found.sort(key=lambda pair: (pair[1].tier or LAST, *_order(pair[0])))
    last = max(1, math.ceil(len(found) / PER_PAGE))
    number = min(int(given), last) if re.fullmatch("[1-9][0-9]{0,5}", given) else 1
    shown = found[(number - 1) * PER_PAGE : number * PER_PAGE]
    return RankedPage(
        lines=tuple(
            Line(
                account=one,
                suggested=(said := in_words(suggestion)).tier,
                reasons=said.reasons,
                potential=money(one.brings, one.currency),
                takes=hours(one.takes),
                per_hour=money(one.candidate.per_hour, one.currency),
                asked=hours(one.asked),
            )
            for one, suggestion in shown
        ),
        totals=tuple(_totals(accounts)),
        number=number,
        has_next=number < last,
    )


def _order(one: Ranked) -> tuple[str, Decimal, str, int]:
    """In each currency the greatest potential first."""
    return one.currency, -(one.brings or NOTHING), one.name.casefold(), one.pk


def _totals(accounts: Sequence[Ranked]) -> list[str]:
    rated = [one for one in accounts if one.brings is not None]
    lines = []
    for currency in sorted({one.currency for one in rated}):
        group = [one for one in rated if one.currency == currency]
        words = {
            "accounts": counted(len(group), "account"),
            "money": money(sum((one.brings or NOTHING for one in group), NOTHING), currency),
            "hours": hours(sum((one.takes or NOTHING for one in group), NOTHING)),
        }
        lines.append(_("%(accounts)s can bring %(money)s in %(hours)s.") % words)
    return lines
