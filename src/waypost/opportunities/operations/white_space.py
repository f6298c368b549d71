"""The white space: what of ours each of their sites has, and what it could have."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Location, Ref
from waypost.accounts.operations import lock, new_ref, retire, save_row, writing
from waypost.accounts.operations.texts import check_new
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Written, row_values
from waypost.method.shape import Kind
from waypost.opportunities.models import Cell, CellState, Offering, Opportunity
from waypost.ui.formats import excerpt


def add_offering(*, access: Access, name: str) -> Written[Offering]:
    """A row for another product or service."""
    check_can_edit_plan(access)
    check_new(Offering.objects.filter(account=access.account, deleted_at=None), "name", name)
    what = _("Added %(name)s to the white space") % {"name": excerpt(name)}
    with writing(access=access, what=what) as recording:
        made = Offering.objects.create(account=access.account, name=name)
        recording.created(made)
    return Written(made, recording.change_set)


def rename_offering(
    *, access: Access, offering: Offering, version: int, name: str
) -> Written[Offering]:
    """May raise StaleError."""
    check_can_edit_plan(access)
    what = _("Renamed %(name)s in the white space") % {"name": excerpt(offering.name)}
    return save_row(offering, access=access, version=version, what=what, values={"name": name})


def remove_offering(*, access: Access, offering: Offering) -> Written[Offering]:
    """Take a row out; what was sold or is open of it is forgotten with it."""
    check_can_edit_plan(access)
    what = _("Removed %(name)s from the white space") % {"name": excerpt(offering.name)}
    with writing(access=access, what=what) as recording:
        retire(lock(offering), recording)
    return Written(offering, recording.change_set)


@transaction.atomic
def fill_cell(
    *,
    access: Access,
    offering: Offering,
    unit: Ref,
    version: int,
    state: str,
    potential: Decimal | None,
) -> Written[Cell]:
    """Say what an offering is at a site; ``version`` is 0 where nobody has said before. May raise
    StaleError."""
    check_can_edit_plan(access)
    values: dict[str, Any] = {"state": state, "potential": potential}
    what = _("Noted %(name)s at %(unit)s: %(state)s") % {
        "name": excerpt(offering.name),
        "unit": unit.code,
        "state": CellState(state).label,
    }
    current = Cell.objects.filter(offering=lock(offering), unit=unit).first()
    if current is not None:
        return save_row(current, access=access, version=version, what=what, values=values)
    with writing(access=access, what=what) as recording:
        made = Cell.objects.create(account=access.account, offering=offering, unit=unit, **values)
        recording.created(made)
    return Written(made, recording.change_set)


@transaction.atomic
def pursue_cell(*, access: Access, offering: Offering, unit: Ref) -> Written[Opportunity]:
    """Make a cell of the white space an opportunity at that site, with its potential as value."""
    check_can_edit_plan(access)
    place = Location.objects.get(ref=unit)
    current = Cell.objects.filter(offering=lock(offering), unit=unit).first()
    if current and current.opportunity and current.opportunity.retired_at is None:
        raise ValidationError(_("It is an opportunity already."))
    name = excerpt(f"{offering.name}, {place.name}", 190)
    what = _("Made %(name)s an opportunity") % {"name": excerpt(name)}
    with writing(access=access, what=what) as recording:
        ref = new_ref(access.account, Kind.OPPORTUNITY, recording)
        cell = current or Cell(account=access.account, offering=offering, unit=unit)
        before = row_values(cell)
        made = Opportunity.objects.create(
            account=access.account, ref=ref, name=name, location=place, value=cell.potential
        )
        cell.state, cell.opportunity = CellState.IN_PROGRESS, ref
        cell.version += current is not None
        cell.save()
        if current:
            recording.changed(cell, before)
        else:
            recording.created(cell)
        recording.created(made)
    return Written(made, recording.change_set)
