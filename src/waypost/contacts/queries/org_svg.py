"""The org map as a drawing to keep: its own file, with nothing from the page around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.queries.org import Branch, org_map
from waypost.contacts.queries.people_page import PARTS
from waypost.contacts.queries.standing import roles_in_words, roles_of
from waypost.method.plan import Person
from waypost.ui.memory import remembered

WIDTH, HEIGHT, INDENT, GAP, ALL = 230, 58, 24, 14, 100_000
IN_ONE_ROW: Final = 6  # trees side by side
LETTERS: Final = 30


@dataclass(frozen=True, slots=True)
class Box:
    """A person's place; ``above`` is that of whom they report to."""

    x: int
    y: int
    person: Person
    above: "Box | None"


def org_svg(access: Access) -> SafeString:
    """Everybody who is there, each branch as an indented column; those alone in columns after."""
    plan = plan_for(access, PARTS)
    roles = roles_of(plan)
    found = org_map((one for one in plan.people if not one.left_company), limit=ALL)
    columns = [list(_column(tree)) for tree in found.trees]
    alone = [found.alone[first : first + 10] for first in range(0, len(found.alone), 10)]
    columns += [[(0, person, None) for person in few] for few in alone]
    boxes = list(_placed(columns))
    wide = max((box.x for box in boxes), default=0) + WIDTH + GAP
    high = max((box.y for box in boxes), default=0) + HEIGHT + GAP
    title = _("Who decides at %(name)s") % {"name": plan.account.name}
    known = {member.id: member.name for member in plan.team}
    drawn = (
        (
            _line(box),
            _box(box, roles_in_words(roles.get(box.person.id, ())), known),
        )
        for box in boxes
    )
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}"'
        ' font-family="sans-serif"><title>{2}</title>'
        '<rect width="{0}" height="{1}" fill="#ffffff"/>{3}</svg>',
        wide,
        high,
        title,
        format_html_join("", "{}{}", drawn),
    )


def _column(tree: Branch) -> Iterator[tuple[int, Person, int | None]]:
    """Everybody of a tree from the top: how deep, who, and the number of whom they report to."""
    waiting: list[tuple[int, Branch, int | None]] = [(0, tree, None)]
    number = 0
    while waiting:
        depth, branch, above = waiting.pop()
        yield depth, branch.person, above
        waiting += [(depth + 1, one, number) for one in reversed(branch.below)]
        number += 1


def _placed(columns: list[list[tuple[int, Person, int | None]]]) -> Iterator[Box]:
    top = GAP
    for first in range(0, len(columns), IN_ONE_ROW):
        left, lowest = GAP, top
        for column in columns[first : first + IN_ONE_ROW]:
            boxes: list[Box] = []
            for number, (depth, person, above) in enumerate(column):
                place = top + number * (HEIGHT + GAP)
                over = boxes[above] if above is not None else None
                boxes.append(Box(left + depth * INDENT, place, person, over))
            yield from boxes
            left += WIDTH + GAP + max(depth for depth, _person, _above in column) * INDENT
            lowest = max(lowest, boxes[-1].y + HEIGHT)
        top = lowest + 2 * GAP


def _box(box: Box, roles: str, team: dict[str, str]) -> SafeString:
    person = box.person
    known = next((team[code] for code in person.known_by if code in team), "")
    last = ", ".join(word for word in (roles, known or _("nobody knows them")) if word)
    words = (_short(person.name), _short(person.title or ""), _short(last))
    return _drawn(box.x, box.y, words, is_known=bool(known))


@remembered
def _drawn(x: int, y: int, words: tuple[str, str, str], *, is_known: bool) -> SafeString:
    """A box with its three lines."""
    name, title, last = words
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="none" stroke="#5b6673"{}/>'
        '<text x="{}" y="{}" font-size="13" font-weight="600" fill="#141920">{}</text>'
        '<text x="{}" y="{}" font-size="11" fill="#414b57">{}</text>'
        '<text x="{}" y="{}" font-size="11" fill="#414b57">{}</text>',
        *(x, y, WIDTH, HEIGHT),
        "" if is_known else format_html(' stroke-dasharray="{}"', "4 3"),
        *(x + 8, y + 18, name),
        *(x + 8, y + 34, title),
        *(x + 8, y + 49, last),
    )


def _line(box: Box) -> SafeString | str:
    if box.above is None:
        return ""
    left, middle = box.above.x + INDENT // 2, box.y + HEIGHT // 2
    return _path(left, box.above.y + HEIGHT, middle, box.x)


@remembered
def _path(left: int, top: int, middle: int, right: int) -> SafeString:
    return format_html(
        '<path d="M{} {}V{}H{}" fill="none" stroke="#5b6673"/>', left, top, middle, right
    )


def _short(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}…"
