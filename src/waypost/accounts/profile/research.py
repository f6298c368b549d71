"""What to find out next, and who could know (PRO-2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waypost.accounts.profile.lines import KnownLine
from waypost.method.profile import worth_asking
from waypost.ui.formats import days_ago, excerpt

MOST = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Research:
    """A fact to ask about anew: ``age`` and what rests on it, and ``who`` said it last."""

    key: int
    anchor: str
    text: str
    age: str
    used: str
    who: str


def research(lines: Sequence[KnownLine], today: date) -> tuple[Research, ...]:
    """Oldest and most used first."""
    worth = [(worth_asking(line.as_of, len(line.does), today), line) for line in lines]
    ranked = sorted((pair for pair in worth if pair[0]), key=lambda pair: -pair[0])
    return tuple(
        Research(
            key=line.key,
            anchor=line.anchor,
            text=excerpt(line.text, 120),
            age=_("%(time)s old") % {"time": days_ago(line.as_of, today)},
            used=_("used in %(codes)s") % {"codes": ", ".join(does.code for does in line.does)}
            if line.does
            else "",
            who=line.source,
        )
        for _worth, line in ranked[:MOST]
    )
