"""One address: who is answered there, with what in its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.security.places import account, nothing
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
