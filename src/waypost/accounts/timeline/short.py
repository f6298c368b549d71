"""What happened in a while, in short: a line for each part of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext_lazy

from waypost.accounts.policies import Access
from waypost.accounts.timeline.entries import changes_in, hidden_from
from waypost.accounts.timeline.shown import AREAS
from waypost.document.statements import ACCOUNT, USER, Row, Statement, days, write
from waypost.history.models import Change, SeenBy

# Stand in the statement for the moments asked about.
SINCE, UNTIL = datetime(1, 1, 1, tzinfo=UTC), datetime(1, 1, 2, tzinfo=UTC)
MOST = 2000  # changes that are read for it, the newest ones
COLOURS = ("green", "amber", "red")
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
WORDS: Final[dict[str, str | Promise]] = {
    "check-in": ngettext_lazy("%(count)s check-in", "%(count)s check-ins", "count"),
    "reworded": gettext_lazy("%(count)s reworded"),
    "committed": ngettext_lazy("%(count)s commitment", "%(count)s commitments", "count"),
    "done": gettext_lazy("%(count)s done"),
    "dropped": gettext_lazy("%(count)s dropped"),
    "moved": gettext_lazy("%(count)s moved"),
    "worse": gettext_lazy("%(count)s worse"),
    "better": gettext_lazy("%(count)s better"),
    ADDED: gettext_lazy("%(count)s added"),
    CHANGED: gettext_lazy("%(count)s changed"),
    REMOVED: gettext_lazy("%(count)s removed"),
}
# Rows that say nothing beside those that they come with.
BESIDE = {
    *("comments.mention", "plans.agreement", "plans.shorttermplan", "plans.plannedmonth"),
    *("planning.review", "planning.reviewattendance", "planning.sentenceanswer"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the plan, and what happened in it."""

    label: str
    text: str


def in_short(
    access: Access,
    since: datetime | None,
    until: datetime | None = None,
    *,
    by_others: bool = False,
) -> list[Line]:
    """What the person may know of what was done since then and stands; plans from files apart, and
    perhaps their own doings."""
    between: dict[date, date] = {
        stands: at for stands, at in ((SINCE, since), (UNTIL, until)) if at
    }
    rows: dict[tuple[str, str], set[tuple[str, int]]] = {}
    changes = _changes(hidden_from(access), frozenset(between), by_others)
    ids = {ACCOUNT: access.account.pk, USER: access.user.pk}
    for row in changes.rows(ids | days(between)):
        for kind in _kinds(row):
            rows.setdefault((row["table"], kind), set()).add((row["table"], row["row"]))
    return [
        Line(str(area.label), ", ".join(found))
        for area in AREAS
        if (found := list(_words(area.tables, rows)))
    ]


@cache
def _changes(hidden: tuple[SeenBy, ...], between: frozenset[date], by_others: bool) -> Statement:
    """Those wanted for it, the newest first."""
    sets = changes_in(ACCOUNT, hidden).filter(is_final=False, undoes=None, undone_by=None)
    sets = sets.exclude(actor=USER) if by_others else sets
    sets = sets.filter(at__gte=SINCE) if SINCE in between else sets
    sets = sets.filter(at__lt=UNTIL) if UNTIL in between else sets
    wanted = frozenset[str]().union(*(area.tables for area in AREAS)) - BESIDE
    found = Change.objects.filter(change_set__in=sets.order_by(), table__in=sorted(wanted))
    return write(found.order_by("-pk")[:MOST], "table", "row", "before", "after")


def _words(
    tables: frozenset[str], rows: dict[tuple[str, str], set[tuple[str, int]]]
) -> Iterator[str]:
    for kind, words in WORDS.items():
        found = frozenset[tuple[str, int]]().union(
            *(rows.get((table, kind), ()) for table in tables)
        )
        if found:
            yield str(words % {"count": len(found)})


def _kinds(change: Row) -> Iterator[str]:
    """What became of the row: one thing, of an action perhaps two."""
    before, after = change["before"] or {}, change["after"] or {}
    turned = {name for name in after if before.get(name) != after[name]}
    if not after or ("deleted_at" in turned and after["deleted_at"]):
        yield REMOVED
    elif change["table"] == "plans.commitment":
        if after["committed"] and "committed" in turned:
            yield "committed"
    elif change["table"] == "plans.lightchange":
        yield from _shift(after)
    elif not before:
        yield "check-in" if change["table"] == "plans.checkin" else ADDED
    elif change["table"] == "plans.action":
        yield from _work(turned, after)
    else:
        yield "reworded" if turned & {"statement"} else CHANGED


def _shift(after: dict[str, Any]) -> Iterator[str]:
    colours = (after["from_colour"], after["to_colour"])
    if all(colour in COLOURS for colour in colours) and colours[0] != colours[1]:
        first, second = map(COLOURS.index, colours)
        yield "worse" if second > first else "better"


def _work(turned: set[str], after: dict[str, Any]) -> Iterator[str]:
    closed = "status" in turned and after["status"] in {"done", "dropped"}
    if closed:
        yield after["status"]
    if turned & {"month", "due"}:
        yield "moved"
    elif not closed:
        yield CHANGED
