"""Reading: threads, many threads at once, and where somebody is mentioned."""

import pytest
from django.http import Http404
from django.utils import timezone

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, PlanOpening, Ref, TeamMember
from waypost.accounts.queries import access_to
from waypost.comments.models import Comment, Mention
from waypost.comments.operations import mark_mentions_seen, remove_comment
from waypost.comments.queries import comment_on, mentions_of, part_on, thread_on, threads_for
from waypost.method.shape import Kind
from waypost.staff.models import User

pytestmark = pytest.mark.django_db
READERS = {AccessRole.LEAD, AccessRole.MEMBER, AccessRole.FIRST_LINE, AccessRole.SENIOR}


def thread_of(user, account, code="B1"):
    access = access_to(user, account.pk)
    return thread_on(access, part_on(access, code))


@pytest.mark.parametrize("role", AccessRole)
def test_part_has_comments_for_readers_alone(account, objective, joined, owner, say, role):
    comment = say(owner, "For us")
    access = access_to(joined("Rita Role", role), account.pk)
    if role in READERS:
        assert part_on(access, "B1") == objective
        assert comment_on(access, "B1", comment.pk) == comment
        assert threads_for(access, ["B1"])["B1"].count == 1
    else:
        for find in (lambda: part_on(access, "B1"), lambda: comment_on(access, "B1", comment.pk)):
            with pytest.raises(Http404):
                find()
        assert threads_for(access, ["B1"]) == {}


def test_second_level_manager_reads_and_does_not_write(account, objective, owner, say):
    say(owner, "For us")
    director = User.objects.create_user("dora@waypost.example", name="Dora Nyland")
    manager = User.objects.create_user("h@waypost.example", name="Henrik Aas", manager=director)
    owner.manager = manager
    owner.save()

    thread = thread_of(director, account)

    assert [line.text for line in thread.lines] == ["For us"]
    assert not thread.may_write
    assert (thread.lines[0].may_change, thread.lines[0].may_remove) == (False, False)


def test_administrator_who_opened_the_plan_has_no_comments(account, objective):
    ada = User.objects.create_user("ada@waypost.example", name="Ada", is_administrator=True)
    PlanOpening.objects.create(account=account, user=ada, reason="audit")
    with pytest.raises(Http404):
        part_on(access_to(ada, account.pk), "B1")


def test_part_that_is_missing_retired_or_of_another_account_has_no_thread(
    account, owner, objective
):
    other = Account.objects.create(supplier=account.supplier, name="Other")
    Ref.objects.create(account=other, code="B9", kind=Kind.BUSINESS)
    access = access_to(owner, account.pk)
    for code in ("B7", "B9", "b1"):
        with pytest.raises(Http404):
            part_on(access, code)
    objective.retired_at = timezone.now()
    objective.save()
    with pytest.raises(Http404):
        part_on(access, "B1")


def test_thread_says_who_what_and_when(account, owner, teammate, say, time_machine):
    time_machine.move_to("2026-12-08T14:05:00Z", tick=False)
    asked = say(owner, "@Tom, is this <b>right</b>?")
    gone = say(owner, "Never mind")
    remove_comment(access=access_to(owner, account.pk), comment=gone)

    (line,) = thread_of(teammate, account).lines

    assert (line.pk, line.author.name, line.author.initials) == (asked.pk, "Olga Hagen", "OH")
    assert (line.text, line.when) == ("@Tom, is this <b>right</b>?", "8 Dec, 14:05")
    assert (line.mine, line.unread, line.edited) == (False, True, False)
    assert (line.may_change, line.may_remove) == (False, False)
    assert (line.told, line.unclear) == ("Tom Ferrari", ())
    (line,) = thread_of(owner, account).lines
    assert (line.mine, line.unread, line.may_change, line.may_remove) == (True, False, True, True)


def test_author_is_told_whom_a_name_could_mean(account, owner, teammate, joined, say):
    joined("Tom Berg")
    say(owner, "@tom?")
    (line,) = thread_of(owner, account).lines
    assert line.told == ""
    assert line.unclear == (
        "@tom could be Tom Ferrari or Tom Berg, so it told nobody. Write the full name.",
    )
    assert thread_of(teammate, account).lines[0].unclear == ()


def test_name_that_was_clear_when_it_was_written_stays_so(account, owner, joined, say):
    say(owner, "@tom?")
    joined("Tom Berg")
    (line,) = thread_of(owner, account).lines
    assert (line.told, line.unclear) == ("Tom Ferrari", ())


