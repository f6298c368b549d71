"""One action on its own page: everything that is known of it, in words (STP-5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.lights import read_lights
from waypost.method.plan import Plan
from waypost.method.short_term import PlannedAction, is_late, is_open, month_of
from waypost.plans.models import Action
from waypost.plans.queries.action_rows import ActionRow, Rows
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import weekday_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """What is known under one label; empty where nothing is."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionPage:
    """The action, its facts, and whether it can be ticked off or taken up again."""

    row: ActionRow
    facts: tuple[Fact, ...]
    lights: tuple[str, ...]
    is_open: bool


def action_page(reader: Reader, access: Access, row: Action) -> ActionPage:
    """The action of this row as it stands in the plan."""
    plan = reader.plan
    found = next(a for a in plan.short_term_plan.actions if a.id == row.ref.code)
    entry = PlannedAction(action=found, late=is_late(found, reader.today), carried=False)
    month = month_of(found)
    texts = dict(_texts(plan))
    waits = ", ".join(_named(texts, code) for code in found.depends_on)
    weight = ", ".join(
        word
        for word, value in ((_("important"), found.important), (_("urgent"), found.urgent))
        if value
    )
    facts = (
        (_("Owner"), reader.owner(found.owner).name),
        (_("Month"), month_in_words(month, reader) if month else _("no month")),
        (_("Due"), weekday_date(found.due, reader.today)),
        (_("Hours"), str(Rows(reader, access).row(entry, month, in_detail=True).hours)),
        (_("Achieves"), _named(texts, found.achieves or "")),
        (_("Weight"), weight),
        (_("Waits for"), waits),
        (_("Fills the gap"), row.from_gap.text if row.from_gap else ""),
        (_("Status"), str(row.get_status_display())),
        (_("Reason"), row.reason),
    )
    answered = (r.light.text for r in read_lights(plan, reader.today) if found in r.actions)
    return ActionPage(
        row=Rows(reader, access).row(entry, month, in_detail=True),
        facts=tuple(Fact(label=label, text=text) for label, text in facts if text),
        lights=tuple(answered),
        is_open=is_open(found),
    )


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """The id of each part that an action can point at, and what it says."""
    found = plan.objectives
    yield from ((part.id, part.text) for part in found.visionary)
    yield from ((part.id, part.text) for part in found.relationship)
    yield from ((part.id, part.text) for part in found.business)
    for objective in found.business:
        for stage in objective.stages:
            yield stage.id, objective.text
    yield from ((strategy.id, strategy.statement) for strategy in plan.strategies)
    yield from ((opportunity.id, opportunity.name) for opportunity in plan.opportunities)
    yield from ((action.id, action.what) for action in plan.short_term_plan.actions)


def _named(texts: dict[str, str], code: str) -> str:
    return f"{code}, {texts[code]}" if code in texts else code
