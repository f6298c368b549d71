"""Traffic lights: noted, still true, turned, changed, gone out and brought back (TL)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, new_ref, remove_part, writing
from waypost.accounts.policies import Access
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.method.shape import OBJECTIVES, Kind
from waypost.plans.models import LightChange, TrafficLight
from waypost.plans.operations.actions import part_of
from waypost.plans.policies import check_can_edit_lights
from waypost.ui.formats import excerpt, short_date

STANDS_ON = (*OBJECTIVES, Kind.STAGE, Kind.OPPORTUNITY)


def add_light(*, access: Access, text: str, colour: str, on: str = "") -> Written[TrafficLight]:
    """A new light, first noted today; ``on`` is an id, or empty for the whole account."""
    check_can_edit_lights(access)
    today = timezone.localdate()
    part = part_of(access.account, on, STANDS_ON, "on")
    values = {"text": text, "colour": colour, "on": part, "since": today}
    what = _("Added the light “%(light)s”") % {"light": excerpt(text)}
    with writing(access=access, what=what) as recording:
        ref = new_ref(access.account, Kind.LIGHT, recording)
        made = TrafficLight.objects.create(account=access.account, ref=ref, **values)
        recording.created(made)
        _note(made, recording, on=today, to_colour=colour)
    return Written(made, recording.change_set)


@transaction.atomic
def confirm_light(*, access: Access, light: TrafficLight, colour: str) -> Written[TrafficLight]:
    """Note that the light is still true today (TL-4); once a day is enough.

    ``colour`` is the one that the person saw. ValidationError where it has turned since.
    """
    check_can_edit_lights(access)
    current = lock(light)
    if current.colour != colour:
        raise ValidationError(_("The light has turned meanwhile. Look at it again."))
    return _note_still_true(access, current, timezone.localdate())


@transaction.atomic
def turn_light(
    *,
    access: Access,
    light: TrafficLight,
    version: int,
    colour: str,
    on: date | None = None,
    why: str = "",
) -> Written[TrafficLight]:
    """Another colour from a day on, and why (TL-4); may raise StaleError.

    Its own colour once more is noted as still true where there is a reason to keep.
    """
    check_can_edit_lights(access)
    today = timezone.localdate()
    day = on or today
    last = light.history.filter(on__lte=today).order_by("-on").values_list("on", flat=True).first()
    if last is not None and day < last:
        words = {"day": short_date(last)}
        raise ValidationError({"on": _("Enter %(day)s or later: it was looked at then.") % words})
    current = lock(light)
    if why and colour == current.colour:
        return _note_still_true(access, current, day, why)
    return save_light(
        light,
        access=access,
        version=version,
        what=_("Turned “%(light)s” %(colour)s"),
        values={"colour": colour},
        turn={"on": day, "why": why},
    )


@transaction.atomic
def update_light(
    *, access: Access, light: TrafficLight, version: int, **values: Any
) -> Written[TrafficLight]:
    """Change these values of a light; another colour is noted as of today. May raise StaleError."""
    check_can_edit_lights(access)
    if "on" in values:
        values["on"] = part_of(access.account, values["on"], STANDS_ON, "on")
    what = _("Changed the light “%(light)s”")
    return save_light(light, access=access, version=version, what=what, values=values)


def remove_light(*, access: Access, light: TrafficLight) -> Written[TrafficLight]:
    """The light has gone out: it is no longer true. Its history stays."""
    check_can_edit_lights(access)
    what = _("Let “%(light)s” go out") % {"light": excerpt(light.text)}
    return remove_part(light, access=access, what=what)


@transaction.atomic
def restore_light(*, access: Access, light: TrafficLight) -> Written[TrafficLight]:
    """Bring back a light that has gone out, as it was."""
    check_can_edit_lights(access)
    current = lock(light, even_gone=True)
    if current.deleted_at is None:
        return Written(current, None)
    what = _("Brought back “%(light)s”") % {"light": excerpt(light.text)}
    with writing(access=access, what=what) as recording:
        for row, field in ((current, "deleted_at"), (current.ref, "retired_at")):
            before = row_values(row)
            setattr(row, field, None)
            row.save(update_fields=[field])
            recording.changed(row, before)
    return Written(current, recording.change_set)


def save_light(
    light: TrafficLight,
    *,
    access: Access,
    version: int,
    what: str,
    values: Mapping[str, Any],
    turn: Mapping[str, Any] | None = None,
) -> Written[TrafficLight]:
    """Write these values, and what the ``turn`` of the colour is noted with if that changes.

    ``what`` names the light and its colour. Saving what stands there already writes nothing.
    """
    current = lock(light)
    before = row_values(current)
    for name, value in values.items():
        setattr(current, name, value)
    if row_values(current) == before:
        return Written(current, None)
    if before["version"] != version:
        raise StaleError(lock(light))
    words = {"light": excerpt(current.text), "colour": current.get_colour_display().lower()}
    with writing(access=access, what=what % words) as recording:
        current.version = version + 1
        current.save(update_fields=[*values, "version"])
        recording.changed(current, before)
        if current.colour != before["colour"]:
            noted = {"on": timezone.localdate(), **(turn or {})}
            _note(
                current,
                recording,
                from_colour=before["colour"],
                to_colour=current.colour,
                **noted,
            )
    return Written(current, recording.change_set)


def _note_still_true(
    access: Access, light: TrafficLight, day: date, why: str = ""
) -> Written[TrafficLight]:
    """Once a day is enough, and once with the same reason."""
    colour = light.colour
    same = light.history.filter(on=day, to_colour=colour)
    if (same.filter(why=why) if why else same).exists():
        return Written(light, None)
    what = _("Noted that “%(light)s” is still true") % {"light": excerpt(light.text)}
    with writing(access=access, what=what) as recording:
        _note(light, recording, on=day, from_colour=colour, to_colour=colour, why=why)
    return Written(light, recording.change_set)


def _note(light: TrafficLight, recording: Recording, **noted: Any) -> None:
    recording.created(LightChange.objects.create(light=light, **noted))
