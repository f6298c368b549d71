"""Actions as rows of the short-term plan: who, when, how long, what for (STP-1, STP-5)."""

from dataclasses import dataclass

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.lights import read_lights
from waypost.method.month import Month
from waypost.method.plan import Action, ActionStatus, Colour
from waypost.method.short_term import PlannedAction, is_important_not_urgent, is_open, month_of
from waypost.plans.queries.short_term import when
from waypost.plans.queries.wording import Owner, Reader, known
from waypost.ui.formats import excerpt, hours, short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionRow:
    """One action in words; ``month`` is where it stands (2026-12), empty for no month."""

    code: str
    what: str
    short: str
    month: str
    owner: Owner
    has_owner: bool
    is_mine: bool
    day: str
    hours: str
    notes: tuple[str, ...]
    late: bool
    done: bool
    important_not_urgent: bool
    can_edit: bool


class Rows:
    """Makes rows of the actions of one plan, for the person who looks at it."""

    def __init__(self, reader: Reader, access: Access) -> None:
        self._reader = reader
        self._access = access
        self._open = {a.id for a in reader.plan.short_term_plan.actions if is_open(a)}
        self._answered: dict[str, Colour] = {}
        for reading in read_lights(reader.plan, reader.today):
            for action in reading.actions:
                self._answered.setdefault(action.id, reading.light.colour)

    def row(self, entry: PlannedAction, month: Month | None, *, in_detail: bool) -> ActionRow:
        """The action as it stands in this month, or outside the months."""
        action = entry.action
        stands = month or month_of(action)
        return ActionRow(
            code=action.id,
            what=action.what,
            short=excerpt(action.what, 60),
            month=str(stands) if stands else "",
            owner=self._reader.owner(action.owner),
            has_owner=bool(self._reader.name(action.owner)),
            is_mine=action.owner is not None and action.owner == self._access.member_code,
            day=self._day(action, month, in_detail=in_detail),
            hours=hours(action.hours),
            notes=self._notes(entry, month),
            late=entry.late,
            done=action.status is ActionStatus.DONE,
            important_not_urgent=is_important_not_urgent(action),
            can_edit=self._access.can_edit_own(action.owner),
        )

    def _day(self, action: Action, month: Month | None, *, in_detail: bool) -> str:
        """Thu 3 where the month says the rest; in an outline and outside, 3 Dec."""
        if action.due is None or (month is not None and Month.of(action.due) != month):
            return ""
        if month is None or not in_detail:
            return short_date(action.due, self._reader.today)
        words = {"weekday": WEEKDAYS_ABBR[action.due.weekday()], "day": action.due.day}
        # Translators: a day of the month that the heading names, such as Thu 3
        return _("%(weekday)s %(day)s") % words

    def _notes(self, entry: PlannedAction, month: Month | None) -> tuple[str, ...]:
        action = entry.action
        elsewhere = action.due is None or month is None or Month.of(action.due) != month
        waits = ", ".join(code for code in action.depends_on if code in self._open)
        return known(
            action.achieves or "",
            when(entry, month, self._reader) if elsewhere else "",
            self._answers(action),
            _("from a gap") if action.from_gap is not None else "",
            _("waits for %(codes)s") % {"codes": waits} if waits else "",
        )

    def _answers(self, action: Action) -> str:
        words = {
            Colour.RED: _("answers a red light"),
            Colour.AMBER: _("answers an amber light"),
            Colour.GREEN: _("answers a green light"),
        }
        return words[self._answered[action.id]] if action.id in self._answered else ""
