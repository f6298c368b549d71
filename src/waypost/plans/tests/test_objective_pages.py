from datetime import date, timedelta

import pytest
from django.urls import reverse

from waypost.accounts.models import Link, Ref
from waypost.history.models import ChangeSet
from waypost.plans.models import Objective, StageGoal
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """account: {name: Halvorsen Foods, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: field engineer}
  - {id: T3, name: Vera Ito, role: auditor}
  - {id: T4, name: Claire Dumont, role: second-level management}
profile:
  company_goals: [{id: F1, text: Half the water by 2030, source: annual report}]
objectives:
  visionary: [{id: V1, horizon_years: 5, text: One sealing standard}]
  relationship:
    - {id: R1, text: They always come with ideas, heard: [{who: Ingrid Dahl, text: They answer}]}
  business:
    - id: B1
      text: Five product lines in use
      metric: product lines in use
      unit: product lines
      baseline: 2
      target: 5
      due: 2051-12-31
      condition: gross margin stays above 34 %
      owner: T1
      agreed: {team: [T1, T2], customer: [P1]}
      serves: [V1]
      depends_on: [{text: Frame contract signed, by: 2050-01-31, owner: T2}]
      stages:
        - {id: B1a, due: 2050-10-31, value: 3, customer_sees: Lubrication from one list}
        - {id: B1b, due: 2051-03-31, value: 4}
      check_ins: [{on: 2026-10-01, value: 2, condition_value: 35 %}]
    - {id: B2, text: Grow significantly}
strategies:
  - {id: S1, statement: Talk about downtime, serves: [B1], members: [{who: T2, committed: true}]}
short_term_plan:
  actions:
    - {id: A1, what: Call Ingrid, achieves: B1a, owner: T2, due: 2050-02-01}
    - {id: A2, what: Draw the list, achieves: S1, due: 2020-01-01}
traffic_lights:
  - {id: L1, colour: red, on: B1, text: They merge}
decision_groups:
  - {id: D1, decision: The list, people: [{id: P1, name: Ingrid Dahl}, {id: P2, name: Knud Bo}]}
"""
BUSINESS = {
    "text": "Five product lines in use",
    "customer_text": "",
    "metric": "product lines in use",
    "unit": "product lines",
    "baseline": "2",
    "target": "5",
    "due": "2051-12-31",
    "condition": "gross margin stays above 34 %",
    "serves": ["V1"],
}


@pytest.fixture
def account(owner, teammate, outsider):
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER), ("T3", outsider, VIEWER)]
    return stored(read(PLAN), team=team)


@pytest.fixture
def address(account):
    """The address below the objectives of the account."""
    base = reverse("plans:objectives", args=[account.pk])
    return lambda path="": f"{base}{path}"


@pytest.fixture
def as_owner(client, owner, account):
    client.force_login(owner)
    return client


def text(response):
    return response.content.decode()


def said():
    return ChangeSet.objects.order_by("-pk")[0].what


def undo(client, account):
    done = ChangeSet.objects.order_by("-pk")[0]
    return client.post(reverse("accounts:undo", args=[account.pk, done.pk]))


def b1():
    return Objective.objects.get(ref__code="B1")


def serves(objective):
    return set(
        objective.ref.links_out.filter(relation=Link.Relation.SERVES).values_list(
            "target__code", flat=True
        )
    )


def test_objectives_hang_on_their_post(as_owner, address):
    page = text(as_owner.get(address()))

    assert page.index("One sealing standard") < page.index("They always come with ideas")
    assert page.index("Five product lines in use") < page.index("3 product lines in use")
    assert page.count('<span class="code">B1</span>') == 3  # itself, and both of its stage goals
    for level in ("visionary", "relationship", "business"):
        assert f"{address('+new/')}?level={level}" in page


def test_empty_level_says_what_belongs_there(as_owner, account, address):
    Objective.objects.filter(account=account).update(deleted_at="2026-01-01T00:00Z")
    Ref.objects.filter(account=account, code__in=["V1", "R1", "B1", "B2"]).update(
        retired_at="2026-01-01T00:00Z"
    )

    page = text(as_owner.get(address()))

    assert "What should they say of you in two years?" in page
    assert "We plan the summer shutdown together, in January." in page


def test_page_says_everything_of_an_objective(as_owner, address):
    page = text(as_owner.get(address("B1/")))

    for words in (
        "owned by Olga Hagen",
        "Lubrication from one list",
        "Frame contract signed",
        "Talk about downtime",
        "1 action open, 1 late",
        "Call Ingrid",
        "They merge",
        "2 of 3 in the team",
        "Vera Ito has not agreed yet.",
        "gross margin stays above 34 %",
    ):
        assert words in page
    assert "Claire Dumont has" not in page


def test_viewer_reads_the_page_without_the_condition(client, outsider, address):
    client.force_login(outsider)

    page = text(client.get(address("B1/")))

    assert "Five product lines in use" in page
    assert "gross margin" not in page
    assert address("B1/edit/") not in page
    assert client.get(address("B1/edit/")).status_code == 403


@pytest.mark.parametrize(
    ("level", "data", "code"),
    [
        ("visionary", {"text": "They tell others how", "horizon_years": 3}, "V2"),
        ("relationship", {"text": "When they say Thursday, it is Thursday"}, "R2"),
        ("business", {"text": "Ten stops", "baseline": "1", "target": "10", "serves": "F1"}, "B3"),
    ],
)
def test_objective_is_created_and_undone(as_owner, account, address, level, data, code):
    response = as_owner.post(f"{address('+new/')}?level={level}", data)

    made = Objective.objects.get(ref__code=code)
    assert response.url == address(f"{code}/")
    assert (made.level, made.text) == (level, data["text"])
    undo(as_owner, account)
    assert as_owner.get(address(f"{code}/")).status_code == 404


