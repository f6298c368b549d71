"""Who reads, writes, changes and removes comments. They are talk among us: partners and viewers
do not see them."""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole
from waypost.accounts.policies import MAY, Access, Capability
from waypost.comments.models import Comment

# Whoever may comment sees margins too; the second-level manager reads and does not write.
READ = Capability.SEE_MARGINS
READERS: Final = frozenset(AccessRole) & MAY[READ]


def can_read_comments(access: Access) -> bool:
    return access.may(READ)


def can_change(access: Access, comment: Comment) -> bool:
    """The author alone: nobody's words are put into another's mouth."""
    return access.can_comment and comment.author_id == access.user.pk


def can_remove(access: Access, comment: Comment) -> bool:
    leads = access.role == AccessRole.LEAD
    return access.can_comment and (leads or comment.author_id == access.user.pk)


def check_can_change(access: Access, comment: Comment) -> None:
    if not can_change(access, comment):
        raise PermissionDenied(_("Only whoever wrote a comment can change it."))


def check_can_remove(access: Access, comment: Comment) -> None:
    if not can_remove(access, comment):
        raise PermissionDenied(
            _("Only whoever wrote a comment, or the account lead, can remove it.")
        )


def check_can_read(access: Access) -> None:
    if not can_read_comments(access):
        raise PermissionDenied(_("Only the account team and its managers read comments."))
