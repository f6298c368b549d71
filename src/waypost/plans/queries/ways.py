"""How we get to an objective: the strategies and actions that serve it, by its line of sight."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waypost.method.plan import Action, Plan, TeamMember
from waypost.method.short_term import is_late, is_open
from waypost.method.strategies import Answer, commitment
from waypost.plans.queries.line_of_sight import title
from waypost.plans.queries.served import address
from waypost.plans.queries.wording import Owner, Reader, listed
from waypost.ui.formats import counted


@dataclass(frozen=True, kw_only=True, slots=True)
class StrategyWay:
    """A strategy that serves the objective, what is planned for it, and who is behind it."""

    code: str
    title: str
    url: str
    actions: str
    committed: tuple[TeamMember, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionWay:
    """An open action that achieves the objective or one of its stage goals."""

    what: str
    url: str
    owner: Owner
    when: str
    stage: str
    late: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Ways:
    strategies: tuple[StrategyWay, ...]
    actions: tuple[ActionWay, ...]
    done: str


def ways(codes: Iterable[str], reader: Reader, account_id: int) -> Ways:
    """``codes``: the id of the objective, then those of its stage goals."""
    objective, *stages = codes
    actions = [a for a in reader.plan.short_term_plan.actions if a.achieves in {objective, *stages}]
    done = sum(action.status == "done" for action in actions)
    return Ways(
        strategies=tuple(_strategies({objective, *stages}, reader, account_id)),
        actions=tuple(
            ActionWay(
                what=action.what,
                url=address("plans:action", account_id, action.id),
                owner=reader.owner(action.owner),
                when=reader.day(action.due),
                stage=action.achieves if action.achieves in stages else "",
                late=is_late(action, reader.today),
            )
            for action in sorted(filter(is_open, actions), key=_due)
        ),
        done=_("%(actions)s done") % {"actions": counted(done, "action")} if done else "",
    )


def _strategies(codes: set[str], reader: Reader, account_id: int) -> Iterable[StrategyWay]:
    plan = reader.plan
    for strategy in plan.strategies:
        if codes.isdisjoint(strategy.serves):
            continue
        found = commitment(plan, strategy)
        yield StrategyWay(
            code=strategy.id,
            title=title(strategy.statement),
            url=address("plans:strategy", account_id, strategy.id),
            actions=_actions(plan, strategy.id, reader),
            committed=tuple(answer.member for answer in found.of(Answer.COMMITTED)),
        )


def _actions(plan: Plan, code: str, reader: Reader) -> str:
    """2 actions open, next 15 Dec, 1 late."""
    found = [a for a in plan.short_term_plan.actions if a.achieves == code and is_open(a)]
    if not found:
        return _("no action open")
    late = sum(is_late(action, reader.today) for action in found)
    coming = [action.due for action in found if action.due and action.due >= reader.today]
    return listed(
        _("%(actions)s open") % {"actions": counted(len(found), "action")},
        _("next %(day)s") % {"day": reader.day(min(coming))} if coming else "",
        _("%(count)s late") % {"count": late} if late else "",
    )


def _due(action: Action) -> tuple[date, str]:
    return action.due or date.max, action.id
