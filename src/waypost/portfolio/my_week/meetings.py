"""Planning sessions that wait for the person: when they can come, what they have not handed in.

Of a round nothing is read but what the person has handed in: not what anybody has written, nor
whether they have.
"""

from datetime import UTC, date, datetime
from functools import cache
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from waypost.accounts.models import TeamMember
from waypost.document.among import among
from waypost.document.statements import USER, Statement, write
from waypost.method.shape import Kind
from waypost.planning.models import (
    Invitee,
    Participation,
    PlanningSession,
    Round,
    RoundDone,
    RoundStep,
    SessionSlot,
    SlotAnswer,
)
from waypost.portfolio.my_week.places import DOERS, places_by

MOST: Final = 20  # of each kind
NOW: Final = datetime(1, 1, 1, tzinfo=UTC)  # stands for the moment
TODAY: Final = date(1, 1, 2)  # stands for the day
Step = RoundStep.Step
OVER: Final = (Step.CLOSED, Step.DECIDED)


def _own() -> QuerySet[TeamMember]:
    return places_by(USER).filter(access_role__in=sorted(DOERS))


@cache
def times_to_answer() -> Statement:
    """Sessions without a day for which times to come are proposed that they have not answered."""
    said = SlotAnswer.objects.filter(slot=OuterRef("pk"), invitee=OuterRef(OuterRef("pk")))
    slots = SessionSlot.objects.filter(session=OuterRef("session"), starts_at__gt=NOW)
    found = Invitee.objects.filter(
        Exists(slots.filter(~Exists(said))),
        among("person", _own().values("ref")),
        session__date=None,
        session__deleted_at=None,
        session__opened_at=None,
        session__closed_at=None,
        session__called_off_at=None,
    )
    names = ("account_id", "account__name", "ref__code", "purpose")
    return write(found.order_by("pk")[:MOST], *(f"session__{name}" for name in names))


@cache
def rounds_to_answer() -> Statement:
    """Rounds of sessions that are not over, whose input or votes they have not handed in."""
    steps = RoundStep.objects.filter(round=OuterRef("pk"))
    done = RoundDone.objects.filter(round=OuterRef("pk"), user=USER)
    votes = Exists(steps.filter(step=Step.VOTING))
    asks_input = ~Exists(steps.exclude(step=Step.INPUT)) & ~Exists(done.filter(step=Step.INPUT))
    asks_vote = (
        votes & ~Exists(steps.filter(step__in=OVER)) & ~Exists(done.filter(step=Step.VOTING))
    )
    known = Q(date=None) | Q(date__gte=TODAY) | Q(starts_at__isnull=False)
    sessions = PlanningSession.objects.live().filter(
        known | Q(opened_at__isnull=False),
        among("account", _own().values("account")),
        closed_at=None,
        called_off_at=None,
    )
    there = Participation.objects.filter(session__ref=OuterRef("session"))
    mine = Exists(there.filter(among("participant", _own().values("ref"))))
    nobody = ~Exists(there.filter(participant__kind=Kind.MEMBER))
    found = (
        Round.objects.filter(among("session", sessions.values("ref")))
        .filter(mine | nobody)
        .filter(asks_input | asks_vote)
        .annotate(votes=votes)
    )
    names = ("pk", "question", "votes", "session__account_id", "session__account__name")
    return write(found.order_by("pk")[:MOST], *names, "session__code")
