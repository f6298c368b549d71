"""Beside the actions: what is asked of the person, stage goals coming due, lights that changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, PlanOpening, Ref, TeamMember
from waypost.comments.models import Comment, Mention
from waypost.method.shape import Kind
from waypost.planning.models import Challenge
from waypost.planning.tests.accepting import PLAN as PLAN_TO_ACCEPT
from waypost.planning.tests.accepting import Team
from waypost.plans.models import Action, Agreement, Objective, Strategy
from waypost.plans.tests.stored import LEAD, MEMBER, read, stored
from waypost.portfolio.tests.build import day
from waypost.portfolio.tests.test_pages import add_many
from waypost.portfolio.tests.week import WeekPage

pytestmark = pytest.mark.django_db
# The day of the tests is Tuesday 8 December 2026.
PLAN = """
account: {name: Halvorsen Foods, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
objectives:
  business:
    - id: B1
      text: Product lines.
      metric: product lines in use
      unit: product lines
      baseline: 2
      target: 5
      due: 2027-12-31
      owner: T1
      agreed: {team: [T1]}
      stages: [{id: G1, due: 2027-01-31, value: 3}, {id: G2, due: 2027-03-08, value: 4}, {id: G3, due: 2027-03-09, value: 5}]
      check_ins: [{on: 2026-10-01, value: 2}, {on: 2026-11-14, value: 3}]
    - {id: B2, text: Turnover, agreed: {team: true}}
    - {id: B3, text: Stops, agreed: {team: [T1, T2]}}
strategies:
  - id: S1
    statement: One plant at a time.
    wording_version: 2
    members: [{who: T2, told: 2026-12-03, version: 2}]
  - id: S2
    statement: One list for all
    wording_version: 2
    members: [{who: T2, told: 2026-11-03, version: 1, committed: true}]
  - {id: S3, statement: Said no to, members: [{who: T2, told: 2026-12-03, doubts: No time}]}
  - {id: S4, statement: Not told yet}
traffic_lights:
  - id: L1
    colour: red
    on: account
    text: Kestrel offers stock
    history: [{on: 2026-12-04, from: amber, to: red}, {on: 2026-12-02, from: green, to: amber}]
  - {id: L2, colour: amber, on: account, text: New plant manager, history: [{on: 2026-12-07, to: amber}]}
  - {id: L3, colour: green, on: account, text: Still true, history: [{on: 2026-12-07, from: green, to: green}]}
  - {id: L4, colour: green, on: account, text: Long ago, history: [{on: 2026-11-30, from: red, to: green}]}
"""  # noqa: E501  # one stage goal beside the other


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


@pytest.fixture
def open_week(client):
    def open_as(user, query=None):
        client.force_login(user)
        return WeekPage(client.get(reverse("portfolio:my-week"), query))

    return open_as


def test_what_is_asked_of_a_member(open_week, teammate, account):
    assert open_week(teammate).section("asked") == [
        "You are asked to commit to One plant at a time . Halvorsen Foods asked 3 Dec"
        " Commit Talk first",
        "There is a new wording of One list for all . Halvorsen Foods"
        " you knew the one of 3 Nov Commit Talk first",
        "You are asked to agree to Product lines . Halvorsen Foods owned by Olga Hagen"
        " Read and agree",
    ]


def test_nothing_is_asked_of_who_has_answered(open_week, owner, account):
    assert open_week(owner).section("asked") == ["Nobody waits for an answer of yours."]


def test_commitment_is_given_from_the_week(open_week, client, teammate, account):
    open_week(teammate)
    data = {"wording": "2", "answer": "yes", "next": "/my-week/"}
    url = f"/accounts/{account.pk}/strategies/S1/commitments/T2/"
    answer = client.post(url, data, follow=True)
    assert answer.redirect_chain == [("/my-week/", 302)]
    assert "One plant at a time" not in " ".join(WeekPage(answer).section("asked"))


def test_who_tells_asks(open_week, client, owner, teammate, account):
    client.force_login(owner)
    client.post(f"/accounts/{account.pk}/strategies/S4/telling/", {"member": "T2"})
    assert open_week(teammate).section("asked")[0] == (
        "Olga Hagen asks you to commit to Not told yet . Halvorsen Foods asked 8 Dec"
        " Commit Talk first"
    )


def test_agreement_is_asked_until_it_is_given(open_week, client, teammate, account):
    open_week(teammate)
    client.post(f"/accounts/{account.pk}/objectives/B1/agreements/", {"party": "T2"})
    assert "Product lines" not in " ".join(open_week(teammate).section("asked"))


@pytest.mark.parametrize(
    "changes",
    [
        {"in_planning": False},
        {"access_role": AccessRole.VIEWER},
        {"function": "second-level management"},
    ],
)
def test_agreement_is_asked_of_the_planning_team(open_week, teammate, account, changes):
    TeamMember.objects.filter(user=teammate).update(**changes)
    assert "agree" not in " ".join(open_week(teammate).section("asked"))


def test_commitment_is_asked_of_who_can_give_it(open_week, teammate, account):
    for role, count in {AccessRole.PARTNER: 0, AccessRole.FIRST_LINE: 2}.items():
        TeamMember.objects.filter(user=teammate).update(access_role=role)
        asked = open_week(teammate).section("asked")
        assert sum("Talk first" in ask for ask in asked) == count


def test_mention_is_shown_until_it_is_seen(open_week, client, owner, teammate, account):
    ref = Ref.objects.get(account=account, code="B1")
    said = Comment.objects.create(
        account=account, on=ref, author=owner, author_name=owner.name, text="Is this so, @Tom?"
    )
    mention = Mention.objects.create(comment=said, user=teammate)
    assert open_week(teammate).section("asked")[0] == (
        "Olga Hagen mentioned you on B1 “ Is this so, @Tom? ” Halvorsen Foods 8 Dec"
    )
    mention.seen_at = timezone.now()
    mention.save()
    assert "mentioned" not in " ".join(open_week(teammate).section("asked"))


def test_stage_goals_of_ninety_days_come_due(open_week, teammate, account):
    assert open_week(teammate).section("due") == [
        "Reached 3 product lines in use Halvorsen Foods now 3 reached on 14 Nov 31 Jan 2027",
        "On track 4 product lines in use Halvorsen Foods now 3 trend reaches 5.6 8 Mar 2027",
    ]


def test_many_stage_goals_are_shown_on_request(open_week, owner, account):
    for number in range(4):
        stored(read(PLAN.replace("Halvorsen", f"Other {number}")), team=[("T1", owner, LEAD)])
    page = open_week(owner)
    assert len(page.section("due")) == 6
    assert 'href="/my-week/?stages=all#due">All 10</a>' in page.html
    assert len(open_week(owner, {"stages": "all"}).section("due")) == 10


def test_lights_of_seven_days_changed(open_week, teammate, account):
    page = open_week(teammate)
    assert page.section("changed") == [
        "New, amber New plant manager Halvorsen Foods new Mon",
        "From green → to red Kestrel offers stock Halvorsen Foods Fri",
    ]
    assert "since Tuesday 1 December" in page.html


def test_who_changed_a_light_is_named(open_week, client, owner, teammate, account):
    client.force_login(owner)
    url = f"/accounts/{account.pk}/lights/L4/colour/"
    client.post(url, {"colour": "red", "on": "2026-12-08", "why": "Lost", "version": "1"})
    (changed,) = [row for row in open_week(teammate).section("changed") if "Long ago" in row]
    assert changed == "From green → to red Long ago Halvorsen Foods changed by Olga Hagen, Tue"
    (own,) = [row for row in open_week(owner).section("changed") if "Long ago" in row]
    assert own.endswith("changed by you, Tue")


def test_outsider_and_administrator_see_nothing(open_week, outsider, account):
    outsider.is_administrator = True
    outsider.save()
    PlanOpening.objects.create(account=account, user=outsider, reason="An audit")
    assert Account.objects.visible_to(outsider).get() == account
    html = open_week(outsider).html
    for word in ("Halvorsen", "Product lines", "One plant", "Kestrel", "Olga"):
        assert word not in html


def test_team_that_one_left_asks_nothing(open_week, owner, teammate, account):
    add_to_team(stored(read("account: {name: Dunmore}")), teammate, AccessRole.MEMBER)
    TeamMember.objects.filter(account=account, user=teammate).update(deleted_at=timezone.now())
    page = open_week(teammate)
    assert [len(page.section(name)) for name in ("asked", "due", "changed")] == [1, 1, 1]
    assert "Halvorsen" not in page.html


def fill(account, count):
    """So many actions, objectives and strategies more, all of T2."""
    refs = {
        kind: Ref.objects.bulk_create(
            Ref(account=account, code=f"{kind[0]}{kind[1]}{number}", kind=kind)
            for number in range(count)
        )
        for kind in (Kind.ACTION, Kind.BUSINESS, Kind.STRATEGY)
    }
    me = Ref.objects.get(account=account, code="T2")
    Action.objects.bulk_create(
        Action(account=account, ref=ref, owner=me, what="Call", due=day(0), achieves=goal)
        for ref, goal in zip(refs[Kind.ACTION], refs[Kind.BUSINESS], strict=True)
    )
    Objective.objects.bulk_create(
        Objective(account=account, ref=ref, level="business", text="More")
        for ref in refs[Kind.BUSINESS]
    )
    Strategy.objects.bulk_create(
        Strategy(account=account, ref=ref, statement="Line by line") for ref in refs[Kind.STRATEGY]
    )
    Agreement.objects.bulk_create(
        Agreement(objective=row, party=account.refs.get(code="T1"))
        for row in Objective.objects.filter(account=account, text="More")[:3]
    )


@pytest.mark.parametrize(("rows", "accounts"), [(1, 0), (3, 2), (300, 0), (1, 30)])
def test_week_asks_eleven_queries(client, teammate, account, rows, accounts):
    fill(account, rows)
    if accounts:
        add_many(teammate, accounts)
    client.force_login(teammate)
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/my-week/").status_code == 200
    # who asks (2); places and hours; actions; reviews, mentions, strategies,
    # objectives to agree to; stage goals, their objectives with steps and check-ins; lights
    assert len(captured) == 11


def test_acceptance_asks_whose_turn_it_is(open_week, time_machine):
    time_machine.move_to("2026-12-08T12:00:00Z", tick=False)
    team = Team()

    def asked(role):
        return open_week(team.users[role]).section("asked")

    nobody = ["Nobody waits for an answer of yours."]
    plan = "You are asked to confirm or accept 1 plan . Dunmore Mills since 8 Dec"
    agree = [ask for ask in asked("lead") if "agree" in ask]
    team.submit()
    assert asked("first-line")[0] == plan
    assert asked("senior") == nobody
    team.challenge("pipeline", "barriers", answered=False)
    challenge = "Finn First asks the team to answer 2 challenges . Dunmore Mills asked 8 Dec"
    for role in ("lead", "member"):
        assert asked(role)[0] == challenge
    for role in ("partner", "viewer", "first-line"):
        assert not any("challenge" in ask or ask == plan for ask in asked(role))
    Challenge.objects.update(answer="It holds", by=None)
    assert asked("lead") == agree
    assert asked("first-line")[0] == plan
    Challenge.objects.update(answer="")
    assert asked("member")[0] == (
        "The team is asked to answer 2 challenges . Dunmore Mills asked 8 Dec"
    )
    other = Team(PLAN_TO_ACCEPT.replace("Dunmore", "Kilmore"))
    for account in (team.account, other.account):
        account.submissions.update(state="withdrawn")
        account.submissions.create(state="confirmed")
    assert asked("senior") == [
        "You are asked to confirm or accept 2 plans . Dunmore Mills and 1 other"
    ]
    for role in ("lead", "member"):
        assert len(asked(role)) == 2
        assert "challenge" not in " ".join(asked(role))
