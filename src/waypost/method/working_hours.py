"""The hours there are for an account in a month (STP-1, ROTI-4)."""

import calendar
from collections.abc import Iterable, Sequence
from decimal import Decimal

from waypost.method.month import Month
from waypost.method.plan import TeamMember

WORKING_DAYS = 5  # of a week, Monday to Friday; holidays are not known
MONTHS = 12


def hours_there_are(team: Iterable[TeamMember], month: Month) -> Decimal | None:
    """What these members set aside for the account in a month, in hours.

    Their hours a week, for each working day of the month a fifth. None where nobody has said how
    many they have.
    """
    known = [member.hours_per_week for member in team if member.hours_per_week is not None]
    return sum(known, Decimal(0)) * working_days(month) / WORKING_DAYS if known else None


def working_days(month: Month) -> int:
    """How many days from Monday to Friday a month has."""
    weeks = calendar.Calendar().monthdays2calendar(*month)
    return sum(1 for week in weeks for day, weekday in week if day and weekday < WORKING_DAYS)


def hours_in_a_year(team: Sequence[TeamMember], first: Month) -> Decimal | None:
    """The same in the 12 months from ``first`` on: at most what opportunities can be given."""
    months = [hours_there_are(team, first.plus(ahead)) for ahead in range(MONTHS)]
    known = [found for found in months if found is not None]
    return sum(known, Decimal(0)) if known else None
