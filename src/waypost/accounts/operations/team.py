"""The account team: who joins, what they may see and do, and who leaves (SES-2)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole, Account, PartQuerySet, TeamMember
from waypost.accounts.operations.rows import lock, new_ref, retire, save_row, writing
from waypost.accounts.policies import Access, check_can_manage_team
from waypost.history.operations import Recording, Written
from waypost.method.shape import Kind
from waypost.method.team import RECOGNISED, named_function
from waypost.staff.models import User


def add_member(
    *,
    access: Access,
    access_role: AccessRole,
    name: str,
    function: str = "",
    user: User | None = None,
) -> Written[TeamMember]:
    """Take somebody into the team, with a log-in or without."""
    check_can_manage_team(access)
    what = _joined(access, user) or _("Took %(name)s into the team") % {"name": name}
    account = access.account
    with writing(access=access, what=what) as recording:
        _check_one_manager(account, access_role)
        _check_once(account, user)
        member = join(account, access_role, recording, user=user, name=name, function=function)
    return Written(member, recording.change_set)


@transaction.atomic
def change_member(
    *,
    access: Access,
    member: TeamMember,
    version: int,
    access_role: AccessRole,
    function: str,
    user: User | None,
    name: str,
    **details: Any,
) -> Written[TeamMember]:
    """Change what a member is called, does and may; may raise StaleError.

    ``details``: location, hours_per_week, external, in_planning.
    """
    check_can_manage_team(access)
    account = lock(access.account)
    if access_role != AccessRole.LEAD:
        _check_lead_remains(account, member)
    _check_one_manager(account, access_role, except_for=member)
    _check_once(account, user, except_for=member)
    values: dict[str, Any] = {
        "access_role": access_role,
        "function": in_words(access_role, function),
        "user": user,
        "name": name,
        **details,
    }
    what = _joined(access, user) or _("Changed %(name)s in the team") % {"name": name}
    return save_row(member, access=access, version=version, what=what, values=values)


def remove_member(*, access: Access, member: TeamMember) -> Written[TeamMember]:
    """Take somebody out of the team; what they wrote and did stays."""
    check_can_manage_team(access)
    what = _("Took %(name)s out of the team") % {"name": member.name}
    with writing(access=access, what=what) as recording:
        _check_lead_remains(access.account, member)
        retire(member, recording)
    return Written(member, recording.change_set)


def join(
    account: Account,
    access_role: AccessRole,
    recording: Recording,
    *,
    name: str,
    user: User | None = None,
    function: str = "",
) -> TeamMember:
    """Write a new member, inside the operation that authorised it."""
    member = TeamMember.objects.create(
        account=account,
        ref=new_ref(account, Kind.MEMBER, recording),
        user=user,
        name=name,
        function=in_words(access_role, function),
        access_role=access_role,
    )
    recording.created(member)
    return member


def check_team(account: Account) -> None:
    """Raises ValidationError unless somebody leads and at most one is first-line manager."""
    roles = list(_others(account, None).values_list("access_role", flat=True))
    if AccessRole.LEAD not in roles:
        raise ValidationError(_("Nobody would lead the account. Make somebody its lead first."))
    if roles.count(AccessRole.FIRST_LINE) > 1:
        raise ValidationError(_("There would be two first-line managers, and a team has one."))


def in_words(access_role: AccessRole, function: str) -> str:
    """The function in words, led by those that the method knows the role by (SES-3).

    A first-line manager who is "Sales director" is "first-line manager, Sales director". Raises
    ValidationError where there are none, or those of another role.
    """
    said = function.strip()
    named = named_function(said)
    words = WORDS.get(access_role, "")
    if named is not None and WORDS.get(AccessRole(named)) != words:
        sentence = _("“%(words)s” goes with another access. Change one of the two.")
        raise ValidationError({"function": sentence % {"words": said}})
    if not said and not words:
        raise ValidationError({"function": _("Say in a word or two what they do.")})
    full = said if named else ", ".join(part for part in (words, said) if part)
    if len(full) > FUNCTION_LENGTH:
        raise ValidationError(
            {"function": _("Shorten this: “%(words)s” stands before it.") % {"words": words}}
        )
    return full


FUNCTION_LENGTH = 200  # a longer one could not be read back from a plan file
WORDS = {AccessRole(function): words for words, function in RECOGNISED.items()}


def _joined(access: Access, user: User | None) -> str:
    """What the history says of an administrator who takes a place in a team not theirs.

    Nobody else can, and to the team it is what opening the plan is: somebody reads it from now on.
    """
    if user != access.user or access.role is not None:
        return ""
    return _("%(name)s, an administrator, added themselves to the team and reads the plan") % {
        "name": access.user.name
    }


def _others(account: Account, except_for: TeamMember | None) -> PartQuerySet[TeamMember]:
    members = TeamMember.objects.live().filter(account=account)
    return members.exclude(pk=except_for.pk) if except_for else members


def _check_lead_remains(account: Account, leaving: TeamMember) -> None:
    if leaving.access_role != AccessRole.LEAD:
        return
    if not _others(account, leaving).filter(access_role=AccessRole.LEAD).exists():
        raise ValidationError(
            _("%(name)s is the only account lead. Make somebody else one first.")
            % {"name": leaving.name}
        )


def _check_one_manager(
    account: Account, access_role: AccessRole, except_for: TeamMember | None = None
) -> None:
    if access_role != AccessRole.FIRST_LINE:
        return
    manager = _others(account, except_for).filter(access_role=AccessRole.FIRST_LINE).first()
    if manager is not None:
        raise ValidationError(
            _("%(name)s is the first-line manager, and a team has one. Change that first.")
            % {"name": manager.name}
        )


def _check_once(account: Account, user: User | None, except_for: TeamMember | None = None) -> None:
    if user is not None and _others(account, except_for).filter(user=user).exists():
        raise ValidationError(_("%(name)s is in the team already.") % {"name": user.name})
