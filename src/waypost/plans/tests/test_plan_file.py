"""The plan as a file: whole for the team, without what a role does not see, safely named."""

import pytest
from django.urls import reverse

from waypost import planfile
from waypost.accounts.models import Account
from waypost.document.load import load
from waypost.plans.tests.stored import LEAD, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills}
team: [{id: T1, name: Olga Hagen, role: lead}]
opportunities: [{id: OP1, name: Bearings for mill 2, margin_k: 120, chance: 0.5}]
"""


def download(client, user, account):
    client.force_login(user)
    return client.get(reverse("plans:plan-file", args=[account.pk]))


def test_lead_downloads_the_whole_plan(client, owner):
    account = stored(read(PLAN), team=[("T1", owner, LEAD)])
    response = download(client, owner, account)
    assert response["Content-Type"] == "application/yaml; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="dunmore-mills.yaml"'
    assert planfile.read(response.content) == load(account.pk)


def test_viewer_downloads_the_plan_without_margins(client, owner):
    account = stored(read(PLAN), team=[("T1", owner, VIEWER)])
    (opportunity,) = planfile.read(download(client, owner, account).content).opportunities
    assert (opportunity.name, opportunity.margin) == ("Bearings for mill 2", None)


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ('../../etc/"passwd"\r\n', 'attachment; filename="etcpasswd.yaml"'),
        ("Ålsund & Søn", "attachment; filename*=utf-8''%C3%A5lsund-s%C3%B8n.yaml"),
        ("!!!", 'attachment; filename="plan.yaml"'),
        ("a" * 200, f'attachment; filename="{"a" * 100}.yaml"'),
    ],
)
def test_file_is_named_after_the_account_and_nothing_else(client, owner, name, disposition):
    account = stored(read(PLAN), team=[("T1", owner, LEAD)])
    Account.objects.filter(pk=account.pk).update(name=name)
    assert download(client, owner, account)["Content-Disposition"] == disposition
