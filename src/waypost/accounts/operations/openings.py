"""An administrator reads a plan that is not theirs: with a reason, on record, for an hour."""

from django.utils.translation import gettext as _

from waypost.accounts.models import Account, PlanOpening
from waypost.accounts.policies import check_can_open_plans
from waypost.history.operations import record
from waypost.staff.models import User


def open_plan(*, actor: User, account: Account, reason: str) -> PlanOpening:
    check_can_open_plans(actor)
    what = _("Opened the plan as an administrator: %(reason)s") % {"reason": reason}
    with record(actor=actor, account=account, what=what, touches=False, is_final=True) as recording:
        opening = PlanOpening.objects.create(account=account, user=actor, reason=reason)
        recording.created(opening)
    return opening
