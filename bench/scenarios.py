"""What is measured, and what it may cost. A new page is a new line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils import timezone

from bench.customer import KNOWING, KNOWN
from bench.data import ALL_ROWS, FEW_ROWS, WRITER, WRITTEN
from waypost.accounts.models import Account


@dataclass(frozen=True, kw_only=True)
class Budget:
    """The most that a page may cost, at each size of the database."""

    times_hello: float = 90
    queries: int = 20
    growth: float = 1.25  # the largest database against the smallest


Form = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One page opened by one person, or a form sent where there is one; ``path`` and ``form`` take
    the number of the time."""

    name: str
    email: str
    path: Callable[[int], str]
    form: Callable[[int], Form] | None = None
    judged: bool = True  # whether the plan is judged anew when it was written to
    budget: Budget = Budget()


@cache
def accounts() -> list[int]:
    """The keys of the accounts that are written to, one after the other."""
    return list(Account.objects.order_by("pk").values_list("pk", flat=True)[:WRITTEN])


WRITING, WRITING_ALONE = Budget(times_hello=80), Budget(times_hello=40)


# A thousand people, three hundred opportunities and three hundred facts in one account.
KNOWING_ALL = Budget(times_hello=150)


def page(name: str, *arguments: str) -> Callable[[int], str]:
    """Always the page of the same account."""
    return lambda _time: reverse(name, args=[accounts()[7], *arguments])


@cache
def known_account() -> int:
    """The key of the account of which everything is known."""
    return Account.objects.get(name=KNOWN).pk


def known(name: str, *arguments: str) -> Callable[[int], str]:
    """A page about it."""
    return lambda _time: reverse(name, args=[known_account(), *arguments])


def next_account(name: str, *arguments: str) -> Callable[[int], str]:
    """Each time the page of another account, so that no plan grows while it is measured."""
    return lambda time: reverse(name, args=[accounts()[time % len(accounts())], *arguments])


def action(time: int) -> Form:
    month = timezone.localdate().strftime("%Y-%m")
    return {"line": f"Walk line {time} with the plant manager, fri, 2h", "month": month}


def check_in(time: int) -> Form:
    return {"value": str(60 - time % 30), "on": timezone.localdate().isoformat()}


def written(*, judged: bool) -> list[Scenario]:
    """What is sent to a plan, and judged anew in the same transaction or not: that may cost as much
    again."""
    sent = (
        ("create an action", next_account("plans:actions"), action),
        ("check in", next_account("plans:check-in", "B0"), check_in),
    )
    alone, budget = ("", WRITING) if judged else (", alone", WRITING_ALONE)
    return [
        Scenario(
            name=name + alone, email=WRITER, path=path, form=form, judged=judged, budget=budget
        )
        for name, path, form in sent
    ]


SCENARIOS = (
    Scenario(name="one-page plan", email=FEW_ROWS, path=page("plans:one-page")),
    Scenario(
        name="portfolio, sees 30",
        email=FEW_ROWS,
        path=lambda _time: reverse("portfolio:account-list"),
    ),
    Scenario(
        name="portfolio, sees all",
        email=ALL_ROWS,
        path=lambda _time: reverse("portfolio:account-list"),
    ),
    Scenario(name="my week", email=FEW_ROWS, path=lambda _time: reverse("portfolio:my-week")),
    Scenario(name="objectives", email=FEW_ROWS, path=page("plans:objectives")),
    Scenario(name="objective", email=FEW_ROWS, path=page("plans:objective", "B0")),
    Scenario(name="strategies", email=FEW_ROWS, path=page("plans:strategies")),
    Scenario(name="traffic lights", email=FEW_ROWS, path=page("plans:lights")),
    Scenario(name="short-term plan", email=FEW_ROWS, path=page("plans:short-term-plan")),
    Scenario(name="history", email=FEW_ROWS, path=page("accounts:history")),
    *(
        Scenario(name=f"known: {name}", email=KNOWING, path=path, budget=KNOWING_ALL)
        for name, path in (
            ("profile", known("accounts:profile")),
            ("org map", known("contacts:people")),
            ("everybody", lambda time: f"{known('contacts:people')(time)}?who=all"),
            ("org map as SVG", known("contacts:org-map")),
            ("person", known("contacts:person", "P1")),
            ("decision group", known("contacts:group", "D1")),
            ("opportunities", known("opportunities:opportunities")),
            ("opportunity", known("opportunities:opportunity", "OP1")),
            ("white space", known("opportunities:white-space")),
        )
    ),
    *written(judged=True),
    *written(judged=False),  # after them, so that they find each plan as it was judged last
)
