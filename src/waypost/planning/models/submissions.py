"""The rounds of acceptance: what was submitted, challenged and answered (SES-3, SES-4)."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, TeamMember
from waypost.staff.models import User


class Submission(models.Model):
    """One round: from the plan being submitted to the answer. The plan as it stood then is kept."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("Submitted")
        CONFIRMED = "confirmed", _("Confirmed")
        ACCEPTED = "accepted", _("Accepted")
        CONDITIONAL = "conditional", _("Accepted on conditions")
        RETURNED = "returned", _("Returned")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    OPEN: ClassVar = (State.SUBMITTED, State.CONFIRMED)

    account = models.ForeignKey(Account, models.CASCADE, related_name="submissions")
    state = models.CharField(max_length=11, choices=State.choices, default=State.SUBMITTED)
    submitted_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(state__in=["submitted", "confirmed"]),
                name="one_open_submission",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["state"], name="submission_by_state")]

    def __str__(self) -> str:
        return f"{self.state}, {self.submitted_at:%Y-%m-%d}"


class SubmissionStep(models.Model):
    """Something that somebody did to a submission, with what they said; ``step`` is one of
    `waypost.method.acceptance`."""

    class Step(models.TextChoices):
        SUBMIT = "submit", _("Submitted")
        WITHDRAW = "withdraw", _("Withdrawn")
        SEND_BACK = "send back", _("Sent back")
        CONFIRM = "confirm", _("Confirmed")
        RETURN = "return", _("Returned")
        ACCEPT = "accept", _("Accepted")
        ACCEPT_ON_CONDITIONS = "accept on conditions", _("Accepted on conditions")
        TAKE_BACK = "take back", _("Acceptance taken back")

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=20, choices=Step.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    words = models.TextField(_("what was said"), blank=True)

    def __str__(self) -> str:
        return f"{self.step} of {self.submission_id}"


class Challenge(models.Model):
    """What the first-line manager asks of a submitted plan, and what the team answers (SES-3)."""

    class Topic(models.TextChoices):
        PIPELINE = "pipeline", _("Pipeline")
        ENVIRONMENT = "environment", _("Selling environment")
        BARRIERS = "barriers", _("Barriers")

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="challenges")
    topic = models.CharField(_("topic"), max_length=11, choices=Topic.choices)
    text = models.TextField(_("challenge"))
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.text


class AcceptanceCondition(models.Model):
    """What became of one condition of the acceptance that is in force, or of an earlier one.

    The words themselves are those of the acceptance, a condition on each line; one that came with a
    plan file has a row from the moment that somebody writes down who meets it by when, or that it
    is met, and no submission.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="acceptance_conditions")
    submission = models.ForeignKey(Submission, models.CASCADE, null=True, related_name="conditions")
    text = models.TextField(_("condition"))
    due = models.DateField(_("to be met by"), null=True, blank=True)
    # Who sees to it that it is met.
    owner = models.ForeignKey(TeamMember, models.SET_NULL, null=True, blank=True, related_name="+")
    met_on = models.DateField(null=True, editable=False)
    met_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    proof = models.TextField(_("how it shows"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.text
