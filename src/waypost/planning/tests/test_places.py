"""Where a review that is due is seen: in the rail, on the plan's health, in a week, in the list."""

import pytest
from django.urls import reverse

from waypost.health.operations import refresh
from waypost.planning.operations.answers import answer_sentence
from waypost.planning.operations.reviews import note_attendance
from waypost.planning.tests.stored import access_of
from waypost.plans.models import Objective

pytestmark = pytest.mark.django_db


@pytest.fixture
def overdue(account, time_machine):
    """A week after the review day of November, nobody has reviewed the plan."""
    time_machine.move_to("2026-12-03T12:00:00Z", tick=False)
    refresh(account)


@pytest.fixture
def page(client, owner):
    def get(address, *arguments, user=owner):
        client.force_login(user)
        found = client.get(reverse(address, args=arguments))
        assert found.status_code == 200
        return found.content.decode()

    return get


def test_rail_leads_to_the_reviews_and_says_when(page, account):
    found = page("accounts:history", account.pk)
    address = reverse("planning:reviews", args=[account.pk])
    assert f'<a href="{address}" data-go="V">Reviews<span class="n">26 Nov</span></a>' in found


def test_rail_says_that_a_review_is_overdue(page, account, overdue):
    assert "The review is overdue" in page("accounts:history", account.pk)


def test_finding_leads_to_the_review(page, account, overdue):
    found = page("health:health", account.pk)
    address = reverse("planning:reviews", args=[account.pk])
    assert f'<a class="btn btn-s" href="{address}">Hold the review</a>' in found


def test_week_of_who_runs_the_account_asks_for_the_review(page, account, overdue):
    found = page("portfolio:my-week")
    assert reverse("planning:reviews", args=[account.pk]) in found
    assert "overdue since 26 Nov" in found


def test_week_says_when_a_review_comes(page, account):
    assert "due on 26 Nov" in page("portfolio:my-week")


def test_week_of_a_member_does_not_ask_for_it(page, account, overdue, teammate):
    assert "overdue since" not in page("portfolio:my-week", user=teammate)


def test_list_leads_to_the_reviews(page, account, overdue):
    address = reverse("planning:reviews", args=[account.pk])
    assert f'<a href="{address}">26 Nov</a>' in page("portfolio:account-list")


def test_attendance_of_two_is_not_lost(access, account, review, teammate):
    note_attendance(access=access, review=review, members=["T1", "T2"], stood=["T1"])
    late = access_of(teammate, account)
    note_attendance(access=late, review=review, members=[], stood=["T1"])
    assert [row.member.ref.code for row in review.attendances.all()] == ["T2"]


def test_answers_of_two_to_one_sentence_are_both_seen(client, owner, account, access, review):
    sentence = Objective.objects.get(ref__code="R1")
    said = {"access": access, "review": review, "sentence": sentence, "who": ""}
    first = answer_sentence(**said, would_say="no", words="Not at Ribe").row
    client.force_login(owner)
    url = reverse("planning:sentence", args=[account.pk, review.pk, "R1"])
    mine = {"would_say": "unknown", "words": "Nobody asked", "seen": ""}
    answer = client.post(url, mine)
    assert answer.status_code == 422
    assert "Somebody has answered this meanwhile." in answer.content.decode()
    assert 'value="Nobody asked"' in answer.content.decode()
    assert client.post(url, {**mine, "seen": first.stamp}).status_code == 302
    first.refresh_from_db()
    assert first.words == "Nobody asked"


def test_history_shows_what_was_done_in_a_review(page, account, review):
    found = page("accounts:history", account.pk)
    assert "Started the monthly review" in found
    assert '<option value="reviews">Reviews</option>' in found
