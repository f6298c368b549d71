"""What somebody may see and do in the plan of an account."""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.accounts.models import ABOVE, OPENED, AccessRole, Account, TeamMember
from waypost.history.models import ChangeSet
from waypost.method.sight import Sight
from waypost.staff.models import User


class Grounds(StrEnum):
    """Why an account is open to somebody."""

    TEAM = "team"
    SECOND_LEVEL = ABOVE
    OPENING = OPENED
    ADMINISTRATION = "administration"  # an administrator: the name and the team, not the plan


class Capability(StrEnum):
    SEE_PLAN = "see the plan"
    EDIT_PLAN = "edit the plan"
    EDIT_OWN = "edit own actions and lights, take part in sessions"
    COMMENT = "comment"
    SEE_NOTES = "see private notes and coach notes"
    SEE_MARGINS = "see margins, competitor facts and doubts of others"
    SUBMIT = "submit the plan"
    CONFIRM = "confirm the plan"
    ACCEPT = "accept the plan"
    MANAGE_TEAM = "manage the team"
    REPLACE_PLAN = "replace the plan by a file"
    MERGE = "merge the account with another"


Standing = AccessRole | Grounds

LEAD, MEMBER, FIRST_LINE = AccessRole.LEAD, AccessRole.MEMBER, AccessRole.FIRST_LINE
SENIOR, PARTNER, VIEWER = AccessRole.SENIOR, AccessRole.PARTNER, AccessRole.VIEWER

# The table of roles. Somebody in the team may what their role may and, beside it, whatever else
# they have grounds for. A file replaces the team and what not everybody sees, so that is for
# somebody who sees it all and chooses the team.
MAY: Final[dict[Capability, Set[Standing]]] = {
    Capability.SEE_PLAN: {*AccessRole, Grounds.SECOND_LEVEL, Grounds.OPENING},
    Capability.EDIT_PLAN: {LEAD, MEMBER, FIRST_LINE},
    Capability.EDIT_OWN: {LEAD, MEMBER, FIRST_LINE, PARTNER},
    Capability.COMMENT: {LEAD, MEMBER, FIRST_LINE, SENIOR},
    Capability.SEE_NOTES: {LEAD, MEMBER},
    Capability.SEE_MARGINS: {LEAD, MEMBER, FIRST_LINE, SENIOR, Grounds.SECOND_LEVEL},
    Capability.SUBMIT: {LEAD},
    Capability.CONFIRM: {FIRST_LINE},
    Capability.ACCEPT: {SENIOR},
    Capability.MANAGE_TEAM: {LEAD, FIRST_LINE, Grounds.ADMINISTRATION},
    Capability.REPLACE_PLAN: {LEAD},
    Capability.MERGE: {LEAD},
}
READING: Final = {Capability.SEE_PLAN, Capability.SEE_NOTES, Capability.SEE_MARGINS}

