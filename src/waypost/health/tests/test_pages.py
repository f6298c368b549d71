"""The page of a plan's health, and what can be done from it."""

from datetime import date

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, Gap, Ref
from waypost.health.models import Dismissal
from waypost.health.operations import refresh
from waypost.method.shape import Kind
from waypost.plans.models import Action, Objective, StageGoal, Strategy


@pytest.fixture
def page(client, owner, account):
    client.force_login(owner)
    return reverse("health:health", args=[account.pk])


def text_of(response):
    return response.content.decode()


def test_page_shows_each_finding_with_its_step(client, page, gaps):
    response = client.get(page)
    assert response.status_code == 200
    assert "“Who signs?”" in text_of(response)
    assert text_of(response).count("Add the action") == 2


def test_viewer_reads_and_has_nothing_to_press(client, page, gaps, as_role, teammate):
    as_role(AccessRole.VIEWER)
    client.force_login(teammate)
    response = text_of(client.get(page))
    assert "“Who signs?”" in response
    assert "Add the action" not in response
    assert "Leave it" not in response


def test_action_is_added_from_the_page(client, page, named):
    response = client.post(f"{page}actions/", named, follow=True)
    assert response.redirect_chain == [(page, 302)]
    assert "Added “Find out: Who signs?”" in text_of(response)
    assert Action.objects.count() == 1


def test_one_comes_back_to_where_the_step_was_taken(client, page, named, account):
    plan = reverse("plans:one-page", args=[account.pk])
    response = client.post(f"{page}actions/", {**named, "next": plan})
    assert response.headers["Location"] == plan


def test_step_that_somebody_took_before_is_not_taken_again(client, page, named):
    client.post(f"{page}actions/", named)
    response = client.post(f"{page}actions/", named, follow=True)
    assert "somebody has settled it" in text_of(response)
    assert Action.objects.count() == 1


def test_finding_is_left_for_a_reason(client, page, named):
    form = client.get(f"{page}dismissals/", named)
    assert "“Who signs?”" in text_of(form)
    response = client.post(f"{page}dismissals/", {**named, "reason": "Mette asks"}, follow=True)
    assert response.redirect_chain == [(page, 302)]
    assert "Mette asks" in text_of(response)
    assert Dismissal.objects.get().at == "gaps[0]"


def test_reason_is_asked_for(client, page, named):
    response = client.post(f"{page}dismissals/", {**named, "reason": " "})
    assert response.status_code == 422
    assert "Say why: without a reason it stays a finding." in text_of(response)
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {},  # no finding named
        {"rule": "PRO-9", "at": "gaps[0]"},  # a rule that the method does not have
        {"rule": "P" * 300, "at": "\x00"},  # longer than any rule, and not to be stored at all
    ],
)
def test_finding_that_is_not_there_leads_to_those_that_are(client, page, gaps, wrong):
    for response in (
        client.get(f"{page}dismissals/", wrong),
        client.post(f"{page}dismissals/", {**wrong, "reason": "x"}),
        client.post(f"{page}actions/", wrong),
    ):
        assert (response.status_code, response.headers["Location"]) == (302, page)
    assert not Dismissal.objects.exists()
    assert not Action.objects.exists()


def test_dismissed_finding_comes_back(client, page, named):
    client.post(f"{page}dismissals/", {**named, "reason": "Mette asks"})
    dismissal = Dismissal.objects.get()
    response = client.post(f"{page}dismissals/{dismissal.pk}/removal/", follow=True)
    assert "Leave it" in text_of(response)
    assert not Dismissal.objects.live().exists()
    assert client.post(f"{page}dismissals/{dismissal.pk}/removal/").status_code == 404


def test_reason_is_for_the_team(client, page, named, as_role, teammate):
    client.post(f"{page}dismissals/", {**named, "reason": "Their money is short"})
    as_role(AccessRole.PARTNER)
    client.force_login(teammate)
    response = text_of(client.get(page))
    assert "“Who signs?”" in response
    assert "Their money is short" not in response


def test_page_of_a_plan_without_findings_says_so(client, page, account):
    account.findings.all().delete()
    assert "Not checked yet" in text_of(client.get(page))
    refresh(account)
    account.findings.all().delete()
    assert "Nothing found" in text_of(client.get(page))


@pytest.mark.parametrize("number", [1, 3, 300])
def test_number_of_queries_is_constant(client, page, account, number, django_assert_num_queries):
    Gap.objects.bulk_create(Gap(account=account, text=f"Gap {n}") for n in range(number))
    refresh(account)
    client.get(page)
    with django_assert_num_queries(QUERIES):
        client.get(page)


QUERIES = 6


def test_finding_stands_on_the_page_of_what_it_is_about(client, page, account):
    ref = Ref.objects.create(account=account, code="S1", kind=Kind.STRATEGY)
    Strategy.objects.create(account=account, ref=ref, statement="Call the CFO next week")
    refresh(account)
    response = text_of(client.get(reverse("plans:strategy", args=[account.pk, "S1"])))
    assert "S1 serves no objective" in response
    assert "The plan has no visionary objective" not in response


def test_finding_at_a_stage_goal_stands_on_the_page_of_its_objective(client, page, account):
    refs = {
        code: Ref.objects.create(account=account, code=code, kind=kind)
        for code, kind in {"B1": Kind.BUSINESS, "G1": Kind.STAGE}.items()
    }
    objective = Objective.objects.create(
        account=account,
        ref=refs["B1"],
        level=Objective.Level.BUSINESS,
        text="Five lines",
        metric="lines",
        baseline=2,
        target=5,
        due=date(2098, 12, 31),
    )
    StageGoal.objects.create(
        account=account, ref=refs["G1"], objective=objective, due=date(2098, 12, 31), value=5
    )
    refresh(account)
    response = text_of(client.get(reverse("plans:objective", args=[account.pk, "B1"])))
    assert "G1, the last stage goal of B1, leaves no slack" in response


@pytest.mark.parametrize(
    ("role", "knows"),
    [
        (AccessRole.MEMBER, True),
        (AccessRole.FIRST_LINE, False),
        (AccessRole.PARTNER, False),
        (AccessRole.VIEWER, False),
    ],
)
def test_what_notes_on_a_coach_lead_to_is_for_those_who_read_them(
    client, page, account, as_role, teammate, role, knows
):
    refresh(account)
    values = {"severity": 3, "message": "Marit, a coach, has left.", "why": "", "fix": ""}
    account.findings.create(rule="DMG-3", at="P1", subject="coach", **values)
    as_role(role)
    client.force_login(teammate)
    assert ("Marit, a coach" in text_of(client.get(page))) is knows
