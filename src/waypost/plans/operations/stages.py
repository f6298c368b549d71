"""Stage goals: where we should be at important dates on the way to an objective (OBJ-4)."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import count, product
from string import ascii_lowercase
from typing import Any, TypedDict

from django.core.exceptions import ValidationError
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.operations import lock, new_ref, remove_part, retire, save_row, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, row_values
from waypost.method.shape import Kind
from waypost.plans.models import Objective, StageGoal
from waypost.plans.operations.check_ins import in_words
from waypost.ui.formats import short_date


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


def plan_stages(
    *, access: Access, objective: Objective, steps: Sequence[Step]
) -> Written[Objective]:
    """Let the stage goals of an objective be exactly these.

    Those that stand there keep their ids in the order of their dates; what is over is removed.
    """
    check_can_edit_plan(access)
    for step in steps:
        check_time(objective, step["due"])
    what = _("Planned the stage goals of %(code)s") % {"code": objective.ref.code}
    with writing(access=access, what=what) as recording:
        stand = StageGoal.objects.live().filter(objective=objective).select_related("ref")
        old = list(stand.order_by("due", "pk"))
        for stage, step in zip(old, steps, strict=False):
            _change(stage, step, recording)
        for step in steps[len(old) :]:
            _create(access, objective, step, recording)
        for stage in old[len(steps) :]:
            retire(stage, recording)
    return Written(objective, recording.change_set)


def check_time(objective: Objective, due: date) -> None:
    """A stage goal lies between the first check-in and the date of its objective."""
    today = timezone.localdate()
    if objective.due is not None and due > objective.due:
        words = {"day": short_date(objective.due, today)}
        raise ValidationError(
            {"due": _("The objective is due on %(day)s. Enter that day or earlier.") % words}
        )
    start: date | None = objective.check_ins.aggregate(first=Min("on"))["first"]
    if start is not None and due < start:
        words = {"day": short_date(start, today)}
        raise ValidationError({"due": _("We began on %(day)s. Enter that day or later.") % words})


def _change(stage: StageGoal, step: Step, recording: Recording) -> None:
    stage = lock(stage)
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
    """B1a, B1b and so on, never one that was there before."""
    code = objective.ref.code
    refs = Ref.objects.filter(account_id=objective.account_id, code__startswith=code)
    taken = set(refs.values_list("code", flat=True))
    return next(free for letters in _letters() if (free := f"{code}{letters}") not in taken)


def _letters() -> Iterator[str]:
    """a to z, aa to zz and so on."""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield "".join(letters)


def _words(objective: Objective, due: date, value: Decimal) -> dict[str, str]:
    day = short_date(due, timezone.localdate())
    goal = _("%(value)s by %(day)s") % {"value": in_words(objective, value), "day": day}
    return {"goal": goal, "code": objective.ref.code}
