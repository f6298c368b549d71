"""The step chart of a business objective: planned steps, check-ins, where it is heading (OBJ-5).

All geometry is worked out here, in the units of the viewBox; what is judged comes from the method.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from waypost.method.forecast import check_ins
from waypost.method.goals import GoalStanding
from waypost.method.month import Month
from waypost.method.objectives import Standing, direction
from waypost.method.plan import BusinessObjective, CheckIn
from waypost.plans.queries.chart_expected import expected_line, range_area, within_reach
from waypost.plans.queries.chart_words import Note, StepRow, description, goals_of, note, step_rows
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import counted, short_date, short_month
from waypost.ui.scales import (
    Box,
    Label,
    Scale,
    Spot,
    Wanted,
    days_on,
    figure,
    month_ticks,
    nice_ticks,
    place,
    text_width,
)

WIDTH, HEIGHT = 760, 268
TOP, BOTTOM, AXIS = 54.0, 210.0, 236.0  # of the highest tick, the lowest tick, and the axis
LEFT, RIGHT = 40.0, 640.0  # at the least, and at the most
WIDEST = 160  # what a label at a side may take of the drawing
SHORT_OF_ROOM = 24  # more check-ins than these have small dots
DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    x: str
    y: str
    r: str = "4"


@dataclass(frozen=True, kw_only=True, slots=True)
class StepChart:
    """The drawing and its words; a path is empty where there is nothing of its kind."""

    width: int
    height: int
    area: str
    grid: str
    axis: str
    plan: str
    signs: tuple[str, ...]
    open_sign: str
    actual: str
    dots: tuple[Dot, ...]
    expected: str
    expected_dots: tuple[Dot, ...]
    range: str
    gap: str
    leader: str
    today: str
    labels: tuple[Label, ...]
    title: str
    description: str
    note: Note
    rows: tuple[StepRow, ...]


def step_chart(objective: BusinessObjective, stands: Standing, reader: Reader) -> StepChart | None:
    """The chart of an objective that stands so; None without a goal with a date or a check-in."""
    goals = goals_of(stands)
    made = check_ins(objective, reader.today)
    return _Drawing(objective, stands, goals, made, reader).chart() if goals or made else None


class _Drawing:
    def __init__(
        self,
        objective: BusinessObjective,
        stands: Standing,
        goals: tuple[GoalStanding, ...],
        made: tuple[CheckIn, ...],
        reader: Reader,
    ) -> None:
        self.objective, self.stands, self.reader = objective, stands, reader
        self.goals, self.made = goals, made
        self.ahead = tuple(goal for goal in goals if goal.forecast)
        self.forecasts = [goal.forecast for goal in goals if goal.forecast]
        self.down = direction(objective) < 0
        self.ticks = nice_ticks(*self._span())
        self.values = Scale(float(self.ticks[0]), float(self.ticks[-1]), BOTTOM, TOP)
        self.first, self.last = self._days()
        ends = [text_width(wanted.text) for wanted in self._ends()]
        marks = [text_width(self._say(tick)) for tick in self.ticks]
        left = max(LEFT, min(max(marks), WIDEST) + 16)
        right = min(RIGHT, WIDTH - 16 - min(max(ends, default=0), WIDEST))
        self.days = days_on(self.first, self.last, left, right)

    def chart(self) -> StepChart:
        plan = self._plan()
        left, right = self.days.start, self.days.end
        labels = place(self._wanted(), WIDTH, HEIGHT, self._taken())
        gap = self._gap()
        explained = next((label for label in labels if label.css == "t-amber"), None)
        return StepChart(
            width=WIDTH,
            height=HEIGHT,
            area=self._area(plan),
            grid="".join(f"M{figure(left)} {self._y(t)}H{figure(right)}" for t in self.ticks),
            axis=f"M{figure(left)} 236H{figure(right)}"
            + "".join(f"M{self._x(month.first_day)} 236v5" for month in self._months()),
            plan=plan,
            signs=tuple(self._sign(goal) for goal in self.goals if goal is not self._held()),
            open_sign=self._sign(held) if (held := self._held()) else "",
            actual=self._actual(),
            dots=tuple(self._dots()),
            expected=expected_line(self.made[-1], self.forecasts, self._at) if self.ahead else "",
            expected_dots=tuple(
                Dot(x=self._x(seen.on), y=self._y(seen.value)) for seen in self.forecasts
            ),
            range=range_area(self.made[-1], self.forecasts, self._inside) if self.ahead else "",
            gap=self._gap_line(gap) if gap else "",
            leader=self._leader(gap, explained) if gap and explained else "",
            today=f"M{self._x(self.reader.today)} 34V236" if self._shows_today() else "",
            labels=labels,
            title=_("Planned steps, check-ins and what is expected"),
            description=description(self.objective, self.goals, self.made, self.reader),
            note=note(self.objective, self.stands, self.made, self.reader),
            rows=step_rows(self.objective, self.stands, self.goals, self.made, self.reader),
        )

    def _span(self) -> tuple[Decimal, Decimal]:
        """The values that are drawn."""
        values = [*(goal.value for goal in self.goals), *(made.value for made in self.made)]
        if self.objective.baseline is not None:
            values.append(self.objective.baseline)
        values += within_reach(self.forecasts, min(values), max(values))
        return min(values), max(values)

    def _days(self) -> tuple[date, date]:
        today = self.reader.today
        days = [*(goal.due for goal in self.goals), *(made.on for made in self.made)]
        first, last = min(days), max(days)
        if not self.made:
            first = min(first - 90 * DAY, today)
        if first == last:
            first, last = first - 45 * DAY, last + 45 * DAY
        if last < today <= last + (last - first) / 2:
            last = today
        return Month.of(first).first_day, last

    def _shows_today(self) -> bool:
        return self.first <= self.reader.today <= self.last

    def _months(self) -> tuple[Month, ...]:
        return month_ticks(Month.of(self.first), Month.of(self.last))

    def _x(self, day: date) -> str:
        return figure(self.x(day))

    def _y(self, value: Decimal) -> str:
        return figure(self.y(value))

    def x(self, day: date) -> float:
        return self.days.at(day.toordinal())

    def y(self, value: Decimal) -> float:
        return self.values.at(float(value))

    def _at(self, day: date, value: Decimal) -> str:
        return f"{self._x(day)} {self._y(value)}"

    def _say(self, value: Decimal) -> str:
        return self.reader.figure(self.objective, value)

    # What was planned

    def _plan(self) -> str:
        if not self.goals:
            return ""
        steps = "".join(f"H{self._x(goal.due)}V{self._y(goal.value)}" for goal in self.goals)
        if self.objective.baseline is None:
            first = self.goals[0]
            return f"M{self._x(first.due)} 236V{self._y(first.value)}{steps}"
        return f"M{figure(self.days.start)} {self._y(self.objective.baseline)}{steps}"

    def _area(self, plan: str) -> str:
        return f"{plan}V236H{plan[1:].split()[0]}Z" if plan else ""

    def _held(self) -> GoalStanding | None:
        """The target that is reached by plan before its date, so that its sign stays open."""
        if len(self.goals) < 2 or self.goals[-1].value != self.goals[-2].value:
            return None
        return self.goals[-1]

    def _sign(self, goal: GoalStanding) -> str:
        """The sign at a step: above a line that rises, below one that falls."""
        x, y = self._x(goal.due), figure(self.y(goal.value) - (0 if self.down else 10))
        return f"M{x} {y}h-11l-6 5 6 5h11z"

    # What happened

    def _actual(self) -> str:
        if not self.made:
            return ""
        first, *rest = self.made
        steps = "".join(f"H{self._x(made.on)}V{self._y(made.value)}" for made in rest)
        return f"M{self._x(first.on)} {self._y(first.value)}{steps}"

    def _dots(self) -> Iterator[Dot]:
        for number, made in enumerate(self.made, start=1):
            small = "2.5" if len(self.made) > SHORT_OF_ROOM else "4"
            size = "5" if number == len(self.made) else small
            yield Dot(x=self._x(made.on), y=self._y(made.value), r=size)

    # What is expected

    def _inside(self, day: date, value: Decimal) -> str:
        """A place in the drawing; what lies beyond its values lies at its edge."""
        return f"{self._x(day)} {self._y(min(max(value, self.ticks[0]), self.ticks[-1]))}"

    def _gap(self) -> GoalStanding | None:
        """The one gap that matters: of the goal that decides, else of the next one that lacks."""
        lacking = [goal for goal in self.ahead if goal.short and goal.short > 0]
        decisive = [goal for goal in lacking if goal.at == self.stands.decided_by]
        return next(iter(decisive or lacking), None)

    def _gap_line(self, goal: GoalStanding) -> str:
        planned, expected = self._gap_ends(goal)
        return f"M{self._x(goal.due)} {figure(planned)}V{figure(expected)}"

    def _gap_ends(self, goal: GoalStanding) -> tuple[float, float]:
        """From just inside the plan to the forecast."""
        planned, expected = self.y(goal.value), self.y(self._foreseen(goal))
        inset = min(4, abs(expected - planned))
        return planned + (inset if expected > planned else -inset), expected

    def _leader(self, goal: GoalStanding, label: Label) -> str:
        expected, line = self.y(self._foreseen(goal)), float(label.y) - 4
        side = "-10" if label.anchor == "end" else "10"
        start = expected + (5 if line > expected else -5)
        return f"M{self._x(goal.due)} {figure(start)}V{figure(line)}h{side}"

    def _foreseen(self, goal: GoalStanding) -> Decimal:
        return goal.forecast.value if goal.forecast else goal.value

    # Words in the drawing

    def _taken(self) -> list[Box]:
        """The signs and the last check-in, which no label may cover."""
        signs = [(self.x(goal.due), self.y(goal.value)) for goal in self.goals]
        boxes = [Box(x - 17, y, x, y + 10) if self.down else Box(x - 17, y - 10, x, y)
                 for x, y in signs]  # fmt: skip
        if self.made:
            x, y = self.x(self.made[-1].on), self.y(self.made[-1].value)
            boxes.append(Box(x - 5, y - 5, x + 5, y + 5))
        return boxes

    def _wanted(self) -> Iterator[Wanted]:
        """The labels, the one that matters most first."""
        yield from self._ends()
        if self._shows_today():
            x = self.x(self.reader.today)
            yield Wanted(_("today"), tuple(Spot(x, 26, a) for a in ("middle", "start", "end")))
        if gap := self._gap():
            yield self._gap_label(gap)
        if self.made:
            last = self.made[-1]
            words = _("now %(value)s") % {"value": self._say(last.value)}
            yield Wanted(words, self._around(self.x(last.on), self.y(last.value)), "t-strong")
        yield from self._marks()
        for goal in reversed(self.goals):
            yield from self._goal_label(goal)

    def _ends(self) -> Iterator[Wanted]:
        """Where the plan and the forecast end, beside the drawing."""
        if not self.goals:
            return
        ends = [(self.goals[-1].due, self.goals[-1].value, _("plan %(value)s"), "t-accent")]
        ends += [
            (goal.due, self._foreseen(goal), _("trend %(value)s"), "t-strong")
            for goal in self.ahead[-1:]
        ]
        for day, value, words, css in ends:
            x = self.x(day) + 12 if hasattr(self, "days") else 0
            y = self.y(value) + 4
            spots = tuple(Spot(x, y + by) for by in (0, 16, -16, 32))
            yield Wanted(words % {"value": self._say(value)}, spots, css)

    def _gap_label(self, goal: GoalStanding) -> Wanted:
        expected, short = self._foreseen(goal), goal.short or Decimal(0)
        words = _("%(value)s expected, %(short)s short") % {
            "value": self._say(expected),
            "short": self._say(short),
        }
        x, y = self.x(goal.due), self.y(expected)
        rows = (y - 31, y + 39) if self.y(goal.value) > y else (y + 39, y - 31)
        spots = [Spot(x + 14, row) for row in rows]
        return Wanted(words, (*spots, *(Spot(x - 14, row, "end") for row in rows)), "t-amber")

    def _around(self, x: float, y: float) -> tuple[Spot, ...]:
        low, high = (-16, 24) if self.down else (24, -16)
        return (
            Spot(x + 13, y + low),
            Spot(x + 13, y + high),
            Spot(x - 13, y + low, "end"),
            Spot(x - 13, y + high, "end"),
        )

    def _goal_label(self, goal: GoalStanding) -> Iterator[Wanted]:
        x, y = self.x(goal.due), self.y(goal.value)
        line = y + 12 if self.down else y - 1
        words = {"value": self._say(goal.value), "day": short_date(goal.due, goal.due)}
        text = _("%(value)s by %(day)s") % words
        if goal is self._held():
            text = _("due %(day)s") % words
            line -= 0 if self.down else 4  # the plan runs under it
        beside = (Spot(x - 24, line, "end"), Spot(x + 8, y + 17 if self.down else y - 8))
        yield Wanted(text, beside, "t-accent")
        if goal.reached_on and goal.reached_on > goal.due:
            late = {"days": counted((goal.reached_on - goal.due).days, "day")}
            under = Spot(x - 24, line + 16, "end")
            yield Wanted(_("reached %(days)s late") % late, (under,))

    def _marks(self) -> Iterator[Wanted]:
        for tick in self.ticks:
            yield Wanted(self._say(tick), (Spot(self.days.start - 10, self.y(tick) + 4, "end"),))
        years: set[int] = set()
        for number, month in enumerate(self._months()):
            x = self.x(month.first_day)
            words = {"month": short_month(month), "year": month.year}
            text = short_month(month) if month.year in years else _("%(month)s %(year)s") % words
            years.add(month.year)
            spots = (Spot(x, 257, "middle" if number else "start"), Spot(x, 257, "end"))
            yield Wanted(text, spots)
