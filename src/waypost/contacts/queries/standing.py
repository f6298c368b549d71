"""How somebody at the customer stands to us, in words: seen when, known by whom, disposed how."""

from collections import defaultdict
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.method.plan import Person, Plan, Role
from waypost.ui.memory import remembered

SEEN_DAYS: Final = 60  # after these somebody counts as not seen
# Five places on a line, in the words of a plan file and of the page.
DISPOSITIONS: Final[dict[str, str | Promise]] = {
    "against us": _("Against us"),
    "wary": _("Wary"),
    "neutral": _("Neutral"),
    "open": _("Open"),
    "ally": _("Ally"),
}
PLACES: Final = {word: place for place, word in enumerate(DISPOSITIONS)}
ROLES: Final[dict[Role, str | Promise]] = {
    Role.ECONOMIC: _("Economic"),
    Role.USER: _("User"),
    Role.TECHNICAL: _("Technical"),
    Role.COACH: _("Coach"),
}


def disposition_in_words(written: str | None) -> str:
    return str(DISPOSITIONS.get((written or "").strip().lower(), written or ""))


def place_of(written: str | None) -> int | None:
    """Where the disposition stands on its line, 0 to 4; None for other words."""
    return PLACES.get((written or "").strip().lower())


def is_seen(person: Person, today: date) -> bool:
    """Whether somebody of us has met them within `SEEN_DAYS`."""
    return person.last_contact is not None and (today - person.last_contact).days <= SEEN_DAYS


@remembered
def roles_in_words(roles: tuple[Role, ...]) -> str:
    """Economic, User: in the order of the roles; empty where there is none."""
    return ", ".join(str(label) for role, label in ROLES.items() if role in roles)


def roles_of(plan: Plan) -> dict[str, tuple[Role, ...]]:
    """The buying roles that each person has in any decision, in the order of the roles."""
    found: dict[str, set[Role]] = defaultdict(set)
    for group in plan.decision_groups:
        for member in group.people:
            found[member.person].update(member.roles)
    return {code: tuple(role for role in Role if role in roles) for code, roles in found.items()}
