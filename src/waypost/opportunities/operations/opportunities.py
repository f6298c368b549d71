"""Opportunities: added, changed, decided about, and taken out (ROTI)."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Account, Link
from waypost.accounts.operations import create_part, lock, remove_part, save_row
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.tiering import with_reason
from waypost.history.models import SeenBy
from waypost.history.operations import Written
from waypost.method.shape import Kind
from waypost.opportunities.models import Decided, Opportunity
from waypost.opportunities.queries.suggested import suggested_class
from waypost.ui.formats import excerpt
from waypost.ui.formats import hours as in_hours

SERVES = Link.Relation.SERVES
# Whoever does not see margins reads nothing of changes to these.
MARGINS = frozenset({"margin", "profitable", "tier_reason"})


def add_opportunity(
    *, access: Access, name: str, serves: Collection[str] = (), **values: Any
) -> Written[Opportunity]:
    """A new opportunity with the next free id; ValidationError where its class needs a reason."""
    check_can_edit_plan(access)
    values = with_reason(values, None, partial(suggested_class, access, "", values))
    return create_part(
        Opportunity,
        access=access,
        kind=Kind.OPPORTUNITY,
        what=_("Added the opportunity: %(name)s") % {"name": excerpt(name)},
        links={SERVES: serves},
        name=name,
        **values,
    )


@transaction.atomic
def change_opportunity(
    *,
    access: Access,
    opportunity: Opportunity,
    version: int,
    serves: Collection[str] | None = None,
    **values: Any,
) -> Written[Opportunity]:
    """Change any of its fields; may raise StaleError, and ValidationError where it gets another
    class than its figures suggest, and no reason."""
    check_can_edit_plan(access)
    current = lock(opportunity)
    suggest = partial(suggested_class, access, current.ref.code, values)
    values = with_reason(values, current, suggest)
    changed = {name for name, value in values.items() if getattr(current, name) != value}
    return save_row(
        current,
        access=access,
        version=version,
        what=_sentence(current, changed),
        values=values,
        links={} if serves is None else {SERVES: serves},
        seen_by=SeenBy.MARGINS if changed & MARGINS else SeenBy.PLAN,
    )


def remove_opportunity(*, access: Access, opportunity: Opportunity) -> Written[Opportunity]:
    """Take an opportunity out of the plan; its actions and lights stay, for nothing named."""
    check_can_edit_plan(access)
    words = {"code": opportunity.ref.code, "name": excerpt(opportunity.name)}
    return remove_part(opportunity, access=access, what=_("Removed %(code)s: %(name)s") % words)


def set_hours(*, access: Access, version: int, hours: Decimal) -> Written[Account]:
    """How many hours there are for opportunities in a year (ROTI-4); may raise StaleError."""
    check_can_edit_plan(access)
    what = _("Set %(hours)s a year for opportunities") % {"hours": in_hours(hours)}
    values: Mapping[str, Any] = {"team_hours_next_12_months": hours}
    return save_row(access.account, access=access, version=version, what=what, values=values)


@transaction.atomic
def decide_hours(*, access: Access, opportunity: Opportunity, decided: str) -> Written[Opportunity]:
    """Give it hours or none whatever brings most; empty lets the figures decide (ROTI-4)."""
    check_can_edit_plan(access)
    current = lock(opportunity)
    sentences = {
        Decided.KEEP.value: _("Let %(code)s in: %(name)s"),
        Decided.DROP.value: _("Dropped %(code)s below the line: %(name)s"),
        "": _("Let the figures decide about %(code)s: %(name)s"),
    }
    what = sentences[decided] % {"code": current.ref.code, "name": excerpt(current.name)}
    values = {"decided": decided}
    return save_row(current, access=access, version=current.version, what=what, values=values)


def _sentence(current: Opportunity, changed: Collection[str]) -> str:
    """What of it changed, where that is one thing."""
    code = current.ref.code
    if len(changed) != 1:
        return _("Changed %(code)s") % {"code": code}
    label = current._meta.get_field(next(iter(changed))).verbose_name  # type: ignore[union-attr]
    return _("Changed %(code)s: %(field)s") % {"code": code, "field": label}
