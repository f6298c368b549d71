"""What we do about a light: words, and an action that they name by its id (TL-4)."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.operations import lock, new_ref, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.method.shape import Kind
from waypost.plans.models import Action, TrafficLight
from waypost.plans.operations.actions import part_of
from waypost.plans.policies import check_can_edit_lights
from waypost.ui.formats import excerpt
from waypost.ui.texts import LONGEST_TEXT

NEW_ACTION = "+new"  # in place of the id of an action that there is; no id begins so


@transaction.atomic
def answer_light(
    *, access: Access, light: TrafficLight, version: int, response: str, action: str = ""
) -> Written[TrafficLight]:
    """Say what we do about a light, and which action does it; may raise StaleError.

    ``action`` is the id of an action, whose id the words then name, or NEW_ACTION: one that is
    the person's own, this month, with the words of the response, else of the light.
    """
    check_can_edit_lights(access)
    is_new = action == NEW_ACTION
    if is_new:
        check_can_edit_plan(access)
    else:
        part_of(access.account, action, (Kind.ACTION,), "action")
    current = lock(light)
    before = row_values(current)
    current.response = response if is_new else with_id(response, action)
    if row_values(current) == before and not is_new:
        return Written(current, None)
    if before["version"] != version:
        raise StaleError(lock(light))
    what = _("Answered the light “%(light)s”") % {"light": excerpt(light.text)}
    with writing(access=access, what=what) as recording:
        if is_new:
            ref = _add_action(access, current, response or current.text, recording)
            current.response = with_id(response, ref.code)
        current.version = version + 1
        current.save(update_fields=["response", "version"])
        recording.changed(current, before)
    return Written(current, recording.change_set)


def with_id(response: str, code: str) -> str:
    """The words of a response, naming the action with this id."""
    if not code or code in re.findall(r"[\w-]+", response):
        return response
    named = f"{response.rstrip().rstrip('.')}, {code}" if response.strip() else code
    if len(named) > LONGEST_TEXT:
        raise ValidationError({"response": _("Shorten this: the id of the action follows.")})
    return named


def _add_action(access: Access, light: TrafficLight, what: str, recording: Recording) -> Ref:
    ref = new_ref(access.account, Kind.ACTION, recording)
    own = access.account.refs.filter(code=access.member_code, retired_at=None).first()
    action = Action.objects.create(
        account=access.account,
        ref=ref,
        what=what,
        owner=own,
        month=timezone.localdate().replace(day=1),
        status=Action.Status.OPEN,
        achieves=light.on,
    )
    recording.created(action)
    return ref
