"""An invitation: the only way to a log-in besides the very first administrator's."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LIFETIME = timedelta(days=7)
TOKEN_BYTES = 32


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def unanswered(self) -> "InvitationQuerySet":
        return self.filter(accepted_at=None, withdrawn_at=None)

    def acceptable(self, now: datetime) -> "InvitationQuerySet":
        return self.unanswered().filter(expires_at__gt=now)


class Invitation(models.Model):
    email = models.EmailField(_("work email"))
    name = models.CharField(_("name"), max_length=120)
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reports to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_administrator = models.BooleanField(_("administrator"), default=False)
    # Nobody: the command line, on a fresh installation.
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="invitation_email_is_lower_case"
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_per_email",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def new_token(self, now: datetime) -> str:
        """Make a fresh secret for the link and return it; only its hash is kept."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self.token_hash = self.hash_token(token)
        self.expires_at = now + LIFETIME
        return token

    @staticmethod
    def hash_token(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()

    def has_expired(self, now: datetime) -> bool:
        return self.expires_at <= now
