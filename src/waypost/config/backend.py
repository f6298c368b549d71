"""Who is signed in, asked for by a statement that is written once: each request asks for one."""

from functools import cache

from django.contrib.auth.backends import ModelBackend

from waypost.document.statements import USER, Statement, as_model, columns, write
from waypost.staff.models import User


class Backend(ModelBackend):
    def get_user(self, user_id: int) -> User | None:
        """The user of a session; None for one who is deactivated or gone."""
        rows = _users().rows({USER: user_id})
        user = as_model(User, rows[0]) if rows else None
        return user if self.user_can_authenticate(user) else None


@cache
def _users() -> Statement:
    return write(User.objects.filter(pk=USER).order_by(), *columns(User))
