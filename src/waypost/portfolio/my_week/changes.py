"""Lights that changed in the accounts of somebody, and who changed them (TL-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.document.among import among
from waypost.document.statements import USER, Statement, days, write
from waypost.history.models import Change
from waypost.plans.models import LightChange
from waypost.plans.models.traffic_lights import Colour
from waypost.portfolio.my_week.places import places_by
from waypost.portfolio.my_week.weeks import long_date
from waypost.staff.models import User
from waypost.ui.memory import remembered

DAYS: Final = 7
SINCE, TODAY = date(1, 1, 1), date(1, 1, 2)  # stand for days in the statement
MOST: Final = 40
FROM: Final = {
    Colour.GREEN: gettext_lazy("From green"),
    Colour.AMBER: gettext_lazy("From amber"),
    Colour.RED: gettext_lazy("From red"),
}
TO: Final = {
    Colour.GREEN: gettext_lazy("to green"),
    Colour.AMBER: gettext_lazy("to amber"),
    Colour.RED: gettext_lazy("to red"),
}
NEW: Final = {
    Colour.GREEN: gettext_lazy("New, green"),
    Colour.AMBER: gettext_lazy("New, amber"),
    Colour.RED: gettext_lazy("New, red"),
}


class Turn(NamedTuple):
    """One change of a light, in the order of `COLUMNS`."""

    light: int
    on: date
    was: str
    now: str
    text: str
    account: int
    account_name: str
    code: str
    actor: int | None
    actor_name: str | None


COLUMNS: Final = (
    *("light_id", "on", "from_colour", "to_colour", "light__text", "light__account_id"),
    *("light__account__name", "light__ref__code", "actor", "actor_name"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Turned:
    """One light from the first to the last colour of these days; ``was`` is empty for a new one."""

    was: str
    was_word: str
    now: str
    now_word: str
    text: str
    url: str
    account: str
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    since: str
    lights: Sequence[Turned]


def lights_changed(user: User, today: date) -> Changed:
    """The lights that have another colour than before the last DAYS days; one query."""
    since = today - timedelta(days=DAYS)
    changes: dict[int, list[Turn]] = {}
    for change in _changes(user, since, today):
        changes.setdefault(change.light, []).append(change)
    turned = [_turned(found[0], found[-1].was, user.pk) for found in changes.values()]
    return Changed(
        since=_("since %(day)s") % {"day": long_date(since, today)},
        lights=[light for light in turned if light.was != light.now],
    )


def _changes(user: User, since: date, today: date) -> Sequence[Turn]:
    """The newest first."""
    ids = {USER: user.pk, **days({SINCE: since, TODAY: today})}
    return [Turn(*row.values()) for row in _turns().rows(ids)] if user.is_active else []


@cache
def _turns() -> Statement:
    """Changes to another colour with who noted each."""
    noted = Change.objects.filter(table=LightChange._meta.label_lower, row=OuterRef("pk"))
    noted = noted.filter(before__isnull=True).order_by("pk")
    found = (
        LightChange.objects.filter(
            among("light__account", places_by(USER).values("account")),
            on__range=(SINCE, TODAY),
            light__deleted_at=None,
        )
        .exclude(from_colour=F("to_colour"))
        .annotate(
            actor=Subquery(noted.values("change_set__actor")[:1]),
            actor_name=Subquery(noted.values("change_set__actor__name")[:1]),
        )
        .order_by("-on", "-pk")
    )
    return write(found[:MOST], *COLUMNS)


@remembered
def _turned(last: Turn, was: str, user: int) -> Turned:
    now = Colour(last.now)
    return Turned(
        was=was,
        was_word=str(FROM[Colour(was)]) if was else "",
        now=now.value,
        now_word=str(TO[now] if was else NEW[now]),
        text=last.text,
        url=reverse("plans:light", args=[last.account, last.code]),
        account=last.account_name,
        by=_by(last, user),
    )


def _by(change: Turn, user: int) -> str:
    """changed by Tom Okafor, Fri."""
    words = {"name": change.actor_name or "", "day": WEEKDAYS_ABBR[change.on.weekday()]}
    if not words["name"]:
        return str(words["day"])
    if change.actor == user:
        return _("changed by you, %(day)s") % words
    return _("changed by %(name)s, %(day)s") % words
