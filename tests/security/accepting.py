"""What is written about the acceptance of a plan where a plan file has no key for it."""

from django.utils import timezone

from tests.security.canaries import Aviary
from waypost.accounts.models import Account
from waypost.document.models import Snapshot
from waypost.document.snapshots import take_snapshot
from waypost.planning.models import (
    AcceptanceCondition,
    Challenge,
    ResourceRequest,
    SeniorAcceptance,
)
from waypost.plans.models import Objective


def write_acceptance(account: Account, aviary: Aviary) -> None:
    """A round under way beside the acceptance in force, asked and answered: it can be confirmed."""
    now = timezone.now()
    row = account.submissions.create()
    row.steps.create(step="submit", words=aviary.canary("submitted with"))
    for topic in Challenge.Topic.values:
        row.challenges.create(
            topic=topic,
            text=aviary.canary(f"challenge: {topic}"),
            answer=aviary.canary(f"challenge: answer to {topic}"),
            answered_at=now,
        )
    snapshot = take_snapshot(account, Snapshot.Occasion.SUBMISSION, None, submission=row)
    del snapshot.content["account"]["settings"]["review_day"]
    snapshot.save()
    AcceptanceCondition.objects.create(
        account=account,
        text=SeniorAcceptance.objects.get(account=account).conditions,
        met_on="2026-11-20",
        proof=aviary.canary("how a condition shows"),
    )
    first, second = ResourceRequest.objects.filter(account=account).order_by("pk")
    first.objective = Objective.objects.get(account=account, ref__code="B1")
    first.save()
    second.status, second.answer = "refused", aviary.canary("why it was refused")
    second.save()
