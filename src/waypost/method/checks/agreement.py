"""Business objectives are agreed, and what is to hold meanwhile is looked at (OBJ-3)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.forecast import check_ins
from waypost.method.plan import Plan
from waypost.method.strategies import is_asked
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

FIGURE = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
AT_LEAST, AT_MOST = 1, -1
_GO = r"(?:be |fall |drop |go |sink |rise |get )*"
# The first that fits decides: "not below" before "below".
WORDINGS = tuple(
    (re.compile(wording, re.IGNORECASE), bound)
    for wording, bound in (
        (r">|≥|or (?:more|above|over|better|higher)\b|\bat least\b|\bmin", AT_LEAST),
        (rf"\b(?:not?|never) {_GO}(?:below|under|less|lower)\b", AT_LEAST),
        (r"<|≤|or (?:less|below|under|fewer|lower)\b|\bat most\b|\bmax", AT_MOST),
        (rf"\b(?:not?|never) {_GO}(?:above|over|more|exceed|higher)", AT_MOST),
        (r"\b(?:below|under|less than|fewer than)\b", AT_MOST),
        (r"\b(?:above|over|more than|margin)", AT_LEAST),
    )
)
BROKEN = re.compile(r"(?:no|not|n|false|broken|violated|missed|failed|lost)\b", re.IGNORECASE)


@rule(
    "OBJ-3",
    title=_("A business objective is agreed in the account team"),
    why=_("Others rely on it, so those who carry it out have to have said yes to it."),
)
def not_agreed(plan: Plan, _today: date) -> Iterator[Finding]:
    """Agreement of the customer is welcome and not asked for."""
    planning = [member for member in plan.team if member.in_planning and is_asked(member)]
    for objective in plan.objectives.business:
        agreed = objective.agreed.team
        if agreed is True:
            continue
        if not agreed:
            text = (
                _("Whether the team agrees to %(id)s is not known.")
                if agreed is None
                else _("%(id)s is not agreed in the team.")
            )
            severity = Severity.QUESTION if agreed is None else Severity.WARNING
            message = words(text, id=objective.id)
        elif missing := [member.name for member in planning if member.id not in agreed]:
            severity = Severity.QUESTION
            message = words(
                _("%(id)s is not agreed by everybody in the planning: %(names)s."),
                id=objective.id,
                names=", ".join(missing),
            )
        else:
            continue
        remedy = fix(
            Remedy.AGREE_OBJECTIVE,
            _("Take it to the team: agree on it as it is, change it, or drop it."),
            field="agreed.team",
        )
        yield not_agreed.finding(objective.id, severity, message, remedy, subject="agreed")


@rule(
    "OBJ-3",
    title=_("A condition is looked at with each check-in"),
    why=_("A figure reached at the price of the condition is not the objective reached."),
)
def condition_unchecked(plan: Plan, today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        known = check_ins(objective, today)
        if objective.condition and known and not any(made.condition_value for made in known):
            message = words(
                _("%(id)s has a condition, and no check-in has ever said whether it holds."),
                id=objective.id,
            )
            remedy = fix(
                Remedy.CHECK_CONDITION,
                _("Say at the next check-in whether it holds."),
                field="check_ins.condition_value",
            )
            yield condition_unchecked.finding(
                objective.id, Severity.WARNING, message, remedy, subject="condition"
            )


@rule(
    "OBJ-3",
    title=_("A condition holds while the objective is pursued"),
    why=_("The condition is part of the objective: who breaks it has not reached it."),
)
def condition_broken(plan: Plan, today: date) -> Iterator[Finding]:
    for objective in plan.objectives.business:
        said = [made for made in check_ins(objective, today) if made.condition_value]
        if not objective.condition or not said:
            continue
        if is_broken(objective.condition, said[-1].condition_value or ""):
            message = words(
                _("At the check-in of %(on)s the condition of %(id)s did not hold."),
                on=said[-1].on,
                id=objective.id,
            )
            remedy = fix(
                Remedy.PLAN_ACTION,
                _("Plan what brings it back, or agree on another condition."),
            )
            yield condition_broken.finding(
                objective.id, Severity.SERIOUS, message, remedy, subject="broken"
            )


def is_broken(condition: str, value: str) -> bool:
    """Whether what was found contradicts the condition, as far as its words and figures tell."""
    if BROKEN.match(value.strip()):
        return True
    limits, found = FIGURE.findall(condition), FIGURE.search(value)
    bound = next((bound for wording, bound in WORDINGS if wording.search(condition)), None)
    if bound is None or len(limits) != 1 or not found:
        return False
    return (_figure(found[0]) - _figure(limits[0])) * bound < 0


def _figure(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
