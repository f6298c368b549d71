"""Reading: what an account is to somebody, and the plan as far as they may see it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from waypost.accounts.models import (
    AccessRole,
    Account,
    Fact,
    Gap,
    Merging,
    PlanOpening,
    Ref,
    TeamMember,
)
from waypost.accounts.policies import Access, Grounds
from waypost.document.load import PARTS, load, load_beside
from waypost.document.statements import ACCOUNT, USER, Row, Statement, as_model, columns, write
from waypost.method.plan import Plan
from waypost.method.shape import Kind
from waypost.method.sight import seen
from waypost.staff.models import User

ALL = tuple(PARTS)
LAST_KEY = 2**63 - 1  # a greater number can be in an address but in no table


class MergedAway(Http404):
    """The account was merged into one that the person sees, perhaps by way of others."""

    def __init__(self, gone: int, into: int) -> None:
        super().__init__()
        self.gone, self.into = gone, into


def access_to(user: User, account_id: int) -> Access:
    """What the account's plan is to somebody; one query, two for an administrator.

    Raises Http404 where they may not see it, exactly as if there were no such account.
    """
    access = _access(user, account_id)
    if not access.can_see_plan:
        raise Http404
    return access


def reading_access_to(user: User, account_id: int) -> Access:
    """The same for what stays to be read of an account that was merged into another: whoever reads
    that one reads it as far as they see that one. Nothing can be written there."""
    try:
        return access_to(user, account_id)
    except MergedAway as away:
        into = access_to(user, away.into)
        gone = Account.objects.get(pk=account_id)
        own = TeamMember.objects.live().filter(account=gone, user=user)
        code = own.values_list("ref__code", flat=True).first()
        return replace(
            into,
            account=gone,
            role=None,
            reads_as=into.role,
            member_code=code,
            merged_into=into.account,
        )


def team_access_to(user: User, account_id: int) -> Access:
    """The same for the account's name and team, which are open to administrators too."""
    access = _access(user, account_id)
    if not (access.can_see_plan or access.can_manage_team):
        raise Http404
    return access


def plan_for(access: Access, parts: tuple[str, ...] = ALL) -> Plan:
    """The plan, or these parts of it, without what the person may not see.

    The only way from the stored plan to a page or an export.
    """
    return seen(load(access.account.pk, parts), access.sight)


def plan_beside(
    access: Access, parts: tuple[str, ...], statement: Statement, ids: Mapping[Any, Any]
) -> tuple[Plan, list[Row]]:
    """The same, and the rows of a statement about these ids, in one query."""
    plan, answers = load_beside(access.account.pk, parts, statement, ids=ids)
    return seen(plan, access.sight), answers[statement]


def next_code(account: Account, prefix: str) -> str:
    """The next free id of this kind in the account: T4 after T1 and a removed T3."""
    form = re.compile(f"{re.escape(prefix)}([0-9]{{1,9}})")
    written = (form.fullmatch(row["code"]) for row in _codes().rows({ACCOUNT: account.pk}))
    numbers = (int(found[1]) for found in written if found)
    return f"{prefix}{max(numbers, default=0) + 1}"


def ids_of(account: Account) -> dict[str, Kind]:
    """The ids of the parts of the plan, and what each names."""
    rows = _ids().rows({ACCOUNT: account.pk})
    return {row["code"]: Kind(row["kind"]) for row in rows}


def team_of(account: Account) -> QuerySet[TeamMember]:
    """The members of the team in the order they joined it."""
    members = TeamMember.objects.live().filter(account=account)
    return members.select_related("ref").order_by("pk")


def team_with_log_ins(account: Account) -> QuerySet[TeamMember]:
    """The same with their users, whom these report to, and their sites."""
    return team_of(account).select_related("user__manager__manager", "location")


def last_account(user: User) -> Account | None:
    """The newest account in whose team they are: what the next one begins with."""
    mine = TeamMember.objects.live().filter(user=user).values("account")
    found = Account.objects.live().filter(pk__in=mine, is_sample=False)
    return found.select_related("supplier").order_by("-created_at", "-pk").first()


def accounts_named(
    user: User | None, name: str, except_for: Account | None = None
) -> QuerySet[Account]:
    """Those the person can see with this name in any case; the system (None) sees all."""
    visible = Account.objects.live() if user is None else Account.objects.visible_to(user)
    found = visible.filter(name__iexact=name).order_by("pk")
    return found.exclude(pk=except_for.pk) if except_for else found


def names_of(account: Account) -> list[str]:
    """The other names of the customer, in the order they were written."""
    return list(account.also_known_as.order_by("pk").values_list("name", flat=True))


def parents_above(user: User, name: str) -> Iterator[str]:
    """The parent companies above one of this name, as far as they are accounts that the user sees;
    the name itself at last where they lead round to it."""
    known = Account.objects.visible_to(user).exclude(parent="").values_list("name", "parent")
    above = {own.casefold(): parent for own, parent in known}
    while parent := above.pop(name.casefold(), ""):
        yield parent
        name = parent


