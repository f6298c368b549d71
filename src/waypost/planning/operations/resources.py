"""Resources: asked for with what they are good for, granted or refused with a reason (SES-8)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, save_row, writing
from waypost.accounts.policies import Access
from waypost.history.models import Change, ChangeSet
from waypost.history.operations import Written, row_values
from waypost.history.stale import StaleError
from waypost.method.acceptance import REASONS, Step
from waypost.planning.models import ResourceRequest
from waypost.planning.operations.acceptance_checks import check_may
from waypost.plans.models import Objective
from waypost.ui.formats import excerpt

Status = ResourceRequest.Status


def ask_for_resource(
    *, access: Access, what: str, kind: str, why: str, objective: Objective | None = None
) -> Written[ResourceRequest]:
    """Ask senior management for something, with what it is good for."""
    check_may(access, Step.ASK_FOR_RESOURCE)
    done = _("Asked for %(what)s") % {"what": excerpt(what)}
    with writing(access=access, what=done) as recording:
        row = ResourceRequest.objects.create(
            account=access.account,
            what=what,
            kind=kind,
            why=why,
            objective=objective,
            **_asked(access),
        )
        recording.created(row)
    return Written(row, recording.change_set)


@transaction.atomic
def change_request(
    *, access: Access, request: ResourceRequest, version: int, **values: Any
) -> Written[ResourceRequest]:
    """Word it anew; what was refused is asked for again with that. May raise StaleError."""
    check_may(access, Step.ASK_FOR_RESOURCE)
    current = lock(request)
    if current.status == Status.GRANTED:
        raise ValidationError(_("This was granted as it stands. Ask for something else instead."))
    done = _("Changed what is asked for: %(what)s")
    if current.status == Status.REFUSED:
        changes = any(getattr(current, name) != value for name, value in values.items())
        again = {**_asked(access), "answer": "", "answered_on": None, "answered_by": None}
        values = {**values, **(again if changes else {})}
        done = _("Asked again for %(what)s")
    said = {"what": excerpt(values.get("what", current.what))}
    return save_row(current, access=access, version=version, what=done % said, values=values)


@transaction.atomic
def answer_request(
    *, access: Access, request: ResourceRequest, version: int, granted: bool, answer: str
) -> Written[ResourceRequest]:
    """Grant it, or refuse it with a reason: then what depends on it is looked at again.

    May raise StaleError. It can be answered otherwise later, not taken back by others.
    """
    check_may(access, Step.ANSWER_RESOURCE)
    if not granted and not answer:
        raise ValidationError({"answer": _(REASONS.missing)})
    current = lock(request)
    status = Status.GRANTED if granted else Status.REFUSED
    if (current.status, current.answer) == (status, answer):
        return Written(current, None)
    if current.version != version:
        raise StaleError(current)
    before = row_values(current)
    words = {"what": excerpt(current.what)}
    what = _("Granted %(what)s") % words if granted else _("Refused %(what)s") % words
    with writing(access=access, what=what, touches=False, is_final=True, held=True) as recording:
        current.status, current.answer, current.version = status, answer, version + 1
        current.answered_by, current.answered_on = access.user, timezone.localdate()
        current.save()
        recording.changed(current, before)
    _settle_words(access, current)
    return Written(current, recording.change_set)


@transaction.atomic
def withdraw_request(*, access: Access, request: ResourceRequest) -> Written[ResourceRequest]:
    """The team no longer asks for it."""
    check_may(access, Step.ASK_FOR_RESOURCE)
    current = lock(request)
    what = _("No longer asks for %(what)s") % {"what": excerpt(current.what)}
    with writing(access=access, what=what, held=True) as recording:
        recording.removed([current])
        current.delete()
    return Written(request, recording.change_set)


def _settle_words(access: Access, row: ResourceRequest) -> None:
    """What was answered stands as it was worded: nobody takes the words from under the answer."""
    earlier = ChangeSet.objects.filter(account=access.account, is_final=False)
    own = Change.objects.filter(table=row._meta.label_lower, row=row.pk)
    earlier.filter(pk__in=own.values("change_set")).update(is_final=True)


def request_of(access: Access, key: int) -> ResourceRequest:
    """A request of the account; Http404 where there is none with this key."""
    rows = ResourceRequest.objects.filter(account=access.account)
    return get_object_or_404(rows.select_related("objective__ref"), pk=key)


def _asked(access: Access) -> dict[str, Any]:
    return {
        "status": Status.ASKED,
        "asked_on": timezone.localdate(),
        "asked_by": access.user,
    }
