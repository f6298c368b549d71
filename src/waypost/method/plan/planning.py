"""Planning together: sessions, resources, reviews, acceptance, presentation (SES)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from waypost.method.shape import Kind, MemberId, Names, PersonId, Prose, Refers


class ResourceKind(StrEnum):
    """Whose resource the team asks for (SES-8)."""

    INTERNAL = "internal"
    PARTNER = "partner"


class ResourceStatus(StrEnum):
    """What came of asking for a resource (SES-8)."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomerOpening:
    """The most senior customer representative who addressed the session (SES-5)."""

    person: PersonId | None = None
    note: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SecondLevel:
    """Second-level management at the customer's part, gone before the team plans (SES-4)."""

    who: MemberId | None = None
    attended_customer_part: bool | None = None
    left_after: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanningSession:
    """A session in which the whole team plans (SES-1 to SES-6)."""

    id: Annotated[str, Names(Kind.SESSION)]
    date: date
    led_by: MemberId | None = None
    participants: tuple[Annotated[str, Refers((Kind.MEMBER, Kind.PERSON))], ...] = ()
    first_line_manager_present: bool | None = None
    customer_opening: CustomerOpening | None = None
    second_level: SecondLevel | None = None
    documented: bool | None = None
    outcome: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ResourceRequest:
    """A resource the team asks for, with its justification (SES-8)."""

    what: Prose
    kind: ResourceKind | None = None
    why: Prose | None = None
    status: ResourceStatus | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """A monthly review (STP-2); ``held`` is None while it is to come."""

    date: date
    held: bool | None = None
    by: tuple[MemberId, ...] = ()
    notes: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SeniorAcceptance:
    """Senior management's answer to the plan (SES-4)."""

    who: MemberId | None = None
    accepted: bool | None = None
    on: date | None = None
    conditions: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SponsorPresentation:
    """The presentation to the customer's sponsor, and what came of it (SES-7)."""

    person: PersonId | None = None
    presented: bool | None = None
    planned: date | None = None
    outcome: Prose | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """Senior acceptance, then the presentation to the sponsor (SES-4, SES-7)."""

    senior: SeniorAcceptance | None = None
    sponsor: SponsorPresentation | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomerFacing:
    """The allow-list of parts shown to the customer; the words never to show are for people."""

    show: tuple[Annotated[str, Refers(tuple(Kind))], ...] = ()
    never_show: tuple[Prose, ...] = ()
