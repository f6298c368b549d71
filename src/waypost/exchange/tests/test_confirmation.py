"""The second step of the upload: what was shown comes in, once, and only where it may."""

import re
from io import BytesIO

import pytest
from django.urls import reverse

from waypost import planfile
from waypost.accounts.models import Account, TeamMember
from waypost.accounts.policies import REFUSALS, Capability
from waypost.document.load import load
from waypost.exchange.plan_files import read_file
from waypost.exchange.tests.files import SHORT, named
from waypost.exchange.tests.pages import CONFIRMATION, UPLOAD, answers, body, send, table
from waypost.planfile import SIZE_LIMIT

pytestmark = pytest.mark.django_db


def test_confirming_imports_and_leads_to_the_one_page_plan(client, owner):
    client.force_login(owner)

    answer = client.post(CONFIRMATION, answers(send(client, SHORT)))

    account = Account.objects.get()
    assert answer["Location"] == reverse("plans:one-page", args=[account.pk])
    assert load(account.pk) == planfile.read(SHORT)
    assert TeamMember.objects.get(account=account, ref__code="T1").user == owner
    assert "Imported the plan of Sandmark Glass" in body(client.get(answer["Location"]))


def test_confirming_with_none_of_the_seats_joins_as_lead(client, outsider):
    client.force_login(outsider)
    page = send(client, SHORT)

    client.post(CONFIRMATION, answers(page))

    assert answers(page)["seat"] == ""
    member = TeamMember.objects.get(user=outsider)
    assert (member.access_role, member.ref.code) == ("lead", "T3")


def test_confirming_twice_makes_one_account(client, outsider, database):
    client.force_login(outsider)
    sent = answers(send(client, SHORT))

    first = client.post(CONFIRMATION, sent)
    before = database()
    second = client.post(CONFIRMATION, sent)

    assert first["Location"] == second["Location"]
    assert database() == before


@pytest.mark.parametrize(
    "changes", [{"seat": "T9"}, {"key": ""}, {"key": "k" * 33}], ids=["seat", "no key", "long key"]
)
def test_confirmation_with_other_values_than_offered_is_refused(client, owner, database, changes):
    client.force_login(owner)
    sent = answers(send(client, SHORT), **changes)
    before = database()

    assert client.post(CONFIRMATION, sent).status_code == 422
    assert database() == before


@pytest.mark.parametrize("content", ["", "garbage", "A" * 1000])
def test_confirmation_without_the_file_asks_for_it_again(client, owner, database, content):
    client.force_login(owner)
    sent = answers(send(client, SHORT), content=content)
    before = database()

    page = client.post(CONFIRMATION, sent)

    assert page.status_code == 422
    assert table(page) == [
        ("–", "the whole file", "Choose the file again: it did not come back whole.")
    ]
    assert database() == before


def test_confirmation_cannot_be_opened_by_its_address(client, owner):
    client.force_login(owner)

    assert client.get(CONFIRMATION)["Location"] == UPLOAD


def test_lead_replaces_the_plan_of_the_account_with_the_name(client, account, owner):
    client.force_login(owner)
    page = send(client, named("Brightwater Mills"))

    assert "As it stands now it is kept as a snapshot." in body(page)
    assert "No access any more for Tom Ferrari." in body(page)
    assert "Replace the plan" in body(page)
    answer = client.post(CONFIRMATION, answers(page))

    assert answer["Location"] == reverse("plans:one-page", args=[account.pk])
    assert load(account.pk) == planfile.read(named("Brightwater Mills"))
    assert account.snapshots.count() == 1


def test_lead_who_keeps_the_place_is_not_asked_for_it(client, account, owner):
    client.force_login(owner)
    page = send(client, named("Brightwater Mills").replace("T1", "OH"))

    assert "Which of them are you?" not in body(page)
    assert "Access stays with Olga Hagen." in body(page)
    assert client.post(CONFIRMATION, answers(page)).status_code == 302


def test_lead_without_a_place_in_the_file_has_to_choose_one(client, account, owner, database):
    client.force_login(owner)
    page = send(client, named("Brightwater Mills").replace("Olga Hagen", "Olga Berg"))
    before = database()

    assert "seat" not in answers(page)
    refused = client.post(CONFIRMATION, answers(page))

    assert refused.status_code == 422
    assert "Choose “Which of them are you?”" in body(refused)
    assert database() == before
    assert client.post(CONFIRMATION, answers(refused, seat="T1")).status_code == 302


def test_teammate_is_told_who_may_replace_the_plan(client, account, teammate, database):
    client.force_login(teammate)
    page = send(client, named("Brightwater Mills"))
    before = database()

    assert page.status_code == 200
    assert "There is an account with the name “Brightwater Mills” already." in body(page)
    sentence = str(REFUSALS[Capability.REPLACE_PLAN])
    assert sentence in body(page)
    assert "content" not in answers(page)

    forged = answers(send(client, SHORT))
    content = read_file(BytesIO(named("Brightwater Mills").encode()), name="plan.yaml").packed()
    refused = client.post(CONFIRMATION, {**forged, "content": content, "replacing": "1"})
    assert refused.status_code == 403
    assert sentence in body(refused)
    assert database() == before


def test_refusal_of_the_plan_is_shown_in_place(client, account, owner, database):
    client.force_login(owner)
    text = named("Brightwater Mills") + "strategies: [{id: OH, statement: Listen.}]\n"
    sent = answers(send(client, text))
    before = database()

    page = client.post(CONFIRMATION, sent)

    assert page.status_code == 422
    assert "OH was a team member of this account and cannot become a strategy." in body(page)
    assert database() == before


def test_account_that_appeared_meanwhile_is_not_replaced_unasked(client, owner):
    client.force_login(owner)
    sent = answers(send(client, SHORT))
    client.post(CONFIRMATION, answers(send(client, SHORT)))

    page = client.post(CONFIRMATION, sent)

    assert page.status_code == 422
    assert "There is an account with the name “Sandmark Glass” already." in body(page)
    assert answers(page)["replacing"] == "1"
    assert Account.objects.count() == 1


def test_outsider_learns_nothing_of_an_account_with_the_name(client, account, outsider):
    client.force_login(outsider)
    text = named("Brightwater Mills")
    seen = send(client, text)
    Account.objects.filter(pk=account.pk).update(name="Another name")
    unseen = send(client, text)

    secret = re.compile(r'name="(?:key|csrfmiddlewaretoken)" value="[^"]*"')
    assert secret.sub("", body(seen)) == secret.sub("", body(unseen))
    assert "is new and holds this plan" in body(seen)


def test_file_of_the_largest_size_goes_through_both_steps(client, owner):
    client.force_login(owner)
    text = SHORT + "#" * (SIZE_LIMIT - len(SHORT))

    assert client.post(CONFIRMATION, answers(send(client, text))).status_code == 302
