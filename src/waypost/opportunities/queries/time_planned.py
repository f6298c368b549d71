"""Where the hours of the short-term plan go, against the class of what they are for (ROTI-3)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from waypost.method.horizon import window
from waypost.method.planned_hours import PlannedHours, planned_hours
from waypost.opportunities.queries.bubble_words import percent
from waypost.plans.queries.wording import Reader, known
from waypost.ui.formats import hours, month_name


def time_planned(reader: Reader) -> tuple[str, ...]:
    """60% of December's hours for opportunities go to C; empty where none are planned."""
    months = planned_hours(reader.plan, window(reader.plan, reader.today).months)
    return known(*(_sentence(found) for found in months))


def _sentence(found: PlannedHours) -> str:
    if not found.for_opportunities:
        return ""
    words = {
        "month": month_name(found.month),
        "hours": hours(found.for_opportunities),
        "all": hours(found.in_all),
        "shares": ", ".join(_shares(found)),
    }
    return _("%(month)s: %(hours)s of %(all)s are planned for opportunities. %(shares)s.") % words


def _shares(found: PlannedHours) -> Iterator[str]:
    """Those that get most come first."""
    for tier, planned in sorted(found.by_tier, key=lambda pair: -pair[1]):
        if planned:
            words = {"share": percent(found.share(tier)), "tier": tier or ""}
            sentence = _("%(share)s go to class %(tier)s") if tier else _("%(share)s to no class")
            yield sentence % words
