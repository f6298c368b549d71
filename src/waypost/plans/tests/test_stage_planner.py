"""The stage planner: what it proposes, and what is made of it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.history.models import ChangeSet
from waypost.method.stages import propose_stages
from waypost.plans.models import CheckIn, Objective
from waypost.plans.tests.staged import PLAN, steps
from waypost.plans.tests.stored import LEAD, MEMBER, read, stored

pytestmark = pytest.mark.django_db

STANDING = "B1a:1 B1b:1"


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


@pytest.fixture
def stages(account):
    base = reverse("plans:objective", args=[account.pk, "B1"])
    return lambda path: f"{base}stages/{path}"


@pytest.fixture
def as_owner(client, owner, account):
    client.force_login(owner)
    return client


def undo(client, account):
    done = ChangeSet.objects.order_by("-pk")[0]
    return client.post(reverse("accounts:undo", args=[account.pk, done.pk]))


def sent(*filled, version=STANDING):
    """What the browser sends of a proposal: due, value, what the customer sees, and what stood
    there.
    """
    data = {"form-TOTAL_FORMS": len(filled), "form-INITIAL_FORMS": len(filled)}
    data["version"] = version
    for number, one in enumerate(filled):
        names = ("due", "value", "customer_sees", "DELETE")
        data |= {f"form-{number}-{name}": said for name, said in zip(names, one, strict=False)}
    return data


def test_planner_begins_with_steps_of_one_where_the_unit_is_counted(as_owner, stages):
    form = as_owner.get(stages("+planner/")).context["form"]

    assert (form["step"].value(), form["stages"].value(), form["slack"].value()) == ("1", None, 3)


def test_planner_proposes_from_the_last_check_in(as_owner, stages):
    page = as_owner.get(stages("+planner/"), {"step": "1", "slack": "3"})

    found = [(form["due"].value(), form["value"].value()) for form in page.context["rows"]]
    expected = propose_stages(
        baseline=Decimal(2),
        target=Decimal(5),
        start=date(2049, 4, 1),
        due=date(2050, 12, 31),
        stages=3,
        whole_units=True,
    )
    assert found == [(step.due, str(step.value)) for step in expected]
    assert [due.isoformat() for due, _value in found] == ["2049-09-30", "2050-03-31", "2050-09-30"]
    assert steps()[0][1] == "2050-03-31"  # nothing is saved yet


def test_proposal_is_edited_and_saved_in_one_go(as_owner, account, stages):
    before = ChangeSet.objects.count()

    as_owner.post(
        stages("+planner/"),
        sent(
            ("2049-10-31", "3", "Lubrication at all plants"),
            ("2050-03-31", "4", ""),
            ("2050-09-30", "5", ""),
            ("2050-10-31", "5", "", "on"),
        ),
    )

    assert steps() == [("B1a", "2049-10-31", 3), ("B1b", "2050-03-31", 4), ("B1c", "2050-09-30", 5)]
    assert ChangeSet.objects.count() == before + 1
    undo(as_owner, account)
    assert steps() == [("B1a", "2050-03-31", 3), ("B1b", "2050-06-30", 4)]


def test_fewer_steps_retire_what_is_over(as_owner, stages):
    as_owner.post(stages("+planner/"), sent(("2050-05-31", "5", "")))

    assert steps() == [("B1a", "2050-05-31", 5)]


def test_mistake_in_a_proposal_is_said_in_its_row(as_owner, stages):
    filled = sent(("2050-05-31", "four", "Kept"), ("2051-05-31", "5", ""))
    response = as_owner.post(stages("+planner/"), filled)

    first, second = response.context["rows"].forms
    assert response.status_code == 422
    assert first["value"].messages == ["Enter a number, such as 3 or 2.5."]
    assert second["due"].messages == [
        "The objective is due on 31 Dec 2050. Enter that day or earlier."
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
    response = as_owner.get(stages("+planner/"), asked)

    assert response.status_code == 422
    assert message in response.content.decode()
    assert response.context["rows"] is None


def test_planner_asks_for_the_figures_first(as_owner, account):
    url = reverse("plans:stage-planner", args=[account.pk, "B2"])

    response = as_owner.get(url, {"stages": "3", "slack": "3"})

    assert "Fill in baseline, target and date first." in response.content.decode()


def test_planner_without_check_ins_begins_today(as_owner, stages):
    CheckIn.objects.all().delete()

    page = as_owner.get(stages("+planner/"), {"stages": "3", "slack": "3"})

    first = page.context["rows"].forms[0]["due"].value()
    assert first > timezone.localdate()


def edit(client, stages):
    """Somebody says of B1a what the customer sees, and adds a stage goal."""
    stage = {"due": "2050-03-31", "value": "3", "customer_sees": "Their words", "version": 1}
    client.post(stages("B1a/"), stage)
    client.post(stages("+new/"), {"due": "2050-09-30", "value": "5"})


def test_planner_knows_what_stood_there(as_owner, stages):
    page = as_owner.get(stages("+planner/"), {"stages": "3", "slack": "3"}).content.decode()

    assert f'name="version" value="{STANDING}"' in page
    assert "It takes the place of the 2 stage goals that are not reached yet." in page


def test_planner_replaces_nothing_that_was_written_meanwhile(client, teammate, as_owner, stages):
    edit(as_owner, stages)
    before, stood = ChangeSet.objects.count(), steps()
    data = sent(("2050-01-31", "4", "Words typed in the planner"))
    client.force_login(teammate)

    response = client.post(stages("+planner/"), data)

    assert (response.status_code, ChangeSet.objects.count(), steps()) == (409, before, stood)
    standing = response.context["standing"]
    typed = "4 product lines by 31 Jan 2050, Words typed in the planner"
    assert [(d.label, d.saved, d.typed) for d in standing.differences] == [
        ("B1a", "3 product lines by 31 Mar 2050, Their words", typed),
        ("B1c", "5 product lines by 30 Sep 2050", ""),
    ]
    page = response.content.decode()
    assert "Olga Hagen has changed this since you opened it" in page
    assert 'value="Words typed in the planner"' in page
    again = re.findall(r'name="version" value="([^"]*)"', page)
    assert again == ["B1a:2 B1b:1 B1c:1"]
    assert client.post(stages("+planner/"), data | {"version": again[0]}).status_code == 302
    assert steps() == [("B1a", "2050-01-31", 4)]


def test_planner_says_what_was_removed_meanwhile(as_owner, stages):
    as_owner.post(stages("B1b/removal/"))

    response = as_owner.post(
        stages("+planner/"), sent(("2050-01-31", "3", ""), ("2050-02-28", "4"))
    )

    assert response.status_code == 409
    differences = response.context["standing"].differences
    assert [(d.label, d.saved, d.typed) for d in differences] == [
        ("B1b", "", "4 product lines by 28 Feb 2050")
    ]


@pytest.mark.parametrize("version", ["", "B1a", "B1a:x", "B1a:" + "9" * 5000, "\x00", "B1a:1"])
def test_versions_that_are_none_replace_nothing(as_owner, stages, version):
    response = as_owner.post(stages("+planner/"), sent(("2050-01-31", "3", ""), version=version))

    assert response.status_code == 409


def test_planner_sent_twice_writes_once(as_owner, stages):
    data = sent(("2050-08-31", "5", ""), ("2050-01-31", "3", "Lubrication"))
    as_owner.post(stages("+planner/"), data)
    before = ChangeSet.objects.count()

    assert as_owner.post(stages("+planner/"), data).status_code == 302

    assert ChangeSet.objects.count() == before
    assert steps() == [("B1a", "2050-01-31", 3), ("B1b", "2050-08-31", 5)]


def test_planner_leaves_alone_what_is_reached(as_owner, account, stages):
    CheckIn.objects.create(objective=account_objective(account), on=date(2049, 6, 1), value=3)

    page = as_owner.get(stages("+planner/"), {"step": "1", "slack": "3"})
    as_owner.post(
        stages("+planner/"),
        sent(("2050-05-31", "4", ""), ("2050-09-30", "5", ""), version="B1b:1"),
    )

    assert [form["value"].value() for form in page.context["rows"]] == ["4", "5"]
    assert page.context["standing"]["version"].value() == "B1b:1"
    assert steps() == [("B1a", "2050-03-31", 3), ("B1b", "2050-05-31", 4), ("B1c", "2050-09-30", 5)]


def test_step_is_counted_from_where_the_objective_stands(as_owner, account, stages):
    objective = account_objective(account)
    objective.unit, objective.baseline, objective.target = "hours", Decimal(61), Decimal(25)
    objective.save()
    CheckIn.objects.create(objective=objective, on=date(2049, 6, 1), value=43)

    page = as_owner.get(stages("+planner/"), {"step": "9", "slack": "3"})

    assert [form["value"].value() for form in page.context["rows"]] == ["34", "25"]


def account_objective(account):
    return Objective.objects.get(account=account, ref__code="B1")
