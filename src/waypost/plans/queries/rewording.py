"""The wordings that a text of the plan has had, and what one changed in the other."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.fields.json import KT
from django.utils import timezone

from waypost.document.statements import ACCOUNT, Statement, write
from waypost.history.models import Change
from waypost.plans.models import Commitment, Strategy


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


def wordings(account: int) -> dict[str, tuple[Wording, ...]]:
    """The wordings that stand in the history, oldest first, by the id of the strategy.

    One query for all. A wording that was taken back is none.
    """
    found: dict[str, dict[int, Wording]] = {}
    for row in _rewordings().rows({ACCOUNT: account}):
        code, was, text, number, at, by = row.values()
        known, now = found.setdefault(code, {}), int(number or 1)
        for later in [other for other in known if other > now]:
            del known[later]
        if now not in known or known[now].text != text:
            day = timezone.localdate(at) if was is not None else None
            known[now] = Wording(number=now, text=text, on=day, by=by or "")
    return {code: tuple(known.values()) for code, known in found.items()}


def doubted_on(account: int) -> dict[tuple[str, str], date]:
    """When each doubt of today was said, as far as it was said here, by the ids of the strategy
    and the member. One query for all.
    """
    return {
        (row["strategy"], row["member"]): timezone.localdate(row["change_set__at"])
        for row in _doubts().rows({ACCOUNT: account})
    }


@cache
def _doubts() -> Statement:
    rows = Commitment.objects.filter(strategy__account=ACCOUNT, strategy__deleted_at=None)
    said = rows.exclude(doubts="").filter(pk=OuterRef("row"))
    changes = Change.objects.filter(
        table=Commitment._meta.label_lower, row__in=rows.values("pk"), change_set__is_final=False
    )
    texts = changes.annotate(was=KT("before__doubts"), now=KT("after__doubts"))
    doubted = texts.filter(Q(was__isnull=True) | ~Q(was=F("now"))).annotate(
        strategy=Subquery(said.values("strategy__ref__code")),
        member=Subquery(said.values("member__ref__code")),
    )
    found = doubted.filter(strategy__isnull=False).order_by("pk")
    return write(found, "strategy", "member", "change_set__at")


WORDING = ("code", "was", "now", "after__wording_version", "change_set__at")


@cache
def _rewordings() -> Statement:
    rows = Strategy.objects.live().filter(account=ACCOUNT)
    changes = Change.objects.filter(table=Strategy._meta.label_lower, row__in=rows.values("pk"))
    texts = changes.annotate(
        was=KT("before__statement"),
        now=KT("after__statement"),
        code=Subquery(rows.filter(pk=OuterRef("row")).values("ref__code")),
    )
    reworded = texts.filter(Q(was__isnull=True) | ~Q(was=F("now")), now__isnull=False)
    return write(reworded.order_by("pk"), *WORDING, "change_set__actor__name")


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
