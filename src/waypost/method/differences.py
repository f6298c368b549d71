"""What is different between two states of one plan, in sentences (STP-7).

The parts are compared by their ids. What stands first needs the most attention: objectives, then
strategies, actions, lights, people and opportunities, each in the order of the later plan.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from waypost.method.lights import confirms
from waypost.method.month import Month
from waypost.method.plan import (
    Action,
    ActionStatus,
    BusinessObjective,
    Colour,
    Opportunity,
    Person,
    Plan,
    RelationshipObjective,
    StageGoal,
    Strategy,
    TrafficLight,
    Vision,
)
from waypost.method.words import MONTHS, Value, Words, gettext_noop, words

_ = gettext_noop


class Area(StrEnum):
    """The part of the plan in which something is different, in the order of a page."""

    OBJECTIVES = "objectives"
    STAGES = "stage goals"
    STRATEGIES = "strategies"
    ACTIONS = "actions"
    LIGHTS = "traffic lights"
    PEOPLE = "people"
    OPPORTUNITIES = "opportunities"


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One part that is different: its id, its words as they are now, and a sentence for each
    thing that is different about it."""

    area: Area
    at: str
    text: str
    sentences: tuple[Words, ...]

    @property
    def changes_goals(self) -> bool:
        """Whether an objective or a stage goal is another one now: what was accepted is not this
        (SES-4)."""
        goals = self.area in (Area.OBJECTIVES, Area.STAGES)
        return goals and any(sentence.text not in PROGRESS for sentence in self.sentences)


CHANGED = _("The %(what)s is now %(after)s; it was %(before)s.")
GIVEN = _("The %(what)s is now %(after)s; there was none.")
GONE = _("The %(what)s was %(before)s and is no longer given.")
REWORDED = _("It now reads “%(after)s”; it read “%(before)s”.")
CHECKED = _("The check-in of %(on)s says %(value)s.")
HEARD = _("It was heard: “%(text)s”.")
AGREED = _("Who agreed to it is different.")
# How an objective comes along, which leaves it the objective that it was.
PROGRESS: Final = frozenset({CHECKED, HEARD, AGREED})

# The values of a part that are compared as they stand, and how they are called.
NOUNS: Final[dict[type, dict[str, str]]] = {
    Vision: {"horizon_years": _("number of years")},
    RelationshipObjective: {},
    BusinessObjective: {
        "customer_text": _("wording to the customer"),
        "metric": _("metric"),
        "unit": _("unit"),
        "baseline": _("baseline"),
        "target": _("target"),
        "due": _("due date"),
        "condition": _("condition to hold meanwhile"),
        "owner": _("owner"),
    },
    StageGoal: {
        "due": _("due date"),
        "value": _("value"),
        "customer_sees": _("sign that the customer sees"),
    },
    Strategy: {"communicate": _("way of communicating it")},
    Action: {
        "owner": _("owner"),
        "due": _("due date"),
        "hours": _("number of hours"),
        "achieves": _("purpose"),
    },
    TrafficLight: {"response": _("response"), "on": _("place it stands on")},
    Person: {
        "title": _("title"),
        "reports_to": _("superior"),
        "disposition": _("disposition"),
        "wants": _("wish"),
        "personal_win": _("personal win"),
    },
    Opportunity: {
        "tier": _("class"),
        "margin": _("margin"),
        "chance": _("chance"),
        "hours": _("number of hours"),
    },
}
TEXTS: Final = {Action: "what", Strategy: "statement", Person: "name", Opportunity: "name"}
NEW: Final = {
    Area.OBJECTIVES: _("It is new in the plan."),
    Area.STAGES: _("The stage goal is new: %(value)s by %(due)s."),
    Area.STRATEGIES: _("The strategy is new."),
    Area.ACTIONS: _("The action is new."),
    Area.LIGHTS: _("The light is new: %(colour)s."),
    Area.PEOPLE: _("The person is new in the plan."),
    Area.OPPORTUNITIES: _("The opportunity is new."),
}
LEFT: Final = {
    Area.OBJECTIVES: _("It is no longer in the plan."),
    Area.STAGES: _("The stage goal is no longer in the plan."),
    Area.STRATEGIES: _("The strategy is no longer in the plan."),
    Area.ACTIONS: _("The action is no longer in the plan."),
    Area.LIGHTS: _("The light has gone out; it was %(colour)s."),
    Area.PEOPLE: _("The person is no longer in the plan."),
    Area.OPPORTUNITIES: _("The opportunity is no longer in the plan."),
}
TURNED = {
    Colour.GREEN: _("It turned from %(colour)s to green."),
    Colour.AMBER: _("It turned from %(colour)s to amber."),
    Colour.RED: _("It turned from %(colour)s to red."),
}


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """What is different in the later plan, part by part (STP-7); nothing for equal plans."""
    pair = _Pair(before, after)
    return tuple(
        Difference(area=area, at=at, text=text, sentences=tuple(sentences))
        for area, at, text, sentences in pair.found()
        if sentences
    )


