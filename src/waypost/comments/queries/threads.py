"""Threads: what was said about a part of a plan, oldest first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.policies import Access
from waypost.comments.models import Comment, Mention
from waypost.comments.policies import can_change, can_read_comments, can_remove
from waypost.comments.queries.reading import Reading, read_mentions, readers_of
from waypost.document.rows import grouped
from waypost.document.statements import (
    ACCOUNT,
    ROW,
    USER,
    Statement,
    as_model,
    columns,
    write,
)
from waypost.ui.formats import short_date
from waypost.ui.people import initials


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    initials: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One comment as it is shown. ``unread``: it mentions the reader, who has not seen it."""

    pk: int
    author: Person
    mine: bool
    at: datetime
    when: str
    edited: bool
    text: str
    version: int
    unread: bool
    may_change: bool
    may_remove: bool
    told: str = ""
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """The comments on one part, for somebody who reads them."""

    account: int
    code: str
    lines: tuple[Line, ...]
    may_write: bool

    @property
    def count(self) -> int:
        return len(self.lines)

    @property
    def unread(self) -> int:
        return sum(line.unread for line in self.lines)


def thread_on(access: Access, on: Ref) -> Thread:
    """The thread on a part that `part_on` found, with whom each comment told; at most three
    queries."""
    asked = {ACCOUNT: access.account.pk, USER: access.user.pk, ROW: on.pk}
    rows = _on_part().rows(asked)
    told = grouped(_told_on_part().rows(asked) if rows else (), by="comment_id")
    found = [as_model(Comment, row, "author") for row in rows]
    naming = {c.pk for c in found if c.author_id == access.user.pk and "@" in c.text}
    readers = readers_of(access.account) if naming else []
    today = timezone.localdate()
    lines = []
    for comment, row in zip(found, rows, strict=True):
        names = tuple(mention["user__name"] for mention in told[comment.pk])
        reading = read_mentions(comment.text, readers) if comment.pk in naming else None
        line = _line(comment, access, today, unread=row["unread"])
        unclear = _unclear(names, reading) if reading else ()
        lines.append(replace(line, told=", ".join(names), unclear=unclear))
    return _thread(access, on.code, lines)


def threads_for(access: Access, codes: Iterable[str]) -> dict[str, Thread]:
    """The threads on these parts by their ids, those without a comment too; one query.

    Empty for whom there are no comments.
    """
    if not can_read_comments(access):
        return {}
    wanted = list(codes)
    today = timezone.localdate()
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for comment in _comments(access).filter(on__code__in=wanted):
        line = _line(comment, access, today, unread=getattr(comment, "unread", False))
        lines[comment.on.code].append(line)
    return {code: _thread(access, code, lines[code]) for code in wanted}


def _comments(access: Access) -> QuerySet[Comment]:
    unread = Mention.objects.filter(comment=OuterRef("pk"), user=access.user, seen_at=None)
    comments = Comment.objects.live().filter(account=access.account)
    return comments.select_related("on", "author").annotate(unread=Exists(unread)).order_by("pk")


def _thread(access: Access, code: str, lines: list[Line]) -> Thread:
    return Thread(
        account=access.account.pk, code=code, lines=tuple(lines), may_write=access.can_comment
    )


def _line(comment: Comment, access: Access, today: date, *, unread: bool) -> Line:
    name = comment.author_name
    own = comment.author.initials if comment.author else ""
    at = timezone.localtime(comment.at)
    return Line(
        pk=comment.pk,
        author=Person(name, own or initials(name)),
        mine=comment.author_id == access.user.pk,
        at=at,
        when=f"{short_date(at.date(), today)}, {at:%H:%M}",
        edited=comment.edited_at is not None,
        text=comment.text,
        version=comment.version,
        unread=unread,
        may_change=can_change(access, comment),
        may_remove=can_remove(access, comment),
    )


def _unclear(told: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """For the author: who is meant by a name that several people have?"""
    return tuple(
        _("%(written)s could be %(names)s, so it told nobody. Write the full name.")
        % {"written": unclear.written, "names": _(" or ").join(unclear.could_be)}
        for unclear in reading.unclear
        if set(told).isdisjoint(unclear.could_be)
    )


@cache
def _on_part() -> Statement:
    unread = Mention.objects.filter(comment=OuterRef("pk"), user=USER, seen_at=None)
    comments = Comment.objects.live().filter(account=ACCOUNT, on=ROW)
    found = comments.annotate(unread=Exists(unread)).order_by("pk")
    return write(found, *columns(Comment, "author"), "unread")


@cache
def _told_on_part() -> Statement:
    told = Mention.objects.filter(comment__on=ROW, comment__deleted_at=None).order_by("pk")
    return write(told, "comment_id", "user__name")
