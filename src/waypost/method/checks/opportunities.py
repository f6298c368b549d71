"""Opportunities are known well enough to be compared, and time goes to the best of them (ROTI).

Messages say how opportunities compare, but neither margins nor what an hour brings.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from waypost.method.checks.registry import Finding, Fix, Remedy, Severity, fix, rule
from waypost.method.plan import Opportunity, Plan, Tier
from waypost.method.roti import VALUE_QUESTIONS, Level, Rating, hours_of, ratings, unanswered
from waypost.method.words import Value, Words, words
from waypost.method.words import gettext_noop as _

CLEARLY = Decimal("1.25")  # times as much an hour, before a class is doubted for it
FEW = 3  # so many have to be rated before the first or the last of them means anything
CHASED = (Tier.A, Tier.B)
MISSING = {
    (True, True): _("%(id)s, %(name)s, cannot be compared: margin and chance are not known."),
    (True, False): _("%(id)s, %(name)s, cannot be compared: its margin is not known."),
    (False, True): _("%(id)s, %(name)s, cannot be compared: its chance is not known."),
}
VALUE = {
    Level.LOW: _("%(id)s, %(name)s, is class A, but they hardly need it or hardly depend on it."),
    Level.UNKNOWN: _(
        "%(id)s, %(name)s, is class A, but nobody says how much they need it or depend on it."
    ),
}


@rule(
    "ROTI-1",
    title=_("Each opportunity has a class"),
    why=_("Time goes to class A first, so whatever has no class gets it by chance."),
)
def no_class(plan: Plan, _today: date) -> Iterator[Finding]:
    """Asks once there is enough known of it to suggest one."""
    for rating in ratings(plan.opportunities):
        if rating.opportunity.tier is None and rating.rank and rating.suggested:
            message = _about(rating.opportunity, _("%(id)s, %(name)s, has no class."))
            remedy = _class_it(_("Give it one: what is known of it suggests %(tier)s."), rating)
            yield no_class.finding(rating.opportunity.id, Severity.QUESTION, message, remedy)


@rule(
    "ROTI-1",
    title=_("What brings most an hour is not class C"),
    why=_("A class that is set too low takes time from the best opportunity there is."),
)
def class_too_low(plan: Plan, _today: date) -> Iterator[Finding]:
    for rating in ratings(plan.opportunities):
        one = rating.opportunity
        if one.tier is Tier.C and rating.rated >= FEW and rating.rank == 1:
            if rating.suggested not in CHASED:
                continue
            message = _about(
                one,
                _("%(id)s, %(name)s, is class C, but brings most an hour of %(rated)s."),
                rated=rating.rated,
            )
            remedy = _class_it(_("Look at its class again: %(tier)s would fit."), rating)
            yield class_too_low.finding(one.id, Severity.QUESTION, message, remedy)


@rule(
    "ROTI-2",
    title=_("The hours that an opportunity takes are estimated"),
    why=_("Without the time it takes, nobody can say whether another one deserves it more."),
)
def unknown_hours(plan: Plan, _today: date) -> Iterator[Finding]:
    for one in plan.opportunities:
        if hours_of(one) is None:
            message = _about(one, _("The hours for %(id)s, %(name)s, are not known."))
            remedy = fix(
                Remedy.ESTIMATE_HOURS, _("Estimate the hours, roughly will do."), field="hours"
            )
            yield unknown_hours.finding(one.id, Severity.ADVICE, message, remedy)


@rule(
    "ROTI-2",
    title=_("The eight questions are answered for what the team goes after"),
    why=_("The answers tell whether an opportunity deserves the time, before it is spent."),
)
def unknown_answers(plan: Plan, _today: date) -> Iterator[Finding]:
    """Asked for class A and B; need and importance of class A are a matter of ROTI-3."""
    for one in plan.opportunities:
        elsewhere = VALUE_QUESTIONS if one.tier is Tier.A else ()
        missing = [name for name in unanswered(one.q) if name not in elsewhere]
        if one.tier in CHASED and missing:
            message = _about(
                one,
                _("Not answered for %(id)s, %(name)s: %(questions)s."),
                questions=", ".join(missing),
            )
            remedy = fix(Remedy.ANSWER_QUESTIONS, _("Answer it, or find out who can."), field="q")
            yield unknown_answers.finding(
                one.id, Severity.QUESTION, message, remedy, subject="answers"
            )


@rule(
    "ROTI-3",
    title=_("Class A is not what brings least an hour"),
    why=_("Time goes to what is most attractive; there it is taken from what brings more."),
)
def lowest_return(plan: Plan, _today: date) -> Iterator[Finding]:
    """Found when something of a lower class brings clearly more."""
    rated = ratings(plan.opportunities)
    for rating in rated:
        one = rating.opportunity
        is_last = rating.rated >= FEW and not any(_is_above(rating, other) for other in rated)
        if one.tier is Tier.A and is_last and any(_is_overtaken(rating, o) for o in rated):
            message = _about(
                one,
                _("%(id)s, %(name)s, is class A, but brings least an hour of %(rated)s."),
                rated=rating.rated,
            )
            remedy = fix(
                Remedy.CLASS_OPPORTUNITY, _("Class it lower, or say what makes it worth the time.")
            )
            yield lowest_return.finding(one.id, Severity.WARNING, message, remedy, subject="return")


@rule(
    "ROTI-3",
    title=_("Class A is where we are of value to them"),
    why=_("Time goes where we provide value: to what they need and what their business rests on."),
)
def little_value(plan: Plan, _today: date) -> Iterator[Finding]:
    for rating in ratings(plan.opportunities):
        one = rating.opportunity
        text = VALUE.get(rating.value)
        if one.tier is Tier.A and text:
            low = rating.value is Level.LOW
            yield little_value.finding(
                one.id,
                Severity.WARNING if low else Severity.QUESTION,
                _about(one, text),
                fix(Remedy.CLASS_OPPORTUNITY, _("Class it lower, or find a need that it meets."))
                if low
                else fix(
                    Remedy.ANSWER_QUESTIONS,
                    _("Ask them: high, medium or low."),
                    field="q",
                ),
                subject="value",
            )


@rule(
    "ROTI-3",
    title=_("An opportunity earns more than it costs"),
    why=_("Hours that bring a loss are missing where they would earn something."),
)
def loss(plan: Plan, _today: date) -> Iterator[Finding]:
    for one in plan.opportunities:
        if one.margin is not None and one.margin < 0:
            severity = Severity.ADVICE if one.tier is Tier.C else Severity.WARNING
            message = _about(one, _("%(id)s, %(name)s, costs more than it brings."))
            remedy = fix(Remedy.CLASS_OPPORTUNITY, _("Drop it, or say what it opens the door to."))
            yield loss.finding(one.id, severity, message, remedy, subject="loss")


@rule(
    "ROTI-4",
    title=_("What the team goes after can be compared"),
    why=_("The best set for the hours there are leaves out whatever nobody has estimated."),
)
def not_rated(plan: Plan, _today: date) -> Iterator[Finding]:
    for one in plan.opportunities:
        text = MISSING.get((one.margin is None, one.chance is None))
        if one.tier in CHASED and text:
            remedy = fix(
                Remedy.ANSWER_QUESTIONS,
                _("Estimate it, roughly will do."),
                field="margin_k" if one.margin is None else "chance",
            )
            yield not_rated.finding(one.id, Severity.QUESTION, _about(one, text), remedy)


def _is_above(rating: Rating, other: Rating) -> bool:
    """Whether it brings more an hour."""
    mine, theirs = rating.per_hour, other.per_hour
    return mine is not None and theirs is not None and mine > theirs


def _is_overtaken(rating: Rating, other: Rating) -> bool:
    """Whether another one of a lower class, or of none, brings clearly more an hour."""
    mine, theirs = rating.per_hour, other.per_hour
    if mine is None or theirs is None or other.opportunity.tier is Tier.A:
        return False
    return theirs > max(mine, mine * CLEARLY)  # among losses whatever loses less


def _class_it(text: str, rating: Rating) -> Fix:
    return fix(Remedy.CLASS_OPPORTUNITY, text, field="class", tier=str(rating.suggested))


def _about(one: Opportunity, text: str, **values: Value) -> Words:
    return words(text, id=one.id, name=one.name, **values)
