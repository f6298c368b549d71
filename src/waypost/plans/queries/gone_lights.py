"""Lights that have gone out: what they were and until when, kept for the history (TL-4)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import Account
from waypost.method.plan import Colour, LightChange, TrafficLight
from waypost.method.shape import ACCOUNT
from waypost.plans.models import TrafficLight as Row
from waypost.plans.queries.wording import Reader, known
from waypost.ui.drawing import colour_word

SHOWN_FOR = timedelta(days=183)
MOST = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class GoneLight:
    """One of them in words."""

    code: str
    colour: str
    word: str
    text: str
    facts: tuple[str, ...]


def gone_lights(account: Account, today: date) -> list[tuple[TrafficLight, date]]:
    """Those of the last half year with the day they went out, the last one first."""
    rows = Row.objects.filter(account=account, deleted_at__date__gte=today - SHOWN_FOR)
    rows = rows.select_related("ref").prefetch_related("history").order_by("-deleted_at", "-pk")
    return [(_light(row), timezone.localdate(row.deleted_at)) for row in rows[:MOST]]


def in_words(light: TrafficLight, on: date, reader: Reader) -> GoneLight:
    colour = colour_word(light.colour)
    return GoneLight(
        code=light.id,
        colour=light.colour,
        word=_("Was %(colour)s") % {"colour": colour.lower()},
        text=light.text,
        facts=known(
            _lasted(light, on, colour.lower()),
            _("gone out %(day)s") % {"day": reader.day(on)},
        ),
    )


def _light(row: Row) -> TrafficLight:
    entries = sorted(row.history.all(), key=lambda entry: entry.pk)
    return TrafficLight(
        id=row.ref.code,
        colour=Colour(row.colour),
        on=ACCOUNT,
        text=row.text,
        since=row.since,
        history=tuple(
            LightChange(
                on=entry.on,
                from_colour=Colour(entry.from_colour) if entry.from_colour else None,
                to_colour=Colour(entry.to_colour),
            )
            for entry in entries
        ),
    )


def _lasted(light: TrafficLight, until: date, colour: str) -> str:
    """amber for 9 weeks: since it last turned, or was first seen."""
    turned = [e.on for e in light.history if e.from_colour is not e.to_colour]
    since = max(turned, default=light.since)
    if since is None:
        return ""
    count = max((until - since).days // 7, 0)
    words = ngettext("%(colour)s for %(count)s week", "%(colour)s for %(count)s weeks", count)
    return words % {"colour": colour, "count": count} if count else ""
