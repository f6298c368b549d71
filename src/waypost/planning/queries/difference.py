"""The difference between two states of a plan that were kept, as sentences on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.accounts.models import Account
from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.method.difference_words import REWORDED, Area
from waypost.method.differences import Difference, differences
from waypost.method.plan import Plan
from waypost.method.sight import seen
from waypost.method.words import Words
from waypost.ui.formats import excerpt, number, short_date

NOW = "now"
LONGEST = 600  # of a text within a sentence
OUR_WORDS = {"what", "colour"}  # the values of a sentence that are words of ours
TITLES: dict[Area, str | Promise] = {
    Area.OBJECTIVES: gettext_lazy("Objectives"),
    Area.STAGES: gettext_lazy("Stage goals"),
    Area.STRATEGIES: gettext_lazy("Strategies"),
    Area.ACTIONS: gettext_lazy("Actions"),
    Area.LIGHTS: gettext_lazy("Traffic lights"),
    Area.PEOPLE: gettext_lazy("People"),
    Area.OPPORTUNITIES: gettext_lazy("Opportunities"),
    Area.TEAM: gettext_lazy("Team"),
    Area.PROFILE: gettext_lazy("Profile"),
}
OCCASIONS: dict[str, str | Promise] = {
    Snapshot.Occasion.REVIEW: gettext_lazy("Review"),
    Snapshot.Occasion.SUBMISSION: gettext_lazy("Submission"),
    Snapshot.Occasion.REPLACEMENT: gettext_lazy("Before a plan file replaced it"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PartLine:
    """One part that is different; ``text`` is empty where a sentence says how it reads now."""

    at: str
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    title: str
    parts: tuple[PartLine, ...]


def states_of(account: Account, today: date) -> list[tuple[str, str]]:
    """The states that were kept, newest first, by their keys."""
    rows = Snapshot.objects.filter(account=account).order_by("-taken_at", "-pk")
    listed = rows.values_list("pk", "occasion", "taken_at")
    return [(str(pk), _state(occasion, at, today)) for pk, occasion, at in listed]


def difference_of(access: Access, before: str, after: str, today: date) -> tuple[Group, ...]:
    """What is different between two states, as far as the person sees the plan."""
    keys = [int(key) for key in (before, after) if key != NOW]
    kept = Snapshot.objects.filter(account=access.account).in_bulk(keys)

    def plan(key: str) -> Plan:
        if key == NOW:
            return plan_for(access)
        return seen(frozen_plan(kept[int(key)]), access.sight)

    return in_groups(differences(plan(before), plan(after)), today)


def in_groups(found: Sequence[Difference], today: date) -> tuple[Group, ...]:
    by_area = groupby(sorted(found, key=lambda one: list(Area).index(one.area)), lambda d: d.area)
    return tuple(
        Group(title=str(TITLES[area]), parts=tuple(_lines(parts, today))) for area, parts in by_area
    )


def _lines(parts: Iterable[Difference], today: date) -> Iterable[PartLine]:
    for part in parts:
        reworded = any(sentence.text == REWORDED for sentence in part.sentences)
        yield PartLine(
            at=part.at,
            text="" if reworded else excerpt(part.text, 120),
            sentences=tuple(in_words(sentence, today) for sentence in part.sentences),
        )


def in_words(sentence: Words, today: date) -> str:
    """A sentence of the method in the language of the page."""
    values = {
        name: _(str(value)) if name in OUR_WORDS and value else _value(value, today)
        for name, value in sentence.values
    }
    return _(sentence.text) % values


def _value(value: Any, today: date) -> str:
    if isinstance(value, date):
        return short_date(value, today)
    if isinstance(value, Decimal | int):
        return number(value)
    return excerpt(str(value), LONGEST)


def _state(occasion: str, at: datetime, today: date) -> str:
    words = {"occasion": OCCASIONS[occasion], "day": short_date(timezone.localdate(at), today)}
    return _("%(occasion)s, %(day)s") % words
