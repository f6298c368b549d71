"""Whether an objective can be reached in its time, and by this customer (CRI-3, CRI-5)."""

import re
from collections.abc import Iterator
from datetime import date

from waypost.method.checks.critique import judged
from waypost.method.checks.links import goals_of, open_actions
from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.critic import LIMIT_PER_MONTH, Criterion, Met, monthly_pace
from waypost.method.plan import BusinessObjective, Colour, Opportunity, Plan, TrafficLight
from waypost.method.profile import room_to_invest
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

FAR_AHEAD = 92  # days: what is due sooner needs no stages
MEANS = re.compile(
    r"\b(?:freez\w*|froze\w*|capex|budgets?|cuts?|savings? (?:programme|program|plan)|spending"
    r"|austerity|liquidity|cash|loss(?:es)?|insolven\w*|bankrupt\w*|administration|chapter 11"
    r"|covenants?|debts?|credit|payment terms|profit warning|restructuring|lay-?offs?|redundanc\w*"
    r"|short-?time|hiring stop|closures?|shut ?down|capacity|no money|cannot afford|unaffordable"
    r"|downgrade\w*|write-?downs?|cost reduction)\b",
    re.IGNORECASE,
)


@rule(
    "CRI-3",
    title=_("A business objective can be reached in its time"),
    why=_("Others rely on what we promise; steps, conditions and hours show that it can be done."),
)
def unrealistic(plan: Plan, today: date) -> Iterator[Finding]:
    """Asked of what has a target; nothing can show that an objective is realistic."""
    for objective in plan.objectives.business:
        if objective.target is None and not judged(objective.text).measurable:
            continue
        sign = _sign(plan, objective, today)
        if sign:
            severity, message = sign
            remedy = fix(
                Remedy.WRITE_OBJECTIVE,
                _("Break it down: stage goals, what has to happen first, and hours for it."),
                field="stages",
            )
            yield unrealistic.finding(objective.id, severity, message, remedy)


@rule(
    "CRI-5",
    title=_("What we want fits the customer’s means"),
    why=_("A target that the customer cannot pay for or carry is missed, however hard we work."),
)
def beyond_means(plan: Plan, _today: date) -> Iterator[Finding]:
    """A red light about their means that nobody answers is asked about where it bites."""
    asked = set()
    for light in plan.traffic_lights:
        if light.colour is not Colour.RED or light.response or not MEANS.search(light.text):
            continue
        for at in _hit(plan, light):
            asked.add(at)
            message = words(
                _("Does %(at)s fall under %(light)s? “%(text)s” Nothing is planned about it."),
                at=at,
                light=light.id,
                text=quoted(light.text),
            )
            remedy = fix(Remedy.RESPOND, _("Find out, and say what we do about it."))
            yield beyond_means.finding(at, Severity.QUESTION, message, remedy, subject=light.id)
    for objective in plan.objectives.business:
        found = None if objective.id in asked else _beyond_room(plan, objective)
        if found:
            remedy = fix(
                Remedy.RESPOND,
                _("Find out who can pay for it, and when; or ask for less, or later."),
                field="target",
            )
            yield beyond_means.finding(objective.id, Severity.QUESTION, found, remedy)
    if plan.profile.financial_performance or plan.profile.figures:
        return
    for objective in plan.objectives.business:
        if objective.target is not None and objective.id not in asked:
            message = words(
                _("Can the customer afford %(id)s? Nothing is known of their finances."),
                id=objective.id,
            )
            remedy = fix(
                Remedy.ADD_FACT,
                _("Find out how they are doing, and what they may spend."),
                field="profile.financial_performance",
            )
            yield beyond_means.finding(objective.id, Severity.QUESTION, message, remedy)


def _beyond_room(plan: Plan, objective: BusinessObjective) -> Words | None:
    """Where they have no room to invest by then, or less than the objective asks of them."""
    if objective.due is None or objective.target is None:
        return None
    room = room_to_invest(plan.profile, objective.due.year)
    if room is None:
        return None
    if not room.value:
        return words(
            _("Who pays for %(id)s? The customer has no room to invest in %(year)s."),
            id=objective.id,
            year=str(room.year),
        )
    asks = objective.target - (objective.baseline or 0)
    if objective.unit is None or objective.unit != plan.account.currency or asks <= room.value:
        return None
    return words(
        _("%(id)s asks for %(asks)s %(unit)s; in %(year)s the customer has room for %(room)s."),
        id=objective.id,
        asks=asks,
        unit=objective.unit,
        year=str(room.year),
        room=room.value,
    )


def _sign(plan: Plan, objective: BusinessObjective, today: date) -> tuple[Severity, Words] | None:
    pace = monthly_pace(
        objective.baseline, objective.target, _begun(objective, today), objective.due
    )
    if pace is not None and pace > LIMIT_PER_MONTH:
        return Severity.WARNING, words(
            _("%(id)s asks for a change of %(percent)s %% each month until %(due)s."),
            id=objective.id,
            percent=round(pace * 100),
            due=objective.due or today,
        )
    if objective.stages or objective.depends_on:
        return None
    said = judged(objective.text).verdict(Criterion.REALISTIC)
    if said and said.met is Met.NOT_MET and not objective.condition:
        return Severity.QUESTION, said.why
    far = objective.due is None or (objective.due - today).days > FAR_AHEAD
    if far and not _has_hours(plan, objective):
        return Severity.QUESTION, words(
            _("%(id)s is not broken down: no stage goals, no condition, no hours set aside."),
            id=objective.id,
        )
    return None


def _begun(objective: BusinessObjective, today: date) -> date:
    """Since when it is pursued, as far as is known."""
    return min([made.on for made in objective.check_ins], default=today)


def _has_hours(plan: Plan, objective: BusinessObjective) -> bool:
    """Whether an open action for it has hours."""
    goals = goals_of(objective)
    ways = [(part.id, part.serves) for part in plan.strategies]
    ways += [(part.id, part.serves) for part in plan.opportunities]
    goals |= {code for code, serves in ways if goals & set(serves)}
    return any(action.achieves in goals and action.hours for action in open_actions(plan))


def _hit(plan: Plan, light: TrafficLight) -> list[str]:
    """What a light bites: the opportunities that serve what it is on, else that itself."""
    if light.on in {opportunity.id for opportunity in plan.opportunities}:
        return [light.on]
    concerned = {light.on}
    for objective in plan.objectives.business:
        if light.on in goals_of(objective):
            concerned |= goals_of(objective)
    served = [o.id for o in plan.opportunities if _serves(o, concerned)]
    return served or [light.on]


def _serves(opportunity: Opportunity, concerned: set[str]) -> bool:
    return bool(concerned & set(opportunity.serves))
