"""Stage goals: where we should be at important dates on the way to an objective (OBJ-4)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import count, product
from string import ascii_lowercase
from typing import Any, TypedDict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.operations import (
    lock_account,
    new_ref,
    remove_part,
    retire,
    save_row,
    writing,
)
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import next_code
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.method.shape import ID_PATTERN, Kind
from waypost.plans.models import Objective, StageGoal
from waypost.plans.operations.check_ins import in_words
from waypost.plans.queries.proposal import open_stages_of
from waypost.ui.formats import short_date

SHORT_PREFIX = "G"


class Step(TypedDict):
    """A stage goal to be: the value of the metric by a day, and what the customer sees of it."""

    due: date
    value: Decimal
    customer_sees: str


def add_stage(
    *, access: Access, objective: Objective, due: date, value: Decimal, customer_sees: str
) -> Written[StageGoal]:
    """A new stage goal; its id is that of the objective and the next free letter."""
    check_can_edit_plan(access)
    check_time(objective, due)
    words = _words(objective, due, value)
    with writing(
        access=access, what=_("Added the stage goal %(goal)s for %(code)s") % words
    ) as done:
        step = Step(due=due, value=value, customer_sees=customer_sees)
        stage = _create(access, objective, step, done)
    return Written(stage, done.change_set)


def change_stage(
    *, access: Access, stage: StageGoal, version: int, **values: Any
) -> Written[StageGoal]:
    """Change its ``due``, its ``value`` or what the customer sees; may raise StaleError."""
    check_can_edit_plan(access)
    if values.get("due", stage.due) != stage.due:
        check_time(stage.objective, values["due"])
    what = _("Changed the stage goal %(code)s") % {"code": stage.ref.code}
    return save_row(stage, access=access, version=version, what=what, values=values)


def remove_stage(*, access: Access, stage: StageGoal) -> Written[StageGoal]:
    check_can_edit_plan(access)
    words = {**_words(stage.objective, stage.due, stage.value), "code": stage.ref.code}
    what = _("Removed the stage goal %(code)s, %(goal)s") % words
    return remove_part(stage, access=access, what=what)


@transaction.atomic
def plan_stages(
    *,
    access: Access,
    objective: Objective,
    version: Mapping[str, int],
    steps: Sequence[Step],
) -> Written[Objective]:
    """Let the stage goals of an objective that are not reached yet be exactly these.

    ``version`` has the versions by id of the stage goals that the person saw: StaleError where
    other ones stand there now. They keep their ids in the order of their dates; what is over is
    removed.
    """
    check_can_edit_plan(access)
    for step in steps:
        if problem := _out_of_time(objective, step["due"]):
            raise ValidationError(problem)
    lock_account(access.account.pk)
    old, steps = open_stages_of(objective), by_date(steps)
    if [step_of(stage) for stage in old] == steps:
        return Written(objective, None)
    if versions(old) != version:
        raise StaleError(objective)
    what = _("Planned the stage goals of %(code)s") % {"code": objective.ref.code}
    with writing(access=access, what=what) as recording:
        for stage, step in zip(old, steps, strict=False):
            _change(stage, step, recording)
        for step in steps[len(old) :]:
            _create(access, objective, step, recording)
        for stage in old[len(steps) :]:
            retire(stage, recording)
    return Written(objective, recording.change_set)


def by_date(steps: Sequence[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: step["due"])


def versions(stages: Iterable[StageGoal]) -> dict[str, int]:
    return {stage.ref.code: stage.version for stage in stages}


def in_a_line(objective: Objective, step: Step) -> str:
    """3 product lines by 31 Oct 2098, Lubrication from one list."""
    goal = _words(objective, step["due"], step["value"])["goal"]
    return ", ".join(part for part in (goal, step["customer_sees"]) if part)


def check_time(objective: Objective, due: date) -> None:
    """A stage goal lies between the first check-in and the date of its objective."""
    if problem := _out_of_time(objective, due):
        raise ValidationError({"due": problem})


def _out_of_time(objective: Objective, due: date) -> str:
    today = timezone.localdate()
    if objective.due is not None and due > objective.due:
        words = {"day": short_date(objective.due, today)}
        return _("The objective is due on %(day)s. Enter that day or earlier.") % words
    start: date | None = objective.check_ins.aggregate(first=Min("on"))["first"]
    if start is not None and due < start:
        words = {"day": short_date(start, today)}
        return _("We began on %(day)s. Enter that day or later.") % words
    return ""


def step_of(stage: StageGoal) -> Step:
    return Step(due=stage.due, value=stage.value, customer_sees=stage.customer_sees)


def _change(stage: StageGoal, step: Step, recording: Recording) -> None:
    before = row_values(stage)
    stage.due, stage.value = step["due"], step["value"]
    stage.customer_sees = step["customer_sees"]
    if row_values(stage) != before:
        stage.version += 1
        stage.save()
        recording.changed(stage, before)


def _create(access: Access, objective: Objective, step: Step, recording: Recording) -> StageGoal:
    code = _next_code(objective)
    ref = new_ref(access.account, Kind.STAGE, recording, code=code)
    stage = StageGoal.objects.create(account=access.account, ref=ref, objective=objective, **step)
    recording.created(stage)
    return stage


def _next_code(objective: Objective) -> str:
    """B1a, B1b and so on, never one that was there before; G1 where that would be too long."""
    code = objective.ref.code
    refs = Ref.objects.filter(account_id=objective.account_id, code__startswith=code)
    taken = set(refs.values_list("code", flat=True))
    free = next(free for letters in _letters() if (free := f"{code}{letters}") not in taken)
    return free if re.fullmatch(ID_PATTERN, free) else next_code(objective.account, SHORT_PREFIX)


def _letters() -> Iterator[str]:
    """a to z, aa to zz and so on."""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield "".join(letters)


def _words(objective: Objective, due: date, value: Decimal) -> dict[str, str]:
    day = short_date(due, timezone.localdate())
    goal = _("%(value)s by %(day)s") % {"value": in_words(objective, value), "day": day}
    return {"goal": goal, "code": objective.ref.code}
