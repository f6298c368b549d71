"""The page of one purchase decision: who takes part in which role, who wins what (DMG-1, DMG-2)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.models import Acquaintance, DecisionGroup, GroupMembership
from waypost.contacts.queries.person_page import Linked, Spot
from waypost.contacts.queries.standing import roles_in_words
from waypost.document.statements import ROW, Row, Statement, write
from waypost.document.together import Together, together
from waypost.method.plan import Role, TeamMember
from waypost.opportunities.models import Opportunity
from waypost.plans.queries.wording import names

PARTS: Final = ("team", "names")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A person in a decision; ``roles`` are the words of those they have (``held``), ``win`` what
    they gain for themselves."""

    code: str
    name: str
    facts: str
    held: tuple[Role, ...]
    roles: str
    win: str
    known_by: tuple[str, ...]
    left: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupPage:
    """Everything that the page says, in words; ``others`` are not in the decision yet."""

    team: tuple[TeamMember, ...]
    code: str
    decision: str
    lede: str
    places: tuple[Place, ...]
    others: tuple[tuple[str, str], ...]
    gains: tuple[Spot, ...]
    opportunity: Linked | None
    opportunities: tuple[Linked, ...]


def group_page(access: Access, row: DecisionGroup) -> GroupPage:
    """Of a thousand people those who are in the decision are read, of the others the names. Two
    queries."""
    plan = plan_for(access, PARTS)
    seats, known, opportunities = _of_group().rows({ROW: row.pk})
    places = _places(seats, known)
    inside = {place.code for place in places}
    others = [one for one in plan.people if one.id not in inside and not one.left_company]
    others.sort(key=lambda one: one.name.casefold())
    links = [(one["ref_id"], _linked(one)) for one in opportunities]
    return GroupPage(
        team=plan.team,
        code=row.ref.code,
        decision=row.decision,
        lede=_lede(places),
        places=places,
        others=tuple(
            (one.id, f"{one.name}, {one.title}" if one.title else one.name) for one in others
        ),
        gains=(
            Spot(field="account_gains", label=_("What the account gains"), text=row.account_gains),
            Spot(field="we_gain", label=_("What we gain"), text=row.we_gain),
        ),
        opportunity=next((link for ref, link in links if ref == row.opportunity_ref_id), None),
        opportunities=tuple(link for ref, link in links if ref != row.opportunity_ref_id),
    )


def places_of(group: DecisionGroup) -> tuple[Place, ...]:
    """The people of a decision who are still in the plan, as they came to it. One query."""
    seats, known, _opportunities = _of_group().rows({ROW: group.pk})
    return _places(seats, known)


def _places(seats: Iterable[Row], known: Iterable[Row]) -> tuple[Place, ...]:
    known_by: dict[int, list[str]] = defaultdict(list)
    for row in known:
        known_by[row["contact_id"]].append(row["member__name"])
    return tuple(_place(list(rows), known_by) for _pk, rows in groupby(seats, itemgetter("pk")))


def _place(rows: list[Row], known_by: Mapping[int, list[str]]) -> Place:
    """``rows`` are those of one person, one for each role."""
    row = rows[0]
    held = tuple(Role(one["roles__role"]) for one in rows if one["roles__role"])
    return Place(
        code=row["contact__ref__code"],
        name=row["contact__name"],
        facts=row["contact__title"],
        held=held,
        roles=roles_in_words(held),
        win=row["contact__personal_win"],
        known_by=tuple(known_by.get(row["contact_id"], ())),
        left=bool(row["contact__left_company"]),
    )


def _linked(row: Row) -> Linked:
    return Linked(code=row["ref__code"], text=row["name"])


def _lede(places: Iterable[Place]) -> str:
    """Who releases the money: usually one person."""
    buyers = [one.name for one in places if Role.ECONOMIC in one.held and not one.left]
    if not buyers:
        return _("Who releases the money is not known yet.")
    if len(buyers) == 1:
        return _("%(name)s releases the money.") % {"name": buyers[0]}
    return _("%(names)s are said to release the money. Usually it is one: ask who.") % {
        "names": names(buyers)
    }


@cache
def _of_group() -> Together:
    """Who has a place in it, who of us knows them, and the opportunities it is about."""
    return together((_seats(), _known(), _opportunities()))


def _seats() -> Statement:
    found = GroupMembership.objects.filter(group=ROW, contact__deleted_at=None)
    texts = ("ref__code", "name", "title", "personal_win", "left_company")
    columns = ("contact_id", "roles__role", *(f"contact__{name}" for name in texts))
    return write(found.order_by("pk", "roles__pk"), "pk", *columns)


def _known() -> Statement:
    found = Acquaintance.objects.filter(member__deleted_at=None, contact__memberships__group=ROW)
    return write(found.order_by("pk"), "contact_id", "member__name")


def _opportunities() -> Statement:
    own = DecisionGroup.objects.filter(pk=ROW).values("opportunity_ref")
    found = Opportunity.objects.live().filter(Q(decision_group=ROW) | Q(ref__in=own))
    return write(found.order_by("pk"), "ref_id", "ref__code", "name")
