from datetime import date

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, Fact, Gap
from waypost.accounts.queries import team_of

pytestmark = pytest.mark.django_db

LINE = {"topic": "company_goals", "as_of": "2026-11-02"}


@pytest.fixture
def page(account):
    return reverse("accounts:first-steps", args=[account.pk])


def text(response):
    return response.content.decode()


def test_new_account_begins_with_the_team(client, owner, page):
    client.force_login(owner)

    response = client.get(page)

    assert response.context["steps"].team.now
    assert text(response).count('aria-current="step"') == 1
    assert "Name the account lead, the first-line manager" in text(response)


def test_team_is_begun_right_there(client, owner, account, page):
    client.force_login(owner)
    data = {"name": "Henrik Aas", "access_role": "first-line"}

    response = client.post(f"{page}team/", data)

    assert response.url == page
    assert [member.name for member in team_of(account)][-1] == "Henrik Aas"


def test_member_to_put_right_stays_typed(client, owner, account, page):
    client.force_login(owner)

    response = client.post(f"{page}team/", {"name": "Nils Aune", "access_role": "member"})

    assert response.status_code == 422
    assert response.context["member_form"]["name"].value() == "Nils Aune"
    assert "Say in a word or two what they do." in text(response)


def test_fact_is_one_line_with_its_source(client, owner, account, page):
    client.force_login(owner)

    response = client.post(
        f"{page}facts/", LINE | {"line": "Wants half the water, and soon, annual report"}
    )

    fact = Fact.objects.get()
    assert response.url == page
    assert (fact.text, fact.source) == ("Wants half the water, and soon", "annual report")
    assert (fact.topic, fact.as_of) == ("company_goals", date(2026, 11, 2))
    assert "Wants half the water, and soon" in text(client.get(page))


def test_gap_is_one_line_with_a_question_mark(client, owner, account, page):
    client.force_login(owner)

    client.post(f"{page}facts/", LINE | {"line": " ? Who signs, and where"})

    assert Gap.objects.get().text == "Who signs, and where"
    assert not Fact.objects.exists()


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"line": "They grow"}, {"line": ["Add who said it or where it stands, after a comma."]}),
        ({"line": ", a report"}, {"line": ["Add who said it or where it stands, after a comma."]}),
        ({"line": "They grow,"}, {"line": ["Add who said it or where it stands, after a comma."]}),
        ({"line": "??"}, {"line": ["Write what you don’t know after the ?"]}),
        ({"line": ""}, {"line": ["This field is required."]}),
        (
            {"line": "They grow, press", "as_of": "2999-01-01"},
            {"as_of": ["Enter the day it was said: today or earlier."]},
        ),
        (
            {"line": "They grow, press", "as_of": "1899-01-01"},
            {"as_of": ["Enter the day it was said: today or earlier."]},
        ),
    ],
)
def test_fact_to_put_right_stays_typed(client, owner, account, page, typed, errors):
    client.force_login(owner)

    response = client.post(f"{page}facts/", LINE | typed)

    form = response.context["fact_form"]
    assert response.status_code == 422
    assert dict(form.errors) == errors
    assert form["line"].value() == typed["line"]
    assert not Fact.objects.exists()
    assert not Gap.objects.exists()


def test_facts_and_gaps_can_be_taken_back(client, owner, account, page):
    client.force_login(owner)
    for line in ("They grow, press", "? Who signs"):
        client.post(f"{page}facts/", LINE | {"line": line})
    fact, gap = Fact.objects.get(), Gap.objects.get()

    client.post(reverse("accounts:fact-removal", args=[account.pk, fact.pk]))
    client.post(reverse("accounts:gap-removal", args=[account.pk, gap.pk]))

    client.get(page)  # shows what was done
    assert "Who signs" not in text(client.get(page))
    assert not Fact.objects.live().exists()
    assert not Gap.objects.live().exists()


def test_viewer_reads_the_steps_without_forms_and_without_competitors(
    client, account, as_role, page
):
    Fact.objects.create(account=account, topic="competitors", text="Norrland is cheaper.")
    Fact.objects.create(account=account, topic="industry_trends", text="Board grows.")
    client.force_login(as_role(AccessRole.VIEWER))

    content = text(client.get(page))

    assert "Board grows." in content
    assert "Norrland" not in content
    assert "Add a fact" not in content
    assert "Add to the team" not in content
    assert "Remove" not in content


@pytest.mark.parametrize("count", [1, 3])
def test_first_steps_take_a_constant_number_of_queries(
    client, owner, account, page, count, django_assert_num_queries
):
    for number in range(count):
        Fact.objects.create(account=account, topic="structure", text=f"Fact {number}")
        Gap.objects.create(account=account, text=f"Gap {number}")
    client.force_login(owner)

    with django_assert_num_queries(9):
        client.get(page)
