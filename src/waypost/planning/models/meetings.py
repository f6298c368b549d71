"""Planning sessions and monthly reviews."""

import datetime
from hashlib import sha256
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, Part, Ref, TeamMember
from waypost.contacts.models import Contact
from waypost.plans.models import Objective


class PlanningSession(Part):
    """A session of the whole team, opened by the customer (SES-1 to SES-6).

    Without a ``date`` a time is still being looked for. One from a plan file knows the day alone:
    the hour, and when it really began and ended, are known of those that were planned here.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        OPEN = "open", _("Under way")
        CLOSED = "closed", _("Held")
        CALLED_OFF = "called-off", _("Called off")

    date = models.DateField(_("date"), null=True, blank=True)
    led_by = models.ForeignKey(TeamMember, models.SET_NULL, null=True, blank=True, related_name="+")
    first_line_manager_present = models.BooleanField(null=True, blank=True)
    opened_by = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+")
    opening_note = models.TextField(_("what the customer said"), blank=True)
    second_level = models.ForeignKey(
        TeamMember, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    second_level_attended_customer_part = models.BooleanField(null=True, blank=True)
    second_level_left_after = models.BooleanField(null=True, blank=True)
    documented = models.BooleanField(_("documented"), null=True, blank=True)
    outcome = models.TextField(_("outcome"), blank=True)
    # A plan file has no key for these: they live here alone.
    purpose = models.CharField(_("what it is for"), max_length=200, blank=True, default="")
    place = models.CharField(_("place"), max_length=200, blank=True, default="")
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    called_off_at = models.DateTimeField(null=True, blank=True, editable=False)
    called_off_why = models.TextField(_("why it was called off"), blank=True, default="")
    # Where it stood in the plan file; those that were planned here come after.
    position = models.PositiveIntegerField(null=True, editable=False)
    # Counts what calendars have to be told (RFC 5545).
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)

    def __str__(self) -> str:
        return f"{self.date}"

    def state_on(self, today: datetime.date) -> "PlanningSession.State":
        """What it is on a day: one of which only the day is known is held when that is over."""
        if self.called_off_at:
            return self.State.CALLED_OFF
        if self.closed_at:
            return self.State.CLOSED
        if self.opened_at:
            return self.State.OPEN
        is_over = self.date is not None and self.date < today
        return self.State.CLOSED if is_over and not self.starts_at else self.State.PLANNED


class Participation(models.Model):
    """Somebody takes part in a session: one of us, or a contact (SES-2).

    Those who are expected, until it is open; from then on those who are there.
    """

    session = models.ForeignKey(PlanningSession, models.CASCADE, related_name="participations")
    participant = models.ForeignKey(Ref, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "participant"], name="one_participation")
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} in {self.session_id}"


class Review(models.Model):
    """A monthly review; ``held`` is empty while it is to come (STP-2)."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="reviews")
    date = models.DateField(_("date"))
    held = models.BooleanField(_("held"), null=True, blank=True)
    # What was noted and decided, a line each.
    notes = models.TextField(_("notes"), blank=True)
    # It is under way from the first to the second.
    started_at = models.DateTimeField(null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)

    def __str__(self) -> str:
        return f"{self.date}"

    @property
    def is_under_way(self) -> bool:
        return self.started_at is not None and self.held is None


class ReviewAttendance(models.Model):
    """One of us took part in a review."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="attendances")
    member = models.ForeignKey(TeamMember, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "member"], name="one_review_attendance")
        ]

    def __str__(self) -> str:
        return f"{self.member_id} at {self.review_id}"


class SentenceAnswer(models.Model):
    """What a review says of a relationship objective: would they say it today? (OBJ-2)"""

    class WouldSay(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("Not yet")
        UNKNOWN = "unknown", _("We do not know")

    review = models.ForeignKey(Review, models.CASCADE, related_name="sentence_answers")
    sentence = models.ForeignKey(Objective, models.CASCADE, related_name="+")
    would_say = models.CharField(_("would they say it"), max_length=7, choices=WouldSay.choices)
    words = models.TextField(_("on what evidence"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "sentence"], name="one_answer_per_sentence")
        ]

    def __str__(self) -> str:
        return f"{self.would_say} for {self.sentence_id}"

    @property
    def stamp(self) -> str:
        """Tells this answer from another one to the same question."""
        return sha256(f"{self.would_say} {self.words}".encode()).hexdigest()[:16]
