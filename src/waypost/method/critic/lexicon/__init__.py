"""The lexicon of the critic: phrases of goals, found by their first word, longest first.

The lists name each phrase once, in American spelling; forms and British spellings are made here.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from waypost.method.critic.lexicon import metrics, things, vague, verbs
from waypost.method.critic.lexicon.forms import inflections, plurals, spellings


class Whose(Enum):
    """Whose result a metric is, when the text does not say otherwise (CRI-4)."""

    SELLER = "seller"
    EITHER = "either"
    SERVICE = "service"
    CUSTOMER = "customer"


@dataclass(slots=True)
class Term:
    """What a phrase can be; several may hold."""

    words: tuple[str, ...]
    whose: Whose | None = None
    buzz: bool = False
    subjective: bool = False
    soft: bool = False
    quiet: bool = False
    event: bool = False
    deal: bool = False
    party: bool = False
    generic: bool = False
    thing: bool = False


@dataclass(slots=True)
class Verb:
    """What a verb can say; ``base`` is its first form."""

    words: tuple[str, ...]
    base: str
    change: bool = False
    work: bool = False
    effort: bool = False
    vague: bool = False


def phrases(block: str) -> list[str]:
    """The phrases of a list, one each: without hyphens, as the text is read."""
    parts = block.replace("\n", " ").replace("-", " ").split(",")
    return [phrase for part in parts if (phrase := " ".join(part.split()).rstrip("."))]


def _terms() -> dict[str, list[Term]]:
    found: dict[tuple[str, ...], Term] = {}

    def add(block: str, name: str, value: object = True) -> None:
        for phrase in phrases(block):
            for spelling in spellings(phrase):
                forms = (spelling,) if name == "subjective" else plurals(spelling)
                for form in forms:
                    words = tuple(form.split())
                    term = found.setdefault(words, Term(words))
                    if name != "whose" or term.whose is None:
                        setattr(term, name, value)

    add(metrics.SERVICE, "whose", Whose.SERVICE)
    add(metrics.EITHER, "whose", Whose.EITHER)
    add(metrics.SELLER, "whose", Whose.SELLER)
    add(metrics.CUSTOMER, "whose", Whose.CUSTOMER)
    add(vague.BUZZ, "buzz")
    add(vague.SUBJECTIVE, "subjective")
    add(vague.SOFT, "soft")
    add(vague.GENERIC, "generic")
    add(things.EVENTS, "event")
    add(things.DEALS, "deal")
    add(things.PARTY, "party")
    for term in found.values():
        term.quiet = " ".join(term.words).removesuffix("s") in vague.QUIET
    for phrase in phrases(metrics.THINGS):
        for form in plurals(phrase):
            counted = found.get(tuple(form.split()))
            if counted:
                counted.thing = True
    return by_first_word(found)


def _verbs() -> dict[str, list[Verb]]:
    found: dict[tuple[str, ...], Verb] = {}
    for block, name in (
        (verbs.CHANGE, "change"),
        (verbs.WORK, "work"),
        (verbs.EFFORT, "effort"),
        (verbs.VAGUE, "vague"),
    ):
        for phrase in phrases(block):
            for spelling in spellings(phrase):
                for form in inflections(spelling):
                    words = tuple(form.split())
                    setattr(found.setdefault(words, Verb(words, phrase)), name, True)
    vague = {verb.base for verb in found.values() if verb.vague}
    for verb in found.values():
        verb.vague = verb.vague or verb.base.split()[0] in vague
        verb.change = verb.change or not (verb.work or verb.effort)
    return by_first_word(found)


T = TypeVar("T")


def by_first_word(found: dict[tuple[str, ...], T]) -> dict[str, list[T]]:
    """Phrases by their first word, the longest first."""
    table: dict[str, list[T]] = {}
    for words in sorted(found, key=len, reverse=True):
        table.setdefault(words[0], []).append(found[words])
    return table


TERMS = _terms()
VERBS = _verbs()
LEAD_INS = by_first_word(
    {words: words for phrase in phrases(verbs.LEAD_INS) for words in [tuple(phrase.split())]}
)
