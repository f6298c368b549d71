"""Who at the customer addresses a planning session: the most senior that can be found (SES-5)."""

from typing import Final

from waypost.method.plan import Person, Plan

LOW_LEVEL: Final = 4
LEVELS_BELOW: Final = 2
UNKNOWN: Final = 1_000


def speakers(plan: Plan) -> list[Person]:
    """Those who are still there, the most senior first; on one level those whom one of us knows."""
    present = (person for person in plan.people if not person.left_company)
    return sorted(present, key=lambda one: (one.level or UNKNOWN, not one.known_by, one.name))


def is_low(plan: Plan, person: Person) -> bool:
    """A low level, or two below the highest whom one of us knows; not where no level is known."""
    known = [one.level for one in speakers(plan) if one.level and one.known_by]
    level = person.level
    highest = min(known, default=LOW_LEVEL)
    return level is not None and (level >= LOW_LEVEL or level - highest >= LEVELS_BELOW)
