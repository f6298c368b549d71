"""Sessions in the database, read by a statement that is written once: each request asks for one."""

from functools import cache
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from waypost.document.statements import CODE, Statement, write

# By whom people were signed in before there was a backend of our own; they stay signed in.
FORMER_BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


class SessionStore(db.SessionStore):
    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and no session any more, where it has ended."""
        found = _sessions().rows({CODE: self.session_key})
        if found and found[0]["expire_date"] > timezone.now():
            return self._known(self.decode(found[0]["session_data"]))
        self._session_key = None
        return {}

    def _known(self, held: dict[str, Any]) -> dict[str, Any]:
        if held.get(BACKEND_SESSION_KEY) == FORMER_BACKEND:
            (held[BACKEND_SESSION_KEY],) = settings.AUTHENTICATION_BACKENDS
        return held


@cache
def _sessions() -> Statement:
    return write(Session.objects.filter(session_key=CODE), "session_data", "expire_date")
