"""Objectives of the three upper levels: what each says, what it serves (OBJ-1, OBJ-2, OBJ-3)."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.accounts.models import Link
from waypost.accounts.operations import (
    lock,
    new_ref,
    retire,
    save_row,
    set_links,
    writing,
)
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.models import SeenBy
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.history.writes import insert
from waypost.method.shape import Kind
from waypost.plans.models import Objective, StageGoal
from waypost.plans.operations.agreements import agree_to_own
from waypost.ui.formats import excerpt, short_date

SERVES = Link.Relation.SERVES
KINDS: Final = {
    Objective.Level.VISIONARY: Kind.VISION,
    Objective.Level.RELATIONSHIP: Kind.RELATIONSHIP,
    Objective.Level.BUSINESS: Kind.BUSINESS,
}
ADDED: Final = {
    Objective.Level.VISIONARY: gettext_lazy("Added the vision: %(text)s"),
    Objective.Level.RELATIONSHIP: gettext_lazy("Added what we want to hear: %(text)s"),
    Objective.Level.BUSINESS: gettext_lazy("Added the business objective: %(text)s"),
}
# What was agreed to: another one of these is another objective (OBJ-3).
FIGURES = ("target", "baseline", "condition")
HELD = re.compile(r"\b(hold|held|keep|kept|maintain|stay)", re.IGNORECASE)


def create_objective(
    *, access: Access, level: Objective.Level, serves: Collection[str] = (), **values: Any
) -> Written[Objective]:
    """A new objective with the next free id of its level; whoever writes it agrees to it."""
    check_can_edit_plan(access)
    _check_figures(Objective(level=level), values)
    what = str(ADDED[level]) % {"text": excerpt(values["text"])}
    with writing(access=access, what=what) as recording:
        ref = new_ref(access.account, KINDS[level], recording)
        made = Objective(account=access.account, ref=ref, level=level, **values)
        insert(made)
        recording.created(made)
        set_links(ref, SERVES, serves, recording)
        agree_to_own(made, access, recording)
    return Written(made, recording.change_set)


@transaction.atomic
def change_objective(
    *,
    access: Access,
    objective: Objective,
    version: int,
    serves: Collection[str] | None = None,
    **values: Any,
) -> Written[Objective]:
    """Change any of its fields; may raise StaleError.

    Other terms are other than those that the others agreed to, so they are asked again; whoever
    changes them agrees thereby.
    """
    check_can_edit_plan(access)
    current = lock(objective)
    _check_figures(current, values)
    _check_stages(current, values)
    links = {} if serves is None else {SERVES: serves}
    changed = {name for name, value in values.items() if getattr(current, name) != value}
    seen_by = SeenBy.MARGINS if "condition" in changed else SeenBy.PLAN
    what = _sentence(current, changed)
    if current.level == Objective.Level.BUSINESS and changed & set(Objective.TERMS):
        if current.version != version:
            raise StaleError(current)
        others = list(current.agreements.exclude(party__code=access.member_code or ""))
        if others or current.agreed_team or current.agreed_customer:
            what = _("Reworded %(code)s, which asks the others to agree again")
            what %= {"code": current.ref.code}
        with writing(access=access, what=what, seen_by=seen_by) as recording:
            recording.removed(others)
            for agreement in others:
                agreement.delete()
            _write_terms(current, values, recording)
            for relation, codes in links.items():
                set_links(current.ref, relation, codes, recording)
            agree_to_own(current, access, recording)
        return Written(current, recording.change_set)
    return save_row(
        current,
        access=access,
        version=version,
        what=what,
        values=values,
        links=links,
        seen_by=seen_by,
    )


def remove_objective(*, access: Access, objective: Objective) -> Written[Objective]:
    """Take an objective and its stage goals out of the plan."""
    check_can_edit_plan(access)
    words = {"code": objective.ref.code, "text": excerpt(objective.text)}
    with writing(access=access, what=_("Removed %(code)s: %(text)s") % words) as recording:
        for stage in StageGoal.objects.live().filter(objective=objective).select_related("ref"):
            retire(stage, recording)
        retire(lock(objective), recording)
    return Written(objective, recording.change_set)


def _sentence(current: Objective, changed: Collection[str]) -> str:
    """What of it changed, where that is one thing."""
    code = current.ref.code
    if len(changed) != 1:
        return _("Changed %(code)s") % {"code": code}
    label = current._meta.get_field(next(iter(changed))).verbose_name  # type: ignore[union-attr]
    return _("Changed %(code)s: %(field)s") % {"code": code, "field": label}


def _write_terms(current: Objective, values: dict[str, Any], recording: Recording) -> None:
    """Other terms: a yes of the whole side was to those before."""
    before = row_values(current)
    for side in ("agreed_team", "agreed_customer"):
        if getattr(current, side):
            values |= {side: None}
    values |= {"version": current.version + 1}
    for name, value in values.items():
        setattr(current, name, value)
    current.save(update_fields=values)
    recording.changed(current, before)


def _check_figures(current: Objective, values: Mapping[str, Any]) -> None:
    """A target is somewhere else than we are, unless the objective is to hold what we have."""
    given = [name for name in FIGURES if name in values and values[name] != getattr(current, name)]
    figures = {name: values.get(name, getattr(current, name)) for name in FIGURES}
    baseline, target = figures["baseline"], figures["target"]
    stays = baseline is not None and baseline == target
    if given and stays and not HELD.search(figures["condition"] or ""):
        at = "target" if "target" in values else given[0]
        raise ValidationError({at: _("The target must differ from the baseline")})


def _check_stages(current: Objective, values: Mapping[str, Any]) -> None:
    """The date stays behind the last stage goal."""
    due: date | None = values.get("due", current.due)
    if due is None or due == current.due:
        return
    stages = StageGoal.objects.live().filter(objective=current)
    last: date | None = stages.aggregate(last=Max("due"))["last"]
    if last is not None and last > due:
        words = {"day": short_date(last, timezone.localdate())}
        raise ValidationError(
            {"due": _("The last stage goal is due on %(day)s. Move that one first.") % words}
        )
