"""Where somebody is mentioned, across all accounts."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.comments.models import Comment, Mention
from waypost.comments.policies import READERS
from waypost.staff.models import User
from waypost.ui.formats import excerpt, short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class MentionLine:
    """A comment that names the person: who wrote it, on what, and where to read and answer it."""

    account: str
    code: str
    kind: str
    author: str
    when: str
    text: str
    url: str
    unread: bool


def mentions_of(user: User, limit: int) -> list[MentionLine]:
    """The newest comments that mention the user, unread ones first; one query.

    Only in accounts where the user reads comments now.
    """
    comments = Comment.objects.live().filter(account__in=_read_by(user))
    mentions = Mention.objects.filter(user=user, comment__in=comments)
    found = (
        mentions.select_related("comment__account", "comment__on")
        .annotate(unread=Q(seen_at=None))
        .order_by("-unread", "-comment__at", "-pk")[:limit]
    )
    return [_line(mention) for mention in found]


def _read_by(user: User) -> QuerySet[Account]:
    """The accounts of `policies.can_read_comments`, found in the database."""
    if not user.is_active:
        return Account.objects.none()
    reads = Q(user=user, access_role__in=READERS)
    above = Q(access_role=AccessRole.LEAD, user__manager__manager=user)
    team = TeamMember.objects.live().filter(reads | above, account=OuterRef("pk"))
    return Account.objects.live().filter(Exists(team))


def _line(mention: Mention) -> MentionLine:
    comment = mention.comment
    thread = reverse("comments:thread", args=[comment.account_id, comment.on.code])
    return MentionLine(
        account=comment.account.name,
        code=comment.on.code,
        kind=comment.on.kind,
        author=comment.author_name,
        when=short_date(timezone.localtime(comment.at).date(), timezone.localdate()),
        text=excerpt(comment.text),
        url=f"{thread}#comment-{comment.pk}",
        unread=mention.seen_at is None,
    )
