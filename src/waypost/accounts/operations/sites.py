"""The sites of the customer with their production lines or units (PRO-1)."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Location, ProductionLine
from waypost.accounts.operations.rows import lock, new_ref, remove_part, writing
from waypost.accounts.operations.texts import check_new
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.method.shape import Kind
from waypost.ui.formats import excerpt


def add_site(
    *, access: Access, name: str, country: str = "", lines: Sequence[str] = ()
) -> Written[Location]:
    check_can_edit_plan(access)
    check_new(Location.objects.live().filter(account=access.account), "name", name)
    what = _("Added the site %(name)s") % {"name": excerpt(name)}
    with writing(access=access, what=what) as recording:
        ref = new_ref(access.account, Kind.LOCATION, recording)
        values = {"name": name, "country": country}
        site = Location.objects.create(account=access.account, ref=ref, **values)
        recording.created(site)
        _set_lines(site, lines, recording)
    return Written(site, recording.change_set)


@transaction.atomic
def change_site(
    *,
    access: Access,
    site: Location,
    version: int,
    lines: Sequence[str] | None = None,
    **values: Any,
) -> Written[Location]:
    """May raise StaleError; ``lines`` None leaves them as they are."""
    check_can_edit_plan(access)
    current = lock(site)
    before = row_values(current)
    for name, value in values.items():
        setattr(current, name, value)
    same_lines = lines is None or list(lines) == lines_of(current)
    if row_values(current) == before and same_lines:
        return Written(current, None)
    if before["version"] != version:
        raise StaleError(lock(site))
    what = _("Changed the site %(name)s") % {"name": excerpt(current.name)}
    with writing(access=access, what=what) as recording:
        current.version = version + 1
        current.save(update_fields=[*values, "version"])
        recording.changed(current, before)
        if lines is not None and not same_lines:
            _set_lines(current, lines, recording)
    return Written(current, recording.change_set)


def remove_site(*, access: Access, site: Location) -> Written[Location]:
    check_can_edit_plan(access)
    what = _("Removed the site %(name)s") % {"name": excerpt(site.name)}
    return remove_part(site, access=access, what=what)


def lines_of(site: Location) -> list[str]:
    return list(site.lines.order_by("pk").values_list("name", flat=True))


def _set_lines(site: Location, lines: Sequence[str], recording: Recording) -> None:
    stand = site.lines.order_by("pk")
    recording.removed(stand)
    stand.delete()
    for name in lines:
        recording.created(ProductionLine.objects.create(location=site, name=name))
