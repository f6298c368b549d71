"""The page of one purchase decision: who takes part in which role, who wins what (DMG-1, DMG-2)."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.models import DecisionGroup
from waypost.contacts.queries.person_page import Linked, Spot
from waypost.contacts.queries.standing import roles_in_words
from waypost.method.plan import DecisionGroup as Group
from waypost.method.plan import Plan, Role, TeamMember
from waypost.plans.queries.wording import listed, names

PARTS: Final = ("team", "people", "decision_groups", "opportunities")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A person in a decision; ``roles`` are words, ``win`` what they gain for themselves."""

    code: str
    name: str
    facts: str
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
    plan = plan_for(access, PARTS)
    group = next(one for one in plan.decision_groups if one.id == row.ref.code)
    inside = {member.person for member in group.people}
    people = sorted(plan.people, key=lambda one: one.name.casefold())
    found = next((one for one in plan.opportunities if one.id == group.opportunity), None)
    return GroupPage(
        team=plan.team,
        code=group.id,
        decision=group.decision,
        lede=_lede(plan, group),
        places=_places(plan, group),
        others=tuple(
            (one.id, listed(one.name, one.title or ""))
            for one in people
            if one.id not in inside and not one.left_company
        ),
        gains=(
            Spot(field="account_gains", label=_("What the account gains"), text=row.account_gains),
            Spot(field="we_gain", label=_("What we gain"), text=row.we_gain),
        ),
        opportunity=Linked(code=found.id, text=found.name) if found else None,
        opportunities=tuple(
            Linked(code=one.id, text=one.name)
            for one in plan.opportunities
            if one.decision_group == group.id and one.id != group.opportunity
        ),
    )


def _places(plan: Plan, group: Group) -> tuple[Place, ...]:
    people = {person.id: person for person in plan.people}
    team = {member.id: member.name for member in plan.team}
    return tuple(
        Place(
            code=person.id,
            name=person.name,
            facts=person.title or "",
            roles=roles_in_words(member.roles),
            win=person.personal_win or "",
            known_by=tuple(team[code] for code in person.known_by if code in team),
            left=bool(person.left_company),
        )
        for member in group.people
        if (person := people.get(member.person))
    )


def _lede(plan: Plan, group: Group) -> str:
    """Who releases the money: usually one person."""
    people = {person.id: person for person in plan.people if not person.left_company}
    buyers = [
        people[member.person].name
        for member in group.people
        if Role.ECONOMIC in member.roles and member.person in people
    ]
    if not buyers:
        return _("Who releases the money is not known yet.")
    if len(buyers) == 1:
        return _("%(name)s releases the money.") % {"name": buyers[0]}
    return _("%(names)s are said to release the money. Usually it is one: ask who.") % {
        "names": names(buyers)
    }