Found = tuple[Area, str, str, list[Words]]


class _Pair:
    """Two states of one plan."""

    def __init__(self, before: Plan, after: Plan) -> None:
        self._before, self._after = before, after
        self._names = {**_names(before), **_names(after)}

    def found(self) -> Iterator[Found]:
        old, new = self._before.objectives, self._after.objectives
        soft: tuple[tuple[Sequence[Any], Sequence[Any]], ...] = (
            (old.visionary, new.visionary),
            (old.relationship, new.relationship),
        )
        for before, after in soft:
            yield from self._parts(Area.OBJECTIVES, before, after, self._soft)
        yield from self._parts(Area.OBJECTIVES, old.business, new.business, self._business)
        yield from self._stages()
        one, other = self._before, self._after
        yield from self._parts(Area.STRATEGIES, one.strategies, other.strategies, self._strategy)
        actions = (one.short_term_plan.actions, other.short_term_plan.actions)
        yield from self._parts(Area.ACTIONS, *actions, self._action)
        lights = (one.traffic_lights, other.traffic_lights)
        yield from self._parts(Area.LIGHTS, *lights, self._light)
        yield from self._parts(Area.PEOPLE, one.people, other.people, self._person)
        chances = (one.opportunities, other.opportunities)
        yield from self._parts(Area.OPPORTUNITIES, *chances, _nothing_else)

    def _parts(
        self,
        area: Area,
        before: Sequence[Any],
        after: Sequence[Any],
        more: Callable[[Any, Any], Iterator[Words]],
    ) -> Iterator[Found]:
        """The parts of both, those that left at the end."""
        was = {part.id: part for part in before}
        now = {part.id: part for part in after}
        for part in after:
            old = was.get(part.id)
            if old is None:
                yield area, part.id, text_of(part), [words(NEW[area], **_about(part))]
            elif old != part:
                same = [*self._values(old, part), *more(old, part)]
                yield area, part.id, text_of(part), same
        for part in before:
            if part.id not in now:
                yield area, part.id, text_of(part), [words(LEFT[area], **_about(part))]

    def _values(self, old: Any, new: Any) -> Iterator[Words]:
        """The wording, then each value that is called by a noun."""
        if text_of(old) != text_of(new):
            yield words(REWORDED, before=text_of(old), after=text_of(new))
        for field, noun in NOUNS[type(new)].items():
            was, is_now = getattr(old, field), getattr(new, field)
            if was != is_now:
                yield self._turn(noun, was, is_now)

    def _turn(self, noun: str, was: Any, is_now: Any) -> Words:
        if is_now is None:
            return words(GONE, what=noun, before=self._value(was))
        if was is None:
            return words(GIVEN, what=noun, after=self._value(is_now))
        return words(CHANGED, what=noun, before=self._value(was), after=self._value(is_now))

    def _value(self, value: Any) -> Value:
        """A value as a sentence has it; of an id the name behind it."""
        if isinstance(value, date | Decimal | int):
            return value
        return self._names.get(str(value), str(value))

    def _soft(self, old: Any, new: Any) -> Iterator[Words]:
        for said in getattr(new, "heard", ()):
            if said not in old.heard:
                yield words(HEARD, text=said.text)

    def _business(self, old: BusinessObjective, new: BusinessObjective) -> Iterator[Words]:
        for check in new.check_ins:
            if check not in old.check_ins:
                yield words(CHECKED, on=check.on, value=check.value)
        if old.agreed != new.agreed:
            yield words(AGREED)
        if set(old.serves) != set(new.serves):
            yield self._links(old.serves, new.serves)

    def _stages(self) -> Iterator[Found]:
        def of(plan: Plan) -> list[StageGoal]:
            return [stage for one in plan.objectives.business for stage in one.stages]

        yield from self._parts(Area.STAGES, of(self._before), of(self._after), _nothing_else)

    def _strategy(self, old: Strategy, new: Strategy) -> Iterator[Words]:
        answers = {answer.who: answer for answer in old.members}
        for answer in new.members:
            was = answers.get(answer.who)
            if answer.committed and not (was and was.committed):
                name = self._value(answer.who)
                yield words(_("%(name)s committed to it."), name=name)
            elif was and was.committed and not answer.committed:
                name = self._value(answer.who)
                yield words(_("%(name)s is no longer committed to it."), name=name)
        if set(old.serves) != set(new.serves):
            yield self._links(old.serves, new.serves)

    def _links(self, old: Iterable[str], new: Iterable[str]) -> Words:
        was, is_now = ", ".join(old), ", ".join(new)
        return self._turn(_("purpose"), was or None, is_now or None)

    def _action(self, old: Action, new: Action) -> Iterator[Words]:
        if old.month != new.month and old.month and new.month:
            moved = (
                _("It was carried from %(before)s to %(after)s.")
                if new.month > old.month
                else _("It was brought forward from %(before)s to %(after)s.")
            )
            yield words(moved, before=_month(old.month), after=_month(new.month))
        if old.status != new.status:
            yield _status(new)
        elif old.reason != new.reason and new.reason:
            yield words(_("The reason given is “%(reason)s”."), reason=new.reason)

    def _light(self, old: TrafficLight, new: TrafficLight) -> Iterator[Words]:
        if old.colour != new.colour:
            yield words(TURNED[new.colour], colour=old.colour.value)
        for entry in new.history:
            if entry in old.history:
                continue
            if confirms(entry):
                yield words(_("It was found still true on %(on)s."), on=entry.on)
            elif entry.why:
                yield words(_("The reason given is “%(reason)s”."), reason=entry.why)

    def _person(self, old: Person, new: Person) -> Iterator[Words]:
        if new.left_company and not old.left_company:
            yield words(_("The person has left the company."))
        for member in new.known_by:
            if member not in old.known_by:
                yield words(_("%(name)s knows the person now."), name=self._value(member))
        if new.last_contact and new.last_contact != old.last_contact:
            yield words(_("The last contact was on %(on)s."), on=new.last_contact)


def _nothing_else(_old: Any, _new: Any) -> Iterator[Words]:
    return iter(())


def text_of(part: Any) -> str:
    """The words of a part; a stage goal has none of its own."""
    text: str = getattr(part, TEXTS.get(type(part), "text"), "")
    return text


def _about(part: Any) -> dict[str, Value]:
    """What the sentence about a new part, or one that left, names of it."""
    if isinstance(part, StageGoal):
        return {"value": part.value, "due": part.due}
    return {"colour": part.colour.value} if isinstance(part, TrafficLight) else {}


def _status(action: Action) -> Words:
    if action.status is ActionStatus.DONE:
        return words(_("It is done."))
    if action.status is ActionStatus.DROPPED:
        return words(_("It was dropped: “%(reason)s”."), reason=action.reason or "")
    return words(_("It is open again."))


def _month(month: Month) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def _names(plan: Plan) -> dict[str, str]:
    found = {member.id: member.name for member in plan.team}
    found |= {person.id: person.name for person in plan.people}
    return found | {opportunity.id: opportunity.name for opportunity in plan.opportunities}
