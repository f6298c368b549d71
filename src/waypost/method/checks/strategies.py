"""Strategies reach each member of the team, who commits to them (STR)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.plan import Plan
from waypost.method.strategies import Answer, Commitments, commitment
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

ANSWER_DAYS = 14


@rule(
    "STR-3",
    title=_("A strategy says how it is communicated"),
    why=_("People carry out a strategy that somebody has explained to them."),
)
def not_communicated(plan: Plan, _today: date) -> Iterator[Finding]:
    for strategy in plan.strategies:
        if not strategy.communicate:
            yield not_communicated.finding(
                strategy.id,
                Severity.WARNING,
                words(
                    _("%(id)s has no way of being communicated: “%(text)s”"),
                    id=strategy.id,
                    text=quoted(strategy.statement),
                ),
                fix(
                    Remedy.TELL_TEAM,
                    _("Write down how each member hears of it."),
                    field="communicate",
                ),
                subject="communicate",
            )


@rule(
    "STR-3",
    title=_("Each member was told of a strategy"),
    why=_("A strategy is only common when everybody with a part in it knows it."),
)
def not_told(plan: Plan, _today: date) -> Iterator[Finding]:
    """One finding a member; one for the strategy when more were not told than were."""
    for strategy in plan.strategies:
        asked = commitment(plan, strategy)
        if asked.not_told * 2 > asked.asked:
            yield _hardly_told(asked)
            continue
        for given in asked.of(Answer.NOT_TOLD):
            yield not_told.finding(
                strategy.id,
                Severity.WARNING,
                words(
                    _("%(name)s was never told of %(id)s."),
                    name=given.member.name,
                    id=strategy.id,
                ),
                fix(
                    Remedy.ASK_MEMBER,
                    _("Tell %(name)s, and ask."),
                    member=given.member.id,
                    name=given.member.name,
                ),
                subject=given.member.id,
            )


@rule(
    "STR-3",
    title=_("Each member is asked again when the wording changes"),
    why=_("A yes is to the words that were said; it does not carry over to new ones."),
)
def ask_again(plan: Plan, _today: date) -> Iterator[Finding]:
    for strategy in plan.strategies:
        for given in commitment(plan, strategy).of(Answer.ASK_AGAIN):
            yield ask_again.finding(
                strategy.id,
                Severity.ADVICE,
                words(
                    _("%(name)s was told an earlier wording of %(id)s."),
                    name=given.member.name,
                    id=strategy.id,
                ),
                fix(
                    Remedy.ASK_MEMBER,
                    _("Ask %(name)s again, with the change in view."),
                    member=given.member.id,
                    name=given.member.name,
                ),
                subject=given.member.id,
            )


@rule(
    "STR-3",
    title=_("A doubt about a strategy is answered"),
    why=_("Planning is not done to a team; a doubt left open comes back as inaction."),
)
def open_doubt(plan: Plan, _today: date) -> Iterator[Finding]:
    for strategy in plan.strategies:
        for given in commitment(plan, strategy).of(Answer.DOUBT):
            yield open_doubt.finding(
                strategy.id,
                Severity.WARNING,
                words(
                    _("%(name)s is not committed to %(id)s."),
                    name=given.member.name,
                    id=strategy.id,
                ),
                fix(
                    Remedy.ANSWER_DOUBT,
                    _("Ask %(name)s what is in the way, and answer it."),
                    member=given.member.id,
                    name=given.member.name,
                ),
                subject=given.member.id,
            )


@rule(
    "STR-3",
    title=_("Each member who was told has answered"),
    why=_("Silence is not a yes; whoever has not said it does not feel bound by it."),
)
def no_answer(plan: Plan, today: date) -> Iterator[Finding]:
    """For two weeks nobody is hurried."""
    for strategy in plan.strategies:
        for given in commitment(plan, strategy).of(Answer.TOLD):
            told = given.record.told if given.record else None
            if told is None or (today - told).days <= ANSWER_DAYS:
                continue
            yield no_answer.finding(
                strategy.id,
                Severity.ADVICE,
                words(
                    _("%(name)s was told of %(id)s on %(told)s and has not answered."),
                    name=given.member.name,
                    id=strategy.id,
                    told=told,
                ),
                fix(
                    Remedy.ASK_MEMBER,
                    _("Ask %(name)s whether that is a yes."),
                    member=given.member.id,
                    name=given.member.name,
                ),
                subject=given.member.id,
            )


def _hardly_told(asked: Commitments) -> Finding:
    strategy = asked.strategy
    told = asked.asked - asked.not_told
    message = (
        words(
            _("Only %(told)s of %(asked)s were told of %(id)s."),
            told=told,
            asked=asked.asked,
            id=strategy.id,
        )
        if told
        else words(_("Nobody was told of %(id)s."), id=strategy.id)
    )
    remedy = fix(Remedy.TELL_TEAM, _("Tell the team, and ask each member to commit."))
    return not_told.finding(strategy.id, Severity.WARNING, message, remedy, subject="told")
