"""Who is signed in, asked for by a statement that is written once: each request asks for one."""

from functools import cache

from django.contrib.auth.backends import ModelBackend

from waypost.document.statements import USER, Statement, as_model, columns, write
from waypost.planning.queries.acceptance_queue import has_to_review
from waypost.staff.models import User


class Backend(ModelBackend):
    def get_user(self, user_id: int) -> User | None:
        """The user of a session; None for one who is deactivated or gone."""
        rows = _users().rows({USER: user_id})
        user = as_model(User, rows[0]) if rows else None
        if user is None or not self.user_can_authenticate(user):
            return None
        user.has_to_review = bool(rows[0]["waits"])
        return user


@cache
def _users() -> Statement:
    found = User.objects.filter(pk=USER).annotate(waits=has_to_review()).order_by()
    return write(found, *columns(User), "waits")
