"""Who agreed to a business objective, one by one, and who has not yet (OBJ-3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.plan import BusinessObjective
from waypost.method.shape import Kind
from waypost.method.team import Function, function_of
from waypost.plans.policies import can_agree
from waypost.plans.queries.wording import Reader, names


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """One person; ``can_act``: whoever is looking may say or take back this yes."""

    code: str
    name: str
    role: str
    agreed: bool
    is_me: bool
    can_act: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """Both sides. ``stated`` is a yes for a side as a whole; ``choices`` could still be noted."""

    note: str
    waiting: str
    team: tuple[Party, ...]
    customer: tuple[Party, ...]
    customer_stated: str
    choices: tuple[tuple[str, str], ...]


def agreement(found: BusinessObjective, reader: Reader, access: Access) -> Agreement:
    """The team in its order, without those above it, who accept the plan as a whole."""
    team = tuple(_team(found, reader, access))
    customer = tuple(_customer(found, reader, access))
    missing = [party.name for party in team if not party.agreed]
    count = {"agreed": len(team) - len(missing), "asked": len(team)}
    notes = can_agree(access, "", Kind.PERSON)
    said = {party.code for party in customer}
    return Agreement(
        note=_("%(agreed)s of %(asked)s in the team") % count,
        waiting=_("%(names)s has not agreed yet.") % {"names": missing[0]}
        if len(missing) == 1
        else _("%(names)s have not agreed yet.") % {"names": names(missing)}
        if missing
        else "",
        team=team,
        customer=customer,
        customer_stated=_stated(found.agreed.customer),
        choices=tuple(
            (person.id, person.name) for person in reader.plan.people if person.id not in said
        )
        if notes
        else (),
    )


def _team(found: BusinessObjective, reader: Reader, access: Access) -> Iterator[Party]:
    yes = found.agreed.team
    for member in reader.plan.team:
        if function_of(member) is not Function.SENIOR:
            yield Party(
                code=member.id,
                name=member.name,
                role=member.role,
                agreed=member.id in yes if isinstance(yes, tuple) else bool(yes),
                is_me=member.id == access.member_code,
                can_act=can_agree(access, member.id, Kind.MEMBER),
            )


def _customer(found: BusinessObjective, reader: Reader, access: Access) -> Iterator[Party]:
    yes = found.agreed.customer
    for code in yes if isinstance(yes, tuple) else ():
        person = next((person for person in reader.plan.people if person.id == code), None)
        if person is not None:
            yield Party(
                code=code,
                name=person.name,
                role=person.title or "",
                agreed=True,
                is_me=False,
                can_act=can_agree(access, code, Kind.PERSON),
            )


def _stated(yes: bool | tuple[str, ...] | None) -> str:
    if isinstance(yes, tuple):
        return ""
    if yes is None:
        return _("Nobody has noted whether the customer agrees.")
    return _("The customer agreed.") if yes else _("The customer has not agreed.")
