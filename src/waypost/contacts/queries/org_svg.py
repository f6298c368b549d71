"""The org map as a drawing to keep: its own file, with nothing from the page around it.

Written out as text, for a thousand people are some ten thousand values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.queries.org import Branch, org_map, size_of
from waypost.contacts.queries.people_page import PARTS
from waypost.contacts.queries.standing import roles_in_words, roles_of
from waypost.method.plan import Person, Plan
from waypost.plans.queries.wording import listed

WIDTH, HEIGHT, INDENT, GAP, ALL = 230, 58, 24, 14, 100_000
IN_ONE_ROW: Final = 6  # trees side by side
COLUMN: Final = 8  # people that one indented column may hold below its top
LETTERS: Final = 30


@dataclass(frozen=True, slots=True)
class Box:
    """A person's place; ``above`` is that of whom they report to. Who stands ``beside`` others
    begins a column of their own."""

    x: int
    y: int
    person: Person
    above: "Box | None"
    beside: bool = False


def org_svg(access: Access) -> str:
    """Everybody who is there: large branches side by side below their top, small ones as indented
    columns; those alone in columns after."""
    plan = plan_for(access, PARTS)
    found = org_map((one for one in plan.people if not one.left_company), limit=ALL)
    large = [tree for tree in found.trees if len(tree.below) > 1 and size_of(tree) > COLUMN]
    columns = [list(_column(tree)) for tree in found.trees if tree not in large]
    alone = [found.alone[first : first + 10] for first in range(0, len(found.alone), 10)]
    columns += [[(0, person, None) for person in few] for few in alone]
    boxes: list[Box] = []
    for tree in large:
        boxes += _spread(tree, _below(boxes))
    boxes += _placed(columns, GAP, _below(boxes), None)
    wide = max((box.x for box in boxes), default=0) + WIDTH + GAP
    high = max((box.y for box in boxes), default=0) + HEIGHT + GAP
    title = escape(_("Who decides at %(name)s") % {"name": plan.account.name})
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}"'
        f' height="{high}" font-family="sans-serif"><title>{title}</title>'
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>{"".join(_drawn(boxes, plan))}</svg>'
    )


def _below(boxes: list[Box]) -> int:
    """Where the next may begin."""
    return max(box.y for box in boxes) + HEIGHT + 2 * GAP if boxes else GAP


def _spread(tree: Branch, top: int) -> list[Box]:
    """The top, and below it the branches side by side."""
    head = Box(GAP, top, tree.person, None)
    columns = [list(_column(branch)) for branch in tree.below]
    return [head, *_placed(columns, GAP + INDENT, top + HEIGHT + 2 * GAP, head)]


def _column(tree: Branch) -> Iterator[tuple[int, Person, int | None]]:
    """Everybody of a tree from the top: how deep, who, and the number of whom they report to."""
    waiting: list[tuple[int, Branch, int | None]] = [(0, tree, None)]
    number = 0
    while waiting:
        depth, branch, above = waiting.pop()
        yield depth, branch.person, above
        waiting += [(depth + 1, one, number) for one in reversed(branch.below)]
        number += 1


def _placed(
    columns: list[list[tuple[int, Person, int | None]]], start: int, top: int, head: Box | None
) -> Iterator[Box]:
    """The columns side by side, all of them below ``head``."""
    for first in range(0, len(columns), IN_ONE_ROW):
        left, lowest = start, top
        for column in columns[first : first + IN_ONE_ROW]:
            boxes: list[Box] = []
            for number, (depth, person, above) in enumerate(column):
                place = top + number * (HEIGHT + GAP)
                over = boxes[above] if above is not None else head
                beside = above is None and head is not None
                boxes.append(Box(left + depth * INDENT, place, person, over, beside))
            yield from boxes
            left += WIDTH + GAP + max(depth for depth, _person, _above in column) * INDENT
            lowest = max(lowest, boxes[-1].y + HEIGHT)
        top = lowest + 2 * GAP


def _drawn(boxes: Iterable[Box], plan: Plan) -> Iterator[str]:
    """Each box with its three lines of text, and the line up to whom they report to."""
    team = {member.id: member.name for member in plan.team}
    roles = {code: roles_in_words(found) for code, found in roles_of(plan).items()}
    nobody = _("nobody knows them")
    for box in boxes:
        x, y, person = box.x, box.y, box.person
        known = next((team[code] for code in person.known_by if code in team), "")
        dashed = "" if known else ' stroke-dasharray="4 3"'
        last = listed(roles.get(person.id, ""), known or nobody)
        yield (
            f'{_line(box)}<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="3"'
            f' fill="none" stroke="#5b6673"{dashed}/><text x="{x + 8}" y="{y + 18}" font-size="13"'
            f' font-weight="600" fill="#141920">{_short(person.name)}</text>'
            f'<text x="{x + 8}" y="{y + 34}" font-size="11" fill="#414b57">'
            f"{_short(person.title or '')}</text>"
            f'<text x="{x + 8}" y="{y + 49}" font-size="11" fill="#414b57">{_short(last)}</text>'
        )


def _line(box: Box) -> str:
    if box.above is None:
        return ""
    left, middle = box.above.x + INDENT // 2, box.y + HEIGHT // 2
    top = box.above.y + HEIGHT
    if box.beside:
        way = f"V{box.y - GAP}H{box.x + INDENT // 2}V{box.y}"
        return f'<path d="M{left} {top}{way}" fill="none" stroke="#5b6673"/>'
    return f'<path d="M{left} {top}V{middle}H{box.x}" fill="none" stroke="#5b6673"/>'


def _short(text: str) -> str:
    return escape(text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}…")