def test_field_is_edited_where_it_stands(as_owner, address):
    small = as_owner.get(f"{address('B1/edit/')}?field=due", headers={"HX-Request": "true"})
    assert "data-in-place" in text(small)
    assert list(small.context["form"].fields) == ["due", "version"]

    response = as_owner.post(
        f"{address('B1/edit/')}?field=due", {"version": 1, "due": "2051-11-30"}
    )

    assert response.url == f"{address('B1/')}#due"
    assert b1().due == date(2051, 11, 30)


def test_field_is_edited_without_a_script_on_a_page(as_owner, address):
    page = as_owner.get(f"{address('B1/edit/')}?field=due")

    assert "<main" in text(page)
    assert list(page.context["form"].fields) == ["due", "version"]


def test_what_it_serves_is_chosen(as_owner, address):
    url = f"{address('B1/edit/')}?field=serves"

    as_owner.post(url, {"version": 1, "serves": ["F1", "R1", "B2"]})
    assert serves(b1()) == {"F1", "R1", "B2"}
    assert as_owner.post(url, {"version": 2, "serves": ["B1"]}).status_code == 422


def test_saving_the_same_writes_nothing(as_owner, address):
    before = ChangeSet.objects.count()
    owner_key = b1().owner_id

    as_owner.post(address("B1/edit/"), BUSINESS | {"version": 1, "owner": owner_key})

    assert ChangeSet.objects.count() == before
    assert b1().version == 1


def test_two_tabs_show_both_versions_and_keep_the_text(as_owner, address):
    url = address("B1/edit/")
    as_owner.post(url, BUSINESS | {"version": 1, "text": "Five lines", "target": "5.50"})

    response = as_owner.post(
        url, BUSINESS | {"version": 1, "text": "All lines", "serves": ["V1", "R1"]}
    )

    assert response.status_code == 409
    assert "All lines" in text(response)
    differences = [(d.label, d.saved, d.typed) for d in response.context["form"].differences]
    assert differences == [
        ("Objective", "Five lines", "All lines"),
        ("Target", "5.5", "5"),
        (
            "Serves",
            "V1 One sealing standard",
            "V1 One sealing standard, R1 They always come with ideas",
        ),
    ]
    form = response.context["form"]
    again = as_owner.post(url, BUSINESS | {"version": form["version"].value(), "text": "All lines"})
    assert again.status_code == 302
    assert b1().text == "All lines"


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"target": "2"}, "target", "The target must differ from the baseline"),
        ({"due": "2051-02-31"}, "due", "Enter the date as day, month, year."),
        (
            {"due": "2050-12-31"},
            "due",
            "The last stage goal is due on 31 Mar 2051. Move that one first.",
        ),
        (
            {"target": "123456789012"},
            "target",
            "Enter at most 11 digits, and 4 after the point.",
        ),
        ({"text": ""}, "text", "Fill in “Objective”"),
        ({"text": "x" * 10_001}, "text", "Shorten this to 10,000 characters, it has 10,001."),
        ({"owner": "0"}, "owner", "Choose one of the list."),
    ],
)
def test_mistake_is_said_at_its_field(as_owner, address, changes, field, message):
    data = BUSINESS | {"version": 1, "condition": ""} | changes

    response = as_owner.post(address("B1/edit/"), data)

    assert response.status_code == 422
    assert response.context["form"][field].messages == [message]
    assert response.context["form"]["metric"].value() == "product lines in use"


def test_target_may_equal_the_baseline_where_it_is_to_be_held(as_owner, address):
    data = {"version": 1, "condition": "hold all five plants", "target": "2"}

    assert as_owner.post(address("B1/edit/"), BUSINESS | data).status_code == 302


def test_baseline_edited_alone_must_differ_from_the_target(as_owner, address):
    Objective.objects.update(condition="")
    response = as_owner.post(
        f"{address('B1/edit/')}?field=baseline", {"version": 1, "baseline": "5"}
    )

    assert response.status_code == 422
    assert response.context["form"]["baseline"].messages == [
        "The target must differ from the baseline"
    ]


def test_objective_is_removed_with_its_stage_goals_and_brought_back(as_owner, account, address):
    response = as_owner.post(address("B1/removal/"))

    assert response.url == address()
    assert said() == "Removed B1: Five product lines in use"
    assert as_owner.get(address("B1/")).status_code == 404
    assert StageGoal.objects.live().count() == 0
    undo(as_owner, account)
    assert as_owner.get(address("B1/")).status_code == 200
    assert StageGoal.objects.live().count() == 2


@pytest.mark.parametrize("count", [1, 3, 300])
def test_objectives_take_a_constant_number_of_queries(
    as_owner, account, address, count, django_assert_num_queries
):
    for number in range(count):
        ref = Ref.objects.create(
            account=account, code=f"B{100 + number}", kind="business objective"
        )
        Objective.objects.create(account=account, ref=ref, level="business", text="One more")

    with django_assert_num_queries(4):
        as_owner.get(address())


@pytest.mark.parametrize("count", [1, 3, 300])
def test_page_of_an_objective_takes_a_constant_number_of_queries(
    as_owner, account, address, count, django_assert_num_queries
):
    objective = b1()
    for number in range(count):
        objective.check_ins.create(on=date(2026, 1, 1) + timedelta(days=number), value=number)
        objective.prerequisites.create(text="One more")
        ref = Ref.objects.create(
            account=account, code=f"B1{'a' * (number % 20 + 2)}{number}", kind="stage goal"
        )
        StageGoal.objects.create(
            account=account, ref=ref, objective=objective, due=date(2050, 1, 1), value=number
        )

    with django_assert_num_queries(8):
        as_owner.get(address("B1/"))
