"""Reading: what an account is to somebody, and the plan as far as they may see it."""

import re
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import Http404

from waypost.accounts.models import AccessRole, Account, PlanOpening, Ref, TeamMember
from waypost.accounts.policies import Access, Grounds
from waypost.document.load import PARTS, load
from waypost.method.plan import Plan
from waypost.method.sight import seen
from waypost.staff.models import User

ALL = tuple(PARTS)


def access_to(user: User, account_id: int) -> Access:
    """What the account's plan is to somebody; one query.

    Raises Http404 where they may not see it, exactly as if there were no such account.
    """
    access = _access(user, account_id)
    if not access.can_see_plan:
        raise Http404
    return access


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


def next_code(account: Account, prefix: str) -> str:
    """The next free id of this kind in the account: T4 after T1 and a removed T3."""
    codes = Ref.objects.filter(account=account, code__startswith=prefix)
    numbers = (
        int(written[1])
        for code in codes.values_list("code", flat=True)
        if (written := re.fullmatch(f"{re.escape(prefix)}([0-9]+)", code))
    )
    return f"{prefix}{max(numbers, default=0) + 1}"


def team_of(account: Account) -> QuerySet[TeamMember]:
    """The members of the team in the order they joined it."""
    members = TeamMember.objects.live().filter(account=account)
    return members.select_related("user", "ref").order_by("pk")


def _access(user: User, account_id: int) -> Access:
    """On what grounds the account is open, by the rules of `Account.objects.visible_to`."""
    team = TeamMember.objects.live().filter(account=OuterRef("pk"))
    own = team.filter(user=user)
    openings = PlanOpening.objects.current().filter(account=OuterRef("pk"), user=user)
    found: Any = (
        Account.objects.live()
        .select_related("summary")
        .annotate(
            own_role=Subquery(own.values("access_role")[:1]),
            own_code=Subquery(own.values("ref__code")[:1]),
            reports_to_me=Exists(
                team.filter(access_role=AccessRole.LEAD, user__manager__manager=user)
            ),
            opened=Exists(openings),
        )
        .filter(pk=account_id)
        .first()
    )
    if found is None or not user.is_active:
        raise Http404
    grounds = {
        Grounds.TEAM: found.own_role is not None,
        Grounds.SECOND_LEVEL: found.reports_to_me,
        Grounds.OPENING: user.is_administrator and found.opened,
        Grounds.ADMINISTRATION: user.is_administrator,
    }
    return Access(
        account=found,
        user=user,
        role=AccessRole(found.own_role) if found.own_role else None,
        grounds=frozenset(ground for ground, holds in grounds.items() if holds),
        member_code=found.own_code,
    )
