"""The months one plans for, and the day they are reviewed (STP-2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waypost.method.month import Month
from waypost.method.plan import Plan
from waypost.method.review_day import review_day, review_rule
from waypost.method.words import Words, gettext_noop, words

WINDOW_MONTHS = 3


class WindowReason(StrEnum):
    """Why the window begins where it does."""

    GIVEN = "given"
    REVIEW_DAY_HAS_COME = "review day has come"
    REVIEW_DAY_TO_COME = "review day is to come"


SENTENCES = {
    WindowReason.GIVEN: gettext_noop("The months were set for this plan."),
    WindowReason.REVIEW_DAY_HAS_COME: gettext_noop(
        "The review day of this month is %(review_day)s, so next month comes first."
    ),
    WindowReason.REVIEW_DAY_TO_COME: gettext_noop(
        "The review day is %(review_day)s; until then this month comes first."
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """The months of the short-term plan, in order; the first is the one in detail (STP-2, STP-3).

    ``stored`` when they were set; ``overdue`` when the months set begin before those one would plan
    by now, so a review is missing.
    """

    months: tuple[Month, ...]
    reason: WindowReason
    words: Words
    stored: bool
    overdue: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class NextReview:
    """The next monthly review: its day, whether somebody set that day, and what was left out.

    ``overdue_since`` is the day of a review that should have been held by now and was not.
    """

    on: date
    scheduled: bool
    overdue_since: date | None
    last_held: date | None

    @property
    def overdue(self) -> bool:
        """Whether a review that should have been held was not."""
        return self.overdue_since is not None


def window(plan: Plan, today: date) -> Window:
    """The months to plan for (STP-2).

    Months set in the plan override. Else, late in April one plans May, June and July: from the
    review day of a month on the window begins with the next month, before it with the current one.
    It is ``window_months`` long, three by default; the review day is the last working day of the
    month by default, also where the setting cannot be read.
    """
    settings = plan.account.settings
    this_month = Month.of(today)
    day = review_day(review_rule(settings.review_day), this_month)
    has_come = today >= day
    first = this_month.plus(1) if has_come else this_month
    given = tuple(sorted(set(plan.short_term_plan.months)))
    if given:
        return Window(
            months=given,
            reason=WindowReason.GIVEN,
            words=words(SENTENCES[WindowReason.GIVEN]),
            stored=True,
            overdue=given[0] < first,
        )
    reason = WindowReason.REVIEW_DAY_HAS_COME if has_come else WindowReason.REVIEW_DAY_TO_COME
    return Window(
        months=tuple(first.plus(n) for n in range(settings.window_months or WINDOW_MONTHS)),
        reason=reason,
        words=words(SENTENCES[reason], review_day=day),
        stored=False,
        overdue=False,
    )


def next_review(plan: Plan, today: date) -> NextReview:
    """The next review: the earliest one set for today or later, else by the review day (STP-2).

    A review is overdue when one that was set for a day before today is neither held nor followed by
    one that was; or when the review day after the last one held is over. A review counts for the
    review day nearest to it, and making the short-term plan counts as a review. A plan that was
    never reviewed nor planned is not overdue: its first review is on the next review day.
    """
    last_held = max((r.date for r in plan.reviews if r.held and r.date <= today), default=None)
    planned_on = plan.short_term_plan.planned_on
    started = max((d for d in (last_held, planned_on) if d and d <= today), default=None)
    to_hold = sorted(r.date for r in plan.reviews if r.held is None)
    left = [day for day in to_hold if day < today and (started is None or day > started)]
    coming = [day for day in to_hold if day >= today]
    by_rule = _day_after(plan, started) if started else _first_day_from(plan, today)
    overdue = [*left, *([by_rule] if by_rule < today else [])]
    return NextReview(
        on=(coming or left or [by_rule])[0],
        scheduled=bool(coming or left),
        overdue_since=min(overdue, default=None),
        last_held=last_held,
    )


def reviewed_month(plan: Plan, held: date) -> Month:
    """The month that a review held on this day counts for: the nearest review day's (STP-2)."""
    month = Month.of(held)
    months = [month.plus(n) for n in (-1, 0, 1)]
    return min(months, key=lambda one: abs(review_day_of(plan, one) - held))


def review_day_of(plan: Plan, month: Month) -> date:
    """The day of the month on which this plan is reviewed (STP-2)."""
    return review_day(review_rule(plan.account.settings.review_day), month)


def _day_after(plan: Plan, held: date) -> date:
    """The review day after the one that a review held on this day counts for."""
    return review_day_of(plan, reviewed_month(plan, held).plus(1))


def _first_day_from(plan: Plan, today: date) -> date:
    month = Month.of(today)
    day = review_day_of(plan, month)
    return day if day >= today else review_day_of(plan, month.plus(1))
