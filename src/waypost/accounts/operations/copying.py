"""Copies of the parts of one account in another, under new ids."""

import re
from collections import defaultdict
from collections.abc import Mapping
from copy import copy
from datetime import date

from django.db import models

from waypost.accounts.merging.coming import COMING, Coming, Model, columns_between
from waypost.accounts.models import Account, Ref
from waypost.accounts.operations.rows import PREFIXES
from waypost.history.operations import Recording
from waypost.history.writes import insert
from waypost.method.shape import Kind
from waypost.notices.models import Kind as Notified
from waypost.notices.models import Notice
from waypost.notices.queries.moments import ask_key
from waypost.plans.models import StageGoal, TrafficLight

STAGE_PREFIX = "G"
WORD = re.compile(r"[\w-]+")
LONGEST = 32  # characters of an id


def write_copies(found: Coming, kept: Account, recording: Recording) -> None:
    """Write a copy of every row that comes; the account must be held.

    No text is changed, but in what is done about a light the ids of actions, which lead there.
    """
    at: dict[Model, dict[int, int]] = {model: dict(same) for model, same in found.same.items()}
    actions = _write_refs(found, kept, at[Ref], recording)
    again: list[tuple[models.Model, str, int]] = []
    for model in COMING:
        for row in found.rows[model]:
            _write_row(row, at, actions, again)
    for row, attname, old in again:
        new = at[type(row)].get(old)
        if new is not None:
            setattr(row, attname, new)
            row.save(update_fields=[attname.removesuffix("_id")])
    for model in COMING:
        recording.created(*found.rows[model])
    _keep_quiet(at[Ref], kept)


def _keep_quiet(refs: Mapping[int, int], kept: Account) -> None:
    """What somebody had a mail about is not told to them again under its new id."""
    told = Notice.objects.filter(kind=Notified.ASK, about__in=list(refs)).exclude(settled_at=None)
    for notice in told.order_by("pk"):
        if notice.about_id is not None:
            on = date.fromisoformat(notice.occasion.rpartition(":")[2])
            notice.pk, notice._state.adding = None, True
            notice.account_id, notice.about_id = kept.pk, refs[notice.about_id]
            notice.occasion, notice.token_hash = ask_key(notice.about_id, on), ""
            notice.save()


def _write_row(
    row: models.Model,
    at: dict[Model, dict[int, int]],
    actions: Mapping[str, str],
    again: list[tuple[models.Model, str, int]],
) -> None:
    """Turn the row into its copy, and write that."""
    model, old = type(row), row.pk
    row.pk, row._state.adding = None, True
    for column in columns_between(model):
        target = getattr(row, column.attname)
        setattr(row, column.attname, at[column.related_model].get(target))
        if column.related_model is model and target is not None:
            again.append((row, column.attname, target))  # perhaps written later
    if hasattr(row, "version"):
        row.version = 1
    if isinstance(row, TrafficLight):
        row.response = WORD.sub(lambda word: actions.get(word[0], word[0]), row.response)
    insert(row)
    at[model][old] = row.pk


def _write_refs(
    found: Coming, kept: Account, at: dict[int, int], recording: Recording
) -> dict[str, str]:
    """The new ids of actions by the old ones; stage goals after the objectives they are named
    after."""
    stages = {row.ref_id: row.objective_id for row in found.rows[StageGoal]}
    free = _Free(kept)
    codes: dict[str, str] = {}
    for ref in sorted(found.rows[Ref], key=lambda ref: (ref.pk in stages, ref.pk)):
        new = copy(ref)
        new.pk, new._state.adding = None, True
        new.account, new.came_from = kept, ref
        new.code = free.next(Kind(ref.kind), ref.code, codes)
        insert(new)
        recording.created(new)
        at[ref.pk] = new.pk
        codes[ref.code] = new.code
    return {ref.code: codes[ref.code] for ref in found.rows[Ref] if ref.kind == Kind.ACTION}


class _Free:
    """The next free ids of an account, of which none is given twice."""

    def __init__(self, account: Account) -> None:
        self.taken = set(Ref.objects.filter(account=account).values_list("code", flat=True))
        self.last: defaultdict[str, int] = defaultdict(int)
        for code in self.taken:
            if found := re.fullmatch(r"([A-Za-z-]+)([0-9]{1,9})", code):
                self.last[found[1]] = max(self.last[found[1]], int(found[2]))

    def next(self, kind: Kind, old: str, codes: dict[str, str]) -> str:
        """A stage goal is named after its objective where it was before: B1a becomes B7a."""
        named = re.fullmatch(r"(.+?)([a-z]+)", old) if kind is Kind.STAGE else None
        code = f"{codes[named[1]]}{named[2]}" if named and named[1] in codes else ""
        if not code or code in self.taken or len(code) > LONGEST:
            prefix = PREFIXES.get(kind, STAGE_PREFIX)
            self.last[prefix] += 1
            code = f"{prefix}{self.last[prefix]}"
        self.taken.add(code)
        return code
