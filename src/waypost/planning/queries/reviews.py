"""The page of the reviews: the next one, those that were left out, those that were held."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from waypost.accounts.models import Account
from waypost.document.models import Snapshot
from waypost.method.horizon import next_review, review_day_of, reviewed_month
from waypost.method.reviews import missed
from waypost.planning.models import Review, ReviewAttendance
from waypost.plans.queries.wording import Reader, names
from waypost.ui.formats import weekday_date

PARTS = ("team", "short_term_plan", "reviews")


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A review that was held, or one that was not: then ``missed``."""

    key: int | None
    on: date
    day: str
    who: str
    notes: tuple[str, ...]
    missed: bool
    snapshot: int | None
    before: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewsPage:
    """``under_way`` is the review that somebody has started; ``overdue`` says since when."""

    next_on: date
    next_day: str
    scheduled: bool
    overdue: str
    under_way: int | None
    rule: str
    past: tuple[Held, ...]
    held_count: int
    missed_count: int


def reviews_page(reader: Reader, account: Account) -> ReviewsPage:
    """The same few queries however many reviews there are."""
    plan, today = reader.plan, reader.today
    coming = next_review(plan, today)
    rows = list(Review.objects.filter(account=account).order_by("-date", "-pk"))
    past = _past(reader, account, rows)
    under_way = next((row.pk for row in rows if row.is_under_way), None)
    return ReviewsPage(
        next_on=coming.on,
        next_day=weekday_date(coming.on, today),
        scheduled=coming.scheduled,
        overdue=reader.day(coming.overdue_since),
        under_way=under_way,
        rule=plan.account.settings.review_day or "",
        past=past,
        held_count=sum(not one.missed for one in past),
        missed_count=sum(one.missed for one in past),
    )


def _past(reader: Reader, account: Account, rows: list[Review]) -> tuple[Held, ...]:
    """Newest first: held, not held, and the days of which nobody wrote anything down."""
    plan, today = reader.plan, reader.today
    over = [row for row in rows if row.held is not None or row.date < today]
    over = [row for row in over if not row.is_under_way]
    noted = {reviewed_month(plan, row.date) for row in rows if row.held is not None or row in over}
    unsaid = [day for day in missed(plan, today) if reviewed_month(plan, day) not in noted]
    present = _present(account)
    snapshots = _snapshots(account)
    earlier = dict(pairwise(snapshots.values()))
    found = [
        Held(
            key=row.pk,
            on=row.date,
            day=weekday_date(row.date, today),
            who=names(present.get(row.pk, ())),
            notes=tuple(line for line in row.notes.splitlines() if line.strip()),
            missed=not row.held,
            snapshot=snapshots.get(row.pk),
            before=earlier.get(snapshots.get(row.pk, 0)),
        )
        for row in over
    ]
    found += [
        Held(
            key=None,
            on=review_day_of(plan, reviewed_month(plan, day)),
            day=weekday_date(day, today),
            who="",
            notes=(),
            missed=True,
            snapshot=None,
            before=None,
        )
        for day in unsaid
    ]
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def _present(account: Account) -> dict[int, list[str]]:
    present: dict[int, list[str]] = {}
    rows = ReviewAttendance.objects.filter(review__account=account).order_by("pk")
    for review, name in rows.values_list("review", "member__name"):
        present.setdefault(review, []).append(name)
    return present


def _snapshots(account: Account) -> dict[int, int]:
    """The snapshots of reviews by review, newest first."""
    taken = Snapshot.objects.filter(account=account, review__isnull=False)
    rows = taken.order_by("-taken_at", "-pk").values_list("review", "pk")
    return {review: pk for review, pk in rows if review is not None}
