"""Plan health and comments."""

from tests.security.places import (
    comment,
    dismissal,
    thread,
)
from tests.security.rules.rule import (
    COMMENT,
    EDIT,
    READ_COMMENTS,
    SEE,
    Rule,
    of_account,
)

FOUND = {"rule": "PRO-2", "at": "gaps[2]", "subject": ""}

HEALTH_AND_COMMENTS: dict[str, Rule] = {
    "health:health": of_account(get=SEE),
    "health:action": of_account(post=EDIT, data=FOUND),
    "health:dismissal": of_account(get=EDIT, post=EDIT, data={**FOUND, "reason": "We know"}),
    "health:dismissal-removal": of_account(post=EDIT, arguments=dismissal),
    # Comments: not there for partners and viewers, nor for an administrator who opened the plan
    "comments:thread": of_account(
        seen=READ_COMMENTS,
        get=READ_COMMENTS,
        post=COMMENT,
        arguments=thread,
        data={"text": "Ask again"},
    ),
    "comments:reading": of_account(seen=READ_COMMENTS, post=READ_COMMENTS, arguments=thread),
    "comments:edit": of_account(
        seen=READ_COMMENTS,
        get=frozenset({"member"}),
        post=frozenset({"member"}),
        arguments=comment,
        data={"version": 1, "text": "Asked again"},
    ),
    "comments:removal": of_account(
        seen=READ_COMMENTS, post=frozenset({"lead", "member"}), arguments=comment
    ),
}
