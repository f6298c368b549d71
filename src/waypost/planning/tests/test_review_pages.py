"""The pages of reviews: what they ask, and what becomes of an answer."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from waypost.accounts.models import Account, TeamMember
from waypost.document.models import Snapshot
from waypost.method.month import Month
from waypost.planning.models import Review, SentenceAnswer
from waypost.planning.operations.answers import carry_action
from waypost.planning.operations.reviews import finish_review, start_review
from waypost.planning.tests.stored import planned, window_of
from waypost.plans.models import Action, Heard, Objective, StageGoal, TrafficLight
from waypost.plans.operations.actions import add_action, change_action

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, owner, account):
    def get(name, *codes, user=owner, status=200, **query):
        client.force_login(user)
        found = client.get(reverse(f"planning:{name}", args=[account.pk, *codes]), query)
        assert found.status_code == status
        return words(found)

    return get


@pytest.fixture
def post(client, owner, account):
    def send(name, *codes, user=owner, follow=False, **data):
        client.force_login(user)
        return client.post(
            reverse(f"planning:{name}", args=[account.pk, *codes]), data, follow=follow
        )

    return send


def words(response):
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", main)))


def test_reviews_page_shows_next_missed_and_held(page):
    found = page("reviews")
    assert "Thu 26 Nov" in found
    assert "2 held, 1 missed" in found
    assert "Thu 24 Sep not held" in found
    assert "Thu 29 Oct Olga Hagen and Tom Ferrari No date for the trial" in found


def test_review_page_asks_everything(page, review):
    found = page("review", review.pk)
    for said in (
        "With Olga Hagen. Everything is saved as you go.",
        "Since 29 Oct",
        "Five machines run on our bearings",
        "What November left open",
        "Ask Marit Berg for the list of pumps by Friday",
        "December becomes the month in detail",
        "1 of 2 ready: an owner, a date, a definite action",
        "8 of 10 h. The quota is a fifth, 2 h. Kept",
        "They answer before we ask",
        "A new finance director",
        "The plan becomes December, January and February .",
        "1 action of November still to settle.",
        "1 action of December not ready yet.",
    ):
        assert said in found


def test_check_in_comes_back_to_its_place(post, review, account):
    answer = post("goal", review.pk, "B1", value="3", note="One more at Ribe")
    assert answer.status_code == 302
    assert answer.url.endswith(f"/reviews/{review.pk}/#goal-B1")
    page = words(post("goal", review.pk, "B1", value="3.5", follow=True))
    assert "3.5 today" in page


def test_figure_that_is_none_is_put_right_where_it_stands(post, review):
    answer = post("goal", review.pk, "B1", value="many", note="Kept")
    assert answer.status_code == 422
    assert "Enter a number, such as 3 or 2.5." in words(answer)
    assert 'value="many"' in answer.content.decode()
    assert 'value="Kept"' in answer.content.decode()


def test_objective_that_nothing_measures_is_to_be_measured_first(page, review):
    Objective.objects.filter(ref__code="B1").update(metric="", target=None, baseline=None)
    StageGoal.objects.all().delete()
    found = page("review", review.pk)
    assert "How will we know? Say how it is measured." in found
    assert "Actual now" not in found
    assert "Check-ins , done" in found


def test_action_is_done_with_one_press(post, review):
    answer = post("settlement", review.pk, "A1", answer="done", version=1, follow=True)
    assert Action.objects.get(ref__code="A1").status == "done"
    assert "No action is left open from the months before." in words(answer)
    assert "2 are done or dropped" in words(answer)


def test_action_is_carried_with_reason_and_date(post, review):
    answer = post(
        *("settlement", review.pk, "A1"),
        **{"answer": "carry", "version": 1, "carry_why": "The list is late", "due": "2026-12-04"},
        follow=True,
    )
    row = Action.objects.get(ref__code="A1")
    assert (row.month, row.due) == (date(2026, 12, 1), date(2026, 12, 4))
    assert row.reason == "The list is late"
    assert "carried to December The list is late" in words(answer)


def test_how_often_an_action_was_carried_is_counted(post, page, review, access, time_machine):
    row = Action.objects.get(ref__code="A1")
    facts = {"access": access, "review": review, "action": row, "reason": "No time"}
    carry_action(**facts, version=1, month=Month(2026, 12))
    finish_review(access=access, review=review, coming=Month(2026, 12), anyway=True)
    time_machine.move_to("2026-12-30T12:00:00Z", tick=False)
    december = start_review(access=access).row
    assert "carried once before" in page("review", december.pk)
    row.refresh_from_db()
    facts = {**facts, "review": december, "action": row}
    carry_action(**facts, version=2, month=Month(2027, 1))
    finish_review(access=access, review=december, coming=Month(2027, 1), anyway=True)
    time_machine.move_to("2027-01-28T12:00:00Z", tick=False)
    january = start_review(access=access).row
    said = page("review", january.pk)
    assert "carried 2 times before A third time is not a date, it is a no" in said


def test_carry_without_a_reason_asks_for_it(post, review):
    answer = post("settlement", review.pk, "A1", answer="carry", version=1, due="2026-12-04")
    assert answer.status_code == 422
    assert "Say why it was not done: it is asked next month." in words(answer)
    assert Action.objects.get(ref__code="A1").month == date(2026, 11, 1)


def test_carry_to_a_day_before_the_month_is_refused(post, review):
    data = {"answer": "carry", "version": 1, "carry_why": "No time", "due": "2026-11-30"}
    answer = post("settlement", review.pk, "A1", **data)
    assert answer.status_code == 422
    assert "Enter a day in December or later." in words(answer)


def test_drop_keeps_its_reason(post, review):
    answer = post("settlement", review.pk, "A1", answer="drop", version=1)
    assert answer.status_code == 422
    assert "Say why it is dropped: the team reads it later." in words(answer)
    post("settlement", review.pk, "A1", answer="drop", version=1, drop_why="They have it")
    row = Action.objects.get(ref__code="A1")
    assert (row.status, row.reason) == ("dropped", "They have it")


def test_answer_to_what_somebody_else_changed_is_a_conflict(post, review, access):
    change_action(
        access=access, action=Action.objects.get(ref__code="A1"), version=1, due=date(2026, 11, 20)
    )
    data = {"answer": "carry", "version": 1, "carry_why": "No time", "due": "2026-12-04"}
    answer = post("settlement", review.pk, "A1", **data)
    assert answer.status_code == 409
    assert "has changed this since you opened it" in words(answer)
    assert 'value="No time"' in answer.content.decode()


def test_outline_becomes_definite(post, review):
    data = {"what": "Get the price list from Marit Berg", "owner": "T2", "due": "2026-12-15"}
    answer = post("readiness", review.pk, "A4", version=1, hours="2", **data, follow=True)
    assert "2 of 2 ready" in words(answer)
    answer = post("readiness", review.pk, "A4", version=1, hours="4", **data)
    assert answer.status_code == 409


def test_outline_is_left_for_a_later_month(post, review):
    answer = post("later", review.pk, "A4", month="2027-01", follow=True)
    assert Action.objects.get(ref__code="A4").month == date(2027, 1, 1)
    assert "1 of 1 ready" in words(answer)


def test_sentence_needs_evidence_for_a_yes(post, review):
    answer = post("sentence", review.pk, "R1", would_say="yes")
    assert answer.status_code == 422
    assert "Write down what they said. Else choose another answer." in words(answer)
    said = {"words": "You called before I knew", "who": "Marit Berg"}
    answer = post("sentence", review.pk, "R1", would_say="yes", **said, follow=True)
    assert "Yes: You called before I knew" in words(answer)
    heard = Heard.objects.get(objective__ref__code="R1")
    assert (heard.text, heard.who, heard.on) == (
        "You called before I knew",
        "Marit Berg",
        date(2026, 11, 24),
    )
    row = SentenceAnswer.objects.get()
    post("sentence", review.pk, "R1", would_say="no", words="Not at Ribe", seen=row.stamp)
    row.refresh_from_db()
    assert (row.would_say, row.words) == ("no", "Not at Ribe")


def test_light_is_still_true_changed_or_gone(post, page, review):
    post("light", review.pk, "L1", answer="same", seen="amber", version=1)
    data = {"answer": "changed", "seen": "amber", "version": 1, "colour": "red"}
    answer = post("light", review.pk, "L1", **data)
    assert answer.status_code == 422
    assert "Say what changed: the next review reads it." in words(answer)
    post("light", review.pk, "L1", **data, why="He stopped all trials")
    light = TrafficLight.objects.get(ref__code="L1")
    assert light.colour == "red"
    assert list(light.history.order_by("pk").values_list("to_colour", "why")) == [
        ("amber", ""),
        ("red", "He stopped all trials"),
    ]
    assert "1 not looked at yet." in page("review", review.pk)
    post("other-lights", review.pk)
    assert "not looked at yet" not in page("review", review.pk)
    post("light", review.pk, "L2", answer="gone", seen="green", version=1)
    assert TrafficLight.objects.get(ref__code="L2").deleted_at is not None


def test_decisions_of_two_are_all_kept(post, page, review, teammate):
    post("decision", review.pk, text="We wait for the trial")
    post("decision", review.pk, text="Tom asks for the list", user=teammate)
    found = page("review", review.pk)
    assert "1 We wait for the trial" in found
    assert "2 Tom asks for the list" in found
    post("decision-removal", review.pk, text="We wait for the trial")
    review.refresh_from_db()
    assert review.notes == "Tom asks for the list"


def test_finish_says_what_is_missing_and_can_be_pressed_anyway(post, review, account):
    answer = post("finish", review.pk, coming="2026-12")
    assert answer.status_code == 422
    assert "Something is missing still." in words(answer)
    answer = post("finish", review.pk, coming="2026-12", anyway="on", follow=True)
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]
    assert "Review, Tue 24 Nov" in words(answer)
    assert "Take the review back" in words(answer)
    assert "Finished the monthly review: December to February" in answer.content.decode()


def test_finish_pressed_twice_and_taken_back(post, review, account):
    for _time in range(2):
        answer = post("finish", review.pk, coming="2026-12", anyway="on")
        assert answer.status_code == 302
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]
    answer = post("finish-removal", review.pk, follow=True)
    assert window_of(account) == ["2026-11", "2026-12", "2027-01"]
    assert "Would they say it today?" in words(answer)


def test_answer_after_the_end_is_refused_with_a_sentence(post, review):
    post("finish", review.pk, coming="2026-12", anyway="on")
    answer = post("decision", review.pk, text="Too late", follow=True)
    assert "This review is finished. What it says is not changed any more." in words(answer)
    review.refresh_from_db()
    assert review.notes == ""


def test_viewer_reads_the_review_without_forms(page, review, teammate):
    TeamMember.objects.filter(user=teammate).update(access_role="viewer")
    found = page("review", review.pk, user=teammate)
    assert "What November left open" in found
    assert "Finish review and roll forward" not in found
    assert "Start the review" not in page("reviews", user=teammate)


def test_next_review_is_set_by_hand(post, page, account):
    post("following", on="2026-12-01")
    assert "Tue 1 Dec set by the team" in page("reviews")
    assert "Enter a date up to 2056." in post("following", on="2099-12-01").content.decode()
    answer = post("following", on="2026-11-01")
    assert answer.status_code == 422
    assert "Enter today or a later day." in words(answer)


def test_difference_between_two_reviews_reads_as_sentences(post, page, review, access):
    assert "No state was kept yet" in page("difference")
    post("finish", review.pk, coming="2026-12", anyway="on")
    assert "Nothing is different." in page("difference")
    row = Action.objects.get(ref__code="A1")
    change_action(access=access, action=row, version=1, due=date(2026, 12, 4))
    found = page("difference")
    assert "The due date is now 4 Dec; it was 13 Nov." in found
    assert "It was carried from Nov 2026 to Dec 2026." in found
    assert "Choose one of the list." in page("difference", before="99", status=422)


def test_state_that_cannot_be_read_any_more_says_so(post, page, review):
    post("finish", review.pk, coming="2026-12", anyway="on")
    Snapshot.objects.update(content={"format": "waypost-plan/0"})
    found = page("difference", status=422)
    assert "This state was kept in a form that cannot be read any more." in found


def test_margins_are_no_difference_for_who_does_not_see_them(post, page, review, teammate, account):
    post("finish", review.pk, coming="2026-12", anyway="on")
    Objective.objects.filter(ref__code="B1").update(condition="margin at 34 percent")
    assert "margin at 34 percent" in page("difference")
    TeamMember.objects.filter(user=teammate).update(access_role="viewer")
    assert "margin at 34 percent" not in page("difference", user=teammate)


def test_next_account_to_review_goes_round(page, owner, account):
    other = planned(owner)
    Account.objects.filter(pk=other.pk).update(name="Aarhus Mills")
    assert "Next account to review: Aarhus Mills" in page("reviews")
    Account.objects.filter(pk=other.pk).update(name="Ribe Mills")
    third = planned(owner)
    Account.objects.filter(pk=third.pk).update(name="Odense Mills")
    assert "Next account to review: Odense Mills" in page("reviews")


@pytest.mark.parametrize(("name", "queries"), [("reviews", 8), ("review", 17)])
def test_queries_do_not_grow_with_the_plan(
    client, owner, account, access, review, django_assert_num_queries, name, queries
):
    grow(access, 30)
    client.force_login(owner)
    codes = [account.pk, review.pk] if name == "review" else [account.pk]
    url = reverse(f"planning:{name}", args=codes)
    client.get(url)
    with django_assert_num_queries(queries):
        client.get(url)
    grow(access, 30)
    with django_assert_num_queries(queries):
        client.get(url)


def grow(access, count):
    """So many more actions, lights, sentences and past reviews."""
    for number in range(count):
        add_action(access=access, what=f"Call number {number}", month=Month(2026, 11))
        Review.objects.create(account=access.account, date=date(2020, 1, 1), held=True)
