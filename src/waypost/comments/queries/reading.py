"""Whom a text means with @: by the full name, the first or last name, or the initials."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from waypost.accounts.models import Account, TeamMember
from waypost.comments.policies import READERS
from waypost.document.statements import ACCOUNT, Statement, as_model, columns, write
from waypost.ui.people import initials

# Not inside a word: an e-mail address means nobody.
AT = re.compile(r"(?<![\w@.])@(?=\w)")
WORD = r"\w+(?:['’.-]\w+)*"
POSSESSIVE = ("'s", "’s")
NAME_WORDS = 6  # of the longest name that is looked for

Name = tuple[str, ...]  # in words, without regard to case


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that several people have, so that it mentions nobody."""

    written: str
    could_be: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The people whom a text mentions, each once, in the order of the text."""

    members: tuple[TeamMember, ...]
    unclear: tuple[Unclear, ...]


def readers_of(account: Account) -> list[TeamMember]:
    """Whom a comment can mention: members with a log-in who read comments, with their users."""
    rows = _readers().rows({ACCOUNT: account.pk})
    return [as_model(TeamMember, row, "user") for row in rows]


def read_mentions(text: str, readers: Iterable[TeamMember]) -> Reading:
    """Whom of these people the text mentions."""
    by_name = _by_name(readers)
    found: dict[TeamMember, None] = {}
    unclear: dict[Name, Unclear] = {}
    for at in AT.finditer(text):
        name, written = _longest_name(text[at.end() :], by_name)
        match by_name.get(name, []):
            case [member]:
                found[member] = None
            case [_, *_] as several:
                names = tuple(member.name for member in several)
                unclear.setdefault(name, Unclear(f"@{written}", names))
    return Reading(tuple(found), tuple(unclear.values()))


def _by_name(readers: Iterable[TeamMember]) -> dict[Name, list[TeamMember]]:
    """Who goes by each name."""
    people: defaultdict[Name, list[TeamMember]] = defaultdict(list)
    for member in readers:
        words = _words(member.name)
        own = (member.user.initials if member.user else "") or initials(member.name)
        for name in {words, words[:1], words[-1:], (own.casefold(),)}:
            people[name].append(member)
    return people


def _longest_name(text: str, by_name: dict[Name, list[TeamMember]]) -> tuple[Name, str]:
    """The longest name that the text begins with, else its first word; and as it is written."""
    begins = re.match(rf"{WORD}(?: {WORD}){{0,{NAME_WORDS - 1}}}", text)
    written = begins[0].split() if begins else []
    for count in range(len(written), 0, -1):
        name = _words(" ".join(written[:count]))
        if count == 1 or name in by_name:
            return name, " ".join(written[:count])
    return (), ""


def _words(name: str) -> Name:
    """The words of a name without regard to case; Jonas's is Jonas."""
    words = re.findall(WORD, name.casefold())
    return tuple(word[:-2] if word.endswith(POSSESSIVE) else word for word in words)


@cache
def _readers() -> Statement:
    members = TeamMember.objects.live().filter(account=ACCOUNT, access_role__in=sorted(READERS))
    active = members.filter(user__isnull=False, user__deactivated_at=None)
    return write(active.order_by("pk"), *columns(TeamMember, "user"))
