"""What is to be mailed to whom, what people want to be mailed, and their calendar links."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, Ref
from waypost.staff.models import User


class Kind(models.TextChoices):
    WEEK = "week", _("Your week")
    REVIEW = "review", _("Reviews")
    SESSION = "session", _("Planning sessions")
    ASK = "ask", _("What is asked of you")
    INVITE = "invite", _("Invitations to planning sessions")
    TIMES = "times", _("Invitations to planning sessions")  # when one can come to one


class NoticeQuerySet(models.QuerySet["Notice"]):
    def open(self) -> Self:
        return self.filter(settled_at=None)


class Notice(models.Model):
    """One occasion to write to somebody: at most one row, so that two workers make one mail.

    What the mail says is looked up when it is sent: until then the occasion may be gone.
    """

    class Outcome(models.TextChoices):
        SENT = "sent", _("Sent")
        NOTHING = "nothing", _("There was nothing to say")
        GIVEN_UP = "given up", _("Could not be sent")

    person = models.ForeignKey(User, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    occasion = models.CharField(max_length=60)
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    # The part of its plan that it is about.
    about = models.ForeignKey(Ref, models.CASCADE, null=True, related_name="+")
    # Who reminds; nobody: the calendar.
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    due_at = models.DateTimeField()
    # Whoever has written itself in here sends it, until then; afterwards anybody may.
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Of the link in the mail that turns such mails off.
    token_hash = models.CharField(max_length=64, blank=True)
    # Of a session: what the mail told, so that the next one is about what is new.
    told = models.CharField(max_length=40, blank=True, default="")
    settled_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "occasion"], name="one_notice_per_occasion"),
            models.UniqueConstraint(
                fields=["token_hash"],
                condition=~models.Q(token_hash=""),
                name="one_notice_per_link",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_at"], condition=models.Q(settled_at=None), name="notices_to_send"
            )
        ]

    def __str__(self) -> str:
        return f"{self.occasion} for {self.person_id}"


class MailChoices(models.Model):
    """What somebody wants to be mailed and when, in their own time zone; without a row it is what
    stands here."""

    person = models.OneToOneField(
        User, models.CASCADE, primary_key=True, related_name="mail_choices"
    )
    weekday = models.PositiveSmallIntegerField(
        _("day of your weekly mail"), choices=tuple(WEEKDAYS.items()), default=0
    )
    hour = models.PositiveSmallIntegerField(_("hour of your mails"), default=7)
    weekly = models.BooleanField(default=True)
    reviews = models.BooleanField(default=True)
    sessions = models.BooleanField(default=True)
    asks = models.BooleanField(default=True)
    invitations = models.BooleanField(default=True)
    off = models.BooleanField(default=False)
    # Counts the saves, so that one who read an older state is told.
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"mails to {self.person_id}"

    def wants(self, kind: str) -> bool:
        return not self.off and bool(getattr(self, FIELDS[Kind(kind)]))


# Where the choice about a kind of mail is kept.
FIELDS = {
    Kind.WEEK: "weekly",
    Kind.REVIEW: "reviews",
    Kind.SESSION: "sessions",
    Kind.ASK: "asks",
    Kind.INVITE: "invitations",
    Kind.TIMES: "invitations",
}
# One choice each; who is asked when they can come is invited.
CHOICES = (Kind.WEEK, Kind.REVIEW, Kind.INVITE, Kind.SESSION, Kind.ASK)


class Feed(models.Model):
    """A secret link to somebody's calendar. Only its hash is kept, so nobody can read it here."""

    person = models.ForeignKey(User, models.CASCADE, related_name="feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    # What the person's sessions hang on: a new password ends the link as it ends them (S13).
    sealed = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(revoked_at=None), name="one_feed_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"
