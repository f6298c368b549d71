"""The page of the history, and the same as a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from django.core.paginator import Page as Numbered
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.timeline.asked import REVIEW, Asked, View, answering, sinces, views_of
from waypost.accounts.timeline.days import Day, days_of
from waypost.accounts.timeline.entries import entries
from waypost.accounts.timeline.milestones import Milestone, milestones_of
from waypost.accounts.timeline.short import Line, in_short
from waypost.history.models import ChangeSet

A_PAGE = 50
AT_ONCE = 500  # change sets that are put into words for the file


@dataclass(frozen=True, kw_only=True)
class Page:
    """What stands on the page. ``earlier`` is how much there was before what the view shows."""

    views: list[View]
    days: list[Day]
    numbered: "Numbered[ChangeSet]"
    milestones: tuple[Milestone, ...]
    has_review: bool
    short: list[Line]
    earlier: int
    today: date


def page_of(access: Access, asked: Asked, number: str, today: date) -> Page:
    """The page of what is asked for; the same few queries however much there is."""
    milestones = milestones_of(access, today)
    starts = sinces(milestones)
    views = views_of(access, milestones, asked.view)
    current = next((view for view in views if view.is_current), views[0])
    pages = Paginator(answering(access, asked, starts), A_PAGE)
    if not asked.is_filtered:
        pages.count = current.count  # else it asks for it
    found = pages.get_page(number)
    start = starts.get(asked.view)
    oldest = None if start is None or found.has_next() else timezone.localtime(start).date()
    shown = () if asked.is_filtered else milestones.found
    return Page(
        views=views,
        days=days_of(entries(found, access, today), shown, today, oldest),
        numbered=found,
        milestones=milestones.newest,
        has_review=REVIEW in starts,
        short=in_short(access, starts.get(REVIEW)),
        earlier=views[0].count - current.count if start and not found.has_next() else 0,
        today=today,
    )


def file_rows(access: Access, asked: Asked, today: date) -> Iterator[tuple[str, ...]]:
    """The same as a table: a line for each value that changed, at least one for each entry."""
    yield (
        *(_("When"), _("Who"), _("What was done"), _("Part"), _("Belongs to")),
        *(_("Value"), _("Before"), _("After")),
    )
    starts = sinces(milestones_of(access, today))
    sets = iter(answering(access, asked, starts))
    some = iter(lambda: list(islice(sets, AT_ONCE)), [])
    for entry in chain.from_iterable(entries(found, access, today) for found in some):
        when = entry.at.strftime("%Y-%m-%d %H:%M")
        said = (when, entry.actor or "Waypost", entry.what, entry.code, entry.area)
        for turn in entry.turns:
            yield (*said, turn.label, turn.before, turn.after)
        if not entry.turns:
            yield (*said, "", "", "")
