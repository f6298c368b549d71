import pytest

from waypost.health.models import Finding
from waypost.portfolio.tests.build import TODAY, add_account, day
from waypost.portfolio.tests.page import ListPage


@pytest.fixture(autouse=True)
def on_the_day(time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z", tick=False)


@pytest.fixture
def open_list(client):
    """Open the list as somebody; ``query`` are the parameters of the address."""

    def open_as(user, path="/", query=None, **headers):
        client.force_login(user)
        return ListPage(client.get(path, query, headers=headers))

    return open_as


@pytest.fixture
def portfolio(owner, teammate):
    """Five accounts of the owner: every light, signal and age, and some with nothing yet."""
    add_account(
        "Halvorsen Foods", owner, tier="A", parent="Halden Group", places=("Vejle", "Aarhus"),
        other_names=("Halvorsen Mejeri",), untouched=1, lights=(3, 2, 1), findings=3,
        worst_finding=Finding.Severity.WARNING, next_stage_text="10 stops at Vejle",
        next_stage_due=day(23), next_stage_signal="green", next_review=day(9),
    )  # fmt: skip
    add_account(
        "Oostkaai Terminals", teammate, owner, tier="A", places=("Ghent",), untouched=24,
        lights=(2, 2, 2), findings=6, worst_finding=Finding.Severity.SERIOUS,
        next_stage_text="6 of 9 depots on contract", next_stage_due=day(23),
        next_stage_signal="red", next_review=day(-5),
    )  # fmt: skip
    add_account(
        "Cantiere Lario", owner, tier="B", places=("Como",), untouched=31, lights=(3, 1, 0),
        findings=4, worst_finding=Finding.Severity.ADVICE, next_stage_text="€0.30 m turnover",
        next_stage_due=day(60), next_stage_signal="amber", next_review=day(7),
    )  # fmt: skip
    add_account(
        "Örebro Verkstad", teammate, owner, tier="C", places=("Örebro",), untouched=30,
        lights=(4, 0, 0), findings=0, next_review=day(35),
    )  # fmt: skip
    add_account("Ardmore Distillers", owner, untouched=0)
