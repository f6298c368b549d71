"""Plans that come in as plan files, from the command or a page."""

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.accounts.operations import lock
from waypost.accounts.operations.team import join
from waypost.accounts.policies import check_can_create_accounts, check_can_replace_plan
from waypost.accounts.queries import access_to
from waypost.document.models import Snapshot
from waypost.document.snapshots import take_snapshot
from waypost.document.store import replace, store
from waypost.document.write.sink import IdReusedError
from waypost.exchange.models import PlanImport
from waypost.exchange.queries import accounts_to_replace, imported_before, several
from waypost.health.operations import refresh
from waypost.history.operations import Recording, record, row_values
from waypost.method.plan import Plan
from waypost.staff.models import User


class ImportRefusedError(ValueError):
    """Why a readable plan cannot come in, in a sentence for the person who brought it."""


class AccountExistsError(ImportRefusedError):
    """There is one account with the plan's name, and nobody said that it is to be replaced."""


class SeveralAccountsError(ImportRefusedError):
    """Several accounts have the plan's name, and nobody said which; ``accounts`` are their ids."""

    def __init__(self, sentence: str, accounts: tuple[int, ...]) -> None:
        super().__init__(sentence)
        self.accounts = accounts


@transaction.atomic
def import_plan(
    *,
    actor: User | None,
    plan: Plan,
    replacing: bool = False,
    into: int | None = None,
    seat: str = "",
) -> Account:
    """Bring in a plan as a new account, or in place of the one with its name; return the account.

    ``actor`` None is the system, which sees every account; for a person those they cannot see do
    not exist, and they replace only what they may. ``into`` is the account to be replaced where
    several have the plan's name. ``seat`` is the id of the actor's own place in
    the plan's team; without one they join it. Whoever brings in a new account leads it.
    A plan that is replaced is kept as a snapshot; members keep their log-ins where their id and
    name stay. Log-ins are never created.

    Raises ImportRefusedError (AccountExistsError where ``replacing`` would help,
    SeveralAccountsError where ``into`` would) or PermissionDenied, and then has changed nothing.
    """
    existing = _same_name(plan, actor, into)
    if existing is None:
        return _create(actor, plan, seat)
    if not replacing:
        raise AccountExistsError(
            _("There is an account with the name “%(name)s” already.") % {"name": existing.name}
        )
    if actor is not None:
        check_can_replace_plan(access_to(actor, existing.pk))
    return _replace(actor, plan, existing, seat)


def import_plan_once(
    *, actor: User, key: str, plan: Plan, replacing: bool = False, seat: str = ""
) -> Account:
    """The same for a form that may be sent twice: the second answer is that of the first.

    ``key`` was made with the form. Of two at once the second waits for the first.
    """
    try:
        with transaction.atomic():
            form = PlanImport.objects.create(actor=actor, key=key)
            form.account = import_plan(actor=actor, plan=plan, replacing=replacing, seat=seat)
            form.save(update_fields=["account"])
            return form.account
    except IntegrityError:
        sent_before = imported_before(actor, key)
        if sent_before is None:
            raise
        return sent_before


def _same_name(plan: Plan, actor: User | None, into: int | None) -> Account | None:
    """The account with the plan's name among those the actor can see; ``into`` says which."""
    same = accounts_to_replace(plan, actor, into)
    if into is not None and not same:
        raise ImportRefusedError(
            _("Account %(account)s is not called “%(name)s”, as the plan in the file is.")
            % {"account": into, "name": plan.account.name}
        )
    if len(same) > 1:
        raise SeveralAccountsError(several(plan), tuple(account.pk for account in same))
    return same[0] if same else None


def _create(actor: User | None, plan: Plan, seat: str) -> Account:
    if actor is not None:
        check_can_create_accounts(actor)
    what = _("Brought in the plan of %(name)s from a file") % {"name": plan.account.name}
    with record(actor=actor, account=None, what=what, is_final=True) as recording:
        account = store(plan, recording)
        if actor is not None and seat:
            _take_seat(actor, account, seat, recording, leading=True)
        elif actor is not None:
            join(account, AccessRole.LEAD, recording, user=actor, name=actor.name)
        refresh(account)
    return account


def _replace(actor: User | None, plan: Plan, account: Account, seat: str) -> Account:
    what = _("Replaced the plan of %(name)s from a file") % {"name": plan.account.name}
    with record(actor=actor, account=account, what=what, is_final=True) as recording:
        account = lock(account)
        take_snapshot(account, Snapshot.Occasion.REPLACEMENT, taken_by=actor)
        try:
            replace(plan, account, recording)
        except IdReusedError as error:
            raise ImportRefusedError(str(error)) from error
        if actor is not None and not _members(account).filter(user=actor).exists():
            _keep_in(actor, account, seat, recording)
        _check_one_manager(account)
        refresh(account)
    return account


def _check_one_manager(account: Account) -> None:
    """Whoever keeps a log-in keeps their access, also where the file has a new manager."""
    managers = _members(account).filter(access_role=AccessRole.FIRST_LINE).order_by("pk")
    names = list(managers.values_list("name", flat=True)[:2])
    if len(names) > 1:
        raise ImportRefusedError(
            _(
                "%(one)s and %(other)s would both be first-line manager, and a team has one. "
                "Change the access of one of them first, or the file."
            )
            % {"one": names[0], "other": names[1]}
        )


def _keep_in(actor: User, account: Account, seat: str, recording: Recording) -> None:
    """Nobody replaces a plan and is then left outside of it."""
    if not seat:
        raise ImportRefusedError(
            _(
                "The team in this file has no place for you, so you could not open the plan "
                "afterwards. Choose which of them you are, or add yourself to the file."
            )
        )
    _take_seat(actor, account, seat, recording)


def _take_seat(
    actor: User, account: Account, seat: str, recording: Recording, *, leading: bool = False
) -> None:
    """Give the actor a place in the team that nobody has taken.

    ``leading`` makes sure that they can give others theirs: else a new plan had nobody who could.
    """
    member = _members(account).filter(ref__code=seat, user=None).first()
    if member is None:
        raise ImportRefusedError(
            _("Choose another place in the team: %(seat)s is taken, or there is no such place.")
            % {"seat": seat}
        )
    before = row_values(member)
    member.user = actor
    if leading and member.access_role != AccessRole.FIRST_LINE:
        member.access_role = AccessRole.LEAD
    member.save(update_fields=["user", "access_role"])
    recording.changed(member, before)


def _members(account: Account) -> QuerySet[TeamMember]:
    return TeamMember.objects.live().filter(account=account)
