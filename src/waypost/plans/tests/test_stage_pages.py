from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import Ref
from waypost.history.models import ChangeSet
from waypost.method.stages import propose_stages
from waypost.plans.models import CheckIn, Objective, StageGoal
from waypost.plans.tests.stored import LEAD, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """account: {name: Halvorsen Foods}
team: [{id: T1, name: Olga Hagen, role: account lead}, {id: T2, name: Vera Ito, role: auditor}]
objectives:
  business:
    - id: B1
      text: Five product lines in use
      metric: product lines in use
      unit: product lines
      baseline: 2
      target: 5
      due: 2098-12-31
      stages:
        - {id: B1a, due: 2098-03-31, value: 3, customer_sees: Lubrication}
        - {id: B1b, due: 2098-06-30, value: 4}
      check_ins: [{on: 2097-04-01, value: 2}]
    - {id: B2, text: Grow significantly}
"""
STAGE = {"due": "2098-09-30", "value": "5", "customer_sees": "Pump spares"}


@pytest.fixture
def account(owner, outsider):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", outsider, VIEWER)])


@pytest.fixture
def stages(account):
    base = reverse("plans:objective", args=[account.pk, "B1"])
    return lambda path: f"{base}stages/{path}"


@pytest.fixture
def as_owner(client, owner, account):
    client.force_login(owner)
    return client


def steps():
    """The stage goals as they stand: id, date, value."""
    rows = StageGoal.objects.live().order_by("due").select_related("ref")
    return [(row.ref.code, row.due.isoformat(), row.value) for row in rows]


def undo(client, account):
    done = ChangeSet.objects.order_by("-pk")[0]
    return client.post(reverse("accounts:undo", args=[account.pk, done.pk]))


def rows(*filled):
    """What the browser sends of a proposal: due, value and what the customer sees."""
    data = {"form-TOTAL_FORMS": len(filled), "form-INITIAL_FORMS": len(filled)}
    for number, one in enumerate(filled):
        names = ("due", "value", "customer_sees", "DELETE")
        data |= {f"form-{number}-{name}": said for name, said in zip(names, one, strict=False)}
    return data


def test_stage_goal_is_added_with_the_next_letter(as_owner, stages):
    as_owner.post(stages("new/"), STAGE)

    assert steps()[-1] == ("B1c", "2098-09-30", 5)
    said = ChangeSet.objects.order_by("-pk")[0].what
    assert said == "Added the stage goal 5 product lines by 30 Sep 2098 for B1"


def test_letter_is_never_given_twice(as_owner, stages):
    as_owner.post(stages("B1b/removal/"))

    as_owner.post(stages("new/"), STAGE)

    assert [code for code, _due, _value in steps()] == ["B1a", "B1c"]


def test_letters_go_on_after_z(as_owner, account, stages):
    letters = "cdefghijklmnopqrstuvwxyz"
    Ref.objects.bulk_create(
        Ref(account=account, code=f"B1{letter}", kind="stage goal") for letter in letters
    )

    as_owner.post(stages("new/"), STAGE)

    assert steps()[-1][0] == "B1aa"


@pytest.mark.parametrize(
    ("due", "message"),
    [
        ("2099-01-01", "The objective is due on 31 Dec 2098. Enter that day or earlier."),
        ("2097-03-31", "We began on 1 Apr 2097. Enter that day or later."),
        ("2098-02-30", "Enter the date as day, month, year."),
        ("", "Fill in “Due”"),
    ],
)
def test_stage_goal_lies_within_the_time_of_its_objective(as_owner, stages, due, message):
    for path, version in (("new/", {}), ("B1a/", {"version": 1})):
        response = as_owner.post(stages(path), STAGE | version | {"due": due})

        assert response.status_code == 422
        assert response.context["form"]["due"].messages == [message]
        assert response.context["form"]["customer_sees"].value() == "Pump spares"


def test_stage_goal_is_changed_and_a_stale_save_shows_both(as_owner, stages):
    data = {"version": 1, "due": "2098-04-30", "value": "3", "customer_sees": "Lubrication"}
    as_owner.post(stages("B1a/"), data)

    response = as_owner.post(stages("B1a/"), data | {"due": "2098-05-31"})

    assert steps()[0] == ("B1a", "2098-04-30", 3)
    assert response.status_code == 409
    differences = [(d.label, d.saved, d.typed) for d in response.context["form"].differences]
    assert differences == [("Due", "2098-04-30", "2098-05-31")]


