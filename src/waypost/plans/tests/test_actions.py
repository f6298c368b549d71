"""Actions added, done, dropped, moved, changed and deleted, and by whom."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, Gap
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet
from waypost.plans.models import Action
from waypost.plans.operations.action_sets import close_actions
from waypost.plans.operations.actions import change_action
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: channel partner}
  - {id: T3, name: Tom Castell, role: service}
people: [{id: P1, name: Marit Berg}]
profile: {gaps: [Who signs]}
objectives: {business: [{id: B1, text: Five machines}]}
short_term_plan:
  months: [2049-12, 2050-01, 2050-02]
  actions:
    - {id: A1, month: 2049-12, what: Agree on the trial, owner: T1, due: 2049-12-03, hours: 6}
    - {id: A2, month: 2050-01, what: Draft the standard, owner: T2, status: open}
"""


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, AccessRole.PARTNER)])


@pytest.fixture
def post(client, account):
    def send(user, name, *codes, htmx=False, **data):
        client.force_login(user)
        url = reverse(f"plans:{name}", args=[account.pk, *codes])
        return client.post(url, data, headers={"HX-Request": "true"} if htmx else {})

    return send


def action(code):
    return Action.objects.select_related("owner", "achieves").get(ref__code=code)


def plan_url(account):
    return reverse("plans:short-term-plan", args=[account.pk])


def test_line_becomes_an_action_with_what_was_understood(post, owner, account):
    line = "!Call Marit Berg about the trial #B1, Olga, fri, 1.5h"
    response = post(owner, "actions", line=line, month="2049-12")
    assert response.url == plan_url(account)
    made = action("A3")
    assert (made.what, made.owner.code, made.achieves.code) == (
        "Call Marit Berg about the trial",
        "T1",
        "B1",
    )
    assert (made.month, made.due) == (date(2049, 12, 1), date(2049, 12, 3))
    assert (made.hours, made.important, made.urgent) == (Decimal("1.5"), True, False)
    assert (made.status, ChangeSet.objects.latest("pk").what) == (
        "open",
        "Added “Call Marit Berg about the trial”",
    )


def test_line_for_a_later_month_needs_no_date(post, owner):
    post(owner, "actions", line="Price the model", month="2050-02")
    assert (action("A3").month, action("A3").due) == (date(2050, 2, 1), None)


def test_line_that_names_a_day_of_another_month_goes_there(post, owner):
    post(owner, "actions", line="Send the report, 14 January 2050", month="2049-12")
    assert (action("A3").month, action("A3").due) == (date(2050, 1, 1), date(2050, 1, 14))


def test_line_with_a_question_is_asked_once_and_then_added(post, owner):
    line = "Call them @Tom 2h"
    response = post(owner, "actions", line=line, month="2049-12")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Tom Ferrari or Tom Castell" in page
    assert f'value="{line}"' in page
    assert not Action.objects.filter(ref__code="A3").exists()
    post(owner, "actions", line=line, month="2049-12", read=line)
    assert (action("A3").owner, action("A3").hours) == (None, Decimal(2))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "Fill in “Action”"),
        ("x" * 10_001, "Shorten this to 10,000 characters"),
        ("a \u0007 bell", "Remove the character U+0007"),
        ("!", "Say what is to be done, beside who and when."),
        ("@Olga fri 2h !", "Say what is to be done, beside who and when."),
    ],
)
def test_line_that_cannot_be_kept_stays_in_its_field(post, owner, account, line, message):
    response = post(owner, "actions", htmx=True, line=line, month="2049-12")
    assert response.status_code == 422
    page = response.content.decode()
    assert message in page
    assert "<html" not in page
    assert f'value="{line}"' in page
    assert Action.objects.filter(account=account).count() == 2


@pytest.mark.parametrize("month", ["", "2049-13", "1800-01", "soon"])
def test_line_for_an_impossible_month_is_refused(post, owner, account, month):
    assert post(owner, "actions", line="Call Marit", month=month).status_code == 422
    assert Action.objects.filter(account=account).count() == 2


def test_reading_says_what_is_understood(client, owner, account):
    client.force_login(owner)
    url = reverse("plans:reading", args=[account.pk])
    page = client.get(url, {"line": "Call Marit, Olga, fri, 1h", "month": "2049-12"})
    assert page.context["reading"].facts == ("Olga Hagen", "Fri 3 Dec 2049", "1\u00a0h")
    assert client.get(url, {"line": "", "month": "x"}).context["reading"] is None


def test_action_is_done_and_reopened(post, owner, account):
    post(owner, "action-closure", "A1", outcome="done")
    assert (action("A1").status, action("A1").version) == ("done", 2)
    assert ChangeSet.objects.latest("pk").what == "Marked “Agree on the trial” as done"
    post(owner, "action-closure", "A1", outcome="done")
    assert action("A1").version == 2
    post(owner, "action-closure-removal", "A1")
    assert action("A1").status == "open"


