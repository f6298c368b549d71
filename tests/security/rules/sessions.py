"""Planning sessions: everybody who sees the plan sees them; who works on it takes part."""

from tests.security.places import session
from tests.security.rules.rule import EDIT, SEE, Rule, of_account

SESSION = {"purpose": "The next two years", "minutes": 120}
MORE = "on at place led_by"

SESSIONS: dict[str, Rule] = {
    "planning:sessions": of_account(get=SEE),
    "planning:session-new": of_account(get=EDIT, post=EDIT, data=SESSION, optional=MORE),
    "planning:session": of_account(get=SEE, arguments=session),
    "planning:session-edit": of_account(
        get=EDIT, post=EDIT, arguments=session, data={"version": 1, **SESSION}, optional=MORE
    ),
    "planning:calling-off": of_account(post=EDIT, arguments=session, optional="why"),
}
