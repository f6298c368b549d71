"""What somebody wants to see of the history: since when, whose, which words and parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.accounts.policies import Access
from waypost.accounts.timeline.entries import changes_in, changes_of, hidden_from
from waypost.accounts.timeline.milestones import Milestones, beginning
from waypost.accounts.timeline.shown import AREAS
from waypost.document.statements import ACCOUNT, USER, Statement, days, write
from waypost.history.models import Change, ChangeSet, SeenBy

REVIEW, ACCEPTANCE, MINE = "review", "acceptance", "mine"
# Stand in a statement for the moments that these views begin with.
STARTS: Final = {REVIEW: datetime(1, 1, 2, tzinfo=UTC), ACCEPTANCE: datetime(1, 1, 3, tzinfo=UTC)}
SYSTEM = "waypost"  # in place of the id of a person: done by nobody


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A ready-made question above the history, and how many change sets answer it."""

    value: str
    label: str | Promise
    count: int
    is_current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """The answers of the filters; empty ones ask nothing."""

    view: str = ""
    word: str = ""
    area: str = ""
    who: str = ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.word or self.area or self.who)


def sinces(milestones: Milestones) -> dict[str, datetime]:
    """Since when, by the view: of what there has been."""
    days = {REVIEW: milestones.review, ACCEPTANCE: milestones.acceptance}
    return {view: beginning(day) for view, day in days.items() if day}


def views_of(access: Access, milestones: Milestones, current: str) -> list[View]:
    """The views that make sense here; one query."""
    starts = sinces(milestones)
    labels = {REVIEW: _("Since the last review"), ACCEPTANCE: _("Since acceptance")}
    counting = _counts(hidden_from(access), tuple(starts))
    since = days({STARTS[view]: start for view, start in starts.items()})
    rows = counting.rows({ACCOUNT: access.account.pk, USER: access.user.pk, **since})
    counts = rows[0] if rows else dict.fromkeys(("all", MINE, *starts), 0)

    def view(value: str, label: str | Promise) -> View:
        count = counts[value or "all"]
        return View(value=value, label=label, count=count, is_current=value == current)

    between = [view(value, labels[value]) for value in starts]
    return [view("", _("All")), *between, view(MINE, _("Only what I changed"))]


def actors_of(access: Access) -> list[tuple[str, str]]:
    """Who did something here, by name; the system last."""
    rows = _actors(hidden_from(access)).rows({ACCOUNT: access.account.pk})
    known = [(row["actor_id"], row["actor__name"]) for row in rows]
    people = [(str(pk), name) for pk, name in known if pk is not None]
    return people + [(SYSTEM, "Waypost") for pk, _name in known if pk is None]


def answering(access: Access, asked: Asked, starts: Mapping[str, datetime]) -> QuerySet[ChangeSet]:
    """The change sets asked for."""
    return changes_of(access).filter(*_conditions(access, asked, starts))


def _conditions(access: Access, asked: Asked, starts: Mapping[str, datetime]) -> Iterator[Q]:
    if asked.view in starts:
        yield Q(at__gte=starts[asked.view])
    if asked.view == MINE:
        yield Q(actor=access.user)
    if asked.word:
        yield Q(what__icontains=asked.word)
    if asked.who:
        yield Q(actor=None) if asked.who == SYSTEM else Q(actor=asked.who)
    for area in AREAS:
        if area.key == asked.area:
            of_it = Change.objects.filter(change_set=OuterRef("pk"), table__in=area.tables)
            yield Q(Exists(of_it))


@cache
def _actors(hidden: tuple[SeenBy, ...]) -> Statement:
    found = changes_in(ACCOUNT, hidden).order_by("actor__name").distinct()
    return write(found, "actor_id", "actor__name")


@cache
def _counts(hidden: tuple[SeenBy, ...], views: tuple[str, ...]) -> Statement:
    """How many change sets there are: all, the person's own, and since what these views begin
    with. No row where there are none."""
    since = {view: Count("pk", filter=Q(at__gte=STARTS[view])) for view in views}
    of_account = changes_in(ACCOUNT, hidden).order_by().values("account")
    counted = of_account.annotate(
        all=Count("pk"), **{MINE: Count("pk", filter=Q(actor=USER))}, **since
    )
    return write(counted, "all", MINE, *views)
