"""The history of an account: who did what, in whose sight, and the way back."""

import csv
import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.changes import change_set_of
from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Fact, Gap
from waypost.accounts.operations import add_fact, add_gap, add_member, update_account
from waypost.accounts.queries import access_to
from waypost.history.models import Change, ChangeSet
from waypost.planning.models import Review

SETTINGS = {"tier": "A", "parent": "", "currency": "EUR", "review_day": "", "window_months": 3}


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def page(account):
    return reverse("accounts:history", args=[account.pk])


def words(response):
    """The text of the list of changes."""
    page = response.content.decode()
    main = page.partition("<main")[2] or page
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", main))


def undo_address(account, change_set):
    return reverse("accounts:undo", args=[account.pk, change_set.pk])


def test_empty_history_says_what_comes_here(client, owner, account, page):
    client.force_login(owner)

    assert "Nothing has happened yet" in words(client.get(page))


def test_change_shows_both_values(client, owner, access, account, page):
    update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)
    client.force_login(owner)

    shown = words(client.get(page))

    assert "Changed the settings of Brightwater AG" in shown
    assert "Name: Brightwater Mills Brightwater AG" in shown
    assert "Restore" in shown


def test_competitor_fact_is_in_no_history_of_a_partner(client, access, account, outsider, page):
    topic = Fact.Topic.COMPETITORS
    add_fact(access=access, topic=topic, text="Kestrel is cheaper", source="visit", as_of=None)
    add_gap(access=access, text="Who signs?")
    add_to_team(account, outsider, AccessRole.PARTNER)
    client.force_login(outsider)

    shown = words(client.get(page))

    assert "Who signs?" in shown
    assert "Kestrel" not in shown
    assert "Take back" not in shown
    hidden = ChangeSet.objects.get(seen_by="margins")
    assert client.post(undo_address(account, hidden)).status_code == 404


def test_taking_back_says_so_and_offers_the_way_back(client, owner, access, account, page):
    done = add_gap(access=access, text="Who signs?")
    client.force_login(owner)

    answer = client.post(undo_address(account, change_set_of(done)), {"next": page}, follow=True)

    assert answer.redirect_chain == [(page, 302)]
    assert "Took back: Added a gap: Who signs?" in answer.content.decode()
    assert undo_address(account, ChangeSet.objects.latest("pk")) in answer.content.decode()
    assert "taken back" in words(answer)


def test_address_of_somebody_else_is_no_way_back(client, owner, access, account, page):
    done = add_gap(access=access, text="Who signs?")
    client.force_login(owner)

    answer = client.post(
        undo_address(account, change_set_of(done)), {"next": "https://evil.example/"}
    )

    assert answer.url == page


def test_conflict_shows_both_values_and_writes_when_told_to(client, owner, access, account):
    first = update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)
    update_account(access=access, version=2, name="Brightwater SE", **SETTINGS)
    client.force_login(owner)
    address = undo_address(account, change_set_of(first))

    conflict = client.post(address)
    assert conflict.status_code == 409
    assert "Now Brightwater SE , before the change Brightwater Mills" in words(conflict)
    account.refresh_from_db()
    assert account.name == "Brightwater SE"

    assert client.post(address, {"anyway": "yes"}).status_code == 302
    account.refresh_from_db()
    assert account.name == "Brightwater Mills"


def test_change_of_another_account_is_not_there(client, owner, access, account, page):
    client.force_login(owner)
    done = change_set_of(add_gap(access=access, text="Who signs?"))
    ChangeSet.objects.filter(pk=done.pk).update(account=None)

    assert client.post(undo_address(account, done)).status_code == 404
    assert Gap.objects.live().count() == 1


@pytest.mark.parametrize("count", [1, 3, 300])
def test_history_needs_as_many_queries_for_any_number(
    client, owner, access, page, count, django_assert_num_queries
):
    gap(access, count)
    client.force_login(owner)
    client.get(page)

    with django_assert_num_queries(11):
        client.get(page)


@pytest.mark.parametrize("count", [1, 3, 300])
def test_file_needs_as_many_queries_for_any_number(
    client, owner, access, account, count, django_assert_num_queries
):
    gap(access, count)
    client.force_login(owner)
    address = reverse("accounts:history-file", args=[account.pk])
    client.get(address)

    with django_assert_num_queries(7):
        client.get(address)


def gap(access, count):
    """So many entries, without judging the plan after each."""
    sets = ChangeSet.objects.bulk_create(
        ChangeSet(
            account=access.account, actor=access.user, at=timezone.now(), what=f"Added gap {number}"
        )
        for number in range(count)
    )
    Change.objects.bulk_create(
        Change(change_set=found, table="accounts.gap", row=found.pk, after={"text": "Who?"})
        for found in sets
    )


