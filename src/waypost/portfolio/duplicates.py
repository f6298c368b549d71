"""Accounts that are likely one customer written down twice, with what tells them apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.likely import Likely, likely_pairs
from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.accounts.tiering import EDITING
from waypost.staff.models import User
from waypost.ui.formats import counted, days_ago

COLUMNS = (
    *("pk", "name", "parent", "tier", "touched_at", "summary__lead_name", "summary__place"),
    *("summary__people", "summary__opportunities", "summary__objectives", "own_role"),
)


class Known(NamedTuple):
    """One of two accounts as it is stored; of its summary None until it has one."""

    pk: int
    name: str
    parent: str
    tier: str
    touched_at: datetime
    lead: str | None
    place: str | None
    people: int | None
    opportunities: int | None
    objectives: int | None
    own_role: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of two accounts: what is known of it, in words."""

    pk: int
    name: str
    tier: str
    facts: tuple[str, ...]
    can_edit: bool
    leads: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """``decides`` is the account whose team may say that they are two; None where neither may."""

    sides: tuple[Side, Side]
    why: str
    other_form: bool
    decides: int | None
    other: int | None
    can_merge: bool  # who leads both


def pairs_for(user: User) -> tuple[Pair, ...]:
    """Five queries, however many there are."""
    found = likely_pairs(user)
    sides = _sides(user, {one.pk for pair in found for one in (pair.first, pair.second)})
    return tuple(_pair(pair, sides) for pair in found)


def _pair(pair: Likely, sides: Mapping[int, Side]) -> Pair:
    both = (sides[pair.first.pk], sides[pair.second.pk])
    decides = next((side.pk for side in both if side.can_edit), None)
    other = next((side.pk for side in both if side.pk != decides), None)
    return Pair(
        sides=both,
        why=pair.why,
        other_form=pair.other_form,
        decides=decides,
        other=other,
        can_merge=all(side.leads for side in both),
    )


def _sides(user: User, ids: set[int]) -> dict[int, Side]:
    roles = TeamMember.objects.live().filter(user=user, account=OuterRef("pk"))
    found = Account.objects.filter(pk__in=ids).annotate(
        own_role=Subquery(roles.values("access_role")[:1])
    )
    today = timezone.localdate()
    return {row[0]: _side(Known(*row), today) for row in found.values_list(*COLUMNS)}


def _side(known: Known, today: date) -> Side:
    holds = (
        counted(known.people or 0, "person"),
        counted(known.opportunities or 0, "opportunity"),
        counted(known.objectives or 0, "objective"),
    )
    touched = days_ago(timezone.localdate(known.touched_at), today)
    facts = (
        ", ".join(word for word in (known.parent, known.place) if word),
        _("led by %(name)s") % {"name": known.lead} if known.lead else _("nobody leads it"),
        ", ".join(holds),
        _("last touched: %(when)s") % {"when": touched},
    )
    return Side(
        pk=known.pk,
        name=known.name,
        tier=known.tier,
        facts=tuple(fact for fact in facts if fact),
        can_edit=known.own_role in EDITING,
        leads=known.own_role == AccessRole.LEAD,
    )
