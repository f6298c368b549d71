"""The doors, what is everybody's own, and what administrators do."""

from tests.security.places import (
    account,
    colleague,
    invitation,
    leaver,
    packed,
    reset_link,
    token,
)
from tests.security.rules.rule import (
    ADMINISTRATORS,
    EVERYBODY,
    SIGNED_IN,
    Rule,
    administrators,
    closed,
    door,
)

SETTINGS = {"name": "Nordlys Glas", "currency": "EUR"}
MORE_SETTINGS = "tier parent review_day window_months"
RIGHTS = "manager is_administrator"
PERSON = {"name": "Nils Aune", "email": "nils@waypost.example"}

DOORS: dict[str, Rule] = {
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
    "portfolio:for-review": Rule(get=SIGNED_IN),
    "portfolio:ranked": Rule(get=SIGNED_IN),
    "portfolio:duplicates": Rule(get=SIGNED_IN),
    "accounts:account-create": Rule(
        get=SIGNED_IN,
        post=SIGNED_IN,
        data={**SETTINGS, "supplier": "Northgate"},
        optional=f"{MORE_SETTINGS} manager another",
    ),
    "exchange:upload": Rule(get=SIGNED_IN, post=SIGNED_IN, writes=False),
    "exchange:confirmation": Rule(
        get=SIGNED_IN,
        post=SIGNED_IN,
        data={"key": "k", "seat": "T1", "content": packed("Nordlys")},
        optional="name replacing",
    ),
    "notices:settings": Rule(
        get=SIGNED_IN,
        post=SIGNED_IN,
        data={"version": 1, "weekday": 2, "hour": 9},
        optional="kinds off",
    ),
    "notices:feed": Rule(post=SIGNED_IN),
    "notices:feed-removal": Rule(post=SIGNED_IN, writes=False),  # there is none
    # Whoever has the secret
    "notices:calendar": closed(arguments=token),
    "notices:mail": closed(post=frozenset(), arguments=token),
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
}
