"""Merging two accounts as people do it: the pages, who sees what, and where old links lead."""

from html import unescape

import pytest
from django.urls import reverse

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, Merging
from waypost.accounts.operations import update_account
from waypost.accounts.queries import access_to
from waypost.accounts.tests.test_merging import stored_pair
from waypost.history.models import ChangeSet

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(owner):
    return stored_pair(owner)[1]


@pytest.fixture
def kept(gone):
    return Account.objects.get(name="Brambleholt Group")


@pytest.fixture
def page(client, owner, gone, kept):
    client.force_login(owner)
    return reverse("accounts:merging", args=[kept.pk, gone.pk])


def words(response):
    return " ".join(unescape(response.content.decode()).split())


def times(response):
    form = response.context["form"]
    return {name: form[name].value() for name in ("touched", "gone_touched")}


def test_lead_of_both_looks_merges_finds_all_and_parts_again(client, page, gone, kept):
    drawn = client.get(page)
    said = words(drawn)
    assert "2 business" not in said
    for line in (
        "4 objectives",
        "3 people",
        "figures of 1 year",
        "Both have a vision. Both stand in the plan, that of Brambleholt Group first.",
        "The months of the short-term plan are those of Brambleholt Group.",
        "Figures of 2025: Brambleholt Group has the say",
        "reviews: 2",
        "sessions: 1",
    ):
        assert line in said, line

    response = client.post(page, times(drawn))

    merged = reverse("accounts:merged", args=[kept.pk, gone.pk])
    assert response.url == merged
    assert client.post(page, times(drawn)).url == merged
    assert Merging.objects.count() == 1
    came = words(client.get(merged))
    assert "B1 is B5" in came
    assert "B1a is B5a" in came
    assert "Figures of 2025: turnover 502,000, margin 4.6, investment room 9,000" in came
    assert "Brambleholt Dairies plc" not in words(client.get(reverse("portfolio:account-list")))
    old, new = ("plans:objective", [gone.pk, "B1"]), ("plans:objective", [kept.pk, "B5"])
    assert client.get(reverse(old[0], args=old[1])).url == reverse(new[0], args=new[1])
    assert client.get(reverse("accounts:profile", args=[gone.pk])).url == reverse(
        "accounts:profile", args=[kept.pk]
    )
    late = client.post(reverse("accounts:gap-creation", args=[gone.pk]), {"text": "Who signs now?"})
    assert late.status_code == 409
    assert "Who signs now?" in words(late)
    history = reverse("accounts:history", args=[gone.pk])
    assert "This account was merged into Brambleholt Group" in words(client.get(history))
    for name in ("reviews", "sessions", "acceptance", "difference"):
        assert client.get(reverse(f"planning:{name}", args=[gone.pk])).status_code == 200, name
    session = client.get(reverse("planning:session", args=[gone.pk, "SE1"]))
    assert "B1 and S1 agreed." in words(session)
    refused = client.post(reverse("planning:reviews", args=[gone.pk]))
    assert refused.status_code == 403
    assert "Change what came of it there." in words(refused)
    assert client.post(reverse("planning:acceptance", args=[gone.pk])).status_code == 403
    assert "Merged the account" in words(client.get(reverse("accounts:history", args=[kept.pk])))

    done = ChangeSet.objects.get(account=kept, what__startswith="Merged the account")
    client.post(reverse("accounts:undo", args=[kept.pk, done.pk]))

    assert client.get(history).status_code == 200
    assert client.get(reverse("accounts:profile", args=[gone.pk])).status_code == 200
    assert client.get(merged).status_code == 404


def test_who_does_not_see_the_kept_account_finds_nothing_of_either(
    client, page, gone, kept, outsider
):
    client.post(page, times(client.get(page)))
    client.force_login(outsider)
    paths = [
        page,
        *(reverse(name, args=[gone.pk]) for name in ("accounts:history", "plans:one-page")),
    ]
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]
    assert client.post(reverse("accounts:gap-creation", args=[gone.pk])).status_code == 404


def test_teams_that_differ_are_named_before_anything_is_done(
    client, page, gone, kept, teammate, outsider
):
    add_to_team(gone, teammate, AccessRole.VIEWER)
    add_to_team(kept, teammate, AccessRole.MEMBER)
    add_to_team(gone, outsider, AccessRole.MEMBER)

    said = words(client.get(page))

    assert "Tom Ferrari has another access in each: Viewer in Brambleholt Dairies plc" in said
    assert "Uma Castell is in the team of Brambleholt Dairies plc alone" in said
    assert 'type="submit">Merge' not in said
    response = client.post(page, {"touched": "", "gone_touched": "no time"})
    assert response.status_code in {409, 422}
    assert not Merging.objects.exists()
    client.force_login(teammate)
    assert client.post(page).status_code == 403


def test_change_since_the_page_was_drawn_is_looked_at_first(client, page, owner, kept):
    drawn = times(client.get(page))
    access = access_to(owner, kept.pk)
    update_account(access=access, version=access.account.version, review_day="25")

    response = client.post(page, drawn)

    assert response.status_code == 409
    assert "One of the two was changed since you opened this." in words(response)
    assert client.post(page, times(response)).status_code == 302
