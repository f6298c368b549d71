"""What a password must not be, and links to choose a new one: valid for a day, and once."""

import string

from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.http import int_to_base36
from django.utils.translation import gettext as _

from waypost.history.operations import record
from waypost.staff import policies
from waypost.staff.models import User


class CommonPasswordValidator(password_validation.CommonPasswordValidator):
    """Also refuses a common word made long: by figures and signs at its ends, or by repeating."""

    def validate(self, password: str, user: User | None = None) -> None:
        word = "".join(password.lower().split()).strip(string.digits + string.punctuation)
        period = (word + word).find(word, 1)
        for part in (password, word, word[:period]):
            super().validate(part, user)


class ResetTokens(PasswordResetTokenGenerator):
    """Also ended by deactivation, which ends whatever would let somebody in."""

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        usual = super()._make_hash_value(user, timestamp)
        return f"{usual}{user.sessions_ended_at}{user.is_active}"


def make_password_link(*, actor: User | None, user: User) -> str:
    """A link for an administrator to hand over where no mail is sent."""
    policies.check_can_administer(actor)
    if not user.is_active:
        raise PermissionDenied(
            _("%(name)s is deactivated. Reactivate the log-in first.") % {"name": user.name}
        )
    what = _("Made a password link for %(name)s") % {"name": user.name}
    with record(actor=actor, account=None, what=what):
        key = f"{int_to_base36(user.pk)}-{ResetTokens().make_token(user)}"
    return password_address(key)


def password_address(key: str) -> str:
    """The address of a key "user-token", always below WAYPOST_URL."""
    user, _dash, token = key.partition("-")
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user, "key": token})
    return f"{settings.BASE_URL.geturl()}{path}"
