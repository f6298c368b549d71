"""The rolling short-term plan: who does what and when (STP)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, Gap, Part, Ref
from waypost.accounts.models.fields import HOURS


class ShortTermPlan(models.Model):
    """The window that stands now; a finished review advances it (STP-2)."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="short_term_plan")
    planned_on = models.DateField(_("planned on"), null=True, blank=True)

    def __str__(self) -> str:
        return str(self.planned_on)


class PlannedMonth(models.Model):
    """A month of the window, held as its first day."""

    short_term_plan = models.ForeignKey(ShortTermPlan, models.CASCADE, related_name="months")
    month = models.DateField(_("month"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["short_term_plan", "month"], name="one_row_per_planned_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Action(Part):
    """Who does what and when; owned by one of us or by a contact (STP-5)."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Dropped")

    month = models.DateField(_("month"), null=True, blank=True)
    what = models.TextField(_("what"))
    achieves = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    due = models.DateField(_("due"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=7, blank=True, choices=Status.choices)
    urgent = models.BooleanField(_("urgent"), null=True, blank=True)
    important = models.BooleanField(_("important"), null=True, blank=True)
    hours = models.DecimalField(_("hours"), null=True, blank=True, **HOURS)
    from_gap = models.ForeignKey(
        Gap, models.SET_NULL, null=True, blank=True, related_name="actions"
    )
    reason = models.TextField(_("reason"), blank=True)

    def __str__(self) -> str:
        return self.what
