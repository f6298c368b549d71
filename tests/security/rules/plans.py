"""The four elements of the plan."""

from tests.security.places import (
    action,
    check_in,
    heard,
    in_rows,
    light,
    need,
    objective,
    party,
    seat,
    sentence,
    stage,
    strategy,
    subject,
)
from tests.security.rules.rule import (
    EDIT,
    EDIT_LIGHTS,
    LEAD,
    SEE,
    Rule,
    of_account,
)

OBJECTIVE = "customer_text metric unit baseline target due condition owner serves"
STAGE = {"due": "2026-12-01", "value": 4}
GREEN = {"colour": "green"}
SAID = {"text": "They answer"}

PLANS: dict[str, Rule] = {
    "plans:one-page": of_account(get=SEE),
    "plans:plan-file": of_account(get=SEE),
    "plans:objectives": of_account(get=SEE),
    "plans:objective": of_account(get=SEE, arguments=objective),
    "plans:objective-create": of_account(
        get=EDIT, post=EDIT, data={"text": "Five lines"}, optional=OBJECTIVE
    ),
    "plans:objective-edit": of_account(
        get=EDIT,
        post=EDIT,
        arguments=objective,
        data={"version": 1, "text": "Five lines"},
        optional=OBJECTIVE,
    ),
    "plans:objective-removal": of_account(post=EDIT, arguments=objective),
    "plans:agreement": of_account(post=LEAD, arguments=objective, data={"party": "P2"}),
    "plans:agreement-reminder": of_account(post=EDIT, arguments=objective),
    "plans:strategies-reminder": of_account(post=EDIT, writes=False),  # nobody is silent
    "plans:agreement-removal": of_account(post=LEAD, arguments=party),
    "plans:heard": of_account(post=EDIT, arguments=sentence, data=SAID, optional="who on"),
    "plans:heard-removal": of_account(post=EDIT, arguments=heard),
    "plans:need-create": of_account(
        get=EDIT,
        post=EDIT,
        arguments=objective,
        data={"text": "A contract"},
        optional="by owner",
    ),
    "plans:need": of_account(
        get=EDIT,
        post=EDIT,
        arguments=need,
        data={"text": "A contract", "version": 1},
        optional="by owner",
    ),
    "plans:need-removal": of_account(post=EDIT, arguments=need),
    "plans:stage-create": of_account(
        get=EDIT, post=EDIT, arguments=objective, data=STAGE, optional="customer_sees"
    ),
    "plans:stage": of_account(
        get=EDIT,
        post=EDIT,
        arguments=stage,
        data={"version": 1, **STAGE},
        optional="customer_sees",
    ),
    "plans:stage-removal": of_account(post=EDIT, arguments=stage),
    "plans:stage-planner": of_account(
        get=EDIT,
        post=EDIT,
        arguments=objective,
        data={"version": "G1:1 G2:1", **in_rows(STAGE)},
    ),
    "plans:check-in": of_account(
        post=EDIT,
        arguments=objective,
        data={"value": 4, "on": "2026-11-01"},
        optional="condition_value note",
    ),
    "plans:check-in-removal": of_account(post=EDIT, arguments=check_in),
    "plans:critique": of_account(post=SEE, arguments=subject, data={"text": "X"}, writes=False),
    "plans:strategies": of_account(get=SEE),
    "plans:strategy": of_account(get=SEE, arguments=strategy),
    "plans:strategy-create": of_account(
        get=EDIT, post=EDIT, data={"statement": "Line by line"}, optional="communicate serves"
    ),
    "plans:strategy-edit": of_account(
        get=EDIT,
        post=EDIT,
        arguments=strategy,
        data={"version": 1, "statement": "Line by line"},
        optional="communicate serves",
    ),
    "plans:strategy-removal": of_account(post=EDIT, arguments=strategy),
    "plans:strategy-telling": of_account(post=EDIT, arguments=strategy, optional="member"),
    "plans:commitment": of_account(
        get=LEAD,
        post=LEAD,
        arguments=seat,
        data={"wording": 1, "answer": "no", "doubts": "No time for it"},
    ),
    "plans:commitment-removal": of_account(post=LEAD, arguments=seat),
    "plans:short-term-plan": of_account(get=SEE),
    "plans:reading": of_account(get=EDIT),
    "plans:several": of_account(
        post=EDIT,
        data={"do": "move", "codes": "A1", "month": "2098-02"},
        optional="owner reason",
    ),
    "plans:actions": of_account(post=EDIT, data={"line": "Call them", "month": "2098-02"}),
    "plans:action": of_account(get=SEE, arguments=action),
    "plans:action-change": of_account(
        get=EDIT,
        post=EDIT,
        arguments=action,
        data={"version": 1, "what": "Call them"},
        optional="owner month due hours achieves important urgent depends_on from_gap status "
        "reason",
    ),
    "plans:action-closure": of_account(
        post=EDIT, arguments=action, data={"outcome": "dropped", "reason": "Too late"}
    ),
    "plans:action-closure-removal": of_account(post=EDIT, arguments=action, writes=False),
    "plans:action-month": of_account(post=EDIT, arguments=action, data={"month": "2098-02"}),
    "plans:action-removal": of_account(post=EDIT, arguments=action),
    "plans:lights": of_account(
        get=SEE, post=EDIT_LIGHTS, data={"line": "red: Capex is frozen"}, optional="colour said on"
    ),
    "plans:light-reading": of_account(get=EDIT_LIGHTS),
    "plans:light": of_account(get=SEE, arguments=light),
    "plans:light-change": of_account(
        get=EDIT_LIGHTS,
        post=EDIT_LIGHTS,
        arguments=light,
        data={"version": 1, "text": "Capex is frozen", "colour": "red"},
        optional="on since response",
    ),
    "plans:light-turn": of_account(
        get=EDIT_LIGHTS,
        post=EDIT_LIGHTS,
        arguments=light,
        data={"version": 1, "colour": "red"},
        optional="why on",
    ),
    "plans:light-answer": of_account(
        get=EDIT_LIGHTS,
        post=EDIT_LIGHTS,
        arguments=light,
        data={"version": 1, "response": "Ask the board"},
        optional="action",
    ),
    "plans:light-confirmation": of_account(post=EDIT_LIGHTS, arguments=light, data=GREEN),
    "plans:light-removal": of_account(post=EDIT_LIGHTS, arguments=light),
    # Of a light that has not gone out there is nothing to bring back.
    "plans:light-removal-removal": of_account(post=EDIT_LIGHTS, arguments=light, writes=False),
}
