"""The opportunities, what is written about them, and what is decided about their hours."""

from typing import Any

from tests.security.places import account
from tests.security.rules.rule import EDIT, EDIT_LIGHTS, SEE, Rule, of_account
from tests.security.world import World
from waypost.opportunities.models import Offering

FIELDS = (
    "stage owner location decision_group serves value margin chance hours closes_on tier "
    "tier_reason renews_on budget_on need part where hours_to_penetrate profitable "
    "importance_to_them history knowledge"
)


def opportunity(world: World) -> dict[str, Any]:
    return {**account(world), "code": "O1"}


def offering(world: World) -> dict[str, Any]:
    made = Offering.objects.filter(account=world.guarded, deleted_at=None)
    return {**account(world), "offering": made.values_list("pk", flat=True)[0]}


def cell(world: World) -> dict[str, Any]:
    return {**offering(world), "unit": "L1"}


OPPORTUNITIES: dict[str, Rule] = {
    "opportunities:opportunities": of_account(get=SEE),
    "opportunities:hours": of_account(post=EDIT, data={"version": 1, "hours": 900}),
    "opportunities:create": of_account(
        get=EDIT, post=EDIT, data={"name": "Seals"}, optional=FIELDS
    ),
    "opportunities:white-space": of_account(get=SEE, post=EDIT, data={"name": "Seals"}),
    "opportunities:offering": of_account(
        get=EDIT, post=EDIT, arguments=offering, data={"version": 1, "name": "Seals"}
    ),
    "opportunities:offering-removal": of_account(post=EDIT, arguments=offering),
    "opportunities:cell": of_account(
        get=EDIT,
        post=EDIT,
        arguments=cell,
        data={"version": 0, "state": "open"},
        optional="potential",
    ),
    "opportunities:pursuit": of_account(post=EDIT, arguments=cell),
    "opportunities:opportunity": of_account(get=SEE, arguments=opportunity),
    "opportunities:edit": of_account(
        get=EDIT,
        post=EDIT,
        arguments=opportunity,
        data={"version": 1, "name": "Seals"},
        optional=FIELDS,
    ),
    "opportunities:removal": of_account(post=EDIT, arguments=opportunity),
    "opportunities:decision": of_account(
        post=EDIT, arguments=opportunity, data={"decided": "drop"}
    ),
    "opportunities:action": of_account(
        post=EDIT, arguments=opportunity, data={"what": "Call them"}, optional="owner due hours"
    ),
    "opportunities:light": of_account(
        post=EDIT_LIGHTS, arguments=opportunity, data={"text": "They wait", "colour": "red"}
    ),
}
