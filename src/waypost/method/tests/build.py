"""Small plans for the tests of the method, all invented."""

from datetime import date
from decimal import Decimal

from waypost.method.plan import (
    Account,
    BusinessObjective,
    CheckIn,
    Objectives,
    Plan,
    Settings,
    StageGoal,
    Supplier,
    TeamMember,
)


def plan(*, settings=None, business=(), **parts):
    """A plan with nothing in it but what is given."""
    parts.setdefault("objectives", Objectives(business=tuple(business)))
    return Plan(
        supplier=Supplier(name="Larkhill Bearings"),
        account=Account(name="Dunmore Mills", settings=settings or Settings()),
        **parts,
    )


def objective(values="", stages="", **fields):
    """B1 with check-ins and stage goals written as "2026-03-31 4, 2026-09-30 5"."""
    for name in ("baseline", "target"):
        if fields.get(name) is not None:
            fields[name] = Decimal(fields[name])
    return BusinessObjective(
        **{"id": "B1", "text": "Five machines run on our bearings", **fields},
        check_ins=tuple(CheckIn(on=on, value=value) for on, value in dated(values)),
        stages=tuple(
            StageGoal(id=f"B1{letter}", due=due, value=value)
            for letter, (due, value) in zip("abcdef", dated(stages), strict=False)
        ),
    )


def member(code, role="technical rep", **fields):
    return TeamMember(id=code, name=f"Member {code}", role=role, **fields)


def dated(text):
    pairs = (pair.split() for pair in text.split(",") if pair.strip())
    return [(date.fromisoformat(day), Decimal(value)) for day, value in pairs]


def found(rule, having, today):
    """What one rule finds in a plan: place, subject, severity and message in plain English."""
    return [(f.at, f.subject, f.severity, str(f.message)) for f in rule.apply(having, today)]
