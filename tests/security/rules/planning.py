"""Planning together: the monthly reviews."""

from django.utils import timezone
from django.utils.functional import lazy

from tests.security.places import (
    review,
    review_action,
    review_light,
    review_objective,
    review_sentence,
)
from tests.security.rules.rule import EDIT, SEE, Rule, of_account
from waypost.method.reviews import rolling
from waypost.method.tests import build


def coming() -> str:
    """The month that a review finished now would come to."""
    return str(rolling(build.plan(), timezone.localdate()).coming)


PLANNING: dict[str, Rule] = {
    "planning:reviews": of_account(get=SEE, post=EDIT, writes=False),  # one is under way
    "planning:difference": of_account(get=SEE),
    "planning:following": of_account(post=EDIT, data={"on": "2050-01-29"}),
    "planning:review": of_account(get=SEE, arguments=review),
    "planning:attendance": of_account(
        post=EDIT, arguments=review, data={"members": "T2"}, optional="stood"
    ),
    "planning:goal": of_account(
        post=EDIT, arguments=review_objective, data={"value": 4}, optional="condition_value note"
    ),
    "planning:settlement": of_account(
        post=EDIT,
        arguments=review_action,
        data={"version": 1, "answer": "carry", "carry_why": "No time"},
        optional="due drop_why",
    ),
    "planning:readiness": of_account(
        post=EDIT,
        arguments=review_action,
        data={"version": 1, "what": "Call them"},
        optional="owner due hours",
    ),
    "planning:later": of_account(post=EDIT, arguments=review_action, data={"month": "2098-02"}),
    "planning:sentence": of_account(
        post=EDIT, arguments=review_sentence, data={"would_say": "no"}, optional="words who seen"
    ),
    "planning:other-lights": of_account(post=EDIT, arguments=review),
    "planning:light": of_account(
        post=EDIT,
        arguments=review_light,
        data={"version": 1, "answer": "gone", "seen": "green"},
        optional="colour why",
    ),
    "planning:decision": of_account(post=EDIT, arguments=review, data={"text": "We wait"}),
    "planning:decision-removal": of_account(
        post=EDIT, arguments=review, data={"text": "Decided before"}
    ),
    "planning:finish": of_account(
        post=EDIT, arguments=review, data={"anyway": "on", "coming": lazy(coming, str)()}
    ),
    "planning:finish-removal": of_account(post=EDIT, arguments=review, writes=False),
}
