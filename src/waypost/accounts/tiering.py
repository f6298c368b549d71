"""Accounts ranked across what one person sees: potential against time (ROTI-1)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple, Protocol

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from waypost.accounts.models import ABOVE, AccessRole, Account, TeamMember
from waypost.accounts.policies import MAY, Access, Capability
from waypost.method.tiers import Candidate, Potential, Ranking, Suggestion
from waypost.method.words import Words, plain
from waypost.staff.models import User

NOTING: Final = tuple(role for role in AccessRole if role in MAY[Capability.SEE_NOTES])
SEEING: Final = tuple(role for role in AccessRole if role in MAY[Capability.SEE_MARGINS])
EDITING: Final = MAY[Capability.EDIT_PLAN]


class Ranked(NamedTuple):
    """What of an account is compared; of its summary None until it has one."""

    pk: int
    name: str
    tier: str
    tier_reason: str
    currency: str
    there: Decimal | None
    brings: Decimal | None
    takes: Decimal | None
    asked: Decimal | None
    own_role: str | None

    @property
    def candidate(self) -> Candidate:
        return candidate(self.currency, self.there, self.brings, self.takes, self.asked)

    @property
    def can_edit(self) -> bool:
        return self.own_role in EDITING


COLUMNS: Final = (
    *("pk", "name", "tier", "tier_reason", "currency", "team_hours_next_12_months"),
    *("summary__potential", "summary__potential_hours", "summary__hours_asked", "own_role"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggested:
    """A class in words; ``tier`` is empty where the figures suggest none."""

    tier: str
    reasons: tuple[str, ...]


def candidate(
    currency: str,
    there: Decimal | None,
    brings: Decimal | None,
    takes: Decimal | None,
    asked: Decimal | None,
) -> Candidate:
    """An account as the method compares it."""
    if brings is None or takes is None or asked is None:
        return Candidate(currency=currency, potential=None, there=there)
    found = Potential(brings=brings, takes=takes, asked=asked)
    return Candidate(currency=currency, potential=found, there=there)


def with_margins(user: User) -> QuerySet[Account]:
    """The accounts whose margins they may see, found from the user's side."""
    team = TeamMember.objects.live()
    own = team.filter(user=user, access_role__in=SEEING)
    above = team.filter(access_role=AccessRole.LEAD, user__manager__manager=user)
    seen = Q(pk__in=own.values("account")) | Q(pk__in=above.values("account"))
    return Account.objects.live().filter(seen) if user.is_active else Account.objects.none()


def ranked(user: User) -> list[Ranked]:
    """All of these accounts in one query."""
    roles = TeamMember.objects.live().filter(user=user, account=OuterRef("pk"))
    found = with_margins(user).annotate(own_role=Subquery(roles.values("access_role")[:1]))
    return [Ranked(*row) for row in found.order_by("pk").values_list(*COLUMNS)]


def sees_margins(standings: Iterable[str]) -> bool:
    """Whether one of these ways to see an account shows its margins."""
    return any(one == ABOVE or one in SEEING for one in standings)


def sees_notes(standings: Iterable[str]) -> bool:
    """Whether one of them shows what the account team keeps to itself."""
    return any(one in NOTING for one in standings)


def suggested_for(access: Access) -> Suggested | None:
    """The class that the figures of an account suggest beside the others that the person sees; None
    for whoever does not see margins."""
    if not access.sight.margins:
        return None
    accounts = ranked(access.user)
    own = next((one for one in accounts if one.pk == access.account.pk), None)
    return (
        in_words(Ranking(one.candidate for one in accounts).suggest(own.candidate)) if own else None
    )


class Classed(Protocol):
    """What has a class that people give."""

    tier: str
    tier_reason: str


def with_reason(
    values: dict[str, Any], row: Classed | None, suggest: Callable[[], str]
) -> dict[str, Any]:
    """The values to save with the reason for the class, where one of the two is said anew.

    ValidationError for another class than the figures ``suggest`` of which nobody says why. With
    the suggested one, the reason that stood there for the other goes.
    """
    stood = (row.tier, row.tier_reason) if row else ("", "")
    tier, reason = values.get("tier", stood[0]), values.get("tier_reason", stood[1])
    if not tier or (tier, reason) == stood:
        return values
    suggested = suggest()
    if tier == suggested and tier != stood[0] and reason == stood[1]:
        return {**values, "tier_reason": ""}
    if suggested and tier != suggested and not reason:
        sentence = _("Its figures suggest %(tier)s. Say why it is another class.")
        raise ValidationError({"tier_reason": sentence % {"tier": suggested}})
    return values


def in_words(found: Suggestion) -> Suggested:
    return Suggested(
        tier=found.tier or "", reasons=tuple(_said(reason.words) for reason in found.reasons)
    )


def _said(sentence: Words) -> str:
    """A sentence of the method in the person's language; known to translators by name."""
    return _(sentence.text) % {name: plain(value) for name, value in sentence.values}