def test_tick_is_answered_with_the_row_alone(client, owner, account):
    client.force_login(owner)
    url = reverse("plans:action-closure", args=[account.pk, "A1"])
    headers = {"HX-Request": "true", "HX-Target": "action-A1"}
    data = {"outcome": "done", "next": f"{plan_url(account)}?who=T1"}
    response = client.post(url, data, headers=headers)
    assert response.url == f"{plan_url(account)}?who=T1&row=A1"
    row = client.get(response.url, headers=headers).content.decode()
    assert row.strip().startswith('<li id="action-A1"')
    assert 'aria-pressed="true"' in row
    assert "as done" in row
    assert "Draft the standard" not in row


def test_drop_needs_a_reason_and_keeps_it(post, owner):
    response = post(owner, "action-closure", "A1", outcome="dropped", reason=" ")
    assert response.status_code == 422
    assert "Say why it is dropped" in response.content.decode()
    assert action("A1").status == ""
    post(owner, "action-closure", "A1", outcome="dropped", reason="They buy elsewhere")
    assert (action("A1").status, action("A1").reason) == ("dropped", "They buy elsewhere")


def test_reason_for_dropping_is_forgotten_once_done(post, owner):
    post(owner, "action-closure", "A1", outcome="dropped", reason="No budget")
    post(owner, "action-closure", "A1", outcome="done")
    assert (action("A1").status, action("A1").reason) == ("done", "")


@pytest.mark.parametrize(("said", "kept"), [({}, ""), ({"reason": "At last"}, "At last")])
def test_reason_for_dropping_is_forgotten_with_another_status(owner, account, said, kept):
    access = access_to(owner, account.pk)
    close_actions(access=access, codes=["A1"], outcome=Action.Status.DROPPED, reason="No budget")
    change_action(access=access, action=action("A1"), version=2, status="open", **said)
    assert (action("A1").status, action("A1").reason) == ("open", kept)


def test_move_keeps_a_day_of_that_month_and_takes_away_any_other(post, owner):
    post(owner, "action-month", "A1", month="2050-01")
    assert (action("A1").month, action("A1").due) == (date(2050, 1, 1), None)
    assert ChangeSet.objects.latest("pk").what == (
        "Moved “Agree on the trial” to January, without the due date 3 Dec 2049"
    )
    Action.objects.filter(ref__code="A1").update(due=date(2049, 12, 9))
    post(owner, "action-month", "A1", month="2049-12")
    assert action("A1").due == date(2049, 12, 9)


def test_move_is_undone_with_its_day(client, post, owner, account):
    post(owner, "action-month", "A1", month="2050-01")
    undo = reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk])
    client.post(undo)
    assert (action("A1").month, action("A1").due) == (date(2049, 12, 1), date(2049, 12, 3))


def test_several_actions_are_moved_given_away_and_dropped_in_one_change_each(post, owner, account):
    both = {"codes": ["A1", "A2"], "month": "2050-02", "owner": "P1", "reason": "Too late"}
    before = ChangeSet.objects.count()
    for do in ("move", "give", "drop"):
        assert post(owner, "several", do=do, **both).status_code == 302
    assert [found.what for found in ChangeSet.objects.order_by("pk")[before:]] == [
        "Moved 2 actions to February, without the due date 3 Dec 2049",
        "Gave 2 actions to another owner",
        "Dropped 2 actions",
    ]
    for row in (action("A1"), action("A2")):
        assert (row.month, row.owner.code) == (date(2050, 2, 1), "P1")
        assert (row.status, row.reason) == ("dropped", "Too late")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"do": "move", "month": "2050-02"}, "Choose at least one action."),
        ({"do": "drop", "codes": ["A1"]}, "Say why it is dropped"),
        ({"do": "move", "codes": ["A1"]}, "Choose a month of the list."),
        ({"do": "give", "codes": ["A9"], "owner": "T1"}, "Choose one of the list."),
    ],
)
def test_several_without_what_is_needed_says_what(post, owner, data, message):
    response = post(owner, "several", **data)
    assert response.status_code == 422
    assert message in response.content.decode()


def change(**data):
    known = {"version": 1, "what": "Agree on the trial", "month": "2049-12", "due": "2049-12-03"}
    return {**known, "hours": "6", "owner": "T1", **data}


