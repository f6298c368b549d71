"""Leaving a finding as it is, for a reason; and doing at once what settles it."""

from datetime import date, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.accounts.models import Gap
from waypost.accounts.operations import lock, lock_account, retire, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.health.models import Dismissal
from waypost.health.queries import finding_of
from waypost.history.models import SeenBy
from waypost.history.operations import Written
from waypost.method.month import Month
from waypost.plans.models import Action
from waypost.plans.operations.actions import add_action
from waypost.ui.formats import excerpt

FRIDAY: Final = 4
SETTLED = gettext_lazy("Nothing is found there any more: somebody has settled it.")


@transaction.atomic
def dismiss(*, access: Access, rule: str, at: str, subject: str, reason: str) -> Written[Dismissal]:
    """Leave a finding as it is while it says the same; ValidationError where it is settled."""
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    found = finding_of(access, rule=rule, at=at, subject=subject)
    if found is None:
        raise ValidationError(SETTLED)
    what = _("Left as it is: %(finding)s") % {"finding": excerpt(found.message)}
    with writing(access=access, what=what, seen_by=SeenBy.MARGINS) as recording:
        dismissal = Dismissal.objects.create(
            account=access.account,
            rule=rule,
            at=at,
            subject=subject,
            message=found.message,
            reason=reason,
            by=access.user,
            by_name=access.user.name,
        )
        recording.created(dismissal)
    return Written(dismissal, recording.change_set)


@transaction.atomic
def withdraw_dismissal(*, access: Access, dismissal: Dismissal) -> Written[Dismissal]:
    """Find it again, if it is still so."""
    check_can_edit_plan(access)
    dismissal = lock(dismissal)
    what = _("Took up again: %(finding)s") % {"finding": excerpt(dismissal.message)}
    with writing(access=access, what=what, seen_by=SeenBy.MARGINS) as recording:
        retire(dismissal, recording)
    return Written(dismissal, recording.change_set)


@transaction.atomic
def plan_action(*, access: Access, rule: str, at: str, subject: str) -> Written[Action]:
    """Plan the action that a finding asks for; ValidationError where it asks for none, or is
    settled.

    The person who asks owns it where the finding names nobody, and it is due in two weeks: an
    action has somebody and a day from the start (STP-3), and both are quickly changed.
    """
    check_can_edit_plan(access)
    lock_account(access.account.pk)  # of two who press at once the second finds it settled
    found = finding_of(access, rule=rule, at=at, subject=subject)
    draft = found.step.get("action") if found else None
    if not draft:
        raise ValidationError(SETTLED)
    due = _in_two_weeks(timezone.localdate())
    return add_action(
        access=access,
        what=draft["what"],
        achieves=draft["achieves"] or "",
        owner=draft["owner"] or access.member_code or "",
        from_gap=_gap(access, draft["from_gap"]),
        due=due,
        month=Month.of(due),
    )


def _in_two_weeks(today: date) -> date:
    """Two weeks from now, on the Friday before where that is a weekend."""
    day = today + timedelta(days=14)
    return day - timedelta(days=max(day.weekday() - FRIDAY, 0))


def _gap(access: Access, place: int | None) -> int | None:
    """The key of the gap at this place of the plan."""
    if place is None:
        return None
    gaps = Gap.objects.live().filter(account=access.account).order_by("pk")
    return next(iter(gaps.values_list("pk", flat=True)[place : place + 1]), None)
