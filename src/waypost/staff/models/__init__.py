"""Our own people: who may log in, and who reports to whom."""

from waypost.staff.models.user import User, UserManager

__all__ = ["User", "UserManager"]
