"""What came in from files, so that sending the same form twice brings it in once."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from waypost.accounts.models import Account
from waypost.staff.models import User


class PlanImport(models.Model):
    """One sent form: ``key`` was made with it. Without an account it is still being written."""

    actor = models.ForeignKey(User, models.CASCADE, related_name="plan_imports")
    key = models.CharField(max_length=32)
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="imports")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "key"], name="one_import_per_form")
        ]

    def __str__(self) -> str:
        return f"{self.account_id}, {self.at:%Y-%m-%d}"
