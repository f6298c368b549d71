"""R5: a form that is sent twice is done once, and says so both times."""

import re

import pytest
from django import forms
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.answers import Once, attempt
from waypost.accounts.models import Account, Gap, TeamMember
from waypost.accounts.operations import add_gap
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet, SentForm

GAP = {"line": "? Who signs", "topic": "company_goals", "as_of": "2026-11-02"}


@pytest.fixture
def page(account):
    return reverse("accounts:first-steps", args=[account.pk])


@pytest.fixture
def address(account):
    return reverse("accounts:first-fact", args=[account.pk])


def drawn(client, page):
    """The token of a page as it was drawn now."""
    found = re.search(
        r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(page).content.decode()
    )
    assert found
    return {"csrfmiddlewaretoken": found[1]}


def test_form_sent_twice_adds_once_and_answers_alike(client, owner, page, address):
    client.force_login(owner)
    form = GAP | drawn(client, page)

    first, second = client.post(address, form), client.post(address, form)

    assert [(answer.status_code, answer.url) for answer in (first, second)] == [(302, page)] * 2
    assert [gap.text for gap in Gap.objects.all()] == ["Who signs"]
    assert client.get(page).content.decode().count("Added a gap: Who signs") == 2


def test_same_words_in_a_page_drawn_anew_are_added_again(client, owner, page, address):
    client.force_login(owner)

    client.post(address, GAP | drawn(client, page))
    assert client.post(address, GAP | drawn(client, page)).status_code == 422  # stands there
    Gap.objects.update(deleted_at=timezone.now())
    client.post(address, GAP | drawn(client, page))

    assert Gap.objects.count() == 2


def test_other_words_in_the_same_page_are_added_too(client, owner, page, address):
    client.force_login(owner)
    form = GAP | drawn(client, page)

    client.post(address, form)
    client.post(address, form | {"line": "? Who decides"})

    assert [gap.text for gap in Gap.objects.order_by("pk")] == ["Who signs", "Who decides"]


def test_what_was_taken_back_can_be_sent_again(client, owner, account, page, address):
    client.force_login(owner)
    form = GAP | drawn(client, page)

    client.post(address, form)
    client.post(reverse("accounts:undo", args=[account.pk, ChangeSet.objects.get().pk]))
    client.post(address, form)

    assert [gap.deleted_at is None for gap in Gap.objects.order_by("pk")] == [False, True]


def test_form_with_a_mistake_is_not_remembered(client, owner, page, address):
    client.force_login(owner)
    form = GAP | drawn(client, page)

    assert client.post(address, form | {"line": "?"}).status_code == 422
    assert SentForm.objects.count() == 0


def test_same_form_of_two_people_is_sent_by_each(client, owner, teammate, page, address):
    client.force_login(owner)
    form = GAP | drawn(client, page)
    client.post(address, form)
    Gap.objects.update(deleted_at=timezone.now())  # so that the words are new again
    client.force_login(teammate)
    client.post(address, form)

    assert sorted(ChangeSet.objects.values_list("actor__name", flat=True)) == [
        "Olga Hagen",
        "Tom Ferrari",
    ]


def test_account_started_twice_is_one(client, outsider):
    client.force_login(outsider)
    page = reverse("accounts:account-create")
    form = {"name": "Nordlys Glas", "supplier": "Northgate", "currency": "EUR"} | drawn(
        client, page
    )

    first, second = client.post(page, form), client.post(page, form)

    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert first.status_code == 302
    assert Account.objects.filter(name="Nordlys Glas").count() == 1


def test_member_added_twice_is_one(client, owner, account):
    client.force_login(owner)
    page = reverse("accounts:team", args=[account.pk])
    form = {"name": "Nils Berg", "access_role": "viewer", "function": "rep"} | drawn(client, page)

    client.post(page, form)
    client.post(page, form)

    assert TeamMember.objects.filter(name="Nils Berg").count() == 1


def test_sent_forms_are_forgotten_after_a_day(client, owner, access, page, address, time_machine):
    time_machine.move_to("2026-11-02T09:00:00Z", tick=False)
    client.force_login(owner)
    client.post(address, GAP | drawn(client, page))
    old = SentForm.objects.get()
    time_machine.move_to("2026-11-03T09:00:01Z", tick=False)
    Gap.objects.update(deleted_at=timezone.now())
    client.post(address, GAP | drawn(client, page))

    assert SentForm.objects.count() == 1
    assert not SentForm.objects.filter(pk=old.pk).exists()
    assert add_gap(access=access, text="Who decides").change_set is not None


def test_form_that_another_click_made_wrong_meanwhile_gets_its_answer(rf, owner, account):
    """The other click comes between the first look and the judgement of the form."""
    request = rf.post("/", {"text": "Who signs?", "csrfmiddlewaretoken": "x" * 64})
    request.user = owner
    access = access_to(owner, account.pk)

    class TakenMeanwhile(forms.Form):
        text = forms.CharField()

        def is_valid(self):
            self.other = Once(request, add_gap)(access=access, text="Who signs?")
            return False

    form = TakenMeanwhile(request.POST)
    written = attempt(Once(request, add_gap), form, access=access)
    assert written.row == form.other.row
    assert Gap.objects.count() == 1
