"""Who a text is about: people named in it, by the whole name or as one writes them (DMG-2)."""

import re
from collections.abc import Iterable
from itertools import pairwise

from waypost.method.checks.likeness import plain_letters, same_name
from waypost.method.plan import Person

WORD = re.compile(r"[^\W\d_]+")


def is_about(text: str, person: Person, people: Iterable[Person]) -> bool:
    """Whether the text names the person: "Marit Haugland", "M. Haugland", and "Haugland" or "Marit"
    where nobody else of the ``people`` has that name."""
    said = WORD.findall(plain_letters(text))
    own = WORD.findall(plain_letters(person.name))
    if not own or not set(said) & {own[0], own[-1]}:
        return False
    pairs = pairwise(said)
    if any(same_name(f"{first} {last}", person.name) for first, last in pairs):
        return True
    others = {
        word
        for other in people
        if other.id != person.id
        for word in WORD.findall(plain_letters(other.name))
    }
    alone = {word for word in (own[0], own[-1]) if len(word) > 2 and word not in others}
    capitals = {plain_letters(word) for word in WORD.findall(text) if word[:1].isupper()}
    return bool(alone & capitals)
