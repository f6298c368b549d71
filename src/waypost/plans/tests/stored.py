"""Plans put into the database for the tests of pages."""

from waypost import planfile
from waypost.accounts.models import AccessRole, TeamMember
from waypost.document.store import store
from waypost.health.operations import refresh
from waypost.history.operations import record


def stored(plan, *, team=()):
    """The account of a plan, checked; ``team`` gives log-ins: (id, user, access role)."""
    with record(actor=None, account=None, what="Test", is_final=True) as recording:
        account = store(plan, recording)
    for code, user, role in team:
        members = TeamMember.objects.filter(account=account, ref__code=code)
        members.update(user=user, access_role=role)
    refresh(account)
    return account


def read(text):
    """The plan of a plan file without its three first lines."""
    head = "format: waypost-plan/1\nsupplier: {name: Larkhill Bearings}\n"
    return planfile.read(f"{head}{text}")


LEAD, MEMBER, VIEWER = AccessRole.LEAD, AccessRole.MEMBER, AccessRole.VIEWER