def test_everything_about_an_action_is_changed(post, owner, account):
    gap = Gap.objects.get()
    response = post(
        owner,
        "action-change",
        "A1",
        **change(
            what="Agree on it",
            owner="P1",
            achieves="B1",
            hours="2.5",
            important="True",
            urgent="False",
            depends_on=["A2"],
            from_gap=gap.pk,
            status="dropped",
            reason="Later",
            next=reverse("plans:action", args=[account.pk, "A1"]),
        ),
    )
    assert response.url == reverse("plans:action", args=[account.pk, "A1"])
    row = action("A1")
    assert (row.what, row.owner.code, row.achieves.code) == ("Agree on it", "P1", "B1")
    assert (row.hours, row.important, row.urgent) == (Decimal("2.5"), True, False)
    assert (row.from_gap, row.status, row.reason) == (gap, "dropped", "Later")
    assert [link.target.code for link in row.ref.links_out.all()] == ["A2"]


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"what": ""}, "what", "Fill in “What”"),
        ({"due": "2049-02-30"}, "due", "Enter the date as day, month, year."),
        ({"due": "0099-01-01"}, "due", "Enter a date from 1990 on."),
        ({"hours": "-1"}, "hours", "Enter 0 or more."),
        ({"hours": "many"}, "hours", "Enter a number, such as 3 or 2.5."),
        ({"hours": "NaN"}, "hours", "Enter a number, such as 3 or 2.5."),
        ({"owner": "T99"}, "owner", "Choose one of the list."),
        ({"achieves": "A2"}, "achieves", "Choose one of the list."),
        ({"depends_on": ["A1"]}, "depends_on", "Choose one of the list."),
        ({"month": "2049-13"}, "month", "Choose a month of the list."),
        ({"status": "dropped"}, "reason", "Say why it is dropped: the team reads it later."),
        ({"what": "x" * 10_001}, "what", "Shorten this to 10,000 characters, it has 10,001."),
    ],
)
def test_mistake_is_named_at_its_field_and_the_text_kept(post, owner, data, field, message):
    response = post(owner, "action-change", "A1", **change(reason="", **data))
    assert response.status_code == 422
    assert response.context["form"][field].messages == [message]
    assert action("A1").version == 1


@pytest.mark.parametrize("what", ["🙂" * 60, "שלום עולם", "<b>bold</b> & more"])
def test_unusual_texts_are_kept_as_they_are(post, owner, what):
    assert post(owner, "action-change", "A1", **change(what=what)).status_code == 302
    assert action("A1").what == what


def test_one_value_is_changed_in_place(client, owner, account):
    client.force_login(owner)
    url = reverse("plans:action-change", args=[account.pk, "A1"])
    form = client.get(f"{url}?field=due", headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in form, 'name="due"' in form, 'name="hours"' in form) == (False, True, False)
    response = client.post(f"{url}?field=due", {"version": 1, "due": "2050-01-20"})
    assert response.url == f"{plan_url(account)}#action-A1"
    assert (action("A1").due, action("A1").month) == (date(2050, 1, 20), date(2050, 1, 1))
    assert action("A1").hours == 6


def test_stale_save_shows_both_versions_and_keeps_the_text(post, owner):
    post(owner, "action-change", "A1", **change(what="Theirs", owner="P1", version=1))
    response = post(owner, "action-change", "A1", **change(what="Mine", version=1))
    assert response.status_code == 409
    shown = {d.label: (d.saved, d.typed) for d in response.context["form"].differences}
    assert shown == {"What": ("Theirs", "Mine"), "Owner": ("Marit Berg", "Olga Hagen")}
    assert action("A1").what == "Theirs"
    assert post(owner, "action-change", "A1", **change(what="Mine", version=2)).status_code == 302
    assert action("A1").what == "Mine"


def test_action_is_deleted_and_comes_back(client, post, owner, account):
    assert post(owner, "action-removal", "A1").url == plan_url(account)
    assert client.get(reverse("plans:action", args=[account.pk, "A1"])).status_code == 404
    client.post(reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk]))
    assert client.get(reverse("plans:action", args=[account.pk, "A1"])).status_code == 200


OWN = [
    ("action-closure", {"outcome": "done"}),
    ("action-closure-removal", {}),
    ("action-month", {"month": "2050-02"}),
    ("action-change", {"version": 1, "what": "New words", "month": "2050-01", "owner": "T2"}),
    ("action-removal", {}),
]


@pytest.mark.parametrize(("name", "data"), OWN)
def test_partner_changes_own_actions_only(post, teammate, name, data):
    assert post(teammate, name, "A1", **data).status_code == 403
    assert post(teammate, name, "A2", **data).status_code == 302


def test_partner_neither_adds_nor_gives_away(post, teammate):
    assert post(teammate, "actions", line="Call Marit", month="2049-12").status_code == 403
    data = {"version": 1, "what": "Draft the standard", "owner": "T1"}
    assert post(teammate, "action-change", "A2", **data).status_code == 403
    assert post(teammate, "several", do="drop", codes=["A1"], reason="x").status_code == 403


@pytest.mark.parametrize(("name", "data"), OWN)
def test_nobody_else_changes_anything(client, owner, outsider, name, data):
    account = stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", outsider, VIEWER)])
    url = reverse(f"plans:{name}", args=[account.pk, "A2"])
    client.force_login(outsider)
    assert client.post(url, data).status_code == 403
    other = stored(read(PLAN), team=[("T1", owner, MEMBER)])
    assert client.post(reverse(f"plans:{name}", args=[other.pk, "A2"]), data).status_code == 404
