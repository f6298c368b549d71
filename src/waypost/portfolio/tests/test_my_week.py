"""The week of one person: what stands in it, where, and what it comes to."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.plans.models import Action
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored
from waypost.portfolio.tests.page import text_of
from waypost.portfolio.tests.week import WeekPage

pytestmark = pytest.mark.django_db
# The day of the tests is Tuesday 8 December 2026, in week 50.
PLAN = """
account: {name: Halvorsen Foods}
team:
  - {id: T1, name: Olga Hagen, role: account lead, hours_per_week: 10}
  - {id: T2, name: Tom Ferrari, role: service, hours_per_week: 4}
objectives:
  business:
    - {id: B1, text: Three product lines in use}
strategies:
  - {id: S1, statement: One plant at a time}
short_term_plan:
  months: [2026-12]
  actions:
    - {id: A1, what: Answer Kestrel, owner: T1, due: 2026-12-04, hours: 2, achieves: S1}
    - {id: A2, what: Call Mette, owner: T1, due: 2026-12-08, hours: 0.5, achieves: B1}
    - {id: A3, what: Walk line 4, owner: T1, due: 2026-12-09, hours: 3, important: true}
    - {id: A4, month: 2026-12, what: Write the standard, owner: T1, hours: 7}
    - {id: A5, what: Ask for the list, owner: T2, due: 2026-12-08, hours: 1}
    - {id: A6, what: Send the report, owner: T1, due: 2026-12-07, status: done, hours: 1}
    - {id: A7, what: Drop the offer, owner: T1, due: 2026-12-08, status: dropped, reason: No}
    - {id: A8, what: Plan the year, owner: T1, due: 2026-12-14}
    - {id: A9, month: 2026-11, what: Thank Karin, owner: T1}
    - {id: A10, month: 2027-01, what: Renew the frame, owner: T1}
    - {id: A11, what: Think, owner: T1}
    - {id: A12, what: Sunday reading, owner: T1, due: 2026-12-13}
