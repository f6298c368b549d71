import pytest

from waypost.accounts.models import Account, Gap, TeamMember
from waypost.accounts.queries import access_to
from waypost.health.models import Finding
from waypost.health.operations import refresh


@pytest.fixture
def gaps(account):
    """Two gaps that no action fills: two findings of the same rule."""
    made = [Gap.objects.create(account=account, text=text) for text in ("Who signs?", "When?")]
    refresh(account)
    return made


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


@pytest.fixture
def named(gaps, account):
    """What names the finding about the first gap."""
    found = Finding.objects.get(account=account, at="gaps[0]")
    return {"rule": found.rule, "at": found.at, "subject": found.subject}


@pytest.fixture
def as_role(account, teammate):
    """Give the teammate another role in the team."""

    def change(role):
        TeamMember.objects.filter(account=account, user=teammate).update(access_role=role)
        return access_to(teammate, Account.objects.get().pk)

    return change
