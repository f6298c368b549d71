"""Our own people: who may log in, who is invited, and who reports to whom."""

from waypost.staff.models.invitation import Invitation
from waypost.staff.models.user import User, UserManager, normalise_email

__all__ = ["Invitation", "User", "UserManager", "normalise_email"]
