"""Freezing a plan: before it is replaced, at a review, at a submission."""

import json
from functools import lru_cache

from django.utils import timezone

from waypost import planfile
from waypost.accounts.models import Account
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.method.plan import Plan
from waypost.planning.models import Review, Submission
from waypost.staff.models import User


def take_snapshot(
    account: Account,
    occasion: Snapshot.Occasion,
    taken_by: User | None,
    review: Review | None = None,
    submission: Submission | None = None,
) -> Snapshot:
    """Keep the whole plan as it stands now; ``taken_by`` None is the system, ``review`` or
    ``submission`` what it is taken at."""
    return Snapshot.objects.create(
        account=account,
        occasion=occasion,
        taken_at=timezone.now(),
        taken_by=taken_by,
        review=review,
        submission=submission,
        content=json.loads(planfile.write_json(load(account.pk))),
    )


def frozen_plan(snapshot: Snapshot) -> Plan:
    """The plan as it stood when the snapshot was taken."""
    return _read(json.dumps(snapshot.content, ensure_ascii=False))


@lru_cache(maxsize=64)
def _read(content: str) -> Plan:
    """Kept by its words, which change only where a person is erased: pages compare with the same
    few snapshots again and again, and reading one takes longer than all else on them."""
    return planfile.read(content, name="snapshot", size_limit=None)
