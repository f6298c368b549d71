"""What is measured, and what it may cost. A new page is a new line here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from bench.data import ALL_ROWS, FEW_ROWS
from waypost.accounts.models import Account


@dataclass(frozen=True, kw_only=True)
class Budget:
    """The most that a page may cost, at each size of the database."""

    times_hello: float = 90
    queries: int = 20
    growth: float = 1.25  # the largest database against the smallest


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One page opened by one person."""

    name: str
    email: str
    path: Callable[[], str]
    budget: Budget = Budget()


def one_page() -> str:
    return reverse("plans:one-page", args=[Account.objects.order_by("pk")[7].pk])


SCENARIOS = (
    Scenario(name="one-page plan", email=FEW_ROWS, path=one_page),
    Scenario(
        name="portfolio, sees 30",
        email=FEW_ROWS,
        path=lambda: reverse("portfolio:account-list"),
    ),
    Scenario(
        name="portfolio, sees all",
        email=ALL_ROWS,
        path=lambda: reverse("portfolio:account-list"),
    ),
)
