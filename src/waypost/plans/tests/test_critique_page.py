"""What stands under a text while it is typed."""

import re

import pytest
from django.urls import reverse

from waypost import planfile
from waypost.plans.tests.stored import LEAD, stored

PLAN = """format: waypost-plan/1
supplier: {name: We}
account: {name: Dunmore Mills}
team: [{id: T1, name: Olga Hagen, role: account lead}]
profile:
  company_goals: [{id: G1, text: Fewer stops, source: report, as_of: 2026-10-01}]
  industry_trends: [{id: F1, text: Paper shrinks, source: press, as_of: 2026-10-01}]
"""
VAGUE = "Grow our sales significantly"


@pytest.fixture
def judge(client, owner):
    account = stored(planfile.read(PLAN), team=[("T1", owner, LEAD)])
    client.force_login(owner)

    def post(subject, **sent):
        return client.post(reverse("plans:critique", args=[account.pk, subject]), sent)

    return post


def read(response):
    """The criteria with their signal and reason, and the underlined words."""
    html = response.content.decode()
    items = re.findall(r"<li.*?</li>", html, re.DOTALL)
    answers = {}
    for item in items:
        label = re.sub(r"<[^>]+>", "", re.findall(r"<b>(.*?)</b>", item, re.DOTALL)[0]).strip()
        signal = re.search(r"is-(green|amber)", item)
        answers[label] = signal[1] if signal else ""
    return answers, re.findall(r'class="vague">([^<]+)<', html)


def test_vague_objective_is_asked_for_everything(judge):
    answers, vague = read(judge("business", text=VAGUE))
    assert answers == {
        "Specific": "amber",
        "Measurable": "amber",
        "Timed": "amber",
        "Realistic": "",
        "For the customer": "",
        "Outcome": "green",
    }
    assert vague == ["Grow", "significantly"]


def test_own_terms_of_the_customer_are_not_underlined(client, owner):
    text = PLAN.replace(
        "{name: Dunmore Mills}", "{name: Dunmore Mills, settings: {own_terms: [grow]}}"
    )
    account = stored(planfile.read(text), team=[("T1", owner, LEAD)])
    client.force_login(owner)
    url = reverse("plans:critique", args=[account.pk, "business"])
    assert read(client.post(url, {"text": VAGUE}))[1] == ["significantly"]


def test_fields_beside_the_text_settle_what_it_leaves_open(judge):
    fields = {"metric": "lines in use", "baseline": "2", "target": "5", "due": "2050-12-31"}
    answers, _vague = read(judge("business", text=VAGUE, **fields))
    assert (answers["Measurable"], answers["Timed"]) == ("green", "green")


def test_target_of_zero_is_a_target(judge):
    answers, _vague = read(judge("business", text=VAGUE, metric="accidents", target="0"))
    assert answers["Measurable"] == "green"


@pytest.mark.parametrize(("serves", "signal"), [("G1", "green"), ("F1", "")])
def test_objective_that_serves_a_goal_of_the_customer_is_about_them(judge, serves, signal):
    answers, _vague = read(judge("business", text=VAGUE, serves=[serves]))
    assert answers["For the customer"] == signal


def test_rewrite_keeps_the_words_and_leaves_blanks(judge):
    html = judge("business", text="Win the pump contract").content.decode()
    assert "Win the pump contract by [date]" in html


def test_vision_is_never_asked_for_a_number(judge):
    assert read(judge("visionary", text="Their plants run without a stop"))[0] == {
        "Unlimited": "green"
    }
    assert read(judge("visionary", text="Despite the freeze we grow"))[0] == {"Unlimited": "amber"}


def test_sentence_is_judged_on_who_says_it(judge):
    assert read(judge("relationship", text="They always bring ideas"))[0] == {
        "In their words": "green"
    }
    assert read(judge("relationship", text="Their NPS of us rises"))[0] == {
        "In their words": "amber"
    }


def test_strategy_is_a_way_of_working(judge):
    assert read(judge("strategy", statement="Every offer names the stop hours it saves"))[0] == {
        "A way of working": "green"
    }
    assert read(judge("strategy", statement="Call the CFO next week"))[0] == {
        "A way of working": "amber"
    }


def test_action_is_definite(judge):
    assert read(judge("action", what="Send the offer to Karin"))[0] == {"Definite": "green"}
    assert read(judge("action", what="Follow up"))[0] == {"Definite": "amber"}


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_no_text_is_not_judged(judge, text):
    assert read(judge("business", text=text)) == ({}, [])


@pytest.mark.parametrize(
    "sent",
    [
        {"baseline": "many", "target": "1e999", "due": "31/02/2026"},
        {"target": "NaN", "due": "never"},
        {"text": "<script>alert(1)</script> \u202e 🎉" * 300},
        {"text": "x" * 50_000},
    ],
)
def test_absurd_input_is_judged_as_far_as_it_can_be_read(judge, sent):
    response = judge("business", **{"text": VAGUE, **sent})
    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_unknown_subject_is_not_found(judge):
    assert judge("lights", text="x").status_code == 404
