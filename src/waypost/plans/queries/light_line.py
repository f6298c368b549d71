"""What was understood of a light typed in one line, in words to look at before it is saved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from waypost.method.one_line.light import LightLine, read_light
from waypost.method.parts import named_parts
from waypost.method.plan import Plan
from waypost.plans.queries.action_choices import Choice, Group, purposes
from waypost.plans.queries.one_line import asked, someone
from waypost.plans.queries.served import served_parts
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import excerpt, weekday_date

# What a line may name.
PARTS = ("team", "objectives", "strategies", "actions", "people", "opportunities")


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """One thing that was understood: about **Eva Lund**, CFO."""

    lead: str
    words: str
    rest: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LineReading:
    """``text``, ``colour`` and ``on`` are those of a new light, empty where it does not say."""

    text: str
    colour: str
    on: str
    facts: tuple[Understood, ...]
    questions: tuple[str, ...]


def read_line(reader: Reader, line: str) -> LineReading:
    """The light that the line means; its colour only where it names one (TL-1)."""
    plan = reader.plan
    found = read_light(line, today=reader.today, people=someone(plan), parts=named_parts(plan))
    return LineReading(
        text=found.text,
        colour=found.colour or "",
        on=found.on or "",
        facts=tuple(_facts(found, reader)),
        questions=tuple(asked(question) for question in found.questions),
    )


def stands_on(plan: Plan) -> list[Choice | Group]:
    """What a light can stand on: the account, an objective, a stage goal, an opportunity (TL-2)."""
    _nothing, *groups = purposes(replace(plan, strategies=()))
    return [("", _("The whole account")), *groups]


def _facts(found: LightLine, reader: Reader) -> Iterator[Understood]:
    served = served_parts(reader, 0)
    titles = {person.id: person.title or "" for person in reader.plan.people}
    actions = {action.id: action.what for action in reader.plan.short_term_plan.actions}

    def named(lead: str, code: str) -> Understood:
        rest = served[code].short if code in served else actions.get(code, "")
        return Understood(lead=lead, words=code, rest=excerpt(rest, 40))

    if found.on:
        yield named(_("on"), found.on)
    for code in found.mentions:
        name = reader.name(code)
        yield Understood(lead=_("about"), words=name, rest=titles.get(code, ""))
    if found.day:
        yield Understood(lead=_("time:"), words=weekday_date(found.day, reader.today))
    if found.month:
        yield Understood(lead=_("in"), words=month_in_words(found.month, reader))
    for code in found.touches:
        yield named(_("touches"), code)
