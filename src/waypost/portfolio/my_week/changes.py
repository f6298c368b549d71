"""Lights that changed in the accounts of somebody, and who changed them (TL-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.history.models import Change
from waypost.plans.models import LightChange
from waypost.plans.models.traffic_lights import Colour
from waypost.portfolio.my_week.places import mine
from waypost.portfolio.my_week.weeks import long_date
from waypost.staff.models import User

DAYS: Final = 7
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
    changes: dict[int, list[LightChange]] = {}
    for change in _changes(user, since, today):
        changes.setdefault(change.light_id, []).append(change)
    turned = [_turned(found[0], found[-1].from_colour, user) for found in changes.values()]
    return Changed(
        since=_("since %(day)s") % {"day": long_date(since, today)},
        lights=[light for light in turned if light.was != light.now],
    )


def _changes(user: User, since: date, today: date) -> Sequence[LightChange]:
    """The newest first."""
    noted = Change.objects.filter(table=LightChange._meta.label_lower, row=OuterRef("pk"))
    noted = noted.filter(before__isnull=True).order_by("pk")
    found = LightChange.objects.filter(
        on__range=(since, today),
        light__deleted_at=None,
        light__account__in=mine(user).values("account"),
    ).exclude(from_colour=F("to_colour"))
    return list(
        found.select_related("light__ref", "light__account")
        .annotate(
            actor=Subquery(noted.values("change_set__actor")[:1]),
            actor_name=Subquery(noted.values("change_set__actor__name")[:1]),
        )
        .order_by("-on", "-pk")[:MOST]
    )


def _turned(last: LightChange, was: str, user: User) -> Turned:
    light, now = last.light, Colour(last.to_colour)
    return Turned(
        was=was,
        was_word=str(FROM[Colour(was)]) if was else "",
        now=now.value,
        now_word=str(TO[now] if was else NEW[now]),
        text=light.text,
        url=reverse("plans:light", args=[light.account_id, light.ref.code]),
        account=light.account.name,
        by=_by(last, user),
    )


def _by(change: LightChange, user: User) -> str:
    """changed by Tom Okafor, Fri."""
    words = {
        "name": getattr(change, "actor_name", "") or "",
        "day": WEEKDAYS_ABBR[change.on.weekday()],
    }
    if not words["name"]:
        return str(words["day"])
    if getattr(change, "actor", None) == user.pk:
        return _("changed by you, %(day)s") % words
    return _("changed by %(name)s, %(day)s") % words