def users_to_join(account: Account, member: TeamMember | None = None) -> QuerySet[User]:
    """Who can be given a place in the team, or this member's place: each user has one."""
    team = TeamMember.objects.live().filter(account=account, user__isnull=False)
    free = Q(deactivated_at=None) & ~Q(pk__in=team.values("user"))
    return User.objects.filter(free | Q(pk=member.user_id) if member else free)


def facts_of(access: Access) -> QuerySet[Fact]:
    """The facts that the person may see, as in `plan_for`."""
    facts = Fact.objects.live().filter(account=access.account).order_by("pk")
    return facts if access.sight.margins else facts.exclude(topic=Fact.Topic.COMPETITORS)


UNNAMED: Final = "goal:"  # in front of the key of a goal without an id; no id has a colon


def goals_to_name(account: Account) -> list[tuple[str, str]]:
    """The goals of the customer that have no id yet, as choices: linked, they are given one."""
    goals = Fact.objects.live().filter(account=account, topic=Fact.Topic.COMPANY_GOALS, ref=None)
    rows = goals.order_by("pk").values_list("pk", "text")
    return [(f"{UNNAMED}{pk}", text) for pk, text in rows]


def gaps_of(access: Access) -> QuerySet[Gap]:
    return Gap.objects.live().filter(account=access.account).order_by("pk")


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A manager of ours who belongs into the team by the reporting line."""

    user: User
    access_role: AccessRole


def proposals_for(members: Iterable[TeamMember]) -> list[Proposal]:
    """The lead's manager as first-line manager, the one above as senior reviewer.

    Only for roles that nobody in the team has, and people who are not in it.
    """
    team = list(members)
    roles = {member.access_role for member in team}
    present = {member.user_id for member in team}
    lead = next((m.user for m in team if m.access_role == AccessRole.LEAD and m.user), None)
    first = lead.manager if lead else None
    above = ((AccessRole.FIRST_LINE, first), (AccessRole.SENIOR, first.manager if first else None))
    return [
        Proposal(user=user, access_role=role)
        for role, user in above
        if user and user.is_active and user.pk not in present and role not in roles
    ]


def all_accounts(name: str = "") -> QuerySet[Account]:
    """Every account with ``lead_name`` and the day it was touched, for administrators: no more."""
    team = TeamMember.objects.live().filter(account=OuterRef("pk"))
    leads = team.filter(access_role=AccessRole.LEAD).order_by("pk").values("name")
    found = Account.objects.live().filter(name__icontains=name)
    named = found.annotate(lead_name=Subquery(leads[:1]))
    return named.only("name", "touched_at").order_by("name", "pk")


def _access(user: User, account_id: int) -> Access:
    """On what grounds the account is open, by the rules of `Account.objects.visible_to`."""
    known = _standing().rows({ACCOUNT: account_id, USER: user.pk}) if account_id <= LAST_KEY else []
    if not known or not user.is_active:
        raise _nothing_for(user, account_id)
    row = known[0]
    account = as_model(Account, row, "summary")  # the rail shows of it what stands in the summary
    grounds = {
        Grounds.TEAM: row["own_role"] is not None,
        Grounds.SECOND_LEVEL: row["reports_to_me"],
        Grounds.OPENING: user.is_administrator and _has_opened(user, account),
        Grounds.ADMINISTRATION: user.is_administrator,
    }
    return Access(
        account=account,
        user=user,
        role=AccessRole(row["own_role"]) if row["own_role"] else None,
        grounds=frozenset(ground for ground, holds in grounds.items() if holds),
        member_code=row["own_code"],
    )


def _nothing_for(user: User, account_id: int) -> Http404:
    """Why there is no such account for them."""
    if not user.is_active or account_id > LAST_KEY:
        return Http404()
    into = account_id
    while merging := Merging.objects.filter(gone=into).values_list("account", flat=True).first():
        into = merging
    is_seen = into != account_id and Account.objects.visible_to(user).filter(pk=into).exists()
    return MergedAway(account_id, into) if is_seen else Http404()


def _has_opened(user: User, account: Account) -> bool:
    return PlanOpening.objects.current().filter(account=account, user=user).exists()


@cache
def _codes() -> Statement:
    return write(Ref.objects.filter(account=ACCOUNT), "code")


@cache
def _ids() -> Statement:
    parts = Ref.objects.filter(account=ACCOUNT, retired_at=None)
    return write(parts.order_by("pk"), "code", "kind")


@cache
def _standing() -> Statement:
    """The account and its summary, the user's own place in its team, and whether its lead's manager
    is theirs.

    Every page of an account begins with it.
    """
    team = TeamMember.objects.live().filter(account=OuterRef("pk"))
    own = team.filter(user=USER)
    below = team.filter(access_role=AccessRole.LEAD, user__manager__manager=USER)
    found = (
        Account.objects.live()
        .filter(pk=ACCOUNT)
        .annotate(
            own_role=Subquery(own.values("access_role")[:1]),
            own_code=Subquery(own.values("ref__code")[:1]),
            reports_to_me=Exists(below),
        )
    )
    standing = ("own_role", "own_code", "reports_to_me")
    return write(found, *columns(Account, "summary"), *standing)
