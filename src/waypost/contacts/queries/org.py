"""The org map: who reports to whom, as far as it is written down."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from waypost.method.plan import Person

DRAWN: Final = 150  # people that one map draws; the branches below are pages of their own
LOWEST: Final = 99  # where the level is not known


@dataclass(slots=True)
class Branch:
    """A person and those who report to them. ``hidden`` counts the people below who are not drawn
    here because the map would be too large."""

    person: Person
    below: "list[Branch]" = field(default_factory=list)
    hidden: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class OrgMap:
    """``trees`` are reporting lines, ``alone`` those of whom none is known."""

    trees: tuple[Branch, ...]
    alone: tuple[Person, ...]


def org_map(people: Iterable[Person], top: str = "", limit: int = DRAWN) -> OrgMap:
    """The map of these people, or of those below ``top``; of very many the upper ones."""
    branches = {person.id: Branch(person) for person in people}
    roots: list[Branch] = []
    for branch in branches.values():
        superior = branches.get(branch.person.reports_to or "")
        (superior.below if superior else roots).append(branch)
    for branch in branches.values():
        branch.below.sort(key=_order)
    if top in branches:
        roots = [branches[top]]
    trees = sorted((root for root in roots if root.below or root.person.id == top), key=_order)
    alone = sorted((root for root in roots if not root.below and root.person.id != top), key=_order)
    _cut(trees, limit)
    return OrgMap(trees=tuple(trees), alone=tuple(branch.person for branch in alone))


def size_of(branch: Branch) -> int:
    """How many people stand below somebody."""
    count, waiting = 0, list(branch.below)
    while waiting:
        found = waiting.pop()
        count += 1 + found.hidden
        waiting += found.below
    return count


def _cut(trees: list[Branch], limit: int) -> None:
    """Keep the upper people, level by level, until the limit is reached."""
    row, drawn = trees, len(trees)
    while row:
        below = [one for branch in row for one in branch.below]
        if drawn + len(below) > limit:
            # A page of one person's own shows as many of those below as it can.
            most = limit if len(row) == 1 else 0
            for branch in row:
                _keep(branch, most)
            return
        drawn += len(below)
        row = below


def _keep(branch: Branch, most: int) -> None:
    """Draw the first ``most`` of those below somebody, and of these nobody further down."""
    total, branch.below = size_of(branch), branch.below[:most]
    for one in branch.below:
        one.hidden, one.below = size_of(one), []
    branch.hidden = total - sum(1 + one.hidden for one in branch.below)


def _order(branch: Branch) -> tuple[int, str]:
    return branch.person.level or LOWEST, branch.person.name.casefold()


def levels(people: Iterable[Person]) -> dict[int | None, list[Person]]:
    """People by level, the top first, those without a level last."""
    found: dict[int | None, list[Person]] = defaultdict(list)
    for person in people:
        found[person.level].append(person)
    return {level: found[level] for level in sorted(found, key=lambda level: level or LOWEST)}
