"""One of our people, with a log-in by e-mail address and password."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

INITIALS_LENGTH = 3


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user; without a password nobody can log in as them until one is set."""
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=normalise_email(username or ""))

    def active(self) -> models.QuerySet["User"]:
        return self.filter(deactivated_at=None)


class User(AbstractBaseUser):
    email = models.EmailField(_("work email"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    initials = models.CharField(
        _("initials"), max_length=INITIALS_LENGTH, blank=True, help_text=_("Up to three letters")
    )
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    manager = models.ForeignKey(
        "self",
        verbose_name=_("reports to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
    )
    # Single letters do something outside of fields (WCAG 2.1.4: they can be turned off).
    shortcuts = models.BooleanField(_("keyboard shortcuts"), default=True)
    is_administrator = models.BooleanField(_("administrator"), default=False)
    is_sample = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    deactivated_at = models.DateTimeField(null=True, blank=True, editable=False)
    deactivated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Counts the saves of what forms hold, so that one who read an older state is told.
    version = models.PositiveIntegerField(default=1, editable=False)
    # Part of the session hash: setting it ends every session, and they stay ended when the
    # person comes back.
    sessions_ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = UserManager()

    # Whether a plan or a resource waits for their answer: known of whoever is signed in.
    has_to_review = False

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"
            ),
            models.CheckConstraint(
                condition=~models.Q(manager=models.F("pk")), name="user_is_not_own_manager"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_active(self) -> bool:  # type: ignore[override]  # stored as when it ended
        return self.deactivated_at is None

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = normalise_email(self.email)
        self.initials = self.initials or initials_of(self.name or self.email)
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.partition(" ")[0]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        ended = self.sessions_ended_at.isoformat() if self.sessions_ended_at else ""
        value = f"{self.password}|{ended}"
        salt = "waypost.staff.User.session"
        return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()


def normalise_email(email: str) -> str:
    """The one spelling an address is stored and looked up in."""
    return email.strip().lower()


def initials_of(name: str) -> str:
    """Marta Lindqvist gives ML; the first and the last words of longer names count."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    chosen = words if len(words) <= 2 else [words[0], words[-1]]
    return "".join(word[0] for word in chosen).upper() or "?"
