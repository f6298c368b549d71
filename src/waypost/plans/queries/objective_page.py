"""The page of one business objective: where it stands, and everything that belongs to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.method.objectives import Standing, reds_on, standing
from waypost.method.plan import BusinessObjective, CheckIn, TeamMember
from waypost.plans.models import Objective
from waypost.plans.queries.progress import state_word
from waypost.plans.queries.wording import Reader, RedLight
from waypost.ui.formats import counted

# What the page shows of the plan.
PARTS = (
    "team",
    "profile",
    "objectives",
    "strategies",
    "short_term_plan",
    "traffic_lights",
    "people",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One figure of the strip: Target 5 by 30 Sep 2027."""

    label: str
    value: str
    rest: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckInLine:
    """One check-in; ``key`` is that of its row, to take it back by."""

    key: int
    day: str
    value: str
    condition: str
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BusinessPage:
    """Everything that the page says, in words."""

    name: str
    team: tuple[TeamMember, ...]
    code: str
    text: str
    owner: str
    signal: str
    state: str
    figures: tuple[Figure, ...]
    reds: tuple[RedLight, ...]
    check_ins: tuple[CheckInLine, ...]


def business_page(access: Access, row: Objective, today: date) -> BusinessPage:
    """A business objective as far as the person may see it."""
    plan = plan_for(access, PARTS)
    reader = Reader(plan, today)
    found = next(one for one in plan.objectives.business if one.id == row.ref.code)
    stands = standing(found, today)
    return BusinessPage(
        name=plan.account.name,
        team=plan.team,
        code=found.id,
        text=found.text,
        owner=reader.name(found.owner),
        signal=stands.signal or "",
        state=state_word(stands.state),
        figures=tuple(_figures(found, stands, reader)),
        reds=reader.red_lights(reds_on(plan, found.id)),
        check_ins=_check_ins(found, row, reader),
    )


def _figures(found: BusinessObjective, stands: Standing, reader: Reader) -> list[Figure]:
    def figure(label: str, value: Decimal | None, rest: str = "") -> list[Figure]:
        if value is None:
            return []
        return [Figure(label=label, value=reader.figure(found, value), rest=rest)]

    step = stands.next_stage
    return [
        *figure(_("Baseline"), found.baseline),
        *figure(_("Now"), stands.now, _on(stands.checked_on, reader)),
        *figure(_("Target"), found.target, _by(found.due, reader)),
        *(figure(_("Next step"), step.value, _in_days(step.due, reader.today)) if step else ()),
    ]


def _on(day: date | None, reader: Reader) -> str:
    return _("on %(day)s") % {"day": reader.day(day)} if day else ""


def _by(day: date | None, reader: Reader) -> str:
    return _("by %(day)s") % {"day": reader.day(day)} if day else _("no date yet")


def _in_days(day: date, today: date) -> str:
    days = (day - today).days
    return _("in %(days)s") % {"days": counted(days, "day")} if days else _("today")


def _check_ins(found: BusinessObjective, row: Objective, reader: Reader) -> tuple[CheckInLine, ...]:
    """The check-ins, newest first."""
    keys = row.check_ins.order_by("pk").values_list("pk", flat=True)
    made: list[tuple[CheckIn, int]] = list(zip(found.check_ins, keys, strict=False))
    return tuple(
        CheckInLine(
            key=key,
            day=reader.day(one.on),
            value=reader.figure(found, one.value),
            condition=one.condition_value or "",
            note=one.note or "",
        )
        for one, key in sorted(made, key=lambda pair: (pair[0].on, pair[1]), reverse=True)
    )
