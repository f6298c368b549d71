"""What was done to the plans: one change set per operation, with the rows before and after."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SeenBy(models.TextChoices):
    """Who may read that something was done: what is hidden in the plan is hidden in its history."""

    PLAN = "plan"  # whoever sees the plan
    MARGINS = "margins"  # whoever sees margins, competitor facts and the doubts of others
    NOTES = "notes"  # whoever sees private notes


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
    seen_by = models.CharField(max_length=7, choices=SeenBy.choices, default=SeenBy.PLAN)
    # A plan from a file, the reading of a plan: done once and for all.
    is_final = models.BooleanField(default=False)
    # The change set that this one took back.
    undoes = models.ForeignKey("self", models.SET_NULL, null=True, related_name="undone_by")

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


class SentForm(models.Model):
    """A form that was sent and what came of it; ``key`` says which drawing of which form it was.

    Without a change set it is still being worked on.
    """

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    change_set = models.ForeignKey(ChangeSet, models.CASCADE, null=True, related_name="+")
    table = models.CharField(max_length=100)
    row = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "key"], name="one_answer_per_sent_form")
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"
