"""The page of one objective: where it stands, and everything that belongs to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import F, QuerySet, Value
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_beside
from waypost.document.rows import grouped
from waypost.document.statements import ROW, Row, Statement, write
from waypost.method.objectives import Standing, reds_on, standing
from waypost.method.plan import BusinessObjective, TeamMember
from waypost.method.stages import in_order
from waypost.planning.models import ResourceRequest
from waypost.plans.models import CheckIn, Objective, Prerequisite
from waypost.plans.queries.agreement import Agreement, agreement
from waypost.plans.queries.chart import StepChart, step_chart
from waypost.plans.queries.origin import COLUMNS, NO_DAY, NONE, Origin, authors, origins
from waypost.plans.queries.progress import state_word
from waypost.plans.queries.served import Served, served_parts
from waypost.plans.queries.silent import silent_on
from waypost.plans.queries.ways import Ways, ways
from waypost.plans.queries.wording import Reader, RedLight, known
from waypost.ui.formats import counted, excerpt, number

# What the page shows of the plan.
PARTS = (
    "team",
    "named_facts",
    "objectives",
    "strategies",
    "actions",
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
class NeedLine:
    """What has to happen first; ``key`` is that of its row."""

    key: int
    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RefusedLine:
    """A resource that the objective needs and does not get (SES-8); ``key`` is that of its row."""

    key: int
    what: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BusinessPage:
    """Everything that the page says, in words."""

    name: str
    team: tuple[TeamMember, ...]
    me: TeamMember | None
    code: str
    objective: BusinessObjective
    owner: str
    baseline: str
    target: str
    due: str
    sees_condition: bool
    serves: tuple[Served, ...]
    signal: str
    state: str
    figures: tuple[Figure, ...]
    reds: tuple[RedLight, ...]
    refused: tuple[RefusedLine, ...]
    needs: tuple[NeedLine, ...]
    chart: StepChart | None
    check_ins: tuple[CheckInLine, ...]
    ways: Ways
    agreement: Agreement
    origins: tuple[Origin, ...]
    silent: int  # how many can be reminded to agree


def business_page(access: Access, row: Objective, today: date) -> BusinessPage:
    """A business objective as far as the person may see it."""
    plan, rows = plan_beside(access, PARTS, _keys(), {ROW: row.pk})
    reader = Reader(plan, today)
    found = next(one for one in plan.objectives.business if one.id == row.ref.code)
    stands = standing(found, today)
    served = served_parts(reader, access.account.pk)
    keys = grouped(rows, by="of")
    codes = (found.id, *(stage.id for stage in in_order(found)))
    return BusinessPage(
        name=plan.account.name,
        team=plan.team,
        me=next((member for member in plan.team if member.id == access.member_code), None),
        code=found.id,
        objective=found,
        owner=reader.name(found.owner),
        baseline=number(found.baseline),
        target=number(found.target),
        due=reader.day(found.due),
        sees_condition=access.sight.margins,
        serves=tuple(
            served.get(code) or Served(code=code, text="", short="") for code in found.serves
        ),
        signal=stands.signal or "",
        state=state_word(stands.state),
        figures=tuple(_figures(found, stands, reader)),
        reds=reader.red_lights(reds_on(plan, found.id)),
        refused=tuple(
            RefusedLine(key=row["pk"], what=excerpt(row["about"]), why=row["said"])
            for row in keys["refused"]
        ),
        needs=_needs(found, keys["need"], reader),
        chart=step_chart(found, stands, reader),
        check_ins=_check_ins(found, keys["check-in"], reader),
        ways=ways(codes, reader, access.account.pk),
        agreement=agreement(found, reader, access),
        origins=origins(keys["author"], reader),
        silent=len(silent_on(access, row, today)),
    )


def _figures(found: BusinessObjective, stands: Standing, reader: Reader) -> Iterator[Figure]:
    step = stands.next_stage
    for label, value, rest in (
        (_("Baseline"), found.baseline, ""),
        (_("Now"), stands.now, _on(stands.checked_on, reader)),
        (_("Target"), found.target, _by(found.due, reader)),
        (
            _("Next step"),
            step.value if step else None,
            _in_days(step.due, reader.today) if step else "",
        ),
    ):
        if value is not None:
            yield Figure(label=label, value=reader.figure(found, value), rest=rest)


def _on(day: date | None, reader: Reader) -> str:
    return _("on %(day)s") % {"day": reader.day(day)} if day else ""


def _by(day: date | None, reader: Reader) -> str:
    return _("by %(day)s") % {"day": reader.day(day)} if day else _("no date yet")


def _in_days(day: date, today: date) -> str:
    days = (day - today).days
    return _("in %(days)s") % {"days": counted(days, "day")} if days else _("today")


def _needs(found: BusinessObjective, keys: list[Row], reader: Reader) -> tuple[NeedLine, ...]:
    return tuple(
        NeedLine(
            key=key["pk"],
            text=need.text,
            facts=known(_by(need.by, reader) if need.by else "", reader.name(need.owner)),
        )
        for need, key in zip(found.depends_on, keys, strict=False)
    )


def _check_ins(
    found: BusinessObjective, keys: list[Row], reader: Reader
) -> tuple[CheckInLine, ...]:
    """The check-ins, newest first."""
    made = [(one, key["pk"]) for one, key in zip(found.check_ins, keys, strict=False)]
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


@cache
def _keys() -> Statement:
    """The keys of what has to happen first and of the check-ins, in the order of the plan, the
    resources that were refused, with their words, and who proposed it."""
    needs = Prerequisite.objects.annotate(of=Value("need"), about=NONE, said=NONE)
    check_ins = CheckIn.objects.annotate(of=Value("check-in"), about=NONE, said=NONE)
    refused = ResourceRequest.objects.filter(status=ResourceRequest.Status.REFUSED)
    refused = refused.annotate(of=Value("refused"), about=F("what"), said=F("answer"))
    kinds: tuple[QuerySet[Any], ...] = (needs, check_ins, refused)
    rows = [one.filter(objective=ROW).order_by() for one in kinds]
    listed = [one.annotate(code=NONE, day=NO_DAY).values(*COLUMNS) for one in rows]
    return write(listed[0].union(*listed[1:], authors(), all=True).order_by("pk"), *COLUMNS)
