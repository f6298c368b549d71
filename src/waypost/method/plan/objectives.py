"""The four levels of objectives, and the strategies that serve them (OBJ, STR)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from waypost.method.shape import (
    OBJECTIVES,
    Kind,
    Line,
    MemberId,
    Names,
    Once,
    PersonId,
    Prose,
    Range,
    Refers,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Vision:
    """A picture of the account in so many years if everything went well (OBJ-1)."""

    id: Annotated[str, Names(Kind.VISION)]
    horizon_years: Annotated[int, Range(Decimal(1), Decimal(50))]
    text: Prose


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What somebody at the customer really said, beside what we want to hear (OBJ-2)."""

    on: date | None = None
    who: Line | None = None
    text: Prose


@dataclass(frozen=True, kw_only=True, slots=True)
class RelationshipObjective:
    """A sentence the customer would say of us in about two years (OBJ-2)."""

    id: Annotated[str, Names(Kind.RELATIONSHIP)]
    text: Prose
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreed:
    """Who agreed to a business objective (OBJ-3): yes, no, not known, or the ids of who did."""

    team: bool | tuple[MemberId, ...] | None = None
    customer: bool | tuple[PersonId, ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Prerequisite:
    """Something that has to happen first (CRI-3), by when and by whom."""

    text: Prose
    by: date | None = None
    owner: MemberId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StageGoal:
    """Where we should be at an important date on the way to a business objective (OBJ-4)."""

    id: Annotated[str, Names(Kind.STAGE)]
    due: date
    value: Decimal
    customer_sees: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckIn:
    """The value of the metric on a day, and of the condition that is to hold meanwhile (OBJ-5)."""

    on: date
    value: Decimal
    condition_value: Line | None = None
    note: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BusinessObjective:
    """A specific, measurable, agreed and realistic objective with a time-scale (OBJ-3)."""

    id: Annotated[str, Names(Kind.BUSINESS)]
    text: Prose
    customer_text: Prose | None = None
    metric: Line | None = None
    unit: Line | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    due: date | None = None
    condition: Prose | None = None
    agreed: Agreed = Agreed()
    owner: MemberId | None = None
    serves: tuple[
        Annotated[str, Refers((Kind.VISION, Kind.RELATIONSHIP, Kind.FACT, Kind.BUSINESS))],
        ...,
    ] = ()
    depends_on: tuple[Prerequisite, ...] = ()
    stages: tuple[StageGoal, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Objectives:
    """The four levels; stage goals stand inside their business objective (OBJ-6)."""

    visionary: tuple[Vision, ...] = ()
    relationship: tuple[RelationshipObjective, ...] = ()
    business: tuple[BusinessObjective, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment:
    """One member and one strategy: told when of which wording, committed, doubts (STR-3)."""

    who: Annotated[MemberId, Once()]
    told: date | None = None
    version: Annotated[int, Range(Decimal(1), Decimal(10_000))] | None = None
    committed: bool | None = None
    doubts: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Strategy:
    """A way of working that serves objectives (STR-1, STR-2)."""

    id: Annotated[str, Names(Kind.STRATEGY)]
    statement: Prose
    serves: tuple[
        Annotated[str, Refers((*OBJECTIVES, Kind.STAGE, Kind.OPPORTUNITY, Kind.FACT))],
        ...,
    ] = ()
    communicate: Prose | None = None
    wording_version: Annotated[int, Range(Decimal(1), Decimal(10_000))] | None = None
    members: tuple[Commitment, ...] = ()