# What a person is told who may see the plan but not do this.
REFUSALS: Final = {
    Capability.EDIT_PLAN: gettext_lazy(
        "Only the account lead, the members and the first-line manager can change this plan."
    ),
    Capability.EDIT_OWN: gettext_lazy(
        "You can change your own actions and lights here. For this one ask the account lead."
    ),
    Capability.COMMENT: gettext_lazy(
        "Only the account team and the senior reviewer can comment on this plan."
    ),
    Capability.MANAGE_TEAM: gettext_lazy(
        "Only the account lead, the first-line manager or an administrator can change the team."
    ),
    Capability.REPLACE_PLAN: gettext_lazy(
        "Only the account lead can replace this plan by a file: it replaces what others do not see."
    ),
    Capability.MERGE: gettext_lazy(
        "Only somebody who leads both accounts can merge them, or part them again."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Access:
    """One person and one account: the role in its team if any, and on what grounds it is open."""

    account: Account
    user: User
    role: AccessRole | None
    grounds: frozenset[Grounds]
    member_code: str | None = None  # the id of the person's own place in the team
    # Then it is read only: nobody has a role, and it is read as that account is.
    merged_into: Account | None = None
    reads_as: AccessRole | None = None

    def may(self, capability: Capability) -> bool:
        if self.merged_into is not None and capability not in READING:
            return False
        may = MAY[capability]
        return self.role in may or self.reads_as in may or not may.isdisjoint(self.grounds)

    @property
    def can_see_plan(self) -> bool:
        return self.may(Capability.SEE_PLAN)

    @property
    def can_edit_plan(self) -> bool:
        return self.may(Capability.EDIT_PLAN)

    @property
    def can_comment(self) -> bool:
        return self.may(Capability.COMMENT)

    def can_edit_own(self, owner_code: str | None) -> bool:
        """Whether the person may change a part that this member owns: any, or only their own."""
        own = owner_code is not None and owner_code == self.member_code
        return self.can_edit_plan or (own and self.may(Capability.EDIT_OWN))

    @property
    def can_manage_team(self) -> bool:
        return self.may(Capability.MANAGE_TEAM)

    @property
    def can_replace_plan(self) -> bool:
        return self.may(Capability.REPLACE_PLAN)

    @property
    def sight(self) -> Sight:
        """How much of the plan the person sees."""
        return Sight(
            notes=self.may(Capability.SEE_NOTES),
            margins=self.may(Capability.SEE_MARGINS),
            member=self.member_code,
        )


def check_can_edit_plan(access: Access) -> None:
    _check(access, Capability.EDIT_PLAN)


def check_can_edit_own(access: Access, owner_code: str | None) -> None:
    """Partners change what they own; whoever edits the plan changes all of it."""
    if not access.can_edit_own(owner_code):
        own = access.may(Capability.EDIT_OWN)
        raise PermissionDenied(REFUSALS[Capability.EDIT_OWN if own else Capability.EDIT_PLAN])


def check_can_comment(access: Access) -> None:
    _check(access, Capability.COMMENT)


def check_can_undo(
    access: Access, change_set: ChangeSet, tables: Set[str], *, rewords: bool
) -> None:
    """Whoever edits the plan takes back anything but the answers of others, a partner what they
    did to their own; ``tables`` are those that the change set wrote, and with ``rewords`` the words
    that people answer to were among it: with them go the answers to them.
    """
    mine = change_set.actor_id == access.user.pk
    if MERGING in tables:
        _check(access, Capability.MERGE)
    elif is_talk(tables):
        if not (access.can_comment and mine):
            raise PermissionDenied(_("Only who wrote a comment can take back what they did to it."))
    elif "accounts.teammember" in tables:
        check_can_manage_team(access)
    elif tables & ANSWERS and not rewords:
        if not (mine and access.may(Capability.EDIT_OWN)):
            raise PermissionDenied(_("Everybody answers for themselves."))
    elif not access.can_edit_plan:
        own = mine and tables <= OWN and access.may(Capability.EDIT_OWN)
        if not own:
            raise PermissionDenied(REFUSALS[Capability.EDIT_PLAN])


def can_undo(access: Access, change_set: ChangeSet, tables: Set[str], *, rewords: bool) -> bool:
    try:
        check_can_undo(access, change_set, tables, rewords=rewords)
    except PermissionDenied:
        return False
    again = MERGING in tables and change_set.undoes_id is not None
    return bool(tables) and not change_set.is_final and not again


MERGING: Final = "accounts.merging"
ANSWERS = frozenset({"plans.agreement", "plans.commitment", "planning.slotanswer"})
OWN = frozenset(
    {"plans.action", "plans.trafficlight", "plans.lightchange", "accounts.ref", "accounts.link"}
    | {"planning.parkedpoint"}
)


def is_talk(tables: Set[str]) -> bool:
    """Whether only comments were written, which are no part of the plan."""
    return all(table.startswith("comments.") for table in tables)


def check_can_manage_team(access: Access) -> None:
    _check(access, Capability.MANAGE_TEAM)


def check_can_replace_plan(access: Access) -> None:
    _check(access, Capability.REPLACE_PLAN)


def check_can_merge(access: Access, other: Access) -> None:
    for one in (access, other):
        _check(one, Capability.MERGE)


def check_can_part(access: Access, gone: Account) -> None:
    """As before the merge: its own team says who leads the other."""
    _check(access, Capability.MERGE)
    team = TeamMember.objects.live().filter(account=gone, user=access.user)
    if not team.filter(access_role=AccessRole.LEAD).exists():
        raise PermissionDenied(REFUSALS[Capability.MERGE])


def check_can_create_accounts(user: User) -> None:
    if not user.is_active:
        raise PermissionDenied(_("Only somebody who can sign in can start an account."))


def check_can_open_plans(user: User) -> None:
    if not (user.is_active and user.is_administrator):
        raise PermissionDenied(
            _("Only an administrator can open a plan without being in its team.")
        )


def _check(access: Access, capability: Capability) -> None:
    if access.merged_into is not None and capability not in READING:
        words = {"name": access.merged_into.name}
        raise PermissionDenied(
            _("This account was merged into %(name)s. Change what came of it there.") % words
        )
    if not access.may(capability):
        raise PermissionDenied(REFUSALS[capability])
