"""Stage goals that come due in the accounts of somebody, and whether they will be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.document.among import among
from waypost.document.rows import grouped, known
from waypost.document.statements import USER, Row, Statement, days, filled, places, write
from waypost.document.together import Together, together
from waypost.method import plan as p
from waypost.method.goals import Because, GoalStanding
from waypost.method.objectives import Standing, standing
from waypost.plans.models import CheckIn, Objective, StageGoal
from waypost.plans.queries import progress
from waypost.plans.queries.wording import Reader, goal
from waypost.plans.queries.wording import known as said
from waypost.portfolio.my_week.places import places_by
from waypost.staff.models import User
from waypost.ui.formats import days_ago, short_date

AHEAD_DAYS: Final = 90
SHOWN: Final = 6
MOST: Final = 100
FIRST, LAST = date(1, 1, 1), date(1, 1, 2)  # stand for days in the statement


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """One stage goal; ``signal`` is empty where nothing can be said yet, as ``word`` says."""

    signal: str
    word: str
    text: str
    url: str
    account: str
    facts: tuple[str, ...]
    due: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StagesDue:
    """Those that are shown; ``more`` says how many there are in all, empty where all are shown."""

    goals: Sequence[Coming]
    more: str


STAGE = ("account_id", "account__name", "account__currency", "objective_id", "ref__code", "due")
OBJECTIVE = ("pk", "ref__code", "text", "metric", "unit", "baseline", "target", "due")


def stages_due(
    user: User, today: date, *, all_of_them: bool = False, days_past: int = 0
) -> StagesDue:
    """The stage goals of the next AHEAD_DAYS days, and of so many past; two queries, one where
    there is none."""
    first = today - timedelta(days=days_past)
    asked = days({FIRST: first, LAST: today + timedelta(days=AHEAD_DAYS)})
    rows = _coming_due().rows({USER: user.pk, **asked}) if user.is_active else []
    shown = rows if all_of_them or len(rows) == SHOWN + 1 else rows[:SHOWN]
    objectives = _objectives({row["objective_id"] for row in shown})
    return StagesDue(
        goals=[_coming(row, objectives[row["objective_id"]], today) for row in shown],
        more=_("All %(count)s") % {"count": len(rows)} if len(rows) > len(shown) else "",
    )


@cache
def _coming_due() -> Statement:
    live = StageGoal.objects.live().filter(objective__deleted_at=None, due__range=(FIRST, LAST))
    own = live.filter(among("account", places_by(USER).values("account")))
    return write(own.order_by("due", "account__name", "pk")[:MOST], *STAGE)


def _objectives(keys: set[int]) -> dict[int, p.BusinessObjective]:
    """These objectives with all that `standing` looks at."""
    if not keys:
        return {}
    asked = filled(keys)
    objectives, stages, made = _statements(len(asked)).rows(asked)
    rows = [known(row) for row in objectives]
    steps, checks = grouped(stages, by="objective_id"), grouped(made, by="objective_id")
    return {
        key: p.BusinessObjective(
            id=row.pop("ref__code"),
            stages=tuple(p.StageGoal(id=s.pop("ref__code"), **s) for s in steps[key]),
            check_ins=tuple(p.CheckIn(**check) for check in checks[key]),
            **row,
        )
        for row in rows
        for key in (row.pop("pk"),)
    }


@lru_cache
def _statements(room: int) -> Together:
    """So many objectives, their steps and their check-ins."""
    keys = places(room)
    stages = StageGoal.objects.live().filter(objective__in=keys).order_by("pk")
    made = CheckIn.objects.filter(objective__in=keys).order_by("pk")
    return together(
        (
            write(Objective.objects.filter(pk__in=keys), *OBJECTIVE),
            write(stages, "objective_id", "ref__code", "due", "value"),
            write(made, "objective_id", "on", "value"),
        )
    )


def _coming(row: Row, objective: p.BusinessObjective, today: date) -> Coming:
    found = standing(objective, today)
    stage = next(stage for stage in found.stages if stage.at == row["ref__code"])
    account = p.Account(name=row["account__name"], currency=row["account__currency"] or None)
    plan = p.Plan(supplier=p.Supplier(name=""), account=account)
    return Coming(
        signal=stage.signal or "",
        word=progress.state_word(stage.state),
        text=goal(objective, stage.value),
        url=reverse("plans:objective", args=[row["account_id"], objective.id]),
        account=account.name,
        facts=_facts(objective, found, stage, Reader(plan, today)),
        due=short_date(stage.due, today),
    )


def _facts(
    objective: p.BusinessObjective, found: Standing, stage: GoalStanding, reader: Reader
) -> tuple[str, ...]:
    """now 3, check-in 24 days old."""
    old = any(reason.because is Because.OLD_CHECK_IN for reason in stage.reasons)
    ago = {"ago": days_ago(found.checked_on, reader.today)}
    return said(
        progress.now(objective, found, reader),
        _("check-in %(ago)s old") % ago if old else progress.reaches(objective, stage, reader),
    )
