"""What is stored of the profile of a customer, and of what serves their goals: one query."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from waypost.accounts.models import Fact, Gap, Location, SwotPoint, YearFigures
from waypost.accounts.models.profile import Known
from waypost.accounts.policies import Access
from waypost.accounts.profile.entered import EnteredBy, changes, entered
from waypost.accounts.profile.served import PARTS
from waypost.document.load import load_beside
from waypost.document.statements import ACCOUNT, Row, Statement, as_model, columns, write
from waypost.health.queries import FindingLine, lines_of, written_on_profile
from waypost.method.plan import Plan
from waypost.method.sight import seen

Kept = TypeVar("Kept", bound=Known)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stored:
    """As far as the person may see it, each in the order of the plan file; ``sites`` has a row for
    each of their lines."""

    plan: Plan
    facts: list[Fact]
    points: list[SwotPoint]
    gaps: list[Gap]
    figures: list[YearFigures]
    sites: list[Row]
    found: tuple[FindingLine, ...]
    written: EnteredBy


def stored(access: Access, today: date) -> Stored:
    """With the team and the actions of the plan."""
    asked = (*(_entries(model) for model in (Fact, SwotPoint, Gap, YearFigures)), _sites())
    others = (*asked, written_on_profile(), changes())
    pk = access.account.pk
    plan, answers = load_beside(pk, (*PARTS, "short_term_plan", "team"), *others, ids={ACCOUNT: pk})
    facts, margins = _read(Fact, answers[_entries(Fact)]), access.sight.margins
    return Stored(
        plan=seen(plan, access.sight),
        facts=[fact for fact in facts if margins or fact.topic != Fact.Topic.COMPETITORS],
        points=_read(SwotPoint, answers[_entries(SwotPoint)]),
        gaps=_read(Gap, answers[_entries(Gap)]),
        figures=_read(YearFigures, answers[_entries(YearFigures)]),
        sites=answers[_sites()],
        found=lines_of(access, answers[written_on_profile()]),
        written=entered(access, answers[changes()], today),
    )


def _read(model: type[Kept], rows: list[Row]) -> list[Kept]:
    return [as_model(model, row, *_related(model)) for row in rows]


def _related(model: type[Known]) -> tuple[str, ...]:
    return ("ref",) if model is Fact else ()


@cache
def _entries(model: type[Known]) -> Statement:
    order = ("year", "pk") if model is YearFigures else ("pk",)
    found = model.objects.live().filter(account=ACCOUNT).order_by(*order)
    return write(found, *columns(model, *_related(model)))


@cache
def _sites() -> Statement:
    found = Location.objects.live().filter(account=ACCOUNT).order_by("pk", "lines__pk")
    return write(found, "ref__code", "name", "country", "lines__name")
