from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from waypost.history.models import ChangeSet
from waypost.plans.models import CheckIn
from waypost.plans.tests.stored import LEAD, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """account: {name: Halvorsen Foods, currency: EUR}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Vera Ito, role: auditor}
objectives:
  business:
    - id: B1
      text: Five product lines in use
      metric: product lines in use
      unit: product lines
      baseline: 2
      target: 5
      due: 2051-09-30
      condition: gross margin stays above 34 %
      check_ins: [{on: 2026-10-01, value: 2, condition_value: 35 %, note: They wait}]
    - {id: B2, text: Grow significantly}
"""
CHECK_IN = {"value": "3", "on": "2026-11-12", "condition_value": "36 %", "note": "Horsens agreed"}


@pytest.fixture
def account(owner, outsider):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", outsider, VIEWER)])


@pytest.fixture
def page(account):
    return reverse("plans:objective", args=[account.pk, "B1"])


@pytest.fixture
def check_ins(account):
    return reverse("plans:check-in", args=[account.pk, "B1"])


def text(response):
    return response.content.decode()


def test_check_in_is_noted_and_announced_with_a_way_back(client, owner, page, check_ins):
    client.force_login(owner)

    response = client.post(check_ins, CHECK_IN, follow=True)

    made = CheckIn.objects.order_by("-pk")[0]
    assert response.request["PATH_INFO"] == page
    assert (made.on, made.value) == (date(2026, 11, 12), Decimal(3))
    assert (made.condition_value, made.note) == ("36 %", "Horsens agreed")
    done = ChangeSet.objects.order_by("-pk")[0]
    assert done.what == "Checked in 3 product lines for B1"
    assert reverse("accounts:undo", args=[done.account_id, done.pk]) in text(response)


def test_check_in_is_undone(client, owner, account, check_ins):
    client.force_login(owner)
    client.post(check_ins, CHECK_IN)
    done = ChangeSet.objects.order_by("-pk")[0]

    client.post(reverse("accounts:undo", args=[account.pk, done.pk]))

    assert [made.value for made in CheckIn.objects.all()] == [Decimal(2)]


def test_double_click_checks_in_once(client, owner, check_ins):
    client.force_login(owner)

    for _click in range(2):
        response = client.post(check_ins, CHECK_IN, follow=True)

    assert CheckIn.objects.count() == 2
    assert "Nothing had changed" in text(response)


def test_check_in_is_taken_back_and_the_history_keeps_it(client, owner, account, page):
    client.force_login(owner)
    made = CheckIn.objects.get()

    client.post(f"{page}check-ins/{made.pk}/removal/")

    done = ChangeSet.objects.order_by("-pk")[0]
    assert not CheckIn.objects.exists()
    assert done.what == "Took back the check-in of 2 product lines for B1"
    client.post(reverse("accounts:undo", args=[account.pk, done.pk]))
    assert CheckIn.objects.get().note == "They wait"


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("value", "", "Fill in “Actual”"),
        ("value", "three", "Enter a number, such as 3 or 2.5."),
        ("value", "NaN", "Enter a number, such as 3 or 2.5."),
        ("value", "1e99", "Enter at most 11 digits, and 4 after the point."),
        ("value", "0.12345", "Enter at most 11 digits, and 4 after the point."),
        ("on", "2026-02-31", "Enter the date as day, month, year."),
        ("on", "1066-10-14", "Enter a date from 1990 on."),
        ("note", "x" * 10_001, "Shorten this to 10,000 characters, it has 10,001."),
        ("condition_value", "x" * 201, "Shorten this to 200 characters, it has 201."),
    ],
)
def test_mistake_is_said_at_the_field_and_the_text_kept(
    client, owner, check_ins, field, typed, message
):
    client.force_login(owner)

    response = client.post(check_ins, CHECK_IN | {field: typed})

    assert response.status_code == 422
    assert response.context["form"][field].messages == [message]
    assert response.context["form"]["note"].value() in (CHECK_IN["note"], typed)
    assert CheckIn.objects.count() == 1


def test_check_in_of_tomorrow_is_refused(client, owner, check_ins):
    client.force_login(owner)
    tomorrow = timezone.localdate() + timedelta(days=1)

    response = client.post(check_ins, CHECK_IN | {"on": tomorrow.isoformat()})

    sentence = "Enter the day it was counted: today or earlier."
    assert response.context["form"]["on"].messages == [sentence]


@pytest.mark.parametrize("note", ["📈 up", "נכון مرحبا", "‮"])
def test_note_may_be_in_any_script(client, owner, check_ins, note):
    client.force_login(owner)

    client.post(check_ins, CHECK_IN | {"note": note})

    assert CheckIn.objects.order_by("-pk")[0].note == note


def test_condition_is_asked_only_where_there_is_one(client, owner, account, page):
    client.force_login(owner)

    assert "condition_value" in client.get(page).context["form"].fields
    other = client.get(page.replace("B1", "B2"))
    assert "condition_value" not in other.context["form"].fields


def test_viewer_sees_check_ins_without_the_condition_and_makes_none(
    client, outsider, page, check_ins
):
    client.force_login(outsider)

    shown = text(client.get(page))

    assert "They wait" in shown
    assert "35 %" not in shown
    assert check_ins not in shown
    assert client.post(check_ins, CHECK_IN).status_code == 403


def test_check_in_of_another_team_is_not_found(client, teammate, page, check_ins):
    client.force_login(teammate)

    assert client.get(page).status_code == 404
    assert client.post(check_ins, CHECK_IN).status_code == 404


def test_check_in_of_another_objective_is_not_found(client, owner, page):
    client.force_login(owner)
    made = CheckIn.objects.get()

    response = client.post(f"{page.replace('B1', 'B2')}check-ins/{made.pk}/removal/")

    assert response.status_code == 404
    assert CheckIn.objects.exists()


@pytest.mark.parametrize("count", [1, 3, 300])
def test_check_in_takes_a_constant_number_of_queries(
    client, owner, check_ins, count, django_assert_num_queries
):
    objective = CheckIn.objects.get().objective
    CheckIn.objects.bulk_create(
        CheckIn(objective=objective, on=date(2026, 1, 1) + timedelta(days=day), value=day)
        for day in range(count - 1)
    )
    client.force_login(owner)

    # On PostgreSQL the account is held.
    holding = 1 if connection.features.has_select_for_update else 0
    with django_assert_num_queries(15 + holding):
        client.post(check_ins, CHECK_IN)
