"""Dates of the sample: written relative to the day it is loaded, so that its story is always now.

A token in a plan of the sample stands for a day or a month:

- ``{{today-12d}}``: a working day, the one before where it would fall on a weekend;
- ``{{review}}``: the latest review day up to today, ``{{review-1}}`` the one before it,
  ``{{review+1}}`` the next one;
- ``{{window}}``: the first month one plans for after that review, ``{{window+2}}`` two months on;
- ``{{window+2 day 12}}``: the working day nearest to its 12th; ``{{window+2 end}}``: its last day.

A day ends with ``in words`` to be written for people (31 March 2027), with ``kept`` to stand as the
due date of an action that is done once the day is over.
"""

import re
from datetime import date, timedelta
from typing import Final

from waypost.method.month import Month
from waypost.method.review_day import parse_review_day, review_day

REVIEW_DAY: Final = "last Thursday of the month"
SATURDAY = 5

TOKEN = re.compile(
    r"""\{\{
    (?:today(?P<days>[-+][0-9]+)d
      |review(?P<review>[-+][0-9]+)?
      |window(?P<month>[-+][0-9]+)?(?:[ ](?:day[ ](?P<day>[0-9]+)|(?P<end>end)))?
    )
    (?:[ ](?P<form>in[ ]words|kept))?
    \}\}""",
    re.VERBOSE,
)


def render(text: str, today: date) -> str:
    """The text with every token replaced as of ``today``."""
    return TOKEN.sub(lambda token: _written(token, today), text)


def _written(token: re.Match[str], today: date) -> str:
    meant = _meant(token, today)
    if isinstance(meant, Month):
        return str(meant)
    match token["form"]:
        case "in words":
            return f"{meant.day} {meant:%B %Y}"
        case "kept":
            return f"due: {meant}, status: {'done' if meant < today else 'open'}"
    return meant.isoformat()


def _meant(token: re.Match[str], today: date) -> date | Month:
    if token["days"]:
        return _working_day(today + timedelta(days=int(token["days"])))
    reviewed = _last_reviewed_month(today)
    if token[0].startswith("{{review"):
        return _review_day(reviewed.plus(int(token["review"] or 0)))
    month = reviewed.plus(1 + int(token["month"] or 0))
    if token["day"]:
        return _working_day_in(month, int(token["day"]))
    return month.last_day if token["end"] else month


def _last_reviewed_month(today: date) -> Month:
    month = Month.of(today)
    return month if _review_day(month) <= today else month.plus(-1)


def _review_day(month: Month) -> date:
    return review_day(parse_review_day(REVIEW_DAY), month)


def _working_day(day: date) -> date:
    """The day itself or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def _working_day_in(month: Month, number: int) -> date:
    """The day of the month or the Friday before it; the Monday after it at a month's beginning."""
    day = month.first_day.replace(day=number)
    before = _working_day(day)
    if Month.of(before) == month:
        return before
    return day + timedelta(days=7 - day.weekday())
