"""The wordings that a text of the plan has had, and what one changed in the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.db.models import F, Q
from django.db.models.fields.json import KT
from django.utils import timezone

from waypost.history.models import Change
from waypost.plans.models import Strategy


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """One wording of a strategy; ``on`` is the day it replaced another, None for the first."""

    number: int
    text: str
    on: date | None
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A run of words: in both wordings, only in the old one ("del"), only in the new ("ins")."""

    kind: str
    text: str


def wordings(strategies: Iterable[int]) -> dict[int, tuple[Wording, ...]]:
    """The wordings that stand in the history, oldest first, by the key of the strategy.

    One query for all. A wording that was taken back is none.
    """
    found: dict[int, dict[int, Wording]] = {}
    for row, was, text, number, at, by in _rewordings(strategies):
        known, now = found.setdefault(row, {}), int(number or 1)
        for later in [other for other in known if other > now]:
            del known[later]
        if now not in known or known[now].text != text:
            day = timezone.localdate(at) if was is not None else None
            known[now] = Wording(number=now, text=text, on=day, by=by or "")
    return {row: tuple(known.values()) for row, known in found.items()}


def _rewordings(strategies: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    changes = Change.objects.filter(table=Strategy._meta.label_lower, row__in=list(strategies))
    texts = changes.annotate(was=KT("before__statement"), now=KT("after__statement"))
    reworded = texts.filter(Q(was__isnull=True) | ~Q(was=F("now")), now__isnull=False)
    columns = ("row", "was", "now", "after__wording_version", "change_set__at")
    return iter(reworded.order_by("pk").values_list(*columns, "change_set__actor__name"))


def changed_words(before: str, after: str) -> tuple[Piece, ...]:
    """What changed from one wording to the next, word by word."""
    old, new = before.split(), after.split()
    pieces = []
    for _tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:j] == new[k:m]:
            pieces.append(Piece(kind="", text=" ".join(old[i:j])))
            continue
        pieces += [
            Piece(kind=kind, text=" ".join(words))
            for kind, words in (("del", old[i:j]), ("ins", new[k:m]))
            if words
        ]
    return tuple(pieces)