def test_stage_goal_is_removed_and_brought_back(as_owner, account, stages):
    as_owner.post(stages("B1a/removal/"))
    assert [code for code, _due, _value in steps()] == ["B1b"]

    undo(as_owner, account)

    assert [code for code, _due, _value in steps()] == ["B1a", "B1b"]


def test_planner_begins_with_steps_of_one_where_the_unit_is_counted(as_owner, stages):
    form = as_owner.get(stages("planner/")).context["form"]

    assert (form["step"].value(), form["stages"].value(), form["slack"].value()) == ("1", None, 3)


def test_planner_proposes_from_the_last_check_in(as_owner, stages):
    page = as_owner.get(stages("planner/"), {"step": "1", "slack": "3"})

    found = [(form["due"].value(), form["value"].value()) for form in page.context["rows"]]
    expected = propose_stages(
        baseline=Decimal(2),
        target=Decimal(5),
        start=date(2097, 4, 1),
        due=date(2098, 12, 31),
        stages=3,
        whole_units=True,
    )
    assert found == [(step.due, str(step.value)) for step in expected]
    assert [due.isoformat() for due, _value in found] == ["2097-09-30", "2098-03-31", "2098-09-30"]
    assert steps()[0][1] == "2098-03-31"  # nothing is saved yet


def test_proposal_is_edited_and_saved_in_one_go(as_owner, account, stages):
    before = ChangeSet.objects.count()

    as_owner.post(
        stages("planner/"),
        rows(
            ("2097-10-31", "3", "Lubrication at all plants"),
            ("2098-03-31", "4", ""),
            ("2098-09-30", "5", ""),
            ("2098-10-31", "5", "", "on"),
        ),
    )

    assert steps() == [("B1a", "2097-10-31", 3), ("B1b", "2098-03-31", 4), ("B1c", "2098-09-30", 5)]
    assert ChangeSet.objects.count() == before + 1
    undo(as_owner, account)
    assert steps() == [("B1a", "2098-03-31", 3), ("B1b", "2098-06-30", 4)]


def test_fewer_steps_retire_what_is_over(as_owner, stages):
    as_owner.post(stages("planner/"), rows(("2098-05-31", "5", "")))

    assert steps() == [("B1a", "2098-05-31", 5)]


def test_mistake_in_a_proposal_is_said_in_its_row(as_owner, stages):
    filled = rows(("2098-05-31", "four", "Kept"), ("2099-05-31", "5", ""))
    response = as_owner.post(stages("planner/"), filled)

    first, second = response.context["rows"].forms
    assert response.status_code == 422
    assert first["value"].messages == ["Enter a number, such as 3 or 2.5."]
    assert second["due"].messages == [
        "The objective is due on 31 Dec 2098. Enter that day or earlier."
    ]
    assert "Kept" in response.content.decode()
    assert len(steps()) == 2


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"slack": "3"}, "Enter a number of stages, or a step."),
        ({"stages": "0", "slack": "3"}, "Plan from 1 to 24 stage goals."),
        ({"stages": "many", "slack": "3"}, "Plan from 1 to 24 stage goals."),
        ({"step": "-1", "slack": "3"}, "Enter a step greater than zero."),
        ({"step": "0.01", "slack": "3"}, "Plan from 1 to 24 stage goals."),
        ({"stages": "3", "slack": "-2"}, "Leave from 0 to 60 months."),
        (
            {"stages": "3", "slack": "60"},
            "There is no month end between the start and the slack before the date.",
        ),
    ],
)
def test_planner_says_what_it_cannot_plan_with(as_owner, stages, asked, message):
    response = as_owner.get(stages("planner/"), asked)

    assert response.status_code == 422
    assert message in response.content.decode()
    assert response.context["rows"] is None


def test_planner_asks_for_the_figures_first(as_owner, account):
    url = reverse("plans:stage-planner", args=[account.pk, "B2"])

    response = as_owner.get(url, {"stages": "3", "slack": "3"})

    assert "Fill in baseline, target and date first." in response.content.decode()


def test_planner_without_check_ins_begins_today(as_owner, stages):
    CheckIn.objects.all().delete()

    page = as_owner.get(stages("planner/"), {"stages": "3", "slack": "3"})

    first = page.context["rows"].forms[0]["due"].value()
    assert first > timezone.localdate()


def test_viewer_plans_nothing(client, outsider, stages):
    client.force_login(outsider)

    for path in ("new/", "planner/", "B1a/", "B1a/removal/"):
        assert client.post(stages(path), STAGE).status_code == 403


def test_stage_goal_of_another_objective_is_not_found(as_owner, stages):
    assert as_owner.get(stages("B1a/").replace("/B1/", "/B2/")).status_code == 404
    assert Objective.objects.live().count() == 2
