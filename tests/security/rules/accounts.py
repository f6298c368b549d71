"""The account: its team, profile, settings and history."""

from tests.security.places import (
    change,
    fact,
    gap,
    member,
)
from tests.security.rules.rule import (
    CHOOSE,
    EDIT,
    SEE,
    Rule,
    of_account,
)

SETTINGS = {"name": "Nordlys Glas", "currency": "EUR"}
MORE_SETTINGS = "tier parent review_day window_months own_terms"
NEW_MEMBER = {"name": "Nils Aune", "access_role": "viewer", "function": "auditor"}
NEW_FACT = {"line": "They grow, trade press", "topic": "industry_trends", "as_of": "2026-11-01"}

ACCOUNTS: dict[str, Rule] = {
    "accounts:first-steps": of_account(get=SEE),
    "accounts:first-member": of_account(post=CHOOSE & SEE, data=NEW_MEMBER, optional="user"),
    "accounts:first-fact": of_account(post=EDIT, data=NEW_FACT),
    "accounts:fact-removal": of_account(post=EDIT, arguments=fact),
    "accounts:gap-removal": of_account(post=EDIT, arguments=gap),
    "accounts:history": of_account(get=SEE),
    "accounts:history-file": of_account(get=SEE),
    "accounts:undo": of_account(post=EDIT, arguments=change),
    "accounts:settings": of_account(
        get=EDIT, post=EDIT, data={"version": 1, **SETTINGS}, optional=MORE_SETTINGS
    ),
    "accounts:team": of_account(
        seen=SEE | CHOOSE, get=SEE | CHOOSE, post=CHOOSE, data=NEW_MEMBER, optional="user"
    ),
    "accounts:member": of_account(
        seen=SEE | CHOOSE,
        get=CHOOSE,
        post=CHOOSE,
        arguments=member,
        data={"version": 1, **NEW_MEMBER},
        optional="user",
    ),
    "accounts:member-removal": of_account(seen=SEE | CHOOSE, post=CHOOSE, arguments=member),
}
