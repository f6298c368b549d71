"""How dates, numbers, money and hours are written for people (DESIGN.md, "Writing").

Functions of their arguments and the active language only. What is not known is an empty string.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS_ABBR
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext_lazy

from waypost.method.month import Month
from waypost.ui.memory import remembered

Number = Decimal | int | float

NBSP = "\u00a0"
SYMBOLS = {"EUR": "€", "GBP": "£", "JPY": "¥", "USD": "$"}
NOUNS = {
    "account": ngettext_lazy("%(number)s account", "%(number)s accounts", "count"),
    "action": ngettext_lazy("%(number)s action", "%(number)s actions", "count"),
    "day": ngettext_lazy("%(number)s day", "%(number)s days", "count"),
    "error": ngettext_lazy("%(number)s error", "%(number)s errors", "count"),
    "fact": ngettext_lazy("%(number)s fact", "%(number)s facts", "count"),
    "finding": ngettext_lazy("%(number)s finding", "%(number)s findings", "count"),
    "gap": ngettext_lazy("%(number)s gap", "%(number)s gaps", "count"),
    "minute": ngettext_lazy("%(number)s minute", "%(number)s minutes", "count"),
    "month": ngettext_lazy("%(number)s month", "%(number)s months", "count"),
    "objective": ngettext_lazy("%(number)s objective", "%(number)s objectives", "count"),
    "opportunity": ngettext_lazy("%(number)s opportunity", "%(number)s opportunities", "count"),
    "person": ngettext_lazy("%(number)s person", "%(number)s people", "count"),
    "review": ngettext_lazy("%(number)s review", "%(number)s reviews", "count"),
    "row": ngettext_lazy("%(number)s row", "%(number)s rows", "count"),
    "strategy": ngettext_lazy("%(number)s strategy", "%(number)s strategies", "count"),
    "year": ngettext_lazy("%(number)s year", "%(number)s years", "count"),
}


@remembered
def short_date(day: date | None, today: date | None = None) -> str:
    """8 Dec, and 8 Dec 2027 where that is not the year of ``today``."""
    if day is None:
        return ""
    words = {"day": day.day, "month": short_month(day), "year": day.year}
    if today is not None and day.year == today.year:
        # Translators: a date in the current year, such as 8 Dec
        return gettext("%(day)s %(month)s") % words
    # Translators: a date in another year, such as 8 Dec 2027
    return gettext("%(day)s %(month)s %(year)s") % words


@remembered
def weekday_date(day: date | None, today: date | None = None) -> str:
    """Thu 17 Dec, and Thu 7 Jan 2027 where that is not the year of ``today``."""
    if day is None:
        return ""
    words = {"weekday": WEEKDAYS_ABBR[day.weekday()], "date": short_date(day, today)}
    # Translators: a weekday and a date, such as Thu 17 Dec
    return gettext("%(weekday)s %(date)s") % words


@remembered
def month_name(month: Month | date | None) -> str:
    """December."""
    return "" if month is None else str(MONTHS[month.month])


@remembered
def short_month(month: Month | date | None) -> str:
    """Dec."""
    return "" if month is None else str(MONTHS_3[month.month]).title()


@remembered
def days_ago(day: date | None, today: date) -> str:
    """How long ago, in words: today, yesterday, 24 days, 5 months, 2 years.

    Days up to 99, then whole months, from two years on whole years.
    """
    if day is None:
        return ""
    days = (today - day).days
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    if days < 100:
        return counted(days, "day")
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    return counted(months, "month") if months < 24 else counted(months // 12, "year")


@remembered
def number(value: Number | None) -> str:
    """1,100 or 3.4: grouped, without trailing zeros."""
    if value is None:
        return ""
    return str(number_format(Decimal(str(value)).normalize(), force_grouping=True))


def with_unit(value: Number | None, unit: str | None) -> str:
    """10 stops, 61%: the number stays beside its unit."""
    if value is None or not unit:
        return number(value)
    return f"{number(value)}{'' if unit == '%' else NBSP}{unit}"


@remembered
def hours(value: Number | None) -> str:
    """2.5 h."""
    # Translators: a number of hours, such as 2.5 h
    return "" if value is None else gettext("%s\u00a0h") % number(value)


@remembered
def money(value: Number | None, currency: str | None) -> str:
    """€0.74 m from a hundred thousand on, €7.4 k from a thousand on, else €740; NOK 0.74 m."""
    if value is None:
        return ""
    amount = Decimal(str(value))
    if abs(amount) >= 100_000:
        millions = amount / 1_000_000
        places = 2 if abs(millions) < 10 else 1 if abs(millions) < 100 else 0
        figure = str(number_format(rounded(millions, places), places, force_grouping=True))
        # Translators: a number of millions, such as 0.74 m
        figure = gettext("%s\u00a0m") % figure
    elif abs(amount) >= 1_000:
        # Translators: a number of thousands, such as 7.4 k
        figure = gettext("%s\u00a0k") % number(rounded(amount / 1_000, 1))
    else:
        figure = number(rounded(amount, 2))
    sign, figure = ("-", figure[1:]) if figure.startswith("-") else ("", figure)
    code = currency or ""
    return f"{sign}{SYMBOLS.get(code) or (code and code + NBSP)}{figure}"


@remembered
def counted(count: int, noun: str) -> str:
    """3 findings, 1 finding; ``noun`` is a key of NOUNS."""
    return str(NOUNS[noun] % {"count": count, "number": number(count)})


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def excerpt(text: str, limit: int = 80) -> str:
    """The first line of a text, cut between words with … where it is longer than the limit."""
    line, *more = text.strip().splitlines() or [""]
    if len(line) <= limit:
        return f"{line} …" if more else line
    return f"{line[:limit].rsplit(maxsplit=1)[0]} …"
