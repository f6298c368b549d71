"""The answers of a review, each saved at once: actions, lights, sentences, decisions (STP-2)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.operations import lock, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.method.month import Month
from waypost.planning.models import Review, SentenceAnswer
from waypost.planning.operations.reviews import under_way
from waypost.plans.models import Action, Heard, LightChange, Objective, TrafficLight
from waypost.plans.operations.action_sets import close_actions
from waypost.plans.operations.actions import WHY
from waypost.ui.formats import excerpt, month_name
from waypost.ui.texts import LONGEST_TEXT


@transaction.atomic
def carry_action(
    *,
    access: Access,
    review: Review,
    action: Action,
    version: int,
    month: Month,
    reason: str,
    due: date | None = None,
) -> Written[Action]:
    """Take an open action along to a later month, with the reason; may raise StaleError.

    ``due`` is its new day, in that month or later. How often it was carried tells the history.
    """
    check_can_edit_plan(access)
    under_way(access, review)
    if not reason:
        raise ValidationError({"carry_why": _("Say why it was not done: it is asked next month.")})
    if due is not None and Month.of(due) < month:
        words = {"month": month_name(month)}
        raise ValidationError({"due": _("Enter a day in %(month)s or later.") % words})
    current = lock(action)
    if current.version != version:
        raise StaleError(current)
    to = month if due is None else Month.of(due)
    what = _("Carried “%(action)s” to %(month)s") % {
        "action": excerpt(current.what),
        "month": month_name(to),
    }
    before = row_values(current)
    with writing(access=access, what=what) as recording:
        current.month, current.due, current.reason = to.first_day, due, reason
        current.version += 1
        current.save(update_fields=["month", "due", "reason", "version"])
        recording.changed(current, before)
    return Written(current, recording.change_set)


@transaction.atomic
def close_action(
    *,
    access: Access,
    review: Review,
    action: Action,
    version: int,
    outcome: Action.Status,
    reason: str = "",
) -> Written[Any]:
    """Done, or dropped for a reason; may raise StaleError. What stands so already is left."""
    check_can_edit_plan(access)
    under_way(access, review)
    if outcome == Action.Status.DROPPED and not reason:
        raise ValidationError({"drop_why": WHY})
    current = lock(action)
    if current.version != version and current.status != outcome:
        raise StaleError(current)
    return close_actions(access=access, codes=[action.ref.code], outcome=outcome, reason=reason)


@transaction.atomic
def confirm_other_lights(*, access: Access, review: Review) -> Written[Any]:
    """All lights that nobody has looked at in this review are still true (TL-4)."""
    check_can_edit_plan(access)
    review = under_way(access, review)
    today = timezone.localdate()
    begun = timezone.localtime(review.started_at).date()
    seen = LightChange.objects.filter(light=OuterRef("pk"), on__gte=begun, on__lte=today)
    others = TrafficLight.objects.live().filter(~Exists(seen), account=access.account)
    left = list(others.order_by("pk"))
    if not left:
        return Written(review, None)
    with writing(access=access, what=_("Noted that the other lights are still true")) as recording:
        for light in left:
            colours = {"from_colour": light.colour, "to_colour": light.colour}
            recording.created(LightChange.objects.create(light=light, on=today, **colours))
    return Written(review, recording.change_set)


@transaction.atomic
def answer_sentence(
    *,
    access: Access,
    review: Review,
    sentence: Objective,
    would_say: str,
    words: str,
    who: str,
    seen: str = "",
) -> Written[SentenceAnswer]:
    """Whether the customer would say the sentence today, and on what evidence (OBJ-2).

    A yes rests on words really heard, which are kept with the sentence. ``seen`` is the stamp of
    the answer that the person saw: another one, given meanwhile, is not written over.
    """
    check_can_edit_plan(access)
    review = under_way(access, review)
    is_yes = would_say == SentenceAnswer.WouldSay.YES
    if is_yes and not words:
        raise ValidationError(
            {"words": _("Write down what they said. Else choose another answer.")}
        )
    found = SentenceAnswer.objects.filter(review=review, sentence=sentence).first()
    row = found or SentenceAnswer(review=review, sentence=sentence)
    before, stamp = (row_values(row), row.stamp) if found else (None, "")
    row.would_say, row.words = would_say, words
    if before == row_values(row):
        return Written(row, None)
    if stamp != seen:
        meanwhile = _("Somebody has answered this meanwhile. Look at it, then save again.")
        raise ValidationError(meanwhile)
    labels = {"code": sentence.ref.code, "answer": row.get_would_say_display().lower()}
    what = _("Would they say %(code)s today: %(answer)s") % labels
    with writing(access=access, what=what) as recording:
        row.save()
        if before is None:
            recording.created(row)
        else:
            recording.changed(row, before)
        if is_yes:
            _keep_heard(sentence, words, who, recording)
    return Written(row, recording.change_set)


def _keep_heard(sentence: Objective, words: str, who: str, recording: Recording) -> None:
    said = {"on": timezone.localdate(), "who": who, "text": words}
    if not sentence.heard.filter(**said).exists():
        recording.created(Heard.objects.create(objective=sentence, **said))


@transaction.atomic
def add_decision(*, access: Access, review: Review, text: str) -> Written[Review]:
    """Write down what was decided, as one more line of the review's notes."""
    check_can_edit_plan(access)
    review = under_way(access, review)
    notes = f"{review.notes}\n{text}".strip()
    if len(notes) > LONGEST_TEXT:
        raise ValidationError({"text": _("Shorten this: the notes of a review have an end.")})
    return _note(access, review, notes, _("Decided: %(text)s") % {"text": excerpt(text)})


@transaction.atomic
def remove_decision(*, access: Access, review: Review, text: str) -> Written[Review]:
    """Take a line out of the notes; nothing where it is gone already."""
    check_can_edit_plan(access)
    review = under_way(access, review)
    lines = review.notes.splitlines()
    if text not in lines:
        return Written(review, None)
    lines.remove(text)
    what = _("No longer decided: %(text)s") % {"text": excerpt(text)}
    return _note(access, review, "\n".join(lines), what)


def _note(access: Access, review: Review, notes: str, what: str) -> Written[Review]:
    before: dict[str, Any] = row_values(review)
    with writing(access=access, what=what) as recording:
        review.notes = notes
        review.save(update_fields=["notes"])
        recording.changed(review, before)
    return Written(review, recording.change_set)
