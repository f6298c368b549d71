"""What is different between two states of one plan, in sentences (STP-7).

The parts are compared by their ids. What stands first needs the most attention: objectives, then
strategies, actions, lights, people and opportunities, each in the order of the later plan; the
team and what is known of the account come last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from waypost.method.difference_words import (
    AGREED,
    CHANGED,
    CHECKED,
    CLOSED,
    DISAGREED,
    FORGOTTEN,
    GAP,
    GIVEN,
    GONE,
    HEARD,
    KNOWN,
    LEFT,
    NEW,
    NOUNS,
    PROGRESS,
    QUOTED,
    REWORDED,
    SIDES,
    TEXTS,
    TOPICS,
    TURNED,
    Area,
)
from waypost.method.lights import confirms
from waypost.method.month import Month
from waypost.method.plan import (
    Action,
    ActionStatus,
    BusinessObjective,
    Person,
    Plan,
    Profile,
    StageGoal,
    Strategy,
    TeamMember,
    TrafficLight,
)
from waypost.method.words import MONTHS, Value, Words, gettext_noop, words

_ = gettext_noop


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


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """What is different in the later plan, part by part (STP-7); nothing for equal plans."""
    pair = _Pair(before, after)
    return tuple(
        Difference(area=area, at=at, text=text, sentences=tuple(sentences))
        for area, at, text, sentences in pair.found()
        if sentences
    )


Found = tuple[Area, str, str, list[Words]]
Agreement = bool | tuple[str, ...] | None


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
        yield from self._parts(Area.TEAM, one.team, other.team, _nothing_else)
        yield from self._profile()

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
                yield area, part.id, self._text(part), [words(NEW[area], **_about(part))]
            elif old != part:
                same = [*self._values(old, part), *more(old, part)]
                yield area, part.id, self._text(part), same
        for part in before:
            if part.id not in now:
                yield area, part.id, self._text(part), [words(LEFT[area], **_about(part))]

    def _values(self, old: Any, new: Any) -> Iterator[Words]:
        """The wording, then each value that is called by a noun."""
        if text_of(old) != text_of(new) and type(new) is not TeamMember:
            yield words(REWORDED, before=_ended(text_of(old)), after=_ended(text_of(new)))
        for field, noun in NOUNS[type(new)].items():
            was, is_now = getattr(old, field), getattr(new, field)
            if was != is_now:
                if field == "chance":
                    was, is_now = (one and one * 100 for one in (was, is_now))
                if field in QUOTED:
                    was, is_now = (one and f"“{_ended(one)}”" for one in (was, is_now))
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
                yield words(HEARD, text=_ended(said.text))

    def _business(self, old: BusinessObjective, new: BusinessObjective) -> Iterator[Words]:
        for check in new.check_ins:
            if check not in old.check_ins:
                yield words(CHECKED, on=check.on, value=check.value)
        for side, sentences in SIDES.items():
            was, is_now = getattr(old.agreed, side), getattr(new.agreed, side)
            yield from self._agreed(was, is_now, sentences)
        if set(old.serves) != set(new.serves):
            yield self._links(old.serves, new.serves)

    def _agreed(self, was: Agreement, is_now: Agreement, side: tuple[str, str]) -> Iterator[Words]:
        """All of one side, or who of it."""
        agreed, disagreed = side
        if (is_now is True) != (was is True):
            yield words(agreed if is_now is True else disagreed)
        old, new = (one if isinstance(one, tuple) else () for one in (was, is_now))
        for who in dict.fromkeys((*new, *old)):
            if who not in old or who not in new:
                yield words(AGREED if who in new else DISAGREED, name=self._value(who))

    def _profile(self) -> Iterator[Found]:
        """What became known and what is not known any more, by its words."""
        old, new = self._before.profile, self._after.profile
        yield from _said(_facts(old), _facts(new), KNOWN, FORGOTTEN)
        yield from _said(dict.fromkeys(old.gaps, ""), dict.fromkeys(new.gaps, ""), GAP, CLOSED)

    def _text(self, part: Any) -> str:
        """The words of a part; of a stage goal those of its objective."""
        if not isinstance(part, StageGoal):
            return text_of(part)
        both = (*self._after.objectives.business, *self._before.objectives.business)
        ids = {stage.id: one.text for one in reversed(both) for stage in one.stages}
        return ids[part.id]

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
            yield words(_("The reason given is “%(reason)s”."), reason=_ended(new.reason))

    def _light(self, old: TrafficLight, new: TrafficLight) -> Iterator[Words]:
        if old.colour != new.colour:
            yield words(TURNED[new.colour], colour=old.colour.value)
        for entry in new.history:
            if entry in old.history:
                continue
            if confirms(entry):
                yield words(_("It was found still true on %(on)s."), on=entry.on)
            elif entry.why:
                yield words(_("The reason given is “%(reason)s”."), reason=_ended(entry.why))

    def _person(self, old: Person, new: Person) -> Iterator[Words]:
        if new.left_company and not old.left_company:
            yield words(_("The person has left the company."))
        for member in new.known_by:
            if member not in old.known_by:
                yield words(_("%(name)s knows the person now."), name=self._value(member))
        if new.last_contact and new.last_contact != old.last_contact:
            yield words(_("The last contact was on %(on)s."), on=new.last_contact)


def _ended(text: str) -> str:
    """As it stands between quotation marks in a sentence, which brings the full stop."""
    return text.strip().removesuffix(".")


def _facts(profile: Profile) -> dict[str, str]:
    """The words of each fact with its id."""
    found = (fact for topic in TOPICS for fact in getattr(profile, topic))
    return {fact.text: fact.id or "" for fact in found}


def _said(
    was: Mapping[str, str], is_now: Mapping[str, str], came: str, went: str
) -> Iterator[Found]:
    for text in is_now:
        if text not in was:
            yield Area.PROFILE, is_now[text], text, [words(came)]
    for text in was:
        if text not in is_now:
            yield Area.PROFILE, was[text], text, [words(went)]


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
    if isinstance(part, TeamMember):
        return {"role": part.role}
    return {"colour": part.colour.value} if isinstance(part, TrafficLight) else {}


def _status(action: Action) -> Words:
    if action.status is ActionStatus.DONE:
        return words(_("It is done."))
    if action.status is ActionStatus.DROPPED:
        return words(_("It was dropped: “%(reason)s”."), reason=_ended(action.reason or ""))
    return words(_("It is open again."))


def _month(month: Month) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def _names(plan: Plan) -> dict[str, str]:
    found = {member.id: member.name for member in plan.team}
    found |= {person.id: person.name for person in plan.people}
    return found | {opportunity.id: opportunity.name for opportunity in plan.opportunities}
