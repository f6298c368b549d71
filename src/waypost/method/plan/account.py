"""The customer and our team: who they are and what we know of them (PRO, SES-2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from waypost.method.currency import parse_currency
from waypost.method.review_day import checked_review_day
from waypost.method.shape import (
    Hours,
    Key,
    Kind,
    Length,
    Line,
    LocationId,
    Names,
    Prose,
    Range,
    Reads,
)

Currency = Annotated[str, Length(3), Reads(parse_currency, "three letters, as `EUR`")]
ReviewDay = Annotated[
    str,
    Length(200),
    Reads(checked_review_day, "`last Thursday of the month`, `15`, `last working day` or the like"),
]

Money = Annotated[Decimal, Range(Decimal(0), Decimal(10_000_000_000))]  # in thousands


class Tier(StrEnum):
    """Class of an account in the portfolio, or of an opportunity in the account (ROTI-1)."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, kw_only=True, slots=True)
class Supplier:
    """Who we are and what we sell."""

    name: Line
    sells: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Window in months (STP-2), review day, hours a year the team has for opportunities.

    ``own_terms`` are words that the customer uses in a sense both sides know: never vague (CRI-1).
    """

    window_months: Annotated[int, Range(Decimal(1), Decimal(24))] | None = None
    review_day: ReviewDay | None = None
    team_hours_next_12_months: Hours | None = None
    own_terms: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """A site of the customer with its production lines or units."""

    id: Annotated[str, Names(Kind.LOCATION)]
    name: Line
    country: Line | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """The customer the plan is for."""

    name: Line
    also_known_as: tuple[Line, ...] = ()
    parent: Line | None = None
    currency: Currency | None = None
    tier: Annotated[Tier | None, Key("class")] = None
    settings: Settings = Settings()
    locations: tuple[Location, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TeamMember:
    """One of us who has a part in the relationship (SES-2); hours a week are all work here."""

    id: Annotated[str, Names(Kind.MEMBER)]
    name: Line
    role: Line
    location: LocationId | None = None
    hours_per_week: Hours | None = None
    external: bool | None = None
    in_planning: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something known of the customer, with who says so and when (PRO-1, PRO-2)."""

    text: Prose
    source: Prose | None = None
    as_of: date | None = None
    id: Annotated[str, Names(Kind.FACT)] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Swot:
    """The customer's strengths, weaknesses, opportunities and threats (PRO-1)."""

    strengths: tuple[Prose, ...] = ()
    weaknesses: tuple[Prose, ...] = ()
    opportunities: tuple[Prose, ...] = ()
    threats: tuple[Prose, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class YearFigures:
    """What the customer earns in a year, and what of it can be for us (CRI-5).

    Turnover and the room to invest in thousands of the currency; margin and our share of their
    spend in percent.
    """

    year: Annotated[int, Range(Decimal(1990), Decimal(2100))]
    turnover_k: Money | None = None
    margin: Annotated[Decimal, Range(Decimal(-1000), Decimal(100))] | None = None
    investment_room_k: Money | None = None
    our_share: Annotated[Decimal, Range(Decimal(0), Decimal(100))] | None = None
    source: Prose | None = None
    as_of: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What we know of the account, and what we know that we do not know (PRO-1, PRO-2)."""

    company_goals: tuple[Fact, ...] = ()
    markets_and_positioning: tuple[Fact, ...] = ()
    industry_trends: tuple[Fact, ...] = ()
    competitors: tuple[Fact, ...] = ()
    structure: tuple[Fact, ...] = ()
    financial_performance: tuple[Fact, ...] = ()
    value_chain: tuple[Fact, ...] = ()
    swot: Swot = Swot()
    gaps: tuple[Prose, ...] = ()
    figures: tuple[YearFigures, ...] = ()
