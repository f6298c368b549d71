"""What was done to the plans: one change set per operation, with the rows before and after."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeSet(models.Model):
    """One operation: who did what, and when. ``actor`` is empty for the system itself."""

    account = models.ForeignKey(
        "accounts.Account", models.CASCADE, null=True, related_name="change_sets"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="change_sets"
    )
    at = models.DateTimeField()
    what = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["account", "-at"], name="history_by_account")]
        verbose_name = _("change set")

    def __str__(self) -> str:
        return self.what


class Change(models.Model):
    """One row that an operation created (no before), changed, or removed (no after)."""

    change_set = models.ForeignKey(ChangeSet, models.CASCADE, related_name="changes")
    table = models.CharField(max_length=100)
    row = models.BigIntegerField()
    before: "models.JSONField[Any, Any]" = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after: "models.JSONField[Any, Any]" = models.JSONField(null=True, encoder=DjangoJSONEncoder)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["table", "row"], name="history_by_row")]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"
