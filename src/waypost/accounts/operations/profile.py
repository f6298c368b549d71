"""What we know of the customer, from whom, and what we do not know (PRO-1, PRO-2)."""

from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from waypost.accounts.models import Fact, Gap
from waypost.accounts.operations.rows import retire, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.models import SeenBy
from waypost.history.operations import Written
from waypost.ui.formats import excerpt

Entry = TypeVar("Entry", Fact, Gap)


def add_fact(
    *, access: Access, topic: Fact.Topic, text: str, source: str, as_of: date | None
) -> Written[Fact]:
    check_can_edit_plan(access)
    return _add(
        access,
        Fact(account=access.account, topic=topic, text=text, source=source, as_of=as_of),
        _("Added a fact: %(text)s") % {"text": excerpt(text)},
    )


def add_gap(*, access: Access, text: str) -> Written[Gap]:
    check_can_edit_plan(access)
    what = _("Added a gap: %(text)s") % {"text": excerpt(text)}
    return _add(access, Gap(account=access.account, text=text), what)


def remove_entry(*, access: Access, entry: Entry) -> Written[Entry]:
    """Take a fact or a gap out of the profile."""
    check_can_edit_plan(access)
    what = _("Removed from the profile: %(text)s") % {"text": excerpt(entry.text)}
    with writing(access=access, what=what, seen_by=_seen_by(entry)) as recording:
        retire(entry, recording)
    return Written(entry, recording.change_set)


def _add(access: Access, entry: Entry, what: str) -> Written[Entry]:
    with writing(access=access, what=what, seen_by=_seen_by(entry)) as recording:
        entry.save()
        recording.created(entry)
    return Written(entry, recording.change_set)


def _seen_by(entry: Fact | Gap) -> SeenBy:
    """What we know of competitors is not for everybody, in the history neither."""
    hidden = isinstance(entry, Fact) and entry.topic == Fact.Topic.COMPETITORS
    return SeenBy.MARGINS if hidden else SeenBy.PLAN
