"""The account: its team, profile, settings and history."""

from tests.security.places import (
    change,
    fact,
    figures,
    gap,
    goal,
    member,
    merged,
    point,
    site,
    trend,
    two_accounts,
)
from tests.security.rules.rule import (
    CHOOSE,
    EDIT,
    SEE,
    Rule,
    of_account,
)

NOBODY: frozenset[str] = frozenset()
SETTINGS = {"name": "Nordlys Glas", "currency": "EUR", "our_company": "Northgate"}
MORE_SETTINGS = (
    "tier tier_reason parent review_day window_months own_terms also_known_as "
    "team_hours_next_12_months we_sell"
)
NEW_MEMBER = {"name": "Nils Aune", "access_role": "viewer", "function": "auditor"}
NEW_FACT = {"line": "They grow, trade press", "topic": "industry_trends", "as_of": "2026-11-01"}
WHOLE_FACT = {"text": "They grow", "source": "Press", "as_of": "2026-11-01", "topic": "structure"}
REFRESHED = {"line": "They shrink, trade press", "as_of": "2026-11-02"}
POINT = {"text": "Own forest", "side": "strengths", "source": "Press", "as_of": "2026-11-01"}
GAP = {"text": "Who signs there?", "could_know": "Eva Lund"}
FIGURES = {
    **{"year": "2031", "turnover_k": "500", "margin": "4", "investment_room_k": "5"},
    **{"our_share": "30", "source": "Report", "as_of": "2026-11-01"},
}
SITE = {"name": "Herning", "country": "DK", "lines": "C1"}

ACCOUNTS: dict[str, Rule] = {
    "accounts:first-steps": of_account(get=SEE),
    "accounts:first-member": of_account(post=CHOOSE & SEE, data=NEW_MEMBER, optional="user"),
    "accounts:first-fact": of_account(post=EDIT, data=NEW_FACT),
    "accounts:profile": of_account(get=SEE, post=EDIT, data=NEW_FACT),
    "accounts:profile-place": of_account(get=SEE),
    "accounts:fact": of_account(get=SEE, arguments=fact),
    "accounts:fact-creation": of_account(
        get=EDIT, post=EDIT, data=WHOLE_FACT, optional="stage adds_value"
    ),
    "accounts:fact-change": of_account(
        get=EDIT,
        post=EDIT,
        arguments=trend,
        data={"version": 1, **WHOLE_FACT},
        optional="stage adds_value",
    ),
    "accounts:fact-refresh": of_account(
        get=EDIT, post=EDIT, arguments=fact, data={"version": 1, **REFRESHED}
    ),
    "accounts:fact-serving": of_account(
        get=EDIT, post=EDIT, arguments=goal, data={"version": 1, "served_by": "S1"}
    ),
    "accounts:fact-removal": of_account(post=EDIT, arguments=trend),
    "accounts:swot-point-creation": of_account(get=EDIT, post=EDIT, data=POINT),
    "accounts:swot-point": of_account(
        get=EDIT, post=EDIT, arguments=point, data={"version": 1, **POINT}
    ),
    "accounts:swot-point-removal": of_account(post=EDIT, arguments=point),
    "accounts:gap-creation": of_account(get=EDIT, post=EDIT, data=GAP),
    "accounts:gap": of_account(get=EDIT, post=EDIT, arguments=gap, data={"version": 1, **GAP}),
    "accounts:gap-removal": of_account(post=EDIT, arguments=gap),
    "accounts:figures-creation": of_account(get=EDIT, post=EDIT, data=FIGURES),
    "accounts:figures": of_account(
        get=EDIT, post=EDIT, arguments=figures, data={"version": 1, **FIGURES}
    ),
    "accounts:figures-removal": of_account(post=EDIT, arguments=figures),
    "accounts:site-creation": of_account(get=EDIT, post=EDIT, data=SITE),
    "accounts:site": of_account(get=EDIT, post=EDIT, arguments=site, data={"version": 1, **SITE}),
    "accounts:site-removal": of_account(post=EDIT, arguments=site),
    "accounts:history": of_account(get=SEE),
    "accounts:history-file": of_account(get=SEE),
    "accounts:undo": of_account(post=EDIT, arguments=change),
    "accounts:settings": of_account(
        get=EDIT, post=EDIT, data={"version": 1, **SETTINGS}, optional=MORE_SETTINGS
    ),
    "accounts:distinct": of_account(post=EDIT, arguments=two_accounts),
    # Nobody leads both; what their leads see and do is in accounts/tests/test_merging.py.
    "accounts:merging": of_account(
        seen=EDIT,
        get=NOBODY,
        post=NOBODY,
        arguments=two_accounts,
        writes=False,
        optional="touched gone_touched",
    ),
    "accounts:merged": of_account(get=SEE, arguments=merged),
    "accounts:team": of_account(
        seen=SEE | CHOOSE, get=SEE | CHOOSE, post=CHOOSE, data=NEW_MEMBER, optional="user"
    ),
    "accounts:member": of_account(
        seen=SEE | CHOOSE,
        get=CHOOSE,
        post=CHOOSE,
        arguments=member,
        data={"version": 1, **NEW_MEMBER},
        optional="user location hours_per_week external in_planning",
    ),
    "accounts:member-removal": of_account(seen=SEE | CHOOSE, post=CHOOSE, arguments=member),
}
