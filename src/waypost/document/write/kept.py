"""What a plan file has no key for: it stays where a plan is put in place of another."""

from typing import Any, Final

from django.db import models

from waypost.accounts.models import Account, Fact, Gap, SwotPoint
from waypost.contacts.models import Acquaintance, CoachDevelopment, Contact, DecisionGroup
from waypost.opportunities.models import Opportunity
from waypost.planning.models import (
    AcceptanceCondition,
    ResourceRequest,
    SeniorAcceptance,
    SponsorPresentation,
)

# Ends the path to the id of another part: that part is there again, with another key.
CODE: Final = "__ref__code"
# By table: what tells its rows apart in an account whose plan is replaced, and the columns kept.
KEPT: Final[dict[type[models.Model], tuple[str, tuple[str, ...], tuple[str, ...]]]] = {
    Contact: (
        "account",
        ("ref__code", "name"),
        (
            *("interests", "needs", "last_contact_about", "next_contact", "next_contact_about"),
            *("purpose", "origin"),
        ),
    ),
    Acquaintance: (
        "contact__account",
        ("contact__ref__code", "contact__name", "member__ref__code", "member__name"),
        ("how_well",),
    ),
    CoachDevelopment: (
        "contact__account",
        ("contact__ref__code", "contact__name"),
        ("reached",),
    ),
    DecisionGroup: ("account", ("ref__code",), ("account_gains", "we_gain")),
    Opportunity: (
        "account",
        ("ref__code", "name"),
        (
            *("stage", "value", "closes_on", "renews_on", "budget_on", "tier_reason", "decided"),
            *(f"owner{CODE}", f"location{CODE}"),
        ),
    ),
    Fact: ("account", ("topic", "text"), ("stage", "adds_value")),
    SwotPoint: ("account", ("side", "text"), ("source", "as_of")),
    Gap: ("account", ("text",), ("could_know",)),
    # The round that an acceptance answers, as long as it is the same one.
    SeniorAcceptance: (
        "account",
        ("accepted", "on", "conditions", "who__ref__code", "who__name"),
        ("submission",),
    ),
    # They stay, but point at members of the team.
    AcceptanceCondition: ("account", ("submission", "text"), (f"owner{CODE}",)),
    SponsorPresentation: ("account", ("person__ref__code", "person__name"), ("presented_on",)),
    ResourceRequest: (
        "account",
        ("what",),
        (
            *("asked_on", "asked_by", "answer", "answered_on", "answered_by"),
            f"objective{CODE}",
        ),
    ),
}
Kept = dict[type[models.Model], dict[tuple[Any, ...], tuple[Any, ...]]]


def kept_of(account: Account) -> Kept:
    """What the rows of the account hold that no plan file can say."""
    found: Kept = {}
    for model, (of, names, columns) in KEPT.items():
        rows = model._default_manager.filter(**{of: account}).values_list(*names, *columns)
        found[model] = {
            row[: len(names)]: row[len(names) :] for row in rows if any(row[len(names) :])
        }
    return found


def put_back(account: Account, kept: Kept) -> None:
    """Give it to the rows that are the same: of the same id and name."""
    for model, (of, names, columns) in KEPT.items():
        manager = model._default_manager
        rows = manager.filter(**{of: account}).values_list("pk", *names) if kept[model] else ()
        for pk, *name in rows:
            if values := kept[model].get(tuple(name)):
                found = zip(columns, values, strict=True)
                manager.filter(pk=pk).update(
                    **dict(_column(account, model, path, value) for path, value in found)
                )


def _column(account: Account, model: type[models.Model], path: str, value: Any) -> tuple[str, Any]:
    """The column and what goes into it; of an id the row that has it now, if one has."""
    name = path.removesuffix(CODE)
    if name == path:
        return path, value
    other: Any = model._meta.get_field(name).related_model
    return name, other._default_manager.filter(account=account, ref__code=value).first()
