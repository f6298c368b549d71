"""What the method finds in each plan, kept so that lists of thousands of accounts stay quick."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account
from waypost.accounts.models.fields import HOURS
from waypost.staff.models import User


class Finding(models.Model):
    """One finding of `waypost.method.checks` about an account, as of its last refresh."""

    class Severity(models.IntegerChoices):
        QUESTION = 1, _("Question")
        ADVICE = 2, _("Advice")
        WARNING = 3, _("Warning")
        SERIOUS = 4, _("Serious")

    account = models.ForeignKey(Account, models.CASCADE, related_name="findings")
    rule = models.CharField(max_length=10)
    at = models.CharField(max_length=60)
    subject = models.CharField(max_length=60, blank=True)
    severity = models.PositiveSmallIntegerField(choices=Severity.choices)
    message = models.TextField()
    why = models.TextField()
    fix = models.TextField(blank=True)
    # What one needs to do the fix at once: its kind, and an action to create or a field to fill in.
    step = models.JSONField(default=dict)
    dismissed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.rule} at {self.at}"


class DismissalQuerySet(models.QuerySet["Dismissal"]):
    def live(self) -> Self:
        return self.filter(deleted_at=None)


class Dismissal(models.Model):
    """A finding that the team leaves as it is, and why. It holds for what rule, at and subject
    name, and while the finding says the same: about other facts it comes back."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="dismissals")
    rule = models.CharField(max_length=10)
    at = models.CharField(max_length=60)
    subject = models.CharField(max_length=60, blank=True)
    message = models.TextField()
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, editable=False)
    on = models.DateField(default=timezone.localdate, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = DismissalQuerySet.as_manager()

    def __str__(self) -> str:
        return self.reason


class AccountSummary(models.Model):
    """One account in one row of a list: what its plan came to on the day it was computed."""

    class Signal(models.TextChoices):
        GREEN = "green", _("On track")
        AMBER = "amber", _("At risk")
        RED = "red", _("Will be missed")

    account = models.OneToOneField(
        Account, models.CASCADE, primary_key=True, related_name="summary"
    )
    computed_on = models.DateField(db_index=True)
    # The first lead, with a log-in or without, and the first place.
    lead_name = models.CharField(max_length=200, blank=True)
    lead_user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    place = models.CharField(max_length=200, blank=True)
    greens = models.PositiveIntegerField(default=0)
    ambers = models.PositiveIntegerField(default=0)
    reds = models.PositiveIntegerField(default=0)
    findings = models.PositiveIntegerField(default=0)
    # Of the findings those that rest on margins, and on notes: not everybody counts them.
    findings_on_margins = models.PositiveIntegerField(default=0)
    findings_on_notes = models.PositiveIntegerField(default=0)
    worst_finding = models.PositiveSmallIntegerField(null=True, choices=Finding.Severity.choices)
    next_stage_ref = models.CharField(max_length=32, blank=True)
    next_stage_text = models.TextField(blank=True)
    next_stage_due = models.DateField(null=True)
    next_stage_signal = models.CharField(max_length=5, blank=True, choices=Signal.choices)
    next_review = models.DateField(null=True)
    next_session = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    objectives = models.PositiveIntegerField(default=0)
    strategies = models.PositiveIntegerField(default=0)
    late_actions = models.PositiveIntegerField(default=0)
    gaps = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)
    opportunities = models.PositiveIntegerField(default=0)
    # What its opportunities can bring in the hours there are, in whole units of its currency, what
    # that takes, and the hours that all of them ask for (ROTI). None: not known.
    potential = models.DecimalField(null=True, max_digits=15, decimal_places=0)
    potential_hours = models.DecimalField(null=True, **HOURS)
    hours_asked = models.DecimalField(null=True, **HOURS)

    class Meta:
        verbose_name_plural = _("account summaries")
        indexes: ClassVar = [
            models.Index(fields=["next_stage_due"], name="summary_by_stage_due"),
            models.Index(fields=["next_review"], name="summary_by_review"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} on {self.computed_on}"


def known_findings(count: int, *resting: tuple[int, bool]) -> int:
    """How many findings somebody may know of: all but those that rest on what they do not see."""
    return count - sum(number for number, is_seen in resting if not is_seen)
