"""Two accounts of one customer that became one (DMG)."""

from django.db import models
from django.utils import timezone

from waypost.accounts.models.account import Account


class Merging(models.Model):
    """``gone`` was merged into ``account``: a copy of its plan is part of that one's, itself it is
    kept as it was, to be read there."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="mergings")
    gone = models.OneToOneField(Account, models.CASCADE, related_name="merging")
    at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.gone_id} into {self.account_id}"