"""


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


@pytest.fixture
def open_week(client):
    def open_as(user, query=None, **headers):
        client.force_login(user)
        return WeekPage(client.get(reverse("portfolio:my-week"), query, headers=headers))

    return open_as


def test_week_has_its_places(open_week, owner, account):
    assert open_week(owner).groups == {
        "Late 2 actions, 2 h": ["Thank Karin", "Answer Kestrel"],
        "Today, Tuesday 8 December 1 action, 0.5 h": ["Call Mette"],
        "Later this week 2 actions, 3 h": ["Walk line 4", "Sunday reading"],
        "Some time this month 1 action, 7 h": ["Write the standard"],
        "Done this week 1 action, 1 h": ["Send the report"],
    }


def test_week_says_what_it_comes_to(open_week, owner, account):
    page = open_week(owner)
    assert page.lede == ("Week 50, Monday 7 to Sunday 13 December. 7 actions across 1 account.")
    assert page.note == ("6.5 h planned, 10 h set aside for key accounts, 2 actions without hours")
    assert 'aria-label="6.5\u00a0h of 10\u00a0h planned"' in page.html


def test_row_says_what_it_is_for_and_when(open_week, owner, account):
    page = open_week(owner)
    assert page.row("Answer Kestrel") == (
        "Answer Kestrel Halvorsen Foods S1, One plant at a time 2 h Late Fri 4 Dec"
    )
    assert page.row("Call Mette") == (
        "Call Mette Halvorsen Foods B1, Three product lines in use 0.5 h today"
    )
    assert page.row("Walk line 4") == (
        "Walk line 4 Halvorsen Foods Important, not urgent 3 h Wed 9"
    )
    assert page.row("Write the standard") == "Write the standard Halvorsen Foods 7 h set a day"
    assert f'href="/accounts/{account.pk}/strategies/S1/"' in page.html
    assert f'href="/accounts/{account.pk}/objectives/B1/"' in page.html


def test_week_is_of_one_person(open_week, teammate, outsider, account):
    assert open_week(teammate).groups == {
        "Today, Tuesday 8 December 1 action, 1 h": ["Ask for the list"]
    }
    page = open_week(outsider)
    assert page.groups == {}
    assert "Which customers do you work for?" in page.html


def test_hours_of_all_accounts_are_set_aside(open_week, owner, account):
    stored(read(PLAN), team=[("T2", owner, MEMBER)])
    page = open_week(owner)
    assert "14 h set aside" in page.note
    assert page.lede.endswith("8 actions across 2 accounts.")


def test_other_weeks_have_their_days(open_week, owner, account):
    assert open_week(owner, {"week": "2026-W51"}).groups == {
        "Due in this week 1 action": ["Plan the year"],
        "Some time in December 1 action, 7 h": ["Write the standard"],
    }
    last = open_week(owner, {"week": "2026-W49"})
    assert last.groups == {
        "Due in this week 1 action, 2 h": ["Answer Kestrel"],
        "Some time in December 1 action, 7 h": ["Write the standard"],
    }
    assert last.lede.startswith("Week 49, Monday 30 November to Sunday 6 December.")
    assert 'href="/my-week/?week=2026-W48"' in last.html
    assert 'href="/my-week/"' in last.html


@pytest.mark.parametrize(
    "week", ["2026-W50", "", "2026-W54", "0000-W01", "9999-W52", "2026W51", "\0", "x" * 9999]
)
def test_week_that_is_none_is_this_week(open_week, owner, account, week):
    page = open_week(owner, {"week": week})
    assert page.status == 200
    assert page.lede.startswith("Week 50,")
    assert 'href="/my-week/?week=2026-W49"' in page.html
    assert 'href="/my-week/?week=2026-W51"' in page.html


def test_week_between_years_names_the_year(open_week, owner, account):
    page = open_week(owner, {"week": "2026-W53"})
    assert page.lede.startswith("Week 53, Monday 28 December to Sunday 3 January 2027.")
    assert page.groups == {"Some time in December 1 action, 7 h": ["Write the standard"]}


def tick(client, account, code, path="closure/", **data):
    url = f"/accounts/{account.pk}/actions/{code}/{path}"
    return client.post(url, {"outcome": "done", "next": "/my-week/", **data}, follow=True)


def test_tick_comes_back_to_the_week_and_leaves_the_action_there(open_week, client, owner, account):
    open_week(owner)
    for code in ("A1", "A3", "A4"):
        page = WeekPage(tick(client, account, code))
    assert [url for url, _ in tick(client, account, "A2").redirect_chain] == ["/my-week/"]
    assert page.toast == "Marked “Write the standard” as done Undo Close"
    page = open_week(owner)
    assert page.groups["Late 2 actions, 2 h"] == ["Thank Karin", "Answer Kestrel"]
    assert page.groups["Today, Tuesday 8 December 1 action, 0.5 h"] == ["Call Mette"]
    assert page.groups["Some time this month 1 action, 7 h"] == ["Write the standard"]
    assert page.done == ["Answer Kestrel", "Call Mette", "Walk line 4", "Write the standard",
                         "Send the report"]  # fmt: skip
    tick(client, account, "A2", "closure/removal/")
    assert "Call Mette" not in open_week(owner).done


def test_what_was_done_last_week_is_there_no_more(open_week, client, owner, account, time_machine):
    open_week(owner)
    tick(client, account, "A1")
    time_machine.shift(timedelta(days=7))
    assert open_week(owner).done == []
    assert open_week(owner, {"week": "2026-W50"}).done == ["Send the report", "Answer Kestrel"]


def test_htmx_is_answered_with_the_actions_alone(open_week, client, owner, account):
    part = open_week(owner, **{"HX-Request": "true"})
    assert "<html" not in part.html
    assert len(part.groups) == 5
    whole = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in open_week(owner, **whole).html


def test_new_day_comes_back_to_the_week(open_week, client, owner, account):
    (url,) = open_week(owner).found(r'id="edit-due-\d+-A1" href="([^"]*)"')
    field = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert 'name="due"' in field
    assert 'href="/my-week/" data-cancel' in field
    answer = client.post(url, {"due": "2026-12-08", "version": "1"}, follow=True)
    assert answer.redirect_chain == [("/my-week/", 302)]
    assert Action.objects.get(account=account, ref__code="A1").due == date(2026, 12, 8)


def test_partner_works_on_own_actions(open_week, client, outsider, account, owner):
    TeamMember.objects.filter(ref__code="T2").update(user=outsider, access_role="partner")
    page = open_week(outsider)
    assert page.groups == {"Today, Tuesday 8 December 1 action, 1 h": ["Ask for the list"]}
    assert "data-add" not in page.html
    tick(client, account, "A5")
    assert open_week(outsider).done == ["Ask for the list"]


@pytest.mark.parametrize("role", [VIEWER, AccessRole.SENIOR])
def test_reader_has_nothing_to_press(open_week, outsider, account, role):
    TeamMember.objects.filter(ref__code="T2").update(user=outsider, access_role=role)
    page = open_week(outsider)
    assert page.groups == {"Today, Tuesday 8 December 1 action, 1 h": ["Ask for the list"]}
    assert "formaction" not in page.html
    assert "field=due" not in page.html


def test_action_of_an_account_that_is_gone_is_gone(open_week, owner, account):
    Account.objects.update(deleted_at="2026-12-01T00:00Z")
    page = open_week(owner)
    assert page.groups == {}
    assert "Halvorsen" not in page.html


def test_action_of_a_team_that_one_left_is_gone(open_week, owner, account):
    TeamMember.objects.filter(user=owner).update(deleted_at="2026-12-01T00:00Z")
    assert "Halvorsen" not in open_week(owner).html


def test_somebody_above_sees_nothing_here(open_week, owner, teammate, outsider):
    account = stored(read(PLAN), team=[("T1", owner, LEAD)])
    owner.manager, teammate.manager = teammate, outsider
    owner.save()
    teammate.save()
    assert Account.objects.visible_to(outsider).get() == account
    assert "Halvorsen" not in open_week(outsider).html


def test_empty_week_says_where_actions_come_from(open_week, owner):
    account = stored(
        read("account: {name: Dunmore}\nteam: [{id: T1, name: Olga, role: account lead}]"),
        team=[("T1", owner, LEAD)],
    )
    page = open_week(owner)
    assert "What brings a customer closer to you this week?" in page.html
    assert page.lede == "Week 50, Monday 7 to Sunday 13 December."
    assert text_of("Plan actions for Dunmore") in page.html
    assert f'href="/accounts/{account.pk}/short-term-plan/#quick-2026-12" data-add' in page.html


def test_with_several_accounts_one_is_chosen(open_week, owner, account):
    other = stored(read(PLAN.replace("Halvorsen", "Ardmore")), team=[("T1", owner, LEAD)])
    html = open_week(owner).html
    first = html.index(f"/accounts/{other.pk}/short-term-plan/#quick-2026-12")
    assert first < html.index(f"/accounts/{account.pk}/short-term-plan/#quick-2026-12")
