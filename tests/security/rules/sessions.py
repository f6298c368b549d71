"""Planning sessions: everybody who sees the plan sees them; who works on it takes part."""

from tests.security.places import (
    session,
    session_decision,
    session_held,
    session_invitee,
    session_parked,
    session_slot,
    session_topic,
    session_under_way,
    token,
)
from tests.security.rules.rule import EDIT, EDIT_LIGHTS, SEE, Rule, closed, of_account

SESSION = {"purpose": "The next two years", "minutes": 120}
MORE = "on at place led_by"
TOPIC = {"title": "Lights", "kind": "lights", "minutes": 20}
CUSTOMER = "speaker note second_level left"

SESSIONS: dict[str, Rule] = {
    "planning:sessions": of_account(get=SEE),
    "planning:session-new": of_account(get=EDIT, post=EDIT, data=SESSION, optional=MORE),
    "planning:session": of_account(get=SEE, arguments=session),
    "planning:session-now": of_account(get=SEE, arguments=session_under_way),
    "planning:session-calendar": of_account(get=SEE, arguments=session),
    "planning:session-edit": of_account(
        get=EDIT, post=EDIT, arguments=session, data={"version": 1, **SESSION}, optional=MORE
    ),
    "planning:calling-off": of_account(post=EDIT, arguments=session, optional="why"),
    # Finding a time
    "planning:times": of_account(
        post=EDIT, arguments=session, data={"on": "2050-01-29", "at": "14:00"}
    ),
    "planning:time-answers": of_account(post=EDIT_LIGHTS, arguments=session, writes=False),
    "planning:times-reminder": of_account(post=EDIT, arguments=session, writes=False),
    "planning:time-choice": of_account(post=EDIT, arguments=session_slot),
    "planning:time-removal": of_account(post=EDIT, arguments=session_slot),
    "planning:answer-link": of_account(post=EDIT, arguments=session_invitee),
    "session-times": closed(arguments=token),
    "session-times-answers": closed(post=frozenset()),
    # People
    "planning:participants": of_account(
        get=EDIT,
        post=EDIT,
        arguments=session,
        data={"people": "T1", "stood": "T2"},
        optional="speaker asked",
    ),
    "planning:opening": of_account(
        get=EDIT,
        post=EDIT,
        arguments=session,
        data={"there": "FL"},
        optional="speaker second_level",
    ),
    "planning:presence": of_account(
        post=EDIT, arguments=session_under_way, data={"there": "FL", "stood": "T1"}
    ),
    "planning:customer-part": of_account(
        post=EDIT,
        arguments=session_under_way,
        data={"version": 1, "note": "We want five"},
        optional="speaker second_level left",
    ),
    "planning:correction": of_account(
        get=EDIT,
        post=EDIT,
        arguments=session_held,
        data={"version": 1, "on": "2026-06-10", "outcome": "B1 agreed"},
        optional=f"{CUSTOMER} led_by there manager documented",
    ),
    # Agenda, decisions
    "planning:agenda": of_account(post=EDIT, arguments=session, data=TOPIC, optional="about"),
    "planning:agenda-proposal": of_account(post=EDIT, arguments=session, writes=False),
    "planning:topic": of_account(
        get=EDIT,
        post=EDIT,
        arguments=session_topic,
        data={"version": 1, **TOPIC},
        optional="about",
    ),
    "planning:topic-place": of_account(post=EDIT, arguments=session_topic, data={"to": "down"}),
    "planning:topic-removal": of_account(post=EDIT, arguments=session_topic, writes=False),
    "planning:parked": of_account(post=EDIT_LIGHTS, arguments=session, data={"words": "Who pays?"}),
    "planning:parked-removal": of_account(post=EDIT, arguments=session_parked),
    "planning:decisions": of_account(
        post=EDIT, arguments=session_under_way, data={"words": "We wait"}, optional="part"
    ),
    "planning:decision-later": of_account(
        get=EDIT,
        post=EDIT,
        arguments=session_decision,
        data={"version": 1, "later": "Two", "later_owner": "T1", "later_by": "2050-01-29"},
    ),
    "planning:decision-action": of_account(
        get=EDIT,
        post=EDIT,
        arguments=session_decision,
        data={"what": "Call Marit Berg", "owner": "T1"},
        optional="due",
    ),
    "planning:undecided": of_account(post=EDIT, arguments=session_decision),
    "planning:closing": of_account(
        post=EDIT, arguments=session_under_way, writes=False, optional="outcome"
    ),
}
