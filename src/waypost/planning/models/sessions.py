"""What a planning session is made of: its time, its people, its agenda, what was decided.

People are named by their ids, so that all this outlives a plan put in place of another.
"""

from hashlib import sha256
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Ref
from waypost.planning.models.meetings import PlanningSession


class Invitee(models.Model):
    """Somebody who is asked to come: one of us, or a contact (SES-2).

    Second-level management is asked to the customer's part alone (SES-4).
    """

    session = models.ForeignKey(PlanningSession, models.CASCADE, related_name="invitees")
    person = models.ForeignKey(Ref, models.CASCADE, related_name="+")
    customer_part_only = models.BooleanField(_("for the customer’s part only"), default=False)
    # Of the secret in the address at which this one person says when they can.
    token_hash = models.CharField(max_length=64, blank=True, default="", editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "person"], name="one_invitation_a_session"),
            models.UniqueConstraint(
                fields=["token_hash"], condition=~Q(token_hash=""), name="one_link_per_invitee"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} to {self.session_id}"

    @staticmethod
    def hash_token(token: str) -> str:
        return sha256(token.encode()).hexdigest()


class SessionSlot(models.Model):
    """A time at which the session could be."""

    session = models.ForeignKey(PlanningSession, models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField(_("begins"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "starts_at"], name="one_slot_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.starts_at}"


class SlotAnswer(models.Model):
    """Whether somebody can come at that time."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        IF_NEED_BE = "if-need-be", _("If need be")
        NO = "no", _("No")

    slot = models.ForeignKey(SessionSlot, models.CASCADE, related_name="answers")
    invitee = models.ForeignKey(Invitee, models.CASCADE, related_name="answers")
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["slot", "invitee"], name="one_answer_per_slot")
        ]

    def __str__(self) -> str:
        return self.answer


class AgendaTopic(models.Model):
    """A point of the agenda; the rounds of input hang on it."""

    class Kind(models.TextChoices):
        VISION = "vision", _("The picture of the account")
        RELATIONSHIP = "relationship", _("Relationship sentences")
        BUSINESS = "business", _("Business objectives")
        STRATEGIES = "strategies", _("Strategies")
        LIGHTS = "lights", _("Traffic lights")
        PEOPLE = "people", _("People and their roles")
        OPPORTUNITIES = "opportunities", _("Opportunities")
        ACTIONS = "actions", _("Action plan")
        OTHER = "other", _("Something else")

    session = models.ForeignKey(PlanningSession, models.CASCADE, related_name="topics")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("topic"), max_length=200)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    kind = models.CharField(_("about"), max_length=13, choices=Kind.choices, default=Kind.OTHER)
    about = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.title


class ParkedPoint(models.Model):
    """What came up and belongs elsewhere: kept, so that the agenda can go on."""

    session = models.ForeignKey(PlanningSession, models.CASCADE, related_name="parked")
    words = models.TextField(_("point"))
    author = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.words


class SessionDecision(models.Model):
    """What was decided; ``part`` is what it became in the plan.

    An objective without an action says what comes ``later``, by whom and by when (SES-1).
    """

    session = models.ForeignKey(PlanningSession, models.CASCADE, related_name="decisions")
    topic = models.ForeignKey(
        AgendaTopic, models.SET_NULL, null=True, blank=True, related_name="decisions"
    )
    words = models.TextField(_("decision"))
    part = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    later = models.TextField(_("what comes later"), blank=True, default="")
    later_owner = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    later_by = models.DateField(_("by"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.words


class DecisionAuthor(models.Model):
    """Whose input a decision came from."""

    decision = models.ForeignKey(SessionDecision, models.CASCADE, related_name="authors")
    person = models.ForeignKey(Ref, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decision", "person"], name="one_author_a_decision")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.decision_id}"
