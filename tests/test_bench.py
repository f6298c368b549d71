"""The benchmark: what it makes, what it counts, and when it is not content."""

import pytest
from django.db import connections

from bench import customer, data, report
from bench.measure import Result, measure
from bench.scenarios import SCENARIOS, Budget
from waypost.accounts.models import Account, TeamMember
from waypost.contacts.models import Contact
from waypost.health.models import AccountSummary
from waypost.plans.models import Action, Commitment, Objective, Strategy, TrafficLight
from waypost.staff.models import User


@pytest.mark.django_db
def test_accounts_have_what_the_figures_are_about():
    data.add_accounts(40)
    accounts = Account.objects.all()
    assert accounts.count() == 40
    parts = ((Contact, 3), (Objective, 2), (Strategy, 2), (Action, 5), (TrafficLight, 3))
    for model, each in (*parts, (AccountSummary, 1)):
        assert [model.objects.filter(account=account).count() for account in accounts] == [
            each
        ] * 40
    assert Commitment.objects.filter(committed=True).count() == 80
    mine = TeamMember.objects.filter(user__email=data.FEW_ROWS)
    owned = Action.objects.filter(owner__in=mine.values("ref"))
    assert owned.count() == 60
    for email, seen in ((data.FEW_ROWS, 30), (data.ALL_ROWS, 40)):
        assert Account.objects.visible_to(User.objects.get(email=email)).count() == seen


# The pages go through the real handler, which gives connections back between requests.
@pytest.mark.django_db(transaction=True)
def test_every_scenario_opens_its_page():
    data.add_accounts(10)
    customer.add_known_account(contacts=12, opportunities=6, facts=6)
    hello, results = measure({10: connections["default"]}, SCENARIOS, rounds=1)
    assert hello > 0
    assert [result.name for result in results] == [scenario.name for scenario in SCENARIOS]
    assert all(result.milliseconds > 0 and result.growth == 1 for result in results)
    queries = {result.name: result.queries for result in results}
    assert queries["my week"] == 11
    assert queries["portfolio, sees 30"] == queries["portfolio, sees all"] == 4


@pytest.mark.parametrize(
    ("costs", "missed"),
    [
        ({}, []),
        ({"times_hello": 90, "queries": 20, "growth": 1.25}, []),
        ({"times_hello": 90.1}, ["over 90 × hello"]),
        ({"queries": 21}, ["over 20 queries"]),
        ({"growth": 1.26}, ["grows over 1.25"]),
    ],
)
def test_budget_is_kept_or_missed(costs, missed):
    result = page(**costs)
    assert list(report.misses(result, Budget())) == missed


@pytest.mark.parametrize(("more", "code"), [(0, 0), (1, 1)])
def test_missed_budget_is_an_exit_code(capsys, more, code):
    results = [
        page(name=scenario.name, times_hello=1, queries=scenario.budget.queries + more)
        for scenario in SCENARIOS
    ]
    assert report.show(0.1, results, SCENARIOS) == code
    printed = capsys.readouterr().out
    assert printed.count("kept") == (0 if code else len(SCENARIOS))
    for budget in {scenario.budget.queries for scenario in SCENARIOS}:
        missed = sum(scenario.budget.queries == budget for scenario in SCENARIOS)
        assert printed.count(f"over {budget} queries") == (missed if code else 0)


def page(**costs):
    usual = {"name": "page", "accounts": 1000, "milliseconds": 9.0}
    return Result(**{**usual, "times_hello": 60, "queries": 6, "growth": 1.0, **costs})
