"""What was understood of an action typed in one line, in words to look at before it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from waypost.method.month import Month
from waypost.method.one_line import english
from waypost.method.one_line.action import ActionLine, read_action
from waypost.method.one_line.meaning import Meaning, Someone
from waypost.method.plan import Plan
from waypost.method.shape import Kind
from waypost.method.words import Words
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Reader, known
from waypost.ui.formats import hours, weekday_date
from waypost.ui.people import initials

# What a line can name, beside ids.
NAMED = ("team", "people")


@dataclass(frozen=True, kw_only=True, slots=True)
class LineReading:
    """``values`` are those of a new action; ``facts`` and ``questions`` are for the person."""

    values: dict[str, Any]
    facts: tuple[str, ...]
    questions: tuple[str, ...]


def read_line(reader: Reader, line: str, month: Month, ids: Mapping[str, Kind]) -> LineReading:
    """The action that the line means for this month of the plan, which has these ids.

    A day that is named ("today", "4 Dec") holds, whichever month it is in. "Fri" and "end of month"
    are those of this month where they can be.
    """
    found = _read(reader.plan, ids, line, reader.today)
    begins = _begins(found, month)
    if begins and found.due and Month.of(found.due) != month:
        later = _read(reader.plan, ids, line, max(reader.today, begins))
        found = later if later.due and Month.of(later.due) == month else found
    stands = found.month or (Month.of(found.due) if found.due else month)
    values = {
        "what": found.what,
        "month": stands,
        "due": found.due,
        "owner": found.owner or "",
        "achieves": found.achieves or "",
        "hours": found.hours,
        "important": found.important,
        "urgent": found.urgent,
    }
    return LineReading(
        values=values,
        facts=_facts(found, stands if stands != month else None, reader),
        questions=tuple(asked(question) for question in found.questions),
    )


def someone(plan: Plan) -> list[Someone]:
    """Everybody whom a line may name: our team, then the people at the customer."""
    ours = [Someone(m.id, m.name, initials(m.name), True, m.role) for m in plan.team]
    theirs = [Someone(p.id, p.name, initials(p.name), False, p.title or "") for p in plan.people]
    return [*ours, *theirs]


def asked(question: Words) -> str:
    return _(question.text) % dict(question.values)  # known to translators by name


def _read(plan: Plan, ids: Mapping[str, Kind], line: str, today: date) -> ActionLine:
    return read_action(line, today=today, people=someone(plan), parts=ids)


def _begins(found: ActionLine, month: Month) -> date | None:
    """From which day on to look for a day that is one of each month; None where it is none."""
    said = next((span.words for span in found.understood if span.kind is Meaning.DAY), "")
    words = [word.rstrip(".") for word in said.casefold().split()]
    if not words or {english.THIS, english.NEXT} & set(words):
        return None
    if words[-1] in english.WEEKDAYS:
        return month.first_day - timedelta(days=1)
    return month.first_day if words[-1] in {english.MONTH, *english.END_OF_MONTH} else None


def _facts(found: ActionLine, elsewhere: Month | None, reader: Reader) -> tuple[str, ...]:
    weight = ""
    if found.urgent is not None:
        weight = _("urgent") if found.urgent else _("important, not urgent")
    return known(
        reader.name(found.owner),
        weekday_date(found.due, reader.today),
        _("in %(month)s") % {"month": month_in_words(elsewhere, reader)} if elsewhere else "",
        hours(found.hours),
        _("for %(codes)s") % {"codes": found.achieves} if found.achieves else "",
        weight,
    )