@pytest.mark.parametrize("count", [1, 3, 300])
@pytest.mark.parametrize(("reader", "queries"), [("teammate", 2), ("owner", 3)])
def test_thread_takes_as_many_queries_for_many_comments_as_for_one(
    account, owner, teammate, say, count, reader, queries, django_assert_num_queries
):
    """Comments and mentions; to who wrote them, also who can be meant."""
    for number in range(count):
        say(owner, f"@Tom, {number}")
    access = access_to({"teammate": teammate, "owner": owner}[reader], account.pk)
    on = part_on(access, "B1")
    with django_assert_num_queries(queries):
        thread = thread_on(access, on)
    assert (thread.count, thread.unread) == (count, count if reader == "teammate" else 0)


@pytest.mark.parametrize("count", [1, 3, 300])
def test_threads_of_many_parts_take_one_query(
    account, owner, teammate, say, count, django_assert_num_queries
):
    refs = Ref.objects.bulk_create(
        Ref(account=account, code=f"A{number}", kind=Kind.ACTION) for number in range(count)
    )
    Comment.objects.bulk_create(
        Comment(account=account, on=ref, author=owner, author_name=owner.name, text="Yes")
        for ref in refs
    )
    access = access_to(teammate, account.pk)
    with django_assert_num_queries(1):
        threads = threads_for(access, [*(ref.code for ref in refs), "A999"])
    assert [threads[ref.code].count for ref in refs] == [1] * count
    assert threads["A999"].lines == ()
    assert threads["A999"].may_write


def test_mentions_are_found_across_accounts_unread_first(account, owner, teammate, say):
    other = Account.objects.create(supplier=account.supplier, name="Aldgate Foods")
    for user, role in ((owner, AccessRole.LEAD), (teammate, AccessRole.SENIOR)):
        add_to_team(other, user, role)
    there = Ref.objects.create(account=other, code="S1", kind=Kind.STRATEGY)
    say(owner, "@Tom, the first")
    Mention.objects.update(seen_at=timezone.now())
    say(owner, "@Tom, the second")
    comment = Comment.objects.create(
        account=other, on=there, author=owner, author_name=owner.name, text="@Tom\nover there"
    )
    comment.mentions.create(user=teammate)

    found = mentions_of(teammate, 10)

    assert [(line.account, line.code, line.text, line.unread) for line in found] == [
        ("Aldgate Foods", "S1", "@Tom …", True),
        ("Brightwater Mills", "B1", "@Tom, the second", True),
        ("Brightwater Mills", "B1", "@Tom, the first", False),
    ]
    assert found[0].url == f"/accounts/{other.pk}/comments/S1/#comment-{comment.pk}"
    assert (found[0].author, found[0].kind) == ("Olga Hagen", "strategy")
    assert [line.text for line in mentions_of(teammate, 1)] == ["@Tom …"]
    assert mentions_of(owner, 10) == []


@pytest.mark.parametrize(
    ("model", "column"),
    [
        (TeamMember, "deleted_at"),
        (Account, "deleted_at"),
        (Comment, "deleted_at"),
        (Ref, "retired_at"),
    ],
)
def test_mention_is_gone_with_what_it_hangs_on(owner, teammate, say, model, column):
    say(owner, "@Tom")
    assert len(mentions_of(teammate, 10)) == 1
    model.objects.update(**{column: timezone.now()})
    assert mentions_of(teammate, 10) == []


def test_mention_is_gone_for_who_reads_no_more(owner, teammate, say):
    say(owner, "@Tom")
    teammate.memberships.update(access_role=AccessRole.VIEWER)
    assert mentions_of(teammate, 10) == []
    teammate.memberships.update(access_role=AccessRole.SENIOR)
    assert len(mentions_of(teammate, 10)) == 1
    teammate.deactivated_at = timezone.now()
    assert mentions_of(teammate, 10) == []


@pytest.mark.parametrize("count", [1, 3, 300])
def test_mentions_take_one_query(owner, teammate, say, count, django_assert_num_queries):
    for number in range(count):
        say(owner, f"@Tom, {number}")
    with django_assert_num_queries(1):
        assert len(mentions_of(teammate, 500)) == count


def test_removed_part_takes_its_mentions_along_and_brings_them_back(
    account, owner, teammate, say, objective
):
    say(owner, "@Tom")
    access = access_to(teammate, account.pk)
    assert mark_mentions_seen(access=access, on=objective).row == 1
    objective.retired_at = timezone.now()
    objective.save()
    assert mentions_of(teammate, 10) == []
    objective.retired_at = None
    objective.save()
    assert len(mentions_of(teammate, 10)) == 1
