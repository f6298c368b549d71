"""What is different in a plan since it was accepted, or submitted (SES-4)."""

from dataclasses import dataclass
from datetime import date

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.method.differences import differences
from waypost.method.plan import Plan
from waypost.method.sight import seen
from waypost.planfile import PlanFileError
from waypost.planning.models import Submission
from waypost.planning.queries.difference import Group, in_groups
from waypost.plans.queries.wording import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """Part by part: those that make a goal another one, then the others. ``snapshot`` is the state
    it is compared with; ``unread`` where that cannot be read any more."""

    again: tuple[Group, ...] = ()
    others: tuple[Group, ...] = ()
    goals: int = 0
    count: int = 0
    snapshot: int | None = None
    unread: bool = False


def changes_since(access: Access, submission: Submission, reader: Reader) -> Changes:
    """From the plan as it was submitted in this round to the plan of the reader, as far as the
    person sees both; one query."""
    snapshot = Snapshot.objects.filter(submission=submission).first()
    if snapshot is None:
        return Changes(unread=True)
    try:
        before = seen(frozen_plan(snapshot), access.sight)
    except PlanFileError:  # kept by an earlier release, in words that are not read any more
        return Changes(snapshot=snapshot.pk, unread=True)
    return compared(before, reader, snapshot.pk)


def changes_since_acceptance(access: Access, today: date) -> Changes | None:
    """For pages that show more than these; None where no acceptance holds of which is known what
    was accepted. One query, two where there is."""
    snapshots = Snapshot.objects.filter(account=access.account)
    snapshot = snapshots.filter(submission__acceptance__accepted=True).first()
    if snapshot is None:
        return None
    try:
        before = seen(frozen_plan(snapshot), access.sight)
    except PlanFileError:  # kept by an earlier release: the page of acceptance says so
        return None
    return compared(before, Reader(plan_for(access), today), snapshot.pk)


def compared(before: Plan, reader: Reader, snapshot: int) -> Changes:
    found = differences(before, reader.plan)
    goals = [one for one in found if one.changes_goals]
    return Changes(
        again=in_groups(goals, reader.today),
        others=in_groups([one for one in found if not one.changes_goals], reader.today),
        goals=len(goals),
        count=len(found),
        snapshot=snapshot,
    )
