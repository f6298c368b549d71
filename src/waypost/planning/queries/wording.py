"""Words that the pages of reviews share."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.timeline import Line, in_short
from waypost.accounts.timeline.milestones import beginning
from waypost.document.models import Snapshot
from waypost.method.month import Month
from waypost.method.reviews import Rolling
from waypost.planning.models import Review
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Reader, names


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnMonth:
    """A month of the drawing of what finishing does: ``kind`` is its class."""

    name: str
    kind: str
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Since:
    """What changed since the last review; ``snapshot`` is the plan as it was frozen then."""

    day: str
    lines: tuple[Line, ...]
    snapshot: int | None


def since_last(access: Access, reader: Reader, review: Review) -> Since:
    """From the beginning of the day of the last review held before this one."""
    held = Review.objects.filter(account=access.account, held=True).exclude(pk=review.pk)
    last = held.order_by("-date", "-pk").first()
    snapshot = Snapshot.objects.filter(review=last).defer("content").first() if last else None
    since = snapshot.taken_at if snapshot else beginning(last.date) if last else None
    return Since(
        day=reader.day(last.date) if last else "",
        lines=tuple(in_short(access, since, review.started_at)),
        snapshot=snapshot.pk if snapshot else None,
    )


def the_months(months: Iterable[Month], reader: Reader) -> str:
    """December, January and February."""
    return names(month_in_words(month, reader) for month in months)


def in_months(
    months: tuple[Month, ...], rolls: Rolling, reader: Reader, *, after: bool
) -> tuple[DrawnMonth, ...]:
    """The window before or after on one calendar, so that the two can stand under each other."""

    def drawn(month: Month) -> DrawnMonth:
        kind, note = "", _("outline")
        if month not in months:
            kind, note = ("closed", _("closed, in history")) if after else ("blank", "")
        elif month == months[0]:
            kind, note = "detail", _("in detail")
        elif month not in rolls.now:
            kind, note = "new", _("new")
        return DrawnMonth(name=month_in_words(month, reader), kind=kind, note=note)

    return tuple(drawn(month) for month in sorted({*rolls.now, *rolls.after}))
