"""What we know of the customer, from whom, and what we do not know (PRO-1, PRO-2)."""

from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from waypost.accounts.models import Fact, Gap
from waypost.accounts.operations.rows import retire
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.health.operations import refresh
from waypost.history.operations import record

Entry = TypeVar("Entry", Fact, Gap)


def add_fact(
    *, access: Access, topic: Fact.Topic, text: str, source: str, as_of: date | None
) -> Fact:
    check_can_edit_plan(access)
    return _add(
        access,
        Fact(account=access.account, topic=topic, text=text, source=source, as_of=as_of),
        _("Added a fact: %(text)s") % {"text": text},
    )


def add_gap(*, access: Access, text: str) -> Gap:
    check_can_edit_plan(access)
    what = _("Added a gap: %(text)s") % {"text": text}
    return _add(access, Gap(account=access.account, text=text), what)


def remove_entry(*, access: Access, entry: Fact | Gap) -> None:
    """Take a fact or a gap out of the profile."""
    check_can_edit_plan(access)
    what = _("Removed from the profile: %(text)s") % {"text": entry.text}
    with record(actor=access.user, account=access.account, what=what) as recording:
        retire(entry, recording)
        refresh(access.account)


def _add(access: Access, entry: Entry, what: str) -> Entry:
    with record(actor=access.user, account=access.account, what=what) as recording:
        entry.save()
        recording.created(entry)
        refresh(access.account)
    return entry
