"""Traffic lights: worst first, where each is heading, and whether we answer it (TL-1 to TL-4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from re import findall

from waypost.method.plan import Action, Colour, LightChange, Plan, TrafficLight
from waypost.method.short_term import is_late

WORST_FIRST = (Colour.RED, Colour.AMBER, Colour.GREEN)
CHANGE_HOLDS_DAYS = 90
WEEKS_SHOWN = 12


class Heading(StrEnum):
    """Where a light is heading."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    STEADY = "steady"


class Response(StrEnum):
    """Whether the light says what we do about it (TL-4)."""

    MISSING = "missing"
    LATE = "late"
    GIVEN = "given"


@dataclass(frozen=True, kw_only=True, slots=True)
class LightReading:
    """One light read for people; ``changed`` is its last change of colour, if any is recorded."""

    light: TrafficLight
    heading: Heading
    changed: LightChange | None
    response: Response
    actions: tuple[Action, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LightCounts:
    """How many lights there are of each colour; a zero is shown as well."""

    green: int
    amber: int
    red: int


def read_lights(plan: Plan, today: date) -> tuple[LightReading, ...]:
    """All lights of the plan, worst first: red, amber, green; unanswered before answered (TL-2).

    Lights that are equal in this stay in the order of the plan.
    """
    actions = {action.id: action for action in plan.short_term_plan.actions}
    readings = []
    for light in plan.traffic_lights:
        named = _named(light, actions)
        changed = last_change(light, today)
        readings.append(
            LightReading(
                light=light,
                heading=_heading(changed, today),
                changed=changed,
                response=_response(light, named, today),
                actions=named,
            )
        )
    order = tuple(Response)
    return tuple(
        sorted(
            readings,
            key=lambda r: (WORST_FIRST.index(r.light.colour), order.index(r.response)),
        )
    )


def count_lights(lights: Iterable[TrafficLight]) -> LightCounts:
    """How many lights there are of each colour (TL-3)."""
    colours = [light.colour for light in lights]
    return LightCounts(
        green=colours.count(Colour.GREEN),
        amber=colours.count(Colour.AMBER),
        red=colours.count(Colour.RED),
    )


def heading(light: TrafficLight, today: date) -> Heading:
    """Improving or worsening by the last change of colour, for 90 days; then steady (TL-4)."""
    return _heading(last_change(light, today), today)


def last_change(light: TrafficLight, today: date) -> LightChange | None:
    """The last change of colour up to today; None when none is recorded (TL-4).

    That a light is still true is recorded too and changes nothing.
    """
    known = (change for change in in_order(light) if change.on <= today and not confirms(change))
    return max(known, key=lambda change: change.on, default=None)


def confirms(change: LightChange) -> bool:
    """Whether it says that the light is still true (TL-4)."""
    return change.from_colour is change.to_colour


def in_order(light: TrafficLight) -> list[LightChange]:
    """The history by day, of one day the last noted first (TL-4)."""
    return sorted(light.history, key=lambda change: change.on)[::-1]


def colour_on(light: TrafficLight, day: date) -> Colour | None:
    """The colour that a light had at the end of a day; None before it was first seen (TL-4)."""
    changes = in_order(light)
    until = [change for change in changes if change.on <= day]
    if until:
        return light.colour if len(until) == len(changes) else until[0].to_colour
    if light.since is not None and day < light.since:
        return None
    if not changes:
        return light.colour
    first = changes[-1]
    return first.from_colour or (None if light.since is None else first.to_colour)


def weeks(light: TrafficLight, today: date) -> tuple[Colour | None, ...]:
    """The colour in each of the last twelve weeks, the oldest first and today last (TL-4)."""
    back = range(WEEKS_SHOWN - 1, -1, -1)
    return tuple(colour_on(light, today - timedelta(weeks=ago)) for ago in back)


def response(plan: Plan, light: TrafficLight, today: date) -> Response:
    """Whether a light says what we do about it (TL-4).

    Late when an action that the response names by its id ("A2, A3") is late. A green light is
    answered as well: by the way we use it.
    """
    actions = {action.id: action for action in plan.short_term_plan.actions}
    return _response(light, _named(light, actions), today)


def _heading(changed: LightChange | None, today: date) -> Heading:
    if (
        changed is None
        or changed.from_colour in (None, changed.to_colour)
        or (today - changed.on).days > CHANGE_HOLDS_DAYS
    ):
        return Heading.STEADY
    was, now = WORST_FIRST.index(changed.from_colour), WORST_FIRST.index(changed.to_colour)
    return Heading.IMPROVING if now > was else Heading.WORSENING


def _named(light: TrafficLight, actions: dict[str, Action]) -> tuple[Action, ...]:
    names = dict.fromkeys(findall(r"[\w-]+", light.response or ""))
    return tuple(actions[name] for name in names if name in actions)


def _response(light: TrafficLight, named: tuple[Action, ...], today: date) -> Response:
    if not (light.response or "").strip():
        return Response.MISSING
    late = any(is_late(action, today) for action in named)
    return Response.LATE if late else Response.GIVEN
