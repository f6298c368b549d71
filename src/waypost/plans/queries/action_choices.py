"""What an action can be given to, be for, and wait for: the lists to choose from."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import gaps_of
from waypost.method.horizon import window
from waypost.method.month import Month
from waypost.method.plan import Plan
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import excerpt, number

Choice = tuple[str, str]
Group = tuple[str, list[Choice]]
AHEAD = 12  # months that an action can be moved to beside those of the window


def owners(plan: Plan) -> list[Choice | Group]:
    """Our team, then the people at the customer."""
    ours = [(member.id, member.name) for member in plan.team]
    theirs = [(person.id, person.name) for person in plan.people]
    return _groups(("", _("No owner")), (_("Our team"), ours), (plan.account.name, theirs))


def purposes(plan: Plan) -> list[Choice | Group]:
    """What an action can achieve: an objective, a stage of one, a strategy, an opportunity."""
    opportunities = [(o.id, _labelled(o.id, o.name)) for o in plan.opportunities]
    return _groups(
        ("", _("Nothing yet")),
        (_("Objectives"), objectives(plan)),
        (_("Stage goals"), _stages(plan)),
        (_("Strategies"), [(s.id, _labelled(s.id, s.statement)) for s in plan.strategies]),
        (_("Opportunities"), opportunities),
    )


def objectives(plan: Plan) -> list[Choice]:
    found = plan.objectives
    texts = [
        *((part.id, part.text) for part in found.visionary),
        *((part.id, part.text) for part in found.relationship),
        *((part.id, part.text) for part in found.business),
    ]
    return [(code, _labelled(code, text)) for code, text in texts]


def conditions(plan: Plan, code: str) -> list[Choice | Group]:
    """What the action with this id can wait for."""
    actions = [
        (a.id, _labelled(a.id, a.what)) for a in plan.short_term_plan.actions if a.id != code
    ]
    opportunities = [(o.id, _labelled(o.id, o.name)) for o in plan.opportunities]
    return _groups(
        None,
        (_("Actions"), actions),
        (_("Stage goals"), _stages(plan)),
        (_("Objectives"), objectives(plan)),
        (_("Opportunities"), opportunities),
    )


def months(reader: Reader, own: Month | None = None) -> list[Choice]:
    """The months of the window, those after it, and the one that it stands in."""
    planned = window(reader.plan, reader.today).months
    listed = {*planned, *(planned[-1].plus(n) for n in range(1, AHEAD + 1))}
    if own:
        listed.add(own)
    return [(str(month), month_in_words(month, reader)) for month in sorted(listed)]


def gaps(access: Access) -> list[Choice]:
    return [("", _("None")), *((str(gap.pk), excerpt(gap.text)) for gap in gaps_of(access))]


def _stages(plan: Plan) -> list[Choice]:
    return [
        (s.id, _labelled(s.id, f"{number(s.value)} {b.unit or ''}, {s.due}"))
        for b in plan.objectives.business
        for s in b.stages
    ]


def _labelled(code: str, text: str) -> str:
    return f"{code}  {excerpt(text, 60)}"


def _groups(empty: Choice | None, *groups: Group) -> list[Choice | Group]:
    found: Iterable[Group] = (group for group in groups if group[1])
    return [*([empty] if empty else []), *found]
