"""Writing: the sample comes as a whole and goes as a whole, leaving nothing behind."""

from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Final

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost import planfile
from waypost.accounts.models import AccessRole, Account, Supplier, TeamMember
from waypost.accounts.operations.team import join
from waypost.demo import policies, queries
from waypost.demo.dates import render
from waypost.demo.people import ADMINISTRATOR, PEOPLE, password
from waypost.document.store import store
from waypost.health.operations import refresh
from waypost.history.operations import Recording, record, row_values
from waypost.method.plan import Plan
from waypost.staff.models import User
from waypost.staff.operations import people
from waypost.staff.queries import active_administrators

# The plans with how many days ago somebody last worked on each.
PLANS: Final = {"quillmere": 1, "drexholm": 41, "tarnwell": 4}


class SampleRefusedError(ValueError):
    """Why the sample cannot be loaded, in a sentence for whoever asked for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """The sample as it is here, and how to sign in to it."""

    accounts: tuple[Account, ...]
    log_ins: tuple[queries.LogIn, ...]


@transaction.atomic
def load(*, today: date | None = None, reader: User | None = None) -> Loaded:
    """Add the three sample accounts and the people who work on them, once.

    Where the sample is already, it stays as it is. ``reader``, the administrator who sets up, joins
    the three teams as one more senior reviewer, so as to see the plans. There is a sample
    administrator only where nobody else administers. Raises SampleRefusedError and then has
    changed nothing.
    """
    if not queries.is_loaded():
        today = today or timezone.localdate()
        users = _create_users()
        for name, days in PLANS.items():
            account = _create_account(sample_plan(name, today), users, reader)
            account.touch(timezone.now() - timedelta(days=days), None)
            refresh(account, today)
    return Loaded(accounts=tuple(queries.sample_accounts()), log_ins=queries.log_ins())


@transaction.atomic
def remove(*, actor: User | None = None) -> None:
    """Remove the sample and nothing else; ``actor`` None is the system.

    The log-in of a sample user who has done real work is closed, and stays named where it worked.
    """
    policies.check_can_remove_sample(actor)
    accounts = queries.sample_accounts()
    suppliers = list(accounts.values_list("supplier", flat=True))
    accounts.delete()
    Supplier.objects.filter(pk__in=suppliers, accounts=None).delete()
    kept = [user for user in queries.sample_users() if queries.is_in_real_use(user)]
    for user in kept:
        people.deactivate_person(actor=actor if actor and not actor.is_sample else None, user=user)
    gone = queries.sample_users().exclude(pk__in=[user.pk for user in kept])
    queries.change_sets_about(gone).delete()
    gone.delete()


def sample_plan(name: str, today: date) -> Plan:
    """A plan of the sample with its days as of ``today``."""
    text = files("waypost.demo").joinpath("plans", f"{name}.yaml").read_text(encoding="utf-8")
    return planfile.read(render(text, today), name=name)


def _create_users() -> dict[str, User]:
    """The people of the sample by their names."""
    wanted = [p for p in PEOPLE if p is not ADMINISTRATOR or not active_administrators().exists()]
    taken = User.objects.filter(email__in=[person.email for person in wanted]).first()
    if taken:
        raise SampleRefusedError(
            _("Somebody has the address %(email)s already, which the sample needs.")
            % {"email": taken.email}
        )
    hashed = make_password(password())
    users: dict[str, User] = {}
    what = _("Loaded the people of the sample")
    with record(actor=None, account=None, what=what, is_final=True) as recording:
        # Whoever is reported to stands behind those who report: begin at the end.
        for person in reversed(wanted):
            manager = users[person.reports_to] if person.reports_to else None
            users[person.name] = User.objects.create(
                email=person.email,
                name=person.name,
                manager=manager,
                is_administrator=person.is_administrator,
                is_sample=True,
                password=hashed,
            )
            recording.created(users[person.name])
    return users


def _create_account(plan: Plan, users: dict[str, User], reader: User | None) -> Account:
    what = _("Loaded the sample account %(name)s") % {"name": plan.account.name}
    with record(actor=None, account=None, what=what, is_final=True) as recording:
        account = store(plan, recording, is_sample=True)
        _give_log_ins(account, users, recording)
        if reader is not None:
            # The method asks management for no commitment: the story stays what it is.
            join(account, AccessRole.SENIOR, recording, user=reader, name=reader.name)
    return account


def _give_log_ins(account: Account, users: dict[str, User], recording: Recording) -> None:
    for member in TeamMember.objects.filter(account=account, name__in=users):
        before = row_values(member)
        member.user = users[member.name]
        member.save(update_fields=["user"])
        recording.changed(member, before)
