"""The short-term plan and the traffic lights (STP, TL)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from waypost.method.month import Month
from waypost.method.shape import (
    ACCOUNT,
    OBJECTIVES,
    Hours,
    Key,
    Kind,
    Names,
    PlaceIn,
    Prose,
    Refers,
    Sorted,
)


class Colour(StrEnum):
    """The traffic lights of TL-1."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class ActionStatus(StrEnum):
    """Where an action stands (STP-5)."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """Who does what and when (STP-1, STP-5); ``from_gap`` is a place in the profile's gaps."""

    id: Annotated[str, Names(Kind.ACTION)]
    month: Month | None = None
    what: Prose
    achieves: (
        Annotated[str, Refers((*OBJECTIVES, Kind.STAGE, Kind.STRATEGY, Kind.OPPORTUNITY))] | None
    ) = None
    owner: Annotated[str, Refers((Kind.MEMBER, Kind.PERSON))] | None = None
    due: date | None = None
    status: ActionStatus | None = None
    urgent: bool | None = None
    important: bool | None = None
    hours: Hours | None = None
    depends_on: tuple[
        Annotated[str, Refers((Kind.ACTION, Kind.STAGE, *OBJECTIVES, Kind.OPPORTUNITY))],
        ...,
    ] = ()
    from_gap: Annotated[int, PlaceIn("gaps")] | None = None
    reason: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShortTermPlan:
    """The rolling plan: the months given override the computed window (STP-2)."""

    planned_on: date | None = None
    months: Annotated[tuple[Month, ...], Sorted()] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LightChange:
    """One change of a light's colour (TL-4)."""

    on: date
    from_colour: Annotated[Colour | None, Key("from")] = None
    to_colour: Annotated[Colour, Key("to")]
    why: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TrafficLight:
    """A force for or against us, on the account, an objective or an opportunity (TL-1, TL-2)."""

    id: Annotated[str, Names(Kind.LIGHT)]
    colour: Colour
    on: Annotated[str, Refers((*OBJECTIVES, Kind.STAGE, Kind.OPPORTUNITY), words=(ACCOUNT,))]
    text: Prose
    since: date | None = None
    response: Prose | None = None
    history: tuple[LightChange, ...] = ()
