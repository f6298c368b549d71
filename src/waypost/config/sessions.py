"""Sessions in the database, read by a statement that is written once: each request asks for one."""

from functools import cache
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from waypost.document.statements import CODE, Statement, write


class SessionStore(db.SessionStore):
    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and no session any more, where it has ended."""
        found = _sessions().rows({CODE: self.session_key})
        if found and found[0]["expire_date"] > timezone.now():
            return self.decode(found[0]["session_data"])
        self._session_key = None
        return {}


@cache
def _sessions() -> Statement:
    return write(Session.objects.filter(session_key=CODE), "session_data", "expire_date")