@pytest.fixture
def story(time_machine, access, account, teammate):
    """Three days: a gap, a review and then the settings and another gap of the teammate's."""
    time_machine.move_to("2026-11-16T10:00:00Z", tick=False)
    add_gap(access=access, text="Who signs?")
    Review.objects.create(account=account, date=date(2026, 11, 17), held=True)
    Review.objects.create(account=account, date=date(2026, 12, 15))
    time_machine.move_to("2026-11-18T10:00:00Z", tick=False)
    update_account(access=access, version=1, name="Brightwater AG", **SETTINGS)
    time_machine.move_to("2026-11-19T10:00:00Z", tick=False)
    add_gap(access=access_to(teammate, account.pk), text="=Who pays?")


def test_views_count_what_they_show(client, owner, page, story):
    client.force_login(owner)

    everything = words(client.get(page))
    since, mine = (words(client.get(page, {"view": view})) for view in ("review", "mine"))

    assert "All 3 Since the last review 2 Only what I changed 2" in everything
    assert "Today, Thursday 19 November" in everything
    assert "Yesterday, Wednesday 18 November" in everything
    assert everything.index("Monthly review, Tuesday 17 November 2026") < everything.index("signs")
    assert ("Who signs?" in since, "Who pays?" in since, "1 earlier entry" in since) == (0, 1, 1)
    assert ("Who signs?" in mine, "Who pays?" in mine) == (True, False)
    assert "Since the last review, in short Profile 1 added Settings 1 changed" in everything


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "who"}, ["signs", "pays"]),
        ({"q": "PAYS"}, ["pays"]),
        ({"what": "settings"}, ["AG"]),
        ({"what": "lights"}, []),
        ({"what": "profile", "q": "signs"}, ["signs"]),
        ({"what": "no such part", "view": "nonsense"}, ["signs", "AG", "pays"]),
        ({"q": "a\0b"}, ["signs", "AG", "pays"]),
    ],
)
def test_filters_leave_what_they_ask_for(client, owner, page, story, query, found):
    client.force_login(owner)

    stream = words(client.get(page, query, headers={"HX-Request": "true"}))

    assert {word for word in ("signs", "AG", "pays") if word in stream} == set(found)


def test_filter_by_person_shows_what_they_did(client, owner, teammate, page, story):
    client.force_login(owner)

    stream = words(client.get(page, {"who": teammate.pk}, headers={"HX-Request": "true"}))

    assert ("pays" in stream, "signs" in stream) == (True, False)


def test_link_that_cannot_be_read_is_named(client, owner, page, story):
    client.force_login(owner)

    assert "Left out: What, Who." in words(client.get(page, {"what": "x", "who": "999"}))


def test_times_are_those_of_the_person(client, owner, page, story):
    owner.time_zone = "Asia/Tokyo"
    owner.save()
    client.force_login(owner)

    assert "19:00" in words(client.get(page))


def test_restore_asks_with_both_values_and_puts_back(client, owner, account, page, story):
    client.force_login(owner)
    update_account(
        access=access_to(owner, account.pk), version=2, **SETTINGS | {"name": "Brightwater SE"}
    )
    change = ChangeSet.objects.latest("pk")

    shown = words(client.get(page, {"open": change.pk}))
    answer = client.post(undo_address(account, change), {"next": page}, follow=True)

    assert "Put “Brightwater AG” back in place of “Brightwater SE”?" in shown
    assert "Restore Brightwater AG Keep Brightwater SE" in shown
    assert answer.redirect_chain == [(page, 302)]
    account.refresh_from_db()
    assert account.name == "Brightwater AG"


def test_file_holds_what_the_filters_leave_and_no_formula(client, owner, account, story):
    client.force_login(owner)
    ChangeSet.objects.filter(what__contains="pays").update(what="=1+1")
    address = reverse("accounts:history-file", args=[account.pk])

    answer = client.get(address, {"view": "review"})
    rows = list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))

    assert (
        answer.headers["Content-Disposition"] == f'attachment; filename="history-{account.pk}.csv"'
    )
    assert [row[:3] + row[5:] for row in rows] == [
        ["When", "Who", "What was done", "Value", "Before", "After"],
        ["2026-11-19 10:00", "Tom Ferrari", "'=1+1", "", "", ""],
        *(
            ["2026-11-18 10:00", "Olga Hagen", "Changed the settings of Brightwater AG", *turn]
            for turn in (
                ["Name", "Brightwater Mills", "Brightwater AG"],
                ["Tier", "", "A"],
                ["Months in the plan", "", "3"],
            )
        ),
    ]


def test_member_is_not_offered_to_choose_the_team(client, access, teammate, page):
    add_member(access=access, access_role=AccessRole.VIEWER, name="Nils", function="rep")
    client.force_login(teammate)

    shown = words(client.get(page))

    assert ("Took Nils into the team" in shown, "Take back" in shown) == (True, False)
