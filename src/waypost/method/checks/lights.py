"""Traffic lights are answered, still true and do not contradict each other (TL)."""

import re
from collections.abc import Iterator
from datetime import date

from waypost.method.checks.likeness import subjects
from waypost.method.checks.links import lead_of
from waypost.method.checks.registry import (
    ActionDraft,
    Finding,
    Remedy,
    Severity,
    fix,
    quoted,
    rule,
)
from waypost.method.lights import Response, response
from waypost.method.plan import Action, ActionStatus, Colour, Plan, TrafficLight
from waypost.method.shape import ACCOUNT
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

AMBER_HOLDS_DAYS = 180  # what could go either way has gone one of them by then
LIGHT_HOLDS_DAYS = 365
SAME_MATTER = 0.3  # share of the words of the shorter text


@rule(
    "MOD-1",
    title=_("The plan has traffic lights"),
    why=_("They show what helps and what stands in the way, which objectives alone do not."),
)
def no_lights(plan: Plan, _today: date) -> Iterator[Finding]:
    """Asked for once there is a business objective that something could help or stop."""
    if plan.objectives.business and not plan.traffic_lights:
        message = words(_("The plan has no traffic light."))
        remedy = fix(
            Remedy.ADD_LIGHT, _("Ask what is for you, what against you, what could go either way.")
        )
        yield no_lights.finding(ACCOUNT, Severity.ADVICE, message, remedy)


@rule(
    "TL-1",
    title=_("A red and a green light do not say the opposite of one matter"),
    why=_("A matter is for you, against you or open; who reads both colours trusts neither."),
)
def contradicting(plan: Plan, _today: date) -> Iterator[Finding]:
    """Both colours on one thing are fine: something helps there, and something else stops it."""
    names = {name for person in plan.people for name in person.name.split()[-1:]}
    about = {light.id: _about(light, names) for light in plan.traffic_lights}
    greens = [light for light in plan.traffic_lights if light.colour is Colour.GREEN]
    for red in (light for light in plan.traffic_lights if light.colour is Colour.RED):
        own = _name_of(plan, red.on)
        on_it = (green for green in greens if green.on == red.on)
        says_else = (g for g in on_it if _on_one_matter(about[red.id], about[g.id], own))
        if green := next(says_else, None):
            message = words(
                _("%(red)s is red and %(green)s green, both on %(on)s and on one matter."),
                red=red.id,
                green=green.id,
                on=red.on,
            )
            remedy = fix(Remedy.CONFIRM_LIGHT, _("Settle which holds, and put the other out."))
            yield contradicting.finding(
                red.id, Severity.QUESTION, message, remedy, subject=green.id
            )


@rule(
    "TL-4",
    title=_("A light that is not green says what we do about it"),
    why=_("A red light stops you from achieving an objective until somebody answers it."),
)
def unanswered(plan: Plan, today: date) -> Iterator[Finding]:
    for light in plan.traffic_lights:
        if light.colour is Colour.GREEN or response(plan, light, today) is not Response.MISSING:
            continue
        is_red = light.colour is Colour.RED
        text = (
            _("%(id)s, red on %(on)s, has no response: “%(text)s”")
            if is_red
            else _("%(id)s, amber on %(on)s, has no response: “%(text)s”")
        )
        remedy = fix(
            Remedy.RESPOND,
            _("Write what you do about it, or that you wait and why."),
            action=ActionDraft(
                what=words(
                    _("Find out what can be done about “%(text)s”"), text=quoted(light.text)
                ),
                achieves=None if light.on == ACCOUNT else light.on,
                owner=lead_of(plan),
            ),
            field="response",
        )
        yield unanswered.finding(
            light.id,
            Severity.SERIOUS if is_red else Severity.ADVICE,
            words(text, id=light.id, on=light.on, text=quoted(light.text)),
            remedy,
        )


@rule(
    "TL-4",
    title=_("What a light’s response names is still under way"),
    why=_("A response that has ended while the light stands is no response any more."),
)
def response_ended(plan: Plan, _today: date) -> Iterator[Finding]:
    """Silent where the response says more than which actions answer the light."""
    actions = {action.id: action for action in plan.short_term_plan.actions}
    for light in plan.traffic_lights:
        named = _named_only(light.response or "", actions)
        if light.colour is Colour.GREEN or not named:
            continue
        if all(action.status in (ActionStatus.DONE, ActionStatus.DROPPED) for action in named):
            message = words(
                _("%(id)s on %(on)s is answered by nothing that is still to be done: %(names)s."),
                id=light.id,
                on=light.on,
                names=", ".join(action.id for action in named),
            )
            remedy = fix(
                Remedy.RESPOND, _("Change the colour, or say what comes next."), field="response"
            )
            yield response_ended.finding(
                light.id, Severity.ADVICE, message, remedy, subject="ended"
            )


@rule(
    "TL-4",
    title=_("A light is still true"),
    why=_("Situations change quietly; a light that nobody has looked at for long misleads."),
)
def stale(plan: Plan, today: date) -> Iterator[Finding]:
    for light in plan.traffic_lights:
        dates = (light.since, *(change.on for change in light.history))
        looked = max((day for day in dates if day and day <= today), default=None)
        holds = AMBER_HOLDS_DAYS if light.colour is Colour.AMBER else LIGHT_HOLDS_DAYS
        if looked and (today - looked).days > holds:
            message = words(
                _("Nobody has looked at %(id)s since %(on)s: “%(text)s”"),
                id=light.id,
                on=looked,
                text=quoted(light.text),
            )
            remedy = fix(Remedy.CONFIRM_LIGHT, _("Say that it is still true, or change it."))
            yield stale.finding(light.id, Severity.QUESTION, message, remedy, subject="stale")


def _named_only(text: str, actions: dict[str, Action]) -> list[Action]:
    """The actions that a response names, where it says nothing else: "A2, A3"."""
    names = re.findall(r"[\w-]+", text)
    named = [actions[name] for name in names if name in actions]
    return named if len(named) == len(names) else []


def _about(light: TrafficLight, names: set[str]) -> tuple[set[str], frozenset[str]]:
    """The people and the matters that a light tells of."""
    return names.intersection(re.findall(r"[\w'’-]+", light.text)), subjects(light.text)


def _on_one_matter(
    red: tuple[set[str], frozenset[str]],
    green: tuple[set[str], frozenset[str]],
    own: frozenset[str],
) -> bool:
    """By a person both name, or by their words but those of what they stand on."""
    first, second = red[1] - own, green[1] - own
    both = len(first & second)
    alike = both > 1 and both >= SAME_MATTER * min(len(first), len(second))
    return alike or not red[0].isdisjoint(green[0])


def _name_of(plan: Plan, code: str) -> frozenset[str]:
    """The words of the objective or opportunity itself, or of the account."""
    texts = {found.id: found.name for found in plan.opportunities}
    texts |= {found.id: found.text for found in plan.objectives.business}
    return subjects(texts.get(code, plan.account.name))
