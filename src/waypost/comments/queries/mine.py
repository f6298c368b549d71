"""Where somebody is mentioned, across all accounts."""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.comments.models import Comment, Mention
from waypost.comments.policies import READERS
from waypost.document.statements import USER, Row, Statement, write
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
    rows = _mentions(limit).rows({USER: user.pk}) if user.is_active else []
    return [_line(row) for row in rows]


@lru_cache
def _mentions(limit: int) -> Statement:
    # Each of the few mentions looks up its account; the accounts of a director are thousands.
    comments = Comment.objects.live().filter(pk=OuterRef("comment"))
    reads = _read_by(USER).filter(pk=OuterRef("comment__account"))
    mentions = Mention.objects.filter(Exists(comments), Exists(reads), user=USER)
    found = mentions.annotate(unread=Q(seen_at=None)).order_by("-unread", "-comment__at", "-pk")
    comment = ("pk", "at", "author_name", "text", "account_id", "account__name")
    on = ("comment__on__code", "comment__on__kind")
    return write(found[:limit], "unread", *(f"comment__{name}" for name in comment), *on)


def _read_by(user: int) -> QuerySet[Account]:
    """The accounts of `policies.can_read_comments` of an active user, found in the database."""
    reads = Q(user=user, access_role__in=sorted(READERS))
    above = Q(access_role=AccessRole.LEAD, user__manager__manager=user)
    team = TeamMember.objects.live().filter(reads | above, account=OuterRef("pk"))
    return Account.objects.live().filter(Exists(team))


def _line(row: Row) -> MentionLine:
    code = row["comment__on__code"]
    thread = reverse("comments:thread", args=[row["comment__account_id"], code])
    return MentionLine(
        account=row["comment__account__name"],
        code=code,
        kind=row["comment__on__kind"],
        author=row["comment__author_name"],
        when=short_date(timezone.localtime(row["comment__at"]).date(), timezone.localdate()),
        text=excerpt(row["comment__text"]),
        url=f"{thread}#comment-{row['comment__pk']}",
        unread=row["unread"],
    )
