"""The line of sight: objective, strategy, actions, read along one line, and where it is cut."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.method.plan import Action
from waypost.method.short_term import is_late, is_open, month_of
from waypost.plans.queries.served import Served
from waypost.plans.queries.wording import Reader, first, listed
from waypost.ui.formats import excerpt, short_month

SHOWN = 3
TITLE = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class SightAction:
    """An action on the line; ``when`` is its day or month, and whose it is."""

    text: str
    when: str
    late: bool
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SightLine:
    """One line. Without a ``code`` no strategy stands between the two sides; ``add_for`` is the
    objective that one could be made for."""

    goals: tuple[Served, ...]
    code: str = ""
    title: str = ""
    actions: tuple[SightAction, ...] = ()
    more: int = 0
    add_for: str = ""


def line_of_sight(
    reader: Reader, served: Mapping[str, Served], account_id: int
) -> tuple[SightLine, ...]:
    """A line for each strategy, for each objective without one, and for actions without either."""
    return tuple(_lines(reader, served, account_id))


def title(statement: str) -> str:
    """The words by which a strategy goes: all of it, or its first clause where that is long."""
    whole = statement.strip()
    heads = (whole.partition(mark)[0] for mark in (": ", "; ", ". ", "\n"))
    head = whole if len(whole) <= TITLE and "\n" not in whole else min(heads, key=len)
    return excerpt(head, TITLE).removesuffix(".")


def _lines(reader: Reader, served: Mapping[str, Served], account_id: int) -> Iterator[SightLine]:
    plan = reader.plan
    aims: defaultdict[str, list[Action]] = defaultdict(list)
    for action in plan.short_term_plan.actions:
        if is_open(action):
            aims[action.achieves or ""].append(action)
    strategies = {strategy.id for strategy in plan.strategies}
    for strategy in plan.strategies:
        shown, more = _actions(aims[strategy.id], reader, account_id)
        yield SightLine(
            goals=tuple(served[code] for code in strategy.serves if code in served),
            code=strategy.id,
            title=title(strategy.statement),
            actions=shown,
            more=more,
        )
    reached = {code for strategy in plan.strategies for code in strategy.serves}
    wanted = [objective.id for objective in plan.objectives.business]
    for code, part in served.items():
        if aims[code] or (code in wanted and code not in reached):
            shown, more = _actions(aims[code], reader, account_id)
            yield SightLine(goals=(part,), add_for=code, actions=shown, more=more)
    known = strategies | set(served)
    loose = [action for aim, found in aims.items() if aim not in known for action in found]
    if loose:
        shown, more = _actions(loose, reader, account_id)
        yield SightLine(goals=(), actions=shown, more=more)


def _actions(
    actions: Iterable[Action], reader: Reader, account_id: int
) -> tuple[tuple[SightAction, ...], int]:
    """The first of them by date, and how many more there are."""
    ordered = sorted(actions, key=_last_day)
    limit = first(ordered, SHOWN)
    shown = tuple(sight_action(action, reader, account_id) for action in ordered[:limit])
    return shown, len(ordered) - len(shown)


def _last_day(action: Action) -> date:
    month = month_of(action)
    return action.due or (month.last_day if month else date.max)


def sight_action(action: Action, reader: Reader, account_id: int) -> SightAction:
    month = month_of(action)
    day = reader.day(action.due) if action.due else short_month(month) if month else ""
    whose = reader.owner(action.owner).initials if action.owner else _("nobody")
    return SightAction(
        text=action.what,
        when=listed(day, whose),
        late=is_late(action, reader.today),
        url=reverse("plans:action", args=[account_id, action.id]),
    )
