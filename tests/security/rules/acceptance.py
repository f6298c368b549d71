"""The way of a plan to the sponsor, and what it asks for. A round is under way."""

from django.utils.functional import lazy

from tests.security.places import asked_resource, challenge, snapshot, submission
from tests.security.rules.rule import EDIT, LEAD, SEE, Rule, of_account
from waypost.planning.models import SeniorAcceptance

FIRST_LINE, SENIOR = frozenset({"first-line"}), frozenset({"senior"})


def condition() -> str:
    """The one of the guarded account, which is the first."""
    return SeniorAcceptance.objects.order_by("pk").values_list("conditions", flat=True)[0]


CONDITION = {"condition": lazy(condition, str)()}
ACCEPTANCE: dict[str, Rule] = {
    "planning:acceptance": of_account(get=SEE, post=LEAD, writes=False),
    "planning:acceptance-removal": of_account(
        post=SENIOR, data={"words": "The money is gone"}, writes=False
    ),
    "planning:condition": of_account(
        post=EDIT | SENIOR, data={**CONDITION, "proof": "The contract of 20 October"}
    ),
    "planning:condition-owner": of_account(
        post=LEAD | FIRST_LINE | SENIOR,
        data={**CONDITION, "version": 1, "owner": "T1", "due": "2050-01-14"},
    ),
    "planning:condition-removal": of_account(post=EDIT | SENIOR, data=CONDITION),
    "planning:presentation": of_account(
        post=EDIT,
        data={"version": 1, "person": "P1", "planned": "2050-01-14"},
        optional="presented presented_on outcome",
    ),
    "planning:kept": of_account(get=SEE, arguments=snapshot),
    "planning:kept-file": of_account(get=SEE, arguments=snapshot),
    "planning:withdrawal": of_account(post=LEAD, arguments=submission, optional="words"),
    "planning:challenge": of_account(
        post=FIRST_LINE, arguments=submission, data={"topic": "barriers", "text": "What if not?"}
    ),
    "planning:challenge-answer": of_account(
        post=frozenset({"lead", "member"}),
        arguments=challenge,
        data={"version": 1, "answer": "Then the second plant"},
    ),
    "planning:challenge-removal": of_account(post=FIRST_LINE, arguments=challenge, writes=False),
    "planning:confirmation": of_account(
        post=FIRST_LINE, arguments=submission, data={"answer": "confirm"}, optional="words"
    ),
    "planning:senior-answer": of_account(
        post=SENIOR, arguments=submission, data={"answer": "accept"}, writes=False
    ),
    "planning:resources": of_account(
        get=SEE,
        post=EDIT,
        data={"what": "An engineer", "kind": "internal", "why": "For B1", "objective": "B1"},
    ),
    "planning:resource": of_account(
        get=EDIT,
        post=EDIT,
        arguments=asked_resource,
        data={
            "version": 1,
            "what": "An engineer",
            "kind": "internal",
            "why": "For B1",
            "objective": "B1",
        },
    ),
    "planning:resource-answer": of_account(
        post=FIRST_LINE | SENIOR,
        arguments=asked_resource,
        data={"version": 1, "decision": "grant"},
        optional="answer",
    ),
    "planning:resource-removal": of_account(post=EDIT, arguments=asked_resource),
}
