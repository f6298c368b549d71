"""Traffic lights, worst first: where each is heading and what we do about it (TL)."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.method.lights import Heading, LightReading, Response, read_lights
from waypost.method.plan import Action, Colour, TrafficLight
from waypost.method.shape import ACCOUNT
from waypost.plans.queries.wording import Reader, listed

TREND = {Heading.IMPROVING: "up", Heading.STEADY: "flat", Heading.WORSENING: "down"}


@dataclass(frozen=True, kw_only=True, slots=True)
class LightLine:
    """One light; ``on`` is the id of what it stands on, empty for the whole account."""

    code: str
    colour: str
    fact: str
    trend: str
    on: str
    since: str
    use: str
    response: str
    late: bool


def light_lines(reader: Reader) -> tuple[LightLine, ...]:
    """All lights of the plan."""
    return tuple(_line(found, reader) for found in read_lights(reader.plan, reader.today))


def answer_label(light: TrafficLight) -> str:
    """A green light helps once it is used; the others are responded to (TL-1)."""
    return _("Use it") if light.colour is Colour.GREEN else _("Response")


def _line(found: LightReading, reader: Reader) -> LightLine:
    light = found.light
    return LightLine(
        code=light.id,
        colour=light.colour,
        fact=light.text,
        trend=TREND[found.heading],
        on="" if light.on == ACCOUNT else light.on,
        since=reader.since(light),
        use=answer_label(light),
        response=_response(found, reader),
        late=found.response is Response.LATE,
    )


def _response(found: LightReading, reader: Reader) -> str:
    """What we do about the light; where it only names actions, what these are."""
    text = found.light.response or ""
    if found.response is Response.MISSING:
        return _("none yet")
    unnamed = set(re.findall(r"[\w-]+", text)) - {action.id for action in found.actions}
    return text if unnamed else "; ".join(_action(action, reader) for action in found.actions)


def _action(action: Action, reader: Reader) -> str:
    """Service-level answer, Marta Lindqvist, 4 Dec."""
    return listed(action.what, reader.name(action.owner), reader.day(action.due))
