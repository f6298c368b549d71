"""Where somebody has a part: their own places in the teams of accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from django.db.models import QuerySet, Sum

from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.policies import MAY, Capability
from waypost.document.statements import USER, write
from waypost.document.together import Together, together
from waypost.staff.models import User

OFFERED: Final = 30
EDITORS: Final = frozenset(AccessRole) & MAY[Capability.EDIT_PLAN]
DOERS: Final = frozenset(AccessRole) & MAY[Capability.EDIT_OWN]


class Place(NamedTuple):
    """An account to which the person may add an action."""

    account: int
    name: str


@dataclass(frozen=True, slots=True)
class Places:
    """``hours`` a week are those set aside for all accounts, None where nobody wrote them down.

    ``to_add`` are accounts by name, the first OFFERED of them.
    """

    any: bool
    hours: Decimal | None
    to_add: Sequence[Place]
    has_more: bool


def places_by(user: int) -> QuerySet[TeamMember]:
    """The own places of an active user: what the person may see of accounts where they have none,
    as the manager above a lead or an administrator who opened a plan, is nobody's week."""
    return TeamMember.objects.live().filter(user=user, account__deleted_at=None)


def places_of(user: User) -> Places:
    """One query."""
    found, set_aside = _statements().rows({USER: user.pk}) if user.is_active else ([], [])
    to_add = [
        Place(row["account_id"], row["account__name"])
        for row in found
        if row["access_role"] in EDITORS
    ]
    return Places(
        any=bool(found),
        hours=set_aside[0]["hours"] if set_aside else None,
        to_add=tuple(to_add[:OFFERED]),
        has_more=len(to_add) > OFFERED,
    )


@cache
def _statements() -> Together:
    """The first places, and the hours of all of them: what they sum up to is one row."""
    places = places_by(USER)
    first = places.order_by("account__name", "account")[: 10 * OFFERED]
    hours = places.order_by().values("user").annotate(hours=Sum("hours_per_week"))
    return together(
        (write(first, "account_id", "account__name", "access_role"), write(hours, "hours"))
    )
