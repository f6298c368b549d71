"""The short-term plan as its own page: a column a month, the hours planned and those there are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.horizon import Window, next_review, window
from waypost.method.month import Month
from waypost.method.plan import Action, Plan, TeamMember
from waypost.method.short_term import MonthPlan, is_important_not_urgent, short_term
from waypost.method.working_hours import hours_there_are
from waypost.plans.queries.action_rows import ActionRow, Rows
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Reader, known, names
from waypost.ui.formats import NBSP, counted, hours, number, rounded

# What the page shows, and what its lines can name.
PARTS = (
    *("team", "objectives", "strategies", "short_term_plan", "traffic_lights", "people"),
    *("opportunities", "reviews"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Which actions to show: of one owner, for one objective, important and not urgent."""

    who: str = ""
    objective: str = ""
    important: bool = False

    @property
    def is_filtered(self) -> bool:
        return bool(self.who or self.objective or self.important)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A month: ``load`` says how full it is; the meter only where the hours there are are known."""

    key: str
    name: str
    in_detail: bool
    load: str
    planned: Decimal
    there_are: Decimal | None
    meter: str
    rows: tuple[ActionRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonHours:
    """What one owner has planned in each month, beside what they set aside."""

    name: str
    months: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Board:
    """The months of the window, then the open actions for other months and for none."""

    lede: str
    overdue: bool
    columns: tuple[Column, ...]
    outside: tuple[ActionRow, ...]
    people: tuple[PersonHours, ...]
    is_empty: bool
    nothing_found: bool

    def row(self, code: str) -> tuple[ActionRow, bool] | None:
        """One action where it stands, and whether that is the month in detail."""
        places = [*((c.rows, c.in_detail) for c in self.columns), (self.outside, False)]
        return next(
            ((row, detail) for rows, detail in places for row in rows if row.code == code), None
        )


def board(reader: Reader, access: Access, asked: Asked) -> Board:
    """The actions asked for, month by month (STP-1 to STP-5)."""
    plan, today = reader.plan, reader.today
    months = window(plan, today)
    wanted = _wanted(plan, asked)
    chosen = tuple(action for action in plan.short_term_plan.actions if wanted(action))
    found = short_term(_with(plan, chosen), months, today)
    rows = Rows(reader, access)
    team = tuple(m for m in plan.team if not asked.who or m.id == asked.who)
    all_work = not (asked.objective or asked.important)
    columns = tuple(
        _column(month, rows, reader, team if all_work else ()) for month in found.months
    )
    outside = (*found.other, *found.undated)
    return Board(
        lede=_lede(months, reader),
        overdue=months.overdue,
        columns=columns,
        outside=tuple(rows.row(entry, None, in_detail=False) for entry in outside),
        people=_people(reader, months),
        is_empty=not plan.short_term_plan.actions,
        nothing_found=asked.is_filtered and not outside and not any(c.rows for c in columns),
    )


def _wanted(plan: Plan, asked: Asked) -> Callable[[Action], bool]:
    """Whether an action is asked for; one for an objective's stage or strategy is for it too."""
    serves = {asked.objective}
    serves |= {s.id for b in plan.objectives.business if b.id == asked.objective for s in b.stages}
    serves |= {s.id for s in plan.strategies if asked.objective in s.serves}

    def wanted(action: Action) -> bool:
        owner = (action.owner or NOBODY) == asked.who or not asked.who
        purpose = action.achieves in serves or not asked.objective
        return owner and purpose and (is_important_not_urgent(action) or not asked.important)

    return wanted


NOBODY = "-"  # asks for the actions without an owner; no id looks like this


def _with(plan: Plan, actions: tuple[Action, ...]) -> Plan:
    return replace(plan, short_term_plan=replace(plan.short_term_plan, actions=actions))


def _column(found: MonthPlan, rows: Rows, reader: Reader, team: Sequence[TeamMember]) -> Column:
    there_are = hours_there_are(team, found.month)
    there_are = None if there_are is None else rounded(there_are, 0)
    return Column(
        key=str(found.month),
        name=month_in_words(found.month, reader),
        in_detail=found.in_detail,
        load=_load(found, there_are),
        planned=found.hours,
        there_are=there_are,
        meter=_of(found.hours, there_are, _("%(planned)s of %(hours)s hours")),
        rows=tuple(
            rows.row(entry, found.month, in_detail=found.in_detail) for entry in found.actions
        ),
    )


def _load(found: MonthPlan, there_are: Decimal | None) -> str:
    """31 h planned, 36 h available. 6.5 h of it important, not urgent."""
    if not found.in_detail and there_are is not None:
        about = _("about %(planned)s of %(hours)s")
        return about % {"planned": number(found.hours), "hours": hours(there_are)}
    planned = _("%(hours)s planned") % {"hours": hours(found.hours)}
    available = _("%(hours)s available") % {"hours": hours(there_are)} if there_are else ""
    calm = _("%(hours)s of it important, not urgent") % {"hours": hours(found.important_hours)}
    unknown = _("%(actions)s without hours") % {"actions": counted(found.unknown_hours, "action")}
    return ". ".join(
        known(
            ", ".join(known(planned, available)),
            calm if found.in_detail else "",
            unknown if found.unknown_hours else "",
        )
    )


def _of(planned: Decimal, there_are: Decimal | None, words: str) -> str:
    if not there_are:
        return ""
    return words % {"planned": number(planned), "hours": number(there_are)}


def _lede(months: Window, reader: Reader) -> str:
    """December in detail, January and February in outline. The review on Thu 17 Dec …"""
    first, *later = (month_in_words(month, reader) for month in months.months)
    words = {"first": first, "later": names(later)}
    detail = (
        _("%(first)s in detail.") if not later else _("%(first)s in detail, %(later)s in outline.")
    )
    review = next_review(reader.plan, reader.today)
    if review.overdue_since is not None:
        due = _("The review that rolls it forward is overdue since %(day)s.")
        return f"{detail % words} {due % {'day': reader.day(review.overdue_since)}}"
    rolls = _("The review on %(day)s rolls it forward.") % {"day": reader.day(review.on)}
    return f"{detail % words} {rolls}"


def _people(reader: Reader, months: Window) -> tuple[PersonHours, ...]:
    """Whoever has hours or actions in these months, in the order of the team; at last nobody."""
    found = short_term(reader.plan, months, reader.today)
    work = [[entry.action for entry in month.actions] for month in found.months]
    owners = dict.fromkeys(a.owner or "" for actions in work for a in actions)
    ours = {member.id: member for member in reader.plan.team}
    listed = [code for code in ours if code in owners or ours[code].hours_per_week]
    listed += [code for code in owners if code not in ours]
    return tuple(
        PersonHours(
            name=reader.owner(code).name,
            months=tuple(
                _share(actions, code, ours.get(code), month.month)
                for month, actions in zip(found.months, work, strict=True)
            ),
        )
        for code in listed
    )


def _share(actions: Iterable[Action], code: str, member: TeamMember | None, month: Month) -> str:
    """12 of 16 h."""
    planned = sum((a.hours or Decimal(0) for a in actions if (a.owner or "") == code), Decimal(0))
    there_are = hours_there_are((member,), month) if member else None
    if there_are is None:
        return hours(planned)
    words = {"planned": number(planned), "hours": hours(rounded(there_are, 0))}
    return (_("%(planned)s of %(hours)s") % words).replace(" ", NBSP)
