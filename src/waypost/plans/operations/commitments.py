"""Who was told of a strategy, who is committed to it, and what is in the way (STR-3)."""

from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import Account, TeamMember
from waypost.accounts.operations import lock, lock_account, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, row_values
from waypost.notices.operations.reminding import remind
from waypost.plans.models import Commitment, Strategy
from waypost.plans.policies import check_can_answer


@transaction.atomic
def tell_members(
    *, access: Access, strategy: Strategy, members: Collection[TeamMember]
) -> Written[Strategy]:
    """Note that these members were told today of the wording that stands now.

    A member told an earlier wording is asked again: the answer to that one gives way. Whoever
    knows the wording already is left as they are.
    """
    check_can_edit_plan(access)
    # The strategy before the account, as `save_row` does: two people never wait for each other.
    current = lock(strategy)
    wording = current.wording_version or 1
    records = {answer.member_id: answer for answer in current.commitments.all()}
    news = [member for member in members if not _knows(records.get(member.pk), wording)]
    if not news:
        return Written(current, None)
    with writing(access=access, what=_told(current, news)) as recording:
        for member in news:
            record = records.get(member.pk) or Commitment(strategy=current, member=member)
            _save(record, wording, None, "", recording)
    return Written(current, recording.change_set)


@transaction.atomic
def ask_again(
    *, access: Access, strategy: Strategy, members: Collection[TeamMember]
) -> Written[Strategy]:
    """Ask these members once more: in their week the strategy is one they were told of today.

    Whoever has answered meanwhile, or was told today, is left alone.
    """
    check_can_edit_plan(access)
    current, today = lock(strategy), timezone.localdate()
    silent = current.commitments.filter(committed=None, doubts="").exclude(told=today)
    asked = list(
        silent.filter(member__in=members).select_related("member", "strategy__ref").order_by("pk")
    )
    if not asked:
        return Written(current, None)
    words = {"code": current.ref.code, "name": asked[0].member.name, "count": len(asked)}
    what = ngettext(
        "Asked %(name)s once more about %(code)s",
        "Asked %(count)s members once more about %(code)s",
        len(asked),
    )
    with writing(access=access, what=what % words) as recording:
        _remind(asked, access, recording)
    return Written(current, recording.change_set)


@transaction.atomic
def remind_silent(*, access: Access, members: Collection[TeamMember]) -> Written[Account]:
    """The same for every strategy at once; not for the person's own answers."""
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    silent = Commitment.objects.filter(committed=None, doubts="", told__lt=timezone.localdate())
    silent = silent.filter(strategy__account=access.account, strategy__deleted_at=None)
    silent = silent.filter(member__in=members).exclude(member__ref__code=access.member_code)
    related = ("member", "strategy__ref")
    asked = [
        record
        for record in silent.select_related(*related).order_by("strategy", "pk")
        if _knows(record, record.strategy.wording_version or 1)
    ]
    if not asked:
        return Written(access.account, None)
    people = {record.member_id for record in asked}
    codes = dict.fromkeys(record.strategy.ref.code for record in asked)
    words = {"name": asked[0].member.name, "count": len(people), "codes": ", ".join(codes)}
    what = ngettext(
        "Reminded %(name)s of %(codes)s", "Reminded %(count)s people of %(codes)s", len(people)
    )
    with writing(access=access, what=what % words, held=True) as recording:
        _remind(asked, access, recording)
    return Written(access.account, recording.change_set)


def _remind(asked: Iterable[Commitment], access: Access, recording: Recording) -> None:
    """Told today, and by mail."""
    now = timezone.now()
    for record in asked:
        before = row_values(record)
        record.told = timezone.localdate(now)
        record.save(update_fields=["told"])
        recording.changed(record, before)
        remind([record.member], record.strategy.ref, by=access.user, now=now)


@transaction.atomic
def answer(
    *,
    access: Access,
    strategy: Strategy,
    member: TeamMember,
    wording: int,
    committed: bool,
    doubts: str = "",
) -> Written[Strategy]:
    """The member says yes to this wording, perhaps with a doubt, or what is in the way.

    The words of the doubt stay out of the sentence that everybody reads in the history. Raises
    ValidationError where another wording stands by now.
    """
    check_can_answer(access, member)
    current = lock(strategy)
    if (current.wording_version or 1) != wording:
        raise ValidationError(_("The wording has changed meanwhile. Read it, then answer."))
    record = current.commitments.filter(member=member).first()
    if (
        record
        and _knows(record, wording)
        and (record.committed, record.doubts) == (committed, doubts)
    ):
        return Written(current, None)
    what = _sentence(access, current, member, committed)
    with writing(access=access, what=what) as recording:
        record = record or Commitment(strategy=current, member=member)
        _save(record, wording, committed, doubts, recording)
    return Written(current, recording.change_set)


@transaction.atomic
def withdraw(*, access: Access, strategy: Strategy, member: TeamMember) -> Written[Strategy]:
    """Take the member's answer back; they remain told."""
    check_can_answer(access, member)
    current = lock(strategy)
    record = current.commitments.filter(member=member).first()
    if record is None or (record.committed is None and not record.doubts):
        return Written(current, None)
    with writing(access=access, what=_withdrawn(access, current, member)) as recording:
        before = row_values(record)
        record.committed, record.doubts = None, ""
        record.save(update_fields=["committed", "doubts"])
        recording.changed(record, before)
    return Written(current, recording.change_set)


def _save(
    record: Commitment, wording: int, committed: bool | None, doubts: str, recording: Recording
) -> None:
    """Write an answer to this wording; the day of telling is that of this wording."""
    before = row_values(record)
    if not (record.told and _knows(record, wording)):
        record.told = timezone.localdate()
    record.wording_version, record.committed, record.doubts = wording, committed, doubts
    is_new = record.pk is None
    record.save()
    if is_new:
        recording.created(record)
    else:
        recording.changed(record, before)


def _knows(record: Commitment | None, wording: int) -> bool:
    """Whether there is a record of telling or an answer, and it is to this wording."""
    if record is None or (record.told is None and record.committed is None and not record.doubts):
        return False
    return (record.wording_version or wording) >= wording


def _told(strategy: Strategy, members: Collection[TeamMember]) -> str:
    words = {"code": strategy.ref.code, "count": len(members)}
    if len(members) == 1:
        return _("Told %(name)s of %(code)s") % {**words, "name": next(iter(members)).name}
    told = ngettext(
        "Told %(count)s member of %(code)s", "Told %(count)s members of %(code)s", len(members)
    )
    return told % words


def _sentence(access: Access, strategy: Strategy, member: TeamMember, committed: bool) -> str:
    words = {"code": strategy.ref.code, "name": member.name}
    if member.ref.code == access.member_code:
        own = _("Committed to %(code)s") if committed else _("Said what is in the way of %(code)s")
        return own % words
    if committed:
        return _("Noted that %(name)s is committed to %(code)s") % words
    return _("Noted what is in the way of %(code)s for %(name)s") % words


def _withdrawn(access: Access, strategy: Strategy, member: TeamMember) -> str:
    words = {"code": strategy.ref.code, "name": member.name}
    if member.ref.code == access.member_code:
        return _("Withdrew the answer to %(code)s") % words
    return _("Withdrew the answer of %(name)s to %(code)s") % words
