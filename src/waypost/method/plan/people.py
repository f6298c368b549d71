"""The people who decide, and the opportunities they decide on (DMG, ROTI)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from waypost.method.plan.account import Tier
from waypost.method.shape import (
    OBJECTIVES,
    Hours,
    InFull,
    Instead,
    Key,
    Kind,
    Line,
    LocationId,
    MemberId,
    Names,
    Once,
    PersonId,
    Prose,
    Range,
    Refers,
    Share,
    Thousands,
    Upwards,
)


class Role(StrEnum):
    """Buying roles in a decision-making group (DMG-1)."""

    ECONOMIC = "economic"
    USER = "user"
    TECHNICAL = "technical"
    COACH = "coach"


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody at the customer: motivations, wins, and who of us knows them (DMG-2, DMG-4)."""

    id: Annotated[str, Names(Kind.PERSON)]
    name: Line
    title: Line | None = None
    location: LocationId | None = None
    level: Annotated[int, Range(Decimal(1), Decimal(20))] | None = None
    reports_to: Annotated[PersonId, Upwards()] | None = None
    wants: Prose | None = None
    personal_win: Prose | None = None
    company_win: Prose | None = None
    our_win: Prose | None = None
    known_by: tuple[MemberId, ...] = ()
    last_contact: date | None = None
    left_company: bool | None = None
    disposition: Line | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """A person's buying roles in one decision; one person may have several (DMG-1)."""

    person: Annotated[PersonId, Key("ref"), InFull("people"), Once()]
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionGroup:
    """The people with influence on one purchase decision (DMG-1)."""

    id: Annotated[str, Names(Kind.GROUP)]
    decision: Prose
    opportunity: Annotated[str, Refers((Kind.OPPORTUNITY,))] | None = None
    people: tuple[Membership, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CoachDevelopment:
    """How far a coach is developed, and the next step (DMG-3)."""

    person: Annotated[PersonId, Once()]
    stage: Prose | None = None
    next: Prose | None = None
    confidential_information: Annotated[
        bool | None,
        Instead(
            "Write only true or false: whether confidential information was offered. "
            "Confidential material itself does not belong in a plan (DMG-3)."
        ),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EightQuestions:
    """The answers to ROTI-2 in words, with the hours it takes to penetrate."""

    need: Line | None = None
    part: Line | None = None
    where: Line | None = None
    hours: Hours | None = None
    profitable: Line | None = None
    importance_to_them: Line | None = None
    history: Line | None = None
    knowledge: Line | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opportunity:
    """Something to win, ranked by return on the time invested (ROTI-1, ROTI-4)."""

    id: Annotated[str, Names(Kind.OPPORTUNITY)]
    name: Line
    tier: Annotated[Tier | None, Key("class")] = None
    decision_group: Annotated[str, Refers((Kind.GROUP,))] | None = None
    serves: tuple[Annotated[str, Refers((*OBJECTIVES, Kind.STAGE, Kind.FACT))], ...] = ()
    q: EightQuestions = EightQuestions()
    margin: Annotated[Decimal | None, Key("margin_k"), Thousands()] = None
    chance: Share | None = None
    hours: Hours | None = None
