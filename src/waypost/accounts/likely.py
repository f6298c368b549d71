"""Accounts that are likely one customer written down twice: a person decides."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from waypost.accounts.models import Account, AlsoKnownAs, Distinct
from waypost.method.checks.likeness import plain_letters
from waypost.staff.models import User

WORD = re.compile(r"[^\W_]+")
LEGAL_FORMS: Final = frozenset(
    WORD.findall(
        "ab ag aps as asa bv bvba co corp cv eg ev gmbh inc kft kg kgaa llc llp lp ltd ltda mbh nv "
        "ohg oo oy oyj plc pte pty pvt sa sae sarl sas se sl sp spa sro srl ug zoo"
    )
)
SHORT: Final = {"company": "co", "corporation": "corp", "incorporated": "inc", "limited": "ltd"}
ALIKE: Final = 90  # of 100
SHORTEST: Final = 5  # letters; in shorter names one letter makes another name
NEXT: Final = 5  # names in the order of the alphabet that each is compared with
MOST: Final = 100  # pairs
APART = re.compile(r"(?<=\w)[./](?=\w)|(?<=\w)\.")  # S.p.A., A/S, Inc.


class Company(NamedTuple):
    """An account by its names; ``parent`` is what it belongs to."""

    pk: int
    name: str
    parent: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Likely:
    """Two accounts, the older first, and why they may be one; ``other_form`` where their legal
    forms differ, so that they are rather two companies of like names."""

    first: Company
    second: Company
    why: str
    other_form: bool


@lru_cache(maxsize=65_536)
def parts_of(name: str) -> tuple[str, frozenset[str]]:
    """A company's name without what it is in law, and that: "acme", {"gmbh"}."""
    words = WORD.findall(plain_letters(APART.sub("", name)))
    core = list(words)
    forms = set()
    while len(core) > 1 and SHORT.get(core[-1], core[-1]) in LEGAL_FORMS:
        last = core.pop()
        forms.add(SHORT.get(last, last))
    return " ".join(core), frozenset(forms)


def alike(one: str, other: str) -> bool:
    """Whether two names without their legal forms may be those of one company."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST or _figures(one) != _figures(other):
        return False
    return fuzz.token_sort_ratio(one, other, score_cutoff=ALIKE) > 0


def like(user: User, name: str) -> list[Company]:
    """The accounts that the user sees whose name is like this one."""
    return [one for one in companies(user) if _shared(_written(name), one)]


def likely_pairs(user: User) -> list[Likely]:
    """Pairs of the accounts that the user sees, without those that somebody has told apart; those
    whose legal forms differ last. Three queries, however many accounts there are."""
    known = companies(user)
    told_apart = Distinct.objects.values_list("account", "other")
    apart = {frozenset(pair) for pair in told_apart}
    found = [
        pair
        for one, other in _near(known)
        if frozenset((one.pk, other.pk)) not in apart and (pair := _pair(one, other))
    ]
    found.sort(key=lambda pair: (pair.other_form, pair.first.name.casefold(), pair.first.pk))
    return found[:MOST]


def companies(user: User) -> list[Company]:
    """All accounts that the user sees, oldest first, with their other names."""
    seen = Account.objects.visible_to(user)
    others: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    named = AlsoKnownAs.objects.filter(account__in=seen).order_by("pk")
    for pk, name in named.values_list("account", "name"):
        others[pk] += (name,)
    rows = seen.order_by("pk").values_list("pk", "name", "parent")
    return [Company(*row, others[row[0]]) for row in rows]


def _near(known: Sequence[Company]) -> Iterator[tuple[Company, Company]]:
    """Pairs to look at: of one core, or next to each other in the order of the alphabet."""
    by_core: defaultdict[str, dict[int, Company]] = defaultdict(dict)
    for one in known:
        for name in (one.name, *one.others):
            by_core[parts_of(name)[0]][one.pk] = one
    seen = set()
    listed = [(core, one) for core in sorted(by_core) for one in by_core[core].values()]
    same = (
        pair for group in by_core.values() for pair in combinations(list(group.values())[:NEXT], 2)
    )
    neighbours = (
        (one, other)
        for place, (core, one) in enumerate(listed)
        for other_core, other in listed[place + 1 : place + 1 + NEXT]
        if alike(core, other_core)
    )
    for one, other in (*same, *neighbours):
        first, second = sorted((one, other))
        if first.pk != second.pk and (first.pk, second.pk) not in seen:
            seen.add((first.pk, second.pk))
            yield first, second


def _pair(one: Company, other: Company) -> Likely | None:
    """None where one belongs to the other: that is a group, not the same company twice."""
    shared = _shared(one, other)
    if shared is None or _belongs(one, other) or _belongs(other, one):
        return None
    forms, other_forms = parts_of(one.name)[1], parts_of(other.name)[1]
    differ = bool(forms and other_forms and forms != other_forms)
    further = next((name for name in shared if name not in (one.name, other.name)), "")
    if further:
        why = _("Both are known as “%(name)s”.") % {"name": further}
    elif differ:
        why = _("The names are alike, the legal forms are not: they may be two companies.")
    else:
        why = _("The names are alike.")
    return Likely(first=one, second=other, why=why, other_form=differ)


def _shared(one: Company, other: Company) -> tuple[str, str] | None:
    """A name of each that are alike; None where there are none."""
    names = ((mine, its) for mine in (one.name, *one.others) for its in (other.name, *other.others))
    return next((pair for pair in names if alike(*(parts_of(name)[0] for name in pair))), None)


def _written(name: str) -> Company:
    return Company(0, name, "")


def _belongs(one: Company, other: Company) -> bool:
    return bool(one.parent) and one.parent.casefold() == other.name.casefold()


def _figures(name: str) -> Iterable[str]:
    return [word for word in name.split() if any(letter.isdigit() for letter in word)]
