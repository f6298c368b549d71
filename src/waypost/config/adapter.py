"""How allauth behaves here: nobody signs up, and its words and mails are ours."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.staff.models import User
from waypost.staff.operations import mail, passwords

# Of what allauth announces, this is worth saying.
ANNOUNCED: dict[str | None, str | Promise] = {
    "account/messages/logged_out.txt": _("You are signed out"),
    "account/messages/password_changed.txt": _("Your new password is saved"),
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # published without types
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "Enter the address and the password you sign in with. These two do not belong together."
        ),
        "enter_current_password": _("Enter the password you sign in with now."),
        "too_many_login_attempts": _(
            "Wait 15 minutes, then try again. There were too many attempts from where you are."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        if text := ANNOUNCED.get(message_template):
            messages.add_message(request, level, str(text))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("staff:settings")

    def get_reset_password_from_key_url(self, key: str) -> str:
        return passwords.password_address(key)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        address = context["password_reset_url"]
        mail.send(to=email, template="staff/mail/password_reset", context={"address": address})
