"""Writing comments: who may, whom they tell, and what the history keeps of it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from waypost.accounts.models import AccessRole, Account
from waypost.accounts.queries import access_to
from waypost.comments.models import Comment, Mention
from waypost.comments.operations import (
    add_comment,
    change_comment,
    mark_mentions_seen,
    remove_comment,
)
from waypost.health.models import AccountSummary
from waypost.history.models import ChangeSet, SeenBy
from waypost.history.stale import StaleError

pytestmark = pytest.mark.django_db
COMMENTERS = {AccessRole.LEAD, AccessRole.MEMBER, AccessRole.FIRST_LINE, AccessRole.SENIOR}


def told(comment):
    return [mention.user.name for mention in comment.mentions.order_by("pk")]


def last_change():
    return ChangeSet.objects.latest("pk")


@pytest.mark.parametrize("role", AccessRole)
def test_comment_is_added_by_who_may(account, objective, joined, role):
    access = access_to(joined("Rita Role", role), account.pk)
    if role not in COMMENTERS:
        with pytest.raises(PermissionDenied):
            add_comment(access=access, on=objective, text="Too late")
        assert not Comment.objects.exists()
        return
    written = add_comment(access=access, on=objective, text="Too late")
    comment = Comment.objects.get()
    assert (comment.text, comment.author, comment.author_name) == (
        "Too late",
        access.user,
        "Rita Role",
    )
    assert (comment.account, comment.on, comment.version) == (account, objective, 1)
    assert written.row == comment
    assert written.change_set == last_change()


def test_comment_is_recorded_for_those_who_read_it_and_leaves_the_plan_alone(
    account, objective, owner
):
    before = Account.objects.values().get(pk=account.pk)
    summary = list(AccountSummary.objects.values())

    add_comment(access=access_to(owner, account.pk), on=objective, text="Ask @Tom\nfirst")

    change_set = last_change()
    assert change_set.what == "Commented on B1: Ask @Tom …"
    assert (change_set.actor, change_set.seen_by) == (owner, SeenBy.MARGINS)
    assert [change.table for change in change_set.changes.order_by("pk")] == [
        "comments.comment",
        "comments.mention",
    ]
    assert Account.objects.values().get(pk=account.pk) == before
    assert list(AccountSummary.objects.values()) == summary


def test_comment_tells_whom_it_names_but_not_its_author(owner, say):
    comment = say(owner, "@Tom and I, @OH, say so. @Tom?")
    assert told(comment) == ["Tom Ferrari"]
    assert comment.mentions.get().seen_at is None


def test_changing_tells_the_new_and_leaves_the_old_as_they_are(account, owner, say, joined):
    joined("Jonas Brandt")
    joined("Mia Solberg")
    comment = say(owner, "@Tom and @Jonas")
    kept = comment.mentions.get(user__name="Jonas Brandt").pk

    written = change_comment(
        access=access_to(owner, account.pk),
        comment=comment,
        version=1,
        text="@Jonas and @Mia",
    )

    comment.refresh_from_db()
    assert told(comment) == ["Jonas Brandt", "Mia Solberg"]
    assert comment.mentions.get(user__name="Jonas Brandt").pk == kept
    assert (comment.text, comment.version) == ("@Jonas and @Mia", 2)
    assert comment.edited_at is not None
    assert last_change() == written.change_set
    assert last_change().what == "Changed a comment on B1: @Jonas and @Mia"
    assert last_change().seen_by == SeenBy.MARGINS


def test_changing_nothing_writes_nothing(account, owner, say):
    comment = say(owner, "Good")
    count = ChangeSet.objects.count()
    access = access_to(owner, account.pk)
    written = change_comment(access=access, comment=comment, version=1, text="Good")
    assert written.change_set is None
    assert ChangeSet.objects.count() == count
    comment.refresh_from_db()
    assert (comment.version, comment.edited_at) == (1, None)


def test_changing_an_old_version_is_refused_and_keeps_the_newer(account, owner, say):
    comment = say(owner, "First")
    access = access_to(owner, account.pk)
    change_comment(access=access, comment=comment, version=1, text="Second")
    with pytest.raises(StaleError) as stale:
        change_comment(access=access, comment=comment, version=1, text="Third")
    assert str(stale.value.current) == "Second"
    assert Comment.objects.get().text == "Second"


def test_only_the_author_changes_a_comment(account, owner, teammate, say):
    comment = say(teammate, "Mine")
    with pytest.raises(PermissionDenied, match="Only whoever wrote a comment can change it"):
        change_comment(
            access=access_to(owner, account.pk), comment=comment, version=1, text="Not mine"
        )


def test_author_and_lead_remove_a_comment_and_nobody_else(account, owner, teammate, say, joined):
    access = {name: access_to(user, account.pk) for name, user in (("o", owner), ("t", teammate))}
    other = access_to(joined("Mia Solberg"), account.pk)
    first, second = say(teammate, "One"), say(teammate, "Two")
    with pytest.raises(PermissionDenied):
        remove_comment(access=other, comment=first)

    remove_comment(access=access["t"], comment=first)
    written = remove_comment(access=access["o"], comment=second)

    assert last_change() == written.change_set
    assert last_change().what == "Removed a comment on B1: Two"
    assert Comment.objects.count() == 2
    assert not Comment.objects.live().exists()


def test_author_who_may_comment_no_more_changes_and_removes_nothing(account, teammate, say):
    comment = say(teammate, "Mine")
    teammate.memberships.update(access_role=AccessRole.VIEWER)
    access = access_to(teammate, account.pk)
    with pytest.raises(PermissionDenied):
        change_comment(access=access, comment=comment, version=1, text="Changed")
    with pytest.raises(PermissionDenied):
        remove_comment(access=access, comment=comment)


def test_reading_marks_ones_own_mentions_on_that_part_alone(account, owner, teammate, say):
    here = say(owner, "@Tom")
    elsewhere = say(owner, "@Tom", on=account.refs.get(code="OH"))
    access = access_to(teammate, account.pk)

    written = mark_mentions_seen(access=access, on=here.on)

    assert written.row == 1
    assert last_change() == written.change_set
    assert last_change().what == "Read 1 mention on B1"
    assert Mention.objects.get(comment=here).seen_at is not None
    assert Mention.objects.get(comment=elsewhere).seen_at is None
    assert mark_mentions_seen(access=access, on=here.on).change_set is None


@pytest.mark.skipif(
    not connection.features.has_select_for_update, reason="SQLite lets one write after the other"
)
def test_account_is_held_before_the_mentions_so_that_no_two_wait_for_each_other(
    account, owner, teammate, say
):
    here = say(owner, "@Tom").on
    access = access_to(teammate, account.pk)
    for work in (
        lambda: mark_mentions_seen(access=access, on=here),
        lambda: add_comment(access=access, on=here, text="Yes"),
    ):
        with CaptureQueriesContext(connection) as captured:
            work()
        held = [query["sql"] for query in captured if "FOR UPDATE" in query["sql"]]
        assert ["comments_mention" in sql for sql in held] == [False, True]
        assert "accounts_account" in held[0]


def test_answering_marks_ones_mentions_there_as_seen(owner, teammate, say):
    asked = say(owner, "@Tom, can you?")
    say(teammate, "Yes")
    assert Mention.objects.get(comment=asked).seen_at is not None


def test_comment_outlives_its_author(owner, teammate, say):
    comment = say(owner, "I was here")
    owner.delete()
    comment.refresh_from_db()
    assert (comment.author, comment.author_name) == (None, "Olga Hagen")
