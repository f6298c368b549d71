"""Writing comments. They are no part of the plan: neither its health nor its age changes."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import Ref
from waypost.accounts.operations import lock, lock_account, retire
from waypost.accounts.policies import Access, check_can_comment
from waypost.comments.models import Comment, Mention
from waypost.comments.policies import check_can_change, check_can_read, check_can_remove
from waypost.comments.queries import read_mentions, readers_of
from waypost.history.models import SeenBy
from waypost.history.operations import Recording, Written, record, row_values
from waypost.history.stale import StaleError
from waypost.ui.formats import excerpt


def add_comment(*, access: Access, on: Ref, text: str) -> Written[Comment]:
    """Say something about a part. Whoever answers has read what mentions them there."""
    check_can_comment(access)
    what = _("Commented on %(code)s: %(text)s") % {"code": on.code, "text": excerpt(text)}
    with _recording(access, what) as recording:
        lock_account(access.account.pk)
        comment = Comment.objects.create(
            account=access.account,
            on=on,
            author=access.user,
            author_name=access.user.name,
            text=text,
        )
        recording.created(comment)
        _mention(comment, access, recording)
        _see(_unseen(access, on), recording)
    return Written(comment, recording.change_set)


@transaction.atomic
def change_comment(
    *, access: Access, comment: Comment, version: int, text: str
) -> Written[Comment]:
    """Word a comment anew; may raise StaleError. Those it still mentions are not told again."""
    check_can_change(access, comment)
    current = lock(comment)
    if current.text == text:
        return Written(current, None)
    if current.version != version:
        raise StaleError(current)
    before = row_values(current)
    words = {"code": comment.on.code, "text": excerpt(text)}
    with _recording(access, _("Changed a comment on %(code)s: %(text)s") % words) as recording:
        current.text, current.version, current.edited_at = text, version + 1, timezone.now()
        current.save(update_fields=["text", "version", "edited_at"])
        recording.changed(current, before)
        _mention(current, access, recording)
    return Written(current, recording.change_set)


def remove_comment(*, access: Access, comment: Comment) -> Written[Comment]:
    """Take a comment out of its thread."""
    check_can_remove(access, comment)
    words = {"code": comment.on.code, "text": excerpt(comment.text)}
    with _recording(access, _("Removed a comment on %(code)s: %(text)s") % words) as recording:
        retire(lock(comment), recording)
    return Written(comment, recording.change_set)


@transaction.atomic
def mark_mentions_seen(*, access: Access, on: Ref) -> Written[int]:
    """Note that the person has read what mentions them on a part; returns how many."""
    check_can_read(access)
    lock_account(access.account.pk)  # before the mentions, as whoever takes a comment back does
    unseen = _unseen(access, on)
    if not unseen:
        return Written(0, None)
    count = len(unseen)
    what = ngettext(
        "Read %(count)s mention on %(code)s", "Read %(count)s mentions on %(code)s", count
    )
    with _recording(access, what % {"count": count, "code": on.code}) as recording:
        _see(unseen, recording)
    return Written(count, recording.change_set)


@contextmanager
def _recording(access: Access, what: str) -> Iterator[Recording]:
    with record(
        actor=access.user,
        account=access.account,
        what=what,
        touches=False,
        seen_by=SeenBy.MARGINS,
    ) as recording:
        yield recording


def _mention(comment: Comment, access: Access, recording: Recording) -> None:
    """Let the comment mention exactly those whom its text names, but for the author."""
    reading = read_mentions(comment.text, readers_of(access.account))
    named = [member.user_id for member in reading.members if member.user_id is not None]
    wanted = [user for user in named if user != comment.author_id]
    stand = {mention.user_id: mention for mention in comment.mentions.all()}
    for user, mention in stand.items():
        if user not in wanted:
            recording.removed([mention])
            mention.delete()
    for user in wanted:
        if user not in stand:
            recording.created(Mention.objects.create(comment=comment, user_id=user))


def _unseen(access: Access, on: Ref) -> list[Mention]:
    mentions = Mention.objects.select_for_update(of=("self",))
    comments = Comment.objects.live().filter(on=on)
    return list(mentions.filter(comment__in=comments, user=access.user, seen_at=None))


def _see(unseen: list[Mention], recording: Recording) -> None:
    for mention in unseen:
        before = row_values(mention)
        mention.seen_at = timezone.now()
        mention.save(update_fields=["seen_at"])
        recording.changed(mention, before)
