"""What a review has in tables and the plan has not: versions, answers, how often it was carried."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from waypost.accounts.policies import Access
from waypost.history.models import Change
from waypost.method.horizon import review_day_of, reviewed_month
from waypost.method.plan import Plan
from waypost.planning.models import Review, SentenceAnswer
from waypost.plans.models import Action, TrafficLight
from waypost.plans.queries.short_term import month_in_words
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import excerpt


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What this review says of a sentence; ``stamp`` tells it from other answers."""

    would_say: str
    stamp: str
    label: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """An action that this review took along to a later month."""

    code: str
    what: str
    month: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stored:
    """``moves`` are the codes of actions with how often each went to a later month before this
    review, ``taken`` the codes of those that it took along itself."""

    versions: Mapping[str, int]
    answers: Mapping[str, Answer]
    present: tuple[str, ...]
    moves: Mapping[str, int]
    taken: tuple[str, ...]
    next_review: date

    def times(self, code: str) -> int:
        return self.moves.get(code, 0)

    def carried(self, reader: Reader) -> tuple[Carried, ...]:
        """What this review took along and that is still open."""
        actions = {action.id: action for action in reader.plan.short_term_plan.actions}
        found = (actions[code] for code in self.taken if code in actions)
        return tuple(
            Carried(
                code=action.id,
                what=excerpt(action.what),
                month=month_in_words(action.month, reader) if action.month else "",
                reason=action.reason or "",
            )
            for action in found
        )


def stored(access: Access, review: Review, plan: Plan) -> Stored:
    """Six queries."""
    account = access.account
    actions = (
        Action.objects.live().filter(account=account).values_list("pk", "ref__code", "version")
    )
    lights = TrafficLight.objects.live().filter(account=account)
    rows = {pk: code for pk, code, _version in actions}
    versions = {code: version for _pk, code, version in actions}
    versions |= dict(lights.values_list("ref__code", "version"))
    moves, taken = _moves(rows, review)
    answers = SentenceAnswer.objects.filter(review=review).select_related("sentence__ref")
    return Stored(
        versions=versions,
        answers={
            row.sentence.ref.code: Answer(
                would_say=row.would_say,
                label=row.get_would_say_display(),
                words=row.words,
                stamp=row.stamp,
            )
            for row in answers
        },
        present=tuple(
            review.attendances.order_by("pk").values_list("member__ref__code", flat=True)
        ),
        moves=moves,
        taken=taken,
        next_review=_next(access, plan),
    )


def _moves(rows: Mapping[int, str], review: Review) -> tuple[dict[str, int], tuple[str, ...]]:
    """How often each action went to a later month, as far as nobody took that back."""
    changes = Change.objects.filter(
        table="plans.action",
        row__in=list(rows),
        before__isnull=False,
        change_set__undoes=None,
        change_set__undone_by=None,
    )
    moves: dict[str, int] = {}
    taken: dict[str, None] = {}
    listed = changes.order_by("pk").values_list("row", "before", "after", "change_set__at")
    for row, before, after, at in listed:
        if not _goes_later(before, after):
            continue
        if review.started_at is not None and at >= review.started_at:
            taken[rows[row]] = None
        else:
            moves[rows[row]] = moves.get(rows[row], 0) + 1
    return moves, tuple(taken)


def _goes_later(before: dict[str, Any], after: dict[str, Any] | None) -> bool:
    was, is_now = before.get("month"), (after or {}).get("month")
    return bool(was and is_now and was < is_now)


def _next(access: Access, plan: Plan) -> date:
    """The day of the review after this one: as it was set, else by the rule (STP-2)."""
    today = timezone.localdate()
    to_come = Review.objects.filter(account=access.account, held=None, started_at=None)
    on = to_come.filter(date__gte=today).order_by("date").values_list("date", flat=True).first()
    return on or review_day_of(plan, reviewed_month(plan, today).plus(1))
