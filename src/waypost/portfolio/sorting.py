"""The orders of the list: a column's key, with a minus in front the other way round."""

from typing import Final

from django.db.models import (
    Case,
    Expression,
    F,
    OrderBy,
    Value,
    When,
)
from django.db.models.functions import Length, Lower, NullIf
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.health.models import AccountSummary

DEFAULT: Final = "tier"
LABELS: Final[dict[str, str | Promise]] = {
    "tier": _("Tier"),
    "-tier": _("Tier, C first"),
    "name": _("Account"),
    "-name": _("Account, Z first"),
    "lead": _("Lead"),
    "-lead": _("Lead, Z first"),
    "-lights": _("Red lights, most first"),
    "lights": _("Red lights, fewest first"),
    "-findings": _("Findings, most first"),
    "findings": _("Findings, fewest first"),
    "-stage": _("Stage goal, missed first"),
    "stage": _("Stage goal, on track first"),
    "due": _("Stage goal due"),
    "-due": _("Stage goal due, latest first"),
    "touched": _("Last touched, longest first"),
    "-touched": _("Last touched, newest first"),
    "review": _("Next review"),
    "-review": _("Next review, latest first"),
}
# What the choice offers; the others are reached by the heads of the columns.
OFFERED: Final = (
    "tier", "name", "lead", "-lights", "-findings", "-stage", "due", "touched", "review",
)  # fmt: skip


WORSE: Final = AccountSummary.Signal.values  # each is worse than the one before
NEVER_EMPTY: Final = {"tier", "name", "touched"}


def chosen(given: str) -> str:
    """What was asked for, the default where there is no such order."""
    return given if given in LABELS else DEFAULT


def ordering(sort: str) -> list[OrderBy]:
    """For `order_by`: what is not known comes last either way, and equal ones by name."""
    key, descending = sort.removeprefix("-"), sort.startswith("-")
    nulls_last = None if key in NEVER_EMPTY else True
    # No tier is an empty text. Its length, unlike a comparison, can be part of an index.
    known_first = [Length("tier").desc()] if key == "tier" else []
    return [
        *known_first,
        *(OrderBy(part, descending=descending, nulls_last=nulls_last) for part in parts(key)),
        Lower("name").asc(),
        F("pk").asc(),
    ]


def parts(key: str) -> list[Expression | F]:
    """What a column is sorted by; NULL where nothing is known."""
    match key:
        case "tier":
            return [F("tier")]
        case "name":
            return [Lower("name")]
        case "lead":
            return [NullIf(Lower("summary__lead_name"), Value(""))]
        case "lights":
            return [F("summary__reds"), F("summary__ambers")]
        case "findings":
            return [F("summary__findings")]
        case "stage":
            return [
                Case(*(When(summary__next_stage_signal=s, then=n) for n, s in enumerate(WORSE)))
            ]
        case "due":
            return [F("summary__next_stage_due")]
        case "touched":
            return [F("touched_at")]
        case "review":
            return [F("summary__next_review")]
    raise ValueError(key)
