"""Who agreed to a business objective: one by one in the team, and at the customer (OBJ-3)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import Ref, TeamMember
from waypost.accounts.operations import lock, lock_account, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, record, row_values
from waypost.method.shape import Kind
from waypost.method.team import Function, named_function
from waypost.notices.operations import reminding
from waypost.plans.models import Agreement, Objective
from waypost.plans.policies import check_can_agree
from waypost.plans.queries.silent import silent_on

SIDES = {Kind.MEMBER: "agreed_team", Kind.PERSON: "agreed_customer"}


@transaction.atomic
def agree(*, access: Access, objective: Objective, party: Ref, name: str) -> Written[Objective]:
    """Note the yes of ``party``, called ``name``; saying it twice writes nothing."""
    check_can_agree(access, party)
    lock_account(access.account.pk)
    if objective.agreements.filter(party=party).exists():
        return Written(objective, None)
    words = {"name": name, "code": objective.ref.code}
    with writing(access=access, what=_("%(name)s agreed to %(code)s") % words) as recording:
        recording.created(Agreement.objects.create(objective=objective, party=party))
    return Written(objective, recording.change_set)


@transaction.atomic
def withdraw(*, access: Access, objective: Objective, party: Ref, name: str) -> Written[Objective]:
    """Take back the yes of ``party``. Where only the whole side was said to agree, all the others
    in the team still do.
    """
    check_can_agree(access, party)
    current = lock(objective)
    side = SIDES[Kind(party.kind)]
    gone = list(current.agreements.filter(party=party))
    if not (gone or getattr(current, side)):
        return Written(current, None)
    words = {"name": name, "code": objective.ref.code}
    what = _("%(name)s no longer agrees to %(code)s") % words
    with writing(access=access, what=what) as recording:
        one_by_one = current.agreements.filter(party__kind=party.kind).exists()
        recording.removed(gone)
        for agreement in gone:
            agreement.delete()
        if getattr(current, side) and not one_by_one and party.kind == Kind.MEMBER:
            _write_out(current, party, recording)
        _clear(current, side, recording)
    return Written(current, recording.change_set)


@transaction.atomic
def remind(*, access: Access, objective: Objective) -> Written[Objective]:
    """Remind everybody in the team whose yes is missing, who was not reminded today already."""
    check_can_edit_plan(access)
    lock_account(access.account.pk)
    now = timezone.now()
    silent = silent_on(access, objective, timezone.localdate(now))
    if not silent:
        return Written(objective, None)
    words = {"name": silent[0].name, "count": len(silent), "code": objective.ref.code}
    what = ngettext(
        "Reminded %(name)s of %(code)s", "Reminded %(count)s people of %(code)s", len(silent)
    )
    # A mail that is out cannot be taken back.
    with record(
        actor=access.user, account=access.account, what=what % words, touches=False, is_final=True
    ) as recording:
        reminding.remind(silent, objective.ref, by=access.user, now=now)
    return Written(objective, recording.change_set)


def agree_to_own(objective: Objective, access: Access, recording: Recording) -> None:
    """The yes of whoever has just written the terms of a business objective, if they plan."""
    if objective.level != Objective.Level.BUSINESS or access.member_code is None:
        return
    places = TeamMember.objects.live().filter(account=access.account, ref__code=access.member_code)
    place = places.exclude(in_planning=False).first()
    if place is None or named_function(place.function) is Function.SENIOR:
        return
    if not objective.agreements.filter(party_id=place.ref_id).exists():
        made = Agreement.objects.create(objective=objective, party_id=place.ref_id)
        recording.created(made)


def _write_out(objective: Objective, party: Ref, recording: Recording) -> None:
    """The yes of the whole team as that of each member but this one."""
    members = TeamMember.objects.live().filter(account_id=objective.account_id)
    for member in members.exclude(ref=party).order_by("pk"):
        made = Agreement.objects.create(objective=objective, party_id=member.ref_id)
        recording.created(made)


def _clear(objective: Objective, side: str, recording: Recording) -> None:
    if getattr(objective, side) is not None:
        before = row_values(objective)
        setattr(objective, side, None)
        objective.version += 1
        objective.save(update_fields=[side, "version"])
        recording.changed(objective, before)
