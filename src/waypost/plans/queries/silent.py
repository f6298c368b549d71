"""Those in the team who have not agreed to a business objective and can be reminded (OBJ-3)."""

from datetime import date
from functools import cache

from django.db.models import Exists, OuterRef

from waypost.accounts.models import TeamMember
from waypost.accounts.policies import MAY, Access, Capability
from waypost.document.statements import (
    ACCOUNT,
    CODE,
    ROW,
    USER,
    Statement,
    as_model,
    columns,
    write,
)
from waypost.method.shape import Kind
from waypost.method.team import Function, named_function
from waypost.notices.models import Notice
from waypost.notices.queries.moments import ask_key
from waypost.plans.models import Agreement, Objective


def silent_on(access: Access, objective: Objective, today: date) -> list[TeamMember]:
    """Those who can agree themselves, but for who asks and who was reminded today; one query.

    Nobody for who does not edit the plan, and where the team was said to agree as a whole.
    """
    if not access.can_edit_plan:
        return []
    if objective.agreed_team is True:
        yes = Agreement.objects.filter(objective=objective, party__kind=Kind.MEMBER)
        if not yes.exists():
            return []
    asked = {
        ACCOUNT: access.account.pk,
        USER: access.user.pk,
        ROW: objective.pk,
        CODE: ask_key(objective.ref_id, today),
    }
    others = [as_model(TeamMember, row) for row in _others().rows(asked)]
    return [one for one in others if named_function(one.function) is not Function.SENIOR]


@cache
def _others() -> Statement:
    """CODE is the occasion of today."""
    yes = Agreement.objects.filter(objective=ROW, party=OuterRef("ref"))
    reminded = Notice.objects.filter(person=OuterRef("user"), occasion=CODE)
    asked = TeamMember.objects.live().filter(
        ~Exists(yes),
        ~Exists(reminded),
        account=ACCOUNT,
        user__deactivated_at=None,
        access_role__in=sorted(MAY[Capability.EDIT_OWN]),
    )
    others = asked.exclude(user=USER).exclude(user=None).exclude(in_planning=False)
    return write(others.order_by("pk"), *columns(TeamMember))
