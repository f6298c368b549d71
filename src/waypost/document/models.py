"""Snapshots: a plan as it stood at a review, a submission, or before it was replaced."""

from typing import Any, ClassVar

from django.db import models

from waypost.accounts.models import Account
from waypost.planning.models import Review, Submission
from waypost.staff.models import User


class Snapshot(models.Model):
    """A frozen plan, in the form of the plan file."""

    class Occasion(models.TextChoices):
        REVIEW = "review"
        SUBMISSION = "submission"
        REPLACEMENT = "replacement"

    account = models.ForeignKey(Account, models.CASCADE, related_name="snapshots")
    occasion = models.CharField(max_length=11, choices=Occasion.choices)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    # The review that it was taken at, as long as there is one.
    review = models.OneToOneField(Review, models.SET_NULL, null=True, related_name="snapshot")
    # The round of acceptance that it is about: what was submitted stays as it was.
    submission = models.OneToOneField(
        Submission, models.PROTECT, null=True, related_name="snapshot"
    )
    content: "models.JSONField[Any, Any]" = models.JSONField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["account", "-taken_at"], name="snapshot_by_account")
        ]

    def __str__(self) -> str:
        return f"{self.occasion}, {self.taken_at:%Y-%m-%d}"
