"""Where somebody has a part: their own places in the teams of accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import QuerySet, Sum

from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.policies import MAY, Capability
from waypost.staff.models import User

OFFERED: Final = 30
EDITORS: Final = frozenset(AccessRole) & MAY[Capability.EDIT_PLAN]
DOERS: Final = frozenset(AccessRole) & MAY[Capability.EDIT_OWN]


@dataclass(frozen=True, slots=True)
class Place:
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


def mine(user: User) -> QuerySet[TeamMember]:
    """The person's own places: what the person may see of accounts where they have none, as the
    manager above a lead or an administrator who opened a plan, is nobody's week."""
    places = places_by(user.pk)
    return places if user.is_active else places.none()


def places_by(user: int) -> QuerySet[TeamMember]:
    """The same by the key of an active user."""
    return TeamMember.objects.live().filter(user=user, account__deleted_at=None)


def places_of(user: User) -> Places:
    """Two queries."""
    hours = mine(user).aggregate(hours=Sum("hours_per_week"))["hours"]
    rows = (
        mine(user)
        .order_by("account__name", "account")
        .values_list("account", "account__name", "access_role")
    )
    found = list(rows[: 10 * OFFERED])
    to_add = [Place(account, name) for account, name, role in found if role in EDITORS]
    return Places(
        any=bool(found),
        hours=hours,
        to_add=to_add[:OFFERED],
        has_more=len(to_add) > OFFERED,
    )
