"""When somebody's mails are due, by the clock on their own wall."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

from waypost.staff.models import User

# A weekly mail that could not go out on its day still does within these.
LATE_DAYS: Final = 3


def zone_of(person: User) -> tzinfo:
    """The person's zone; the installation's where they chose none, or one nobody knows by now."""
    try:
        return ZoneInfo(person.time_zone or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(settings.TIME_ZONE)


def moment(day: date, hour: int, zone: tzinfo) -> datetime:
    """When it is that hour there: of an hour that comes twice the first; where clocks skip it, as
    much later as they skip."""
    return datetime.combine(day, time(hour), tzinfo=zone).astimezone(UTC)


def mail_day(now: datetime, hour: int, zone: tzinfo) -> date:
    """The last day on which mails were due by now."""
    today = now.astimezone(zone).date()
    return today if moment(today, hour, zone) <= now else today - timedelta(days=1)


def weekly_day(day: date, weekday: int) -> date | None:
    """The day of the weekly mail that is due on this one, or was a few days ago; else None."""
    ago = (day.weekday() - weekday) % 7
    return day - timedelta(days=ago) if ago <= LATE_DAYS else None


def ask_key(ref: int, on: date) -> str:
    """Once a day for each thing that is asked."""
    return f"ask:{ref}:{on}"


def week_of(day: date) -> str:
    """2026-W48."""
    year, week, _weekday = day.isocalendar()
    return f"{year:04d}-W{week:02d}"
