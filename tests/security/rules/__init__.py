"""Who may open and who may change what is at each address: one line an address.

An address that is not here fails the build. ``get`` and ``post`` name those who are answered;
None: nobody, the address knows no such method. Everybody else is refused: strangers are sent to
sign in, those who see the plan get a 403, all others a 404 as if there were nothing.
"""

from tests.security.rules.acceptance import ACCEPTANCE
from tests.security.rules.accounts import ACCOUNTS
from tests.security.rules.contacts import CONTACTS
from tests.security.rules.doors import DOORS
from tests.security.rules.health_and_comments import HEALTH_AND_COMMENTS
from tests.security.rules.opportunities import OPPORTUNITIES
from tests.security.rules.planning import PLANNING
from tests.security.rules.plans import PLANS
from tests.security.rules.rounds import ROUNDS
from tests.security.rules.rule import OUTSIDE, Rule
from tests.security.rules.sessions import SESSIONS

__all__ = ["OUTSIDE", "RULES", "Rule"]

RULES: dict[str, Rule] = {
    **DOORS,
    **PLANS,
    **PLANNING,
    **ACCEPTANCE,
    **ROUNDS,
    **SESSIONS,
    **ACCOUNTS,
    **HEALTH_AND_COMMENTS,
    **OPPORTUNITIES,
    **CONTACTS,
}
