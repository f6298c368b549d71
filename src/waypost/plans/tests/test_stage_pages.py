from string import ascii_lowercase

import pytest
from django.urls import reverse

from waypost.accounts.models import Ref
from waypost.history.models import ChangeSet
from waypost.plans.models import Objective
from waypost.plans.tests.staged import PLAN, STAGE, steps
from waypost.plans.tests.stored import LEAD, VIEWER, read, stored

pytestmark = pytest.mark.django_db


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


def undo(client, account):
    done = ChangeSet.objects.order_by("-pk")[0]
    return client.post(reverse("accounts:undo", args=[account.pk, done.pk]))


def test_stage_goal_is_added_with_the_next_letter(as_owner, stages):
    as_owner.post(stages("+new/"), STAGE)

    assert steps()[-1] == ("B1c", "2050-09-30", 5)
    said = ChangeSet.objects.order_by("-pk")[0].what
    assert said == "Added the stage goal 5 product lines by 30 Sep 2050 for B1"


def test_letter_is_never_given_twice(as_owner, stages):
    as_owner.post(stages("B1b/removal/"))

    as_owner.post(stages("+new/"), STAGE)

    assert [code for code, _due, _value in steps()] == ["B1a", "B1c"]


def test_letters_go_on_after_z(as_owner, account, stages):
    letters = "cdefghijklmnopqrstuvwxyz"
    Ref.objects.bulk_create(
        Ref(account=account, code=f"B1{letter}", kind="stage goal") for letter in letters
    )

    as_owner.post(stages("+new/"), STAGE)

    assert steps()[-1][0] == "B1aa"


def test_long_id_of_the_objective_gives_a_short_one(as_owner, account, stages):
    Ref.objects.filter(account=account, code="B1").update(code="B" * 31)
    Ref.objects.create(account=account, code="G1", kind="stage goal")
    below = stages("").replace("/B1/", f"/{'B' * 31}/")

    for _number in range(27):
        assert as_owner.post(f"{below}+new/", STAGE).status_code == 302

    codes = {code for code, _due, _value in steps()}
    assert codes == {"B1a", "B1b", "G2"} | {f"{'B' * 31}{letter}" for letter in ascii_lowercase}


@pytest.mark.parametrize(
    ("due", "message"),
    [
        ("2051-01-01", "The objective is due on 31 Dec 2050. Enter that day or earlier."),
        ("2049-03-31", "We began on 1 Apr 2049. Enter that day or later."),
        ("2050-02-30", "Enter the date as day, month, year."),
        ("", "Fill in “Due”"),
    ],
)
def test_stage_goal_lies_within_the_time_of_its_objective(as_owner, stages, due, message):
    for path, version in (("+new/", {}), ("B1a/", {"version": 1})):
        response = as_owner.post(stages(path), STAGE | version | {"due": due})

        assert response.status_code == 422
        assert response.context["form"]["due"].messages == [message]
        assert response.context["form"]["customer_sees"].value() == "Pump spares"


def test_stage_goal_is_changed_and_a_stale_save_shows_both(as_owner, stages):
    data = {"version": 1, "due": "2050-04-30", "value": "3", "customer_sees": "Lubrication"}
    as_owner.post(stages("B1a/"), data)

    response = as_owner.post(stages("B1a/"), data | {"due": "2050-05-31"})

    assert steps()[0] == ("B1a", "2050-04-30", 3)
    assert response.status_code == 409
    differences = [(d.label, d.saved, d.typed) for d in response.context["form"].differences]
    assert differences == [("Due", "2050-04-30", "2050-05-31")]


def test_stage_goal_is_removed_and_brought_back(as_owner, account, stages):
    as_owner.post(stages("B1a/removal/"))
    assert [code for code, _due, _value in steps()] == ["B1b"]

    undo(as_owner, account)

    assert [code for code, _due, _value in steps()] == ["B1a", "B1b"]


def test_viewer_plans_nothing(client, outsider, stages):
    client.force_login(outsider)

    for path in ("+new/", "+planner/", "B1a/", "B1a/removal/"):
        assert client.post(stages(path), STAGE).status_code == 403


def test_stage_goal_of_another_objective_is_not_found(as_owner, stages):
    assert as_owner.get(stages("B1a/").replace("/B1/", "/B2/")).status_code == 404
    assert Objective.objects.live().count() == 2
