"""Who may open and who may change what is at each address: one line an address.

An address that is not here fails the build. ``get`` and ``post`` name those who are answered;
None: nobody, the address knows no such method. Everybody else is refused: strangers are sent to
sign in, those who see the plan get a 403, all others a 404 as if there were nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.security.places import (
    account,
    action,
    change,
    check_in,
    colleague,
    comment,
    dismissal,
    fact,
    gap,
    heard,
    in_rows,
    invitation,
    leaver,
    light,
    member,
    need,
    nothing,
    objective,
    packed,
    party,
    reset_link,
    seat,
    sentence,
    stage,
    strategy,
    subject,
    thread,
    token,
)
from tests.security.world import IN_THE_TEAM, SEES_PLAN, World

OUTSIDE = frozenset({"anonymous", "deactivated"})
SIGNED_IN = frozenset({"other lead", "administrator", "opener", "second level", *IN_THE_TEAM})
EVERYBODY = SIGNED_IN | OUTSIDE
ADMINISTRATORS = frozenset({"administrator", "opener"})
SEE = frozenset(SEES_PLAN)
LEAD = frozenset({"lead"})
EDIT = frozenset({"lead", "member", "first-line"})
EDIT_LIGHTS = EDIT | {"partner"}
COMMENT = EDIT | {"senior"}
READ_COMMENTS = COMMENT | {"second level"}
CHOOSE = frozenset({"lead", "first-line"}) | ADMINISTRATORS


@dataclass(frozen=True, kw_only=True)
class Rule:
    """``arguments`` and ``data`` make the address and a valid form from the world.

    ``seen``: those for whom the address exists, so that a refusal is a 403 and not a 404.
    ``door``: strangers come as far as the view. ``writes``: the valid form changes something.
    ``plain``: it is not one of ours and answers to PUT as to POST. ``optional``: what else its
    form asks for.
    """

    get: frozenset[str] | None = None
    post: frozenset[str] | None = None
    seen: frozenset[str] = EVERYBODY
    arguments: Callable[[World], dict[str, Any]] = nothing
    data: Mapping[str, Any] = field(default_factory=dict)
    optional: str = ""
    door: bool = False
    writes: bool = True
    plain: bool = False

    def allowed(self, method: str) -> frozenset[str] | None:
        """Those who are answered; None where nobody is, whoever asks."""
        return {"GET": self.get, "POST": self.post}.get(method)


def door(**rule: Any) -> Rule:
    """A page before signing in. Its forms are tested where they are; here they are empty."""
    return Rule(**{"get": EVERYBODY, "door": True, "writes": False, **rule})


def closed(**rule: Any) -> Rule:
    """Open before the first administrator or with a link only: for all others it is not there."""
    return Rule(get=frozenset(), seen=frozenset(), door=True, writes=False, **rule)


def administrators(**rule: Any) -> Rule:
    return Rule(seen=EVERYBODY, **rule)


def of_account(seen: frozenset[str] = SEE, **rule: Any) -> Rule:
    return Rule(seen=seen, **{"arguments": account, **rule})


SETTINGS = {"name": "Nordlys Glas", "currency": "EUR"}
MORE_SETTINGS = "tier parent review_day window_months"
NEW_MEMBER = {"name": "Nils Aune", "access_role": "viewer", "function": "auditor"}
NEW_FACT = {"line": "They grow, trade press", "topic": "industry_trends", "as_of": "2026-11-01"}
OBJECTIVE = "customer_text metric unit baseline target due condition owner serves"
STAGE = {"due": "2026-12-01", "value": 4}
RIGHTS = "manager is_administrator"
PERSON = {"name": "Nils Aune", "email": "nils@waypost.example"}

GREEN = {"colour": "green"}
SAID = {"text": "They answer"}
FOUND = {"rule": "PRO-2", "at": "gaps[2]", "subject": ""}

RULES: dict[str, Rule] = {
    # The door
    "healthz": door(),
    "setup": closed(post=frozenset()),
    "account_login": door(post=EVERYBODY, plain=True),
    "account_logout": door(post=EVERYBODY, plain=True),
    "account_reset_password": door(post=EVERYBODY, plain=True),
    "account_reset_password_done": door(plain=True),
    "account_reset_password_from_key": door(post=EVERYBODY, plain=True, arguments=reset_link),
    "staff:invitation": closed(arguments=token),
    "staff:invitation-acceptance": closed(post=frozenset()),
    # Everybody's own
    "account_change_password": Rule(get=SIGNED_IN, post=SIGNED_IN, plain=True, writes=False),
    "account_set_password": Rule(get=SIGNED_IN, post=SIGNED_IN, plain=True, writes=False),
    "staff:settings": Rule(
        get=SIGNED_IN,
        post=SIGNED_IN,
        data={"version": 1, "name": "Another Name"},
        optional="initials time_zone shortcuts",
    ),
    "portfolio:account-list": Rule(get=SIGNED_IN),
    "portfolio:my-week": Rule(get=SIGNED_IN),
    "accounts:account-create": Rule(
        get=SIGNED_IN,
        post=SIGNED_IN,
        data={**SETTINGS, "supplier": "Northgate"},
        optional=f"{MORE_SETTINGS} manager",
    ),
    "exchange:upload": Rule(get=SIGNED_IN, post=SIGNED_IN, writes=False),
    "exchange:confirmation": Rule(
        get=SIGNED_IN,
        post=SIGNED_IN,
        data={"key": "k", "seat": "T1", "content": packed("Nordlys")},
        optional="name replacing",
    ),
    # Administrators
    "staff:user-list": administrators(get=ADMINISTRATORS),
    "staff:user-detail": administrators(
        get=ADMINISTRATORS,
        post=ADMINISTRATORS,
        arguments=colleague,
        data={"version": 1, **PERSON},
        optional=RIGHTS,
    ),
    "staff:deactivation": administrators(post=ADMINISTRATORS, arguments=colleague),
    "staff:deactivation-removal": administrators(post=ADMINISTRATORS, arguments=leaver),
    "staff:password-link": administrators(post=ADMINISTRATORS, arguments=colleague),
    "staff:invitation-create": administrators(
        get=ADMINISTRATORS, post=ADMINISTRATORS, data=PERSON, optional=RIGHTS
    ),
    "staff:invitation-renewal": administrators(post=ADMINISTRATORS, arguments=invitation),
    "staff:invitation-withdrawal": administrators(post=ADMINISTRATORS, arguments=invitation),
    "demo:removal": administrators(get=ADMINISTRATORS, post=ADMINISTRATORS),
    "accounts:administration": administrators(get=ADMINISTRATORS),
    "accounts:opening": administrators(
        get=ADMINISTRATORS, post=ADMINISTRATORS, arguments=account, data={"reason": "An audit"}
    ),
    # One account
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
