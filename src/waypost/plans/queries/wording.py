"""How the parts of a plan are written on the one-page plan: people, figures, spans of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from waypost.method.figures import goal_in_words
from waypost.method.plan import BusinessObjective, Plan, TrafficLight
from waypost.method.words import plain
from waypost.ui.formats import counted, money, number, short_date, with_unit
from waypost.ui.people import initials


@dataclass(frozen=True, kw_only=True, slots=True)
class Owner:
    """Whose an action is."""

    name: str
    initials: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RedLight:
    """What stops an objective, shown where it stands (TL-4)."""

    code: str
    text: str
    since: str


class Reader:
    """A plan with what its parts are read with: the day, the names behind the ids."""

    def __init__(self, plan: Plan, today: date) -> None:
        self.plan = plan
        self.today = today
        self._ours = {member.id: member.name for member in plan.team}
        self._theirs = {person.id: person.name for person in plan.people}

    def name(self, code: str | None) -> str:
        """The name behind an id, of us or at the customer."""
        return self._ours.get(code or "") or self._theirs.get(code or "", "")

    def owner(self, code: str | None) -> Owner:
        """Whose an action is: one of us, somebody at the customer, or nobody yet."""
        name = self.name(code)
        if not name:
            return Owner(name=_("No owner"), initials="?")
        if code in self._theirs:
            words = {"name": name, "customer": self.plan.account.name}
            return Owner(name=_("%(name)s, %(customer)s") % words, initials=initials(name))
        return Owner(name=name, initials=initials(name))

    def day(self, day: date | None) -> str:
        return short_date(day, self.today)

    def figure(self, objective: BusinessObjective, value: Decimal) -> str:
        """A value as short as it is understood: 61%, €0.74 m, else the number alone."""
        currency = self.plan.account.currency
        if currency and objective.unit == currency:
            return money(value, currency)
        return with_unit(value, "%") if objective.unit == "%" else number(value)

    def red_lights(self, lights: Iterable[TrafficLight]) -> tuple[RedLight, ...]:
        return tuple(
            RedLight(code=light.id, text=light.text, since=self.since(light)) for light in lights
        )

    def since(self, light: TrafficLight) -> str:
        return _("since %(day)s") % {"day": self.day(light.since)} if light.since else ""


def goal(objective: BusinessObjective, value: Decimal) -> str:
    """A value of the metric as a goal, with the number as people write it."""
    words = goal_in_words(objective, value)
    return f"{number(value)}{words.removeprefix(plain(value))}"


def serving(codes: tuple[str, ...]) -> str:
    """for B1, B2; empty where it serves nothing."""
    return _("for %(codes)s") % {"codes": ", ".join(codes)} if codes else ""


def first(lines: Sequence[object], limit: int) -> int:
    """How many of the lines to show: no more than the limit, but never all but one."""
    return len(lines) if len(lines) == limit + 1 else limit


def known(*words: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(word for word in words if word)


def listed(*words: str) -> str:
    """now 3, trend misses step 2."""
    return ", ".join(known(*words))


def names(people: Iterable[str]) -> str:
    """Ola, Siobhán and Duncan."""
    *others, last = [name for name in people if name] or [""]
    if not others:
        return last
    # Translators: a list of names and the last one
    return _("%(names)s and %(last)s") % {"names": ", ".join(others), "last": last}


def span(days: Iterable[date], today: date) -> str:
    """How far away the days are: 9 to 13 months, 4 months, this month; empty without any."""
    months = [(day.year - today.year) * 12 + day.month - today.month for day in days]
    if not months:
        return ""
    first, last = max(min(months), 0), max(months)
    if last < 0:
        return _("date passed")
    if last == 0:
        return _("this month")
    if first == last:
        return counted(last, "month")
    # Translators: a span of months, such as 9 to 13 months
    return _("%(first)s to %(months)s") % {"first": first, "months": counted(last, "month")}
