"""A monthly review: started, finished, taken back, and the day of the next one (STP-2)."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.accounts.operations import lock_account, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.snapshots import take_snapshot
from waypost.health.operations import refresh
from waypost.history.models import ChangeSet
from waypost.history.operations import Recording, Written, record, row_values
from waypost.history.undo import take_back
from waypost.method.horizon import review_day_of, reviewed_month
from waypost.method.month import Month
from waypost.method.plan import Plan
from waypost.method.reviews import Missing, Rolling, missing, rolling
from waypost.planning.models import Review, ReviewAttendance
from waypost.plans.models import PlannedMonth, ShortTermPlan
from waypost.ui.formats import month_name, short_date

DAY_TO_TAKE_BACK = timedelta(days=1)
SHORT_TERM = ("team", "people", "objectives", "short_term_plan", "traffic_lights", "reviews")


@transaction.atomic
def start_review(*, access: Access) -> Written[Review]:
    """The review that counts for this month: the one under way if there is one, whoever began it.

    Who starts it takes part. One that is started and left is to come as before.
    """
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    today = timezone.localdate()
    plan = load(access.account.pk, ("reviews",))
    reviews = Review.objects.filter(account=access.account, held=None).order_by("date", "pk")
    row = next((found for found in reviews if found.is_under_way), None)
    if row is not None:
        return Written(row, None)
    month = reviewed_month(plan, today)
    if month in {reviewed_month(plan, found.date) for found in plan.reviews if found.held}:
        month = month.plus(1)
    row = next((found for found in reviews if reviewed_month(plan, found.date) == month), None)
    with _for_good(access, _("Started the monthly review"), touches=False) as recording:
        if row is None:
            day = review_day_of(plan, month)
            row = Review.objects.create(account=access.account, date=day, started_at=timezone.now())
            recording.created(row)
        else:
            _change(row, recording, started_at=timezone.now())
        own = TeamMember.objects.live().filter(account=access.account, user=access.user).first()
        if own is not None and not row.attendances.filter(member=own).exists():
            recording.created(ReviewAttendance.objects.create(review=row, member=own))
    return Written(row, recording.change_set)


@transaction.atomic
def note_attendance(
    *, access: Access, review: Review, members: Collection[str], stood: Collection[str] = ()
) -> Written[Review]:
    """These of us take part, by their ids, where those ``stood`` before.

    What somebody else has changed about others meanwhile stays.
    """
    check_can_edit_plan(access)
    review = under_way(access, review)
    rows = review.attendances.select_related("member__ref")
    stand = {row.member_id: row for row in rows}
    codes = {row.member.ref.code for row in stand.values()}
    codes = codes - (set(stood) - set(members)) | (set(members) - set(stood))
    team = TeamMember.objects.live().filter(account=access.account, ref__code__in=codes)
    wanted = {member.pk: member for member in team}
    if stand.keys() == wanted.keys():
        return Written(review, None)
    with writing(access=access, what=_("Noted who takes part in the review")) as recording:
        gone = [row for key, row in stand.items() if key not in wanted]
        recording.removed(gone)
        for row in gone:
            row.delete()
        for key, member in wanted.items():
            if key not in stand:
                made = ReviewAttendance.objects.create(review=review, member=member)
                recording.created(made)
    return Written(review, recording.change_set)


@transaction.atomic
def plan_review(*, access: Access, on: date) -> Written[Review]:
    """Set the day of the next review that is not under way yet, in place of the rule (STP-2)."""
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    today = timezone.localdate()
    if on < today:
        raise ValidationError({"on": _("Enter today or a later day.")})
    to_come = Review.objects.filter(account=access.account, held=None, started_at=None)
    row = to_come.filter(date__gte=today).order_by("date", "pk").first()
    if row is not None and row.date == on:
        return Written(row, None)
    what = _("Set the next review to %(day)s") % {"day": short_date(on)}
    with writing(access=access, what=what) as recording:
        if row is None:
            row = Review.objects.create(account=access.account, date=on)
            recording.created(row)
        else:
            _change(row, recording, date=on)
    return Written(row, recording.change_set)


@transaction.atomic
def finish_review(
    *, access: Access, review: Review, coming: Month, anyway: bool = False
) -> Written[Review]:
    """Roll the window forward, freeze the plan and note that the review was held (STP-2).

    ``coming`` is the month in detail that the person saw it come to. Where something is missing
    nothing is done unless ``anyway``. One that is finished already is left as it is. Reviews that
    were to be held before and were not are noted as not held.
    """
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    review = Review.objects.select_for_update().get(pk=review.pk, account=access.account)
    if review.held:
        return Written(review, None)
    if not review.is_under_way:
        raise ValidationError(_("This review has not been started."))
    today = timezone.localdate()
    plan = load(access.account.pk, SHORT_TERM)
    rolls = rolling(plan, today)
    _check_complete(plan, rolls, coming, anyway=anyway)
    words = {"first": month_name(rolls.coming), "last": month_name(rolls.after[-1])}
    what = _("Finished the monthly review: %(first)s to %(last)s are planned") % words
    with _for_good(access, what) as recording:
        _roll(access, rolls.after, today, recording)
        _change(review, recording, held=True, date=today, finished_at=timezone.now())
        left = Review.objects.filter(account=access.account, held=None, date__lt=today)
        for row in left.order_by("pk"):
            _change(row, recording, held=False)
    # It is no part of the history: it holds what not everybody who reads that may see.
    take_snapshot(access.account, Snapshot.Occasion.REVIEW, access.user, review)
    return Written(review, recording.change_set)


@contextmanager
def _for_good(access: Access, what: str, *, touches: bool = True) -> Iterator[Recording]:
    """What the history shows and cannot take back: a review has its own way for that."""
    with record(
        actor=access.user, account=access.account, what=what, touches=touches, is_final=True
    ) as recording:
        yield recording
        refresh(access.account)


def can_take_back(review: Review) -> bool:
    """Whether the review was finished within the last day."""
    finished = review.finished_at if review.held else None
    return finished is not None and timezone.now() - finished < DAY_TO_TAKE_BACK


@transaction.atomic
def take_back_review(*, access: Access, review: Review) -> Written[Review]:
    """The review is under way again and the months are those of before it, for a day.

    May raise UndoError where somebody wrote these since.
    """
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    review = Review.objects.select_for_update().get(pk=review.pk, account=access.account)
    if not review.held:
        return Written(review, None)
    if not can_take_back(review):
        raise PermissionDenied(_("A review can be taken back for a day, and that is over."))
    finished = ChangeSet.objects.filter(account=access.account, is_final=True, undone_by=None)
    own = finished.filter(changes__table=Review._meta.label_lower, changes__row=review.pk)
    done = own.latest("pk")
    what = _("Took back the monthly review of %(day)s") % {"day": short_date(review.date)}
    with writing(access=access, what=what, undoes=done) as recording:
        take_back(done, recording)
        Snapshot.objects.filter(review=review).delete()
    review.refresh_from_db()
    return Written(review, recording.change_set)


def under_way(access: Access, review: Review) -> Review:
    """The review as it stands now, held until the transaction ends, if it is under way."""
    lock_account(access.account.pk)
    found = Review.objects.select_for_update().get(pk=review.pk, account=access.account)
    if not found.is_under_way:
        raise ValidationError(_("This review is finished. What it says is not changed any more."))
    return found


def _check_complete(plan: Plan, rolls: Rolling, coming: Month, *, anyway: bool) -> None:
    if rolls.coming != coming:
        raise ValidationError(_("The months have changed meanwhile. Look at them again."))
    if not anyway and missing(plan, rolls) != Missing():
        raise ValidationError(_("Something is missing still."), code="missing")


def _roll(access: Access, months: Iterable[Month], on: date, recording: Recording) -> None:
    """Let the window be exactly these months."""
    window, is_new = ShortTermPlan.objects.get_or_create(
        account=access.account, defaults={"planned_on": on}
    )
    if is_new:
        recording.created(window)
    else:
        _change(window, recording, planned_on=on)
    wanted = {month.first_day for month in months}
    stand = list(window.months.order_by("month"))
    gone = [row for row in stand if row.month not in wanted]
    recording.removed(gone)
    for row in gone:
        row.delete()
    for day in sorted(wanted - {row.month for row in stand}):
        recording.created(PlannedMonth.objects.create(short_term_plan=window, month=day))


def _change(row: Review | ShortTermPlan, recording: Recording, **values: Any) -> None:
    before = row_values(row)
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
    recording.changed(row, before)
