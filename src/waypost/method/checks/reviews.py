"""The plan is reviewed, rolls on and is kept up (STP-2, STP-7, SES-1)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.horizon import next_review, window
from waypost.method.month import Month
from waypost.method.plan import Plan
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

UNTOUCHED_DAYS = 62  # two monthly reviews


@rule(
    "STP-2",
    title=_("The short-term plan rolls on with each monthly review"),
    why=_("Each month one plans the next ones; a plan that stands still runs out."),
)
def not_rolled_on(plan: Plan, today: date) -> Iterator[Finding]:
    planned = window(plan, today)
    if not planned.overdue:
        return
    message = (
        words(_("The months planned for ended on %(on)s."), on=planned.months[-1].last_day)
        if planned.months[-1] < Month.of(today)
        else words(
            _("The months planned for began on %(on)s; it is time to plan the next ones."),
            on=planned.months[0].first_day,
        )
    )
    remedy = fix(Remedy.HOLD_REVIEW, _("Hold the review: what is done, what comes next, who."))
    yield not_rolled_on.finding("months", Severity.WARNING, message, remedy)


@rule(
    "STP-2",
    title=_("No monthly review is left out"),
    why=_("What goes wrong in a month without a review is seen when it can no longer be helped."),
)
def review_left_out(plan: Plan, today: date) -> Iterator[Finding]:
    """Silent where other rules say more: nothing was ever reviewed, or the months are over."""
    since = next_review(plan, today).overdue_since
    if since is None or window(plan, today).overdue or _never_reviewed(plan, today):
        return
    left = (
        f"reviews[{place}]"
        for place, review in enumerate(plan.reviews)
        if not review.held and Month.of(review.date) == Month.of(since)
    )
    message = words(_("The review of %(on)s has not been held."), on=since)
    remedy = fix(Remedy.HOLD_REVIEW, _("Hold it now, or set another day for it."), field="held")
    yield review_left_out.finding(next(left, "months"), Severity.ADVICE, message, remedy)


@rule(
    "SES-1",
    title=_("The plan is formally reviewed"),
    why=_("Without a day on which the team looks at it, a plan is forgotten."),
)
def never_reviewed(plan: Plan, today: date) -> Iterator[Finding]:
    if _never_reviewed(plan, today):
        message = words(_("This plan has never been reviewed."))
        remedy = fix(Remedy.HOLD_REVIEW, _("Set the day of the first review."))
        yield never_reviewed.finding("account", Severity.WARNING, message, remedy, subject="review")


@rule(
    "STP-7",
    title=_("The short-term plan is kept up"),
    why=_("A plan describes the account of the day on which somebody last went through it."),
)
def untouched(plan: Plan, today: date) -> Iterator[Finding]:
    held = [review.date for review in plan.reviews if review.held]
    last = max((day for day in [*held, *_beginnings(plan)] if day <= today), default=None)
    if last and held and (today - last).days > UNTOUCHED_DAYS:
        message = words(_("Nobody has gone through the short-term plan since %(on)s."), on=last)
        remedy = fix(
            Remedy.HOLD_REVIEW, _("Go through it with the team: what is done, what has changed.")
        )
        yield untouched.finding(
            "short_term_plan", Severity.WARNING, message, remedy, subject="untouched"
        )


def _never_reviewed(plan: Plan, today: date) -> bool:
    """Whether planning began long ago and no review was held since."""
    began = _beginnings(plan)
    held = any(review.held for review in plan.reviews)
    return not held and bool(began) and (today - min(began)).days > UNTOUCHED_DAYS


def _beginnings(plan: Plan) -> list[date]:
    """The days on which somebody planned: in sessions, and the short-term plan."""
    planned_on = plan.short_term_plan.planned_on
    return [session.date for session in plan.sessions] + ([planned_on] if planned_on else [])
