"""Those in the team who have not agreed to a business objective and can be reminded (OBJ-3)."""

from datetime import date

from django.db.models import Exists, OuterRef

from waypost.accounts.models import TeamMember
from waypost.accounts.policies import MAY, Access, Capability
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
    yes = Agreement.objects.filter(objective=objective)
    whole = objective.agreed_team is True
    if whole and not yes.filter(party__kind=Kind.MEMBER).exists():
        return []
    reminded = Notice.objects.filter(
        person=OuterRef("user"), occasion=ask_key(objective.ref_id, today)
    )
    asked = TeamMember.objects.live().filter(
        ~Exists(yes.filter(party=OuterRef("ref"))),
        ~Exists(reminded),
        account=access.account,
        user__deactivated_at=None,
        access_role__in=sorted(MAY[Capability.EDIT_OWN]),
    )
    others = asked.exclude(user=access.user).exclude(user=None).exclude(in_planning=False)
    return [
        member
        for member in others.order_by("pk")
        if named_function(member.function) is not Function.SENIOR
    ]
