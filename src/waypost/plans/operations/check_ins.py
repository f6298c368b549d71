"""Checking in: how far a business objective has come on a day (OBJ-5)."""

from datetime import date
from decimal import Decimal
from functools import cache

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models.fields import FIGURE
from waypost.accounts.operations import lock, lock_account, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.document.statements import ROW, Statement, as_model, columns, write
from waypost.history.operations import Written
from waypost.history.writes import insert
from waypost.plans.models import CheckIn, Objective
from waypost.ui.formats import NBSP, with_unit


@transaction.atomic
def check_in(
    *,
    access: Access,
    objective: Objective,
    on: date,
    value: Decimal,
    condition_value: str = "",
    note: str = "",
) -> Written[CheckIn]:
    """Note the value of the metric on a day; saying the very same of a day again adds nothing."""
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    # As the column keeps it: what is recorded must be what is read back when this is undone.
    kept = value.quantize(Decimal(1).scaleb(-FIGURE["decimal_places"]))
    said = {"on": on, "value": kept, "condition_value": condition_value, "note": note}
    stand = _check_ins().rows({ROW: objective.pk})
    same = next((row for row in stand if said.items() <= row.items()), None)
    if same is not None:
        return Written(as_model(CheckIn, same), None)
    words = {"value": in_words(objective, value), "code": objective.ref.code}
    what = _("Checked in %(value)s for %(code)s") % words
    with writing(access=access, what=what, held=True) as recording:
        made = CheckIn(objective=objective, **said)
        insert(made)
        recording.created(made)
    return Written(made, recording.change_set)


@cache
def _check_ins() -> Statement:
    return write(CheckIn.objects.filter(objective=ROW).order_by("pk"), *columns(CheckIn))


def take_back_check_in(*, access: Access, check_in: CheckIn) -> Written[CheckIn]:
    """Take a check-in out; the history keeps it."""
    check_can_edit_plan(access)
    objective = check_in.objective
    words = {"value": in_words(objective, check_in.value), "code": objective.ref.code}
    what = _("Took back the check-in of %(value)s for %(code)s") % words
    with writing(access=access, what=what) as recording:
        check_in = lock(check_in)
        recording.removed([check_in])
        check_in.delete()
    return Written(check_in, recording.change_set)


def in_words(objective: Objective, value: Decimal) -> str:
    """3 product lines."""
    return with_unit(value, objective.unit).replace(NBSP, " ")
