"""The history of an account for people: who did what when, and what that changed."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.policies import MERGING, Access, can_undo
from waypost.accounts.timeline.shown import AREAS
from waypost.accounts.timeline.words import Turn, Words
from waypost.comments.queries import place_of
from waypost.document.statements import Statement, as_model, columns, filled, places, write
from waypost.document.together import Together, together
from waypost.history.models import Change, ChangeSet, SeenBy
from waypost.history.undo import rewords
from waypost.ui.formats import excerpt

ACTION = "plans.action"
LONG = 12  # a change set of more rows than this was a file: its sentence says enough
# What a row hangs on, where it is no part with an id of its own.
PARENTS = {
    "objective_id": "plans.objective",
    "strategy_id": "plans.strategy",
    "light_id": "plans.trafficlight",
}
QUOTED = 40  # characters of a value on a button


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One change set in words. ``what`` is the sentence; in it ``code`` stands between ``start``
    and ``end`` where it is the id of a part that still exists, at ``url``."""

    pk: int
    at: datetime
    actor: str
    mine: bool
    what: str
    start: str
    code: str
    end: str
    url: str
    area: str
    turns: tuple[Turn, ...]
    can_be_undone: bool
    was_undone: bool
    is_milestone: bool

    @property
    def question(self) -> str:
        """What is asked before values are put back."""
        turn = self.turns[0]
        words = {"before": excerpt(turn.before), "after": excerpt(turn.after)}
        if len(self.turns) > 1:
            return _("Put these values back?")
        if not turn.before:
            return _("Take “%(after)s” out again?") % words
        if not turn.after:
            return _("Put “%(before)s” back?") % words
        return _("Put “%(before)s” back in place of “%(after)s”?") % words

    @property
    def yes(self) -> str:
        before = self.turns[0].before
        one = len(self.turns) == 1 and before
        return _("Restore %(value)s") % {"value": excerpt(before, QUOTED)} if one else _("Restore")

    @property
    def no(self) -> str:
        after = self.turns[0].after
        one = len(self.turns) == 1 and after
        words = {"value": excerpt(after, QUOTED)}
        return _("Keep %(value)s") % words if one else _("Leave it as it is")


def changes_of(access: Access) -> QuerySet[ChangeSet]:
    """The change sets of the account that the person may read of, newest first."""
    return changes_in(access.account.pk, hidden_from(access))


def hidden_from(access: Access) -> tuple[SeenBy, ...]:
    sight = access.sight
    reach = ((SeenBy.MARGINS, sight.margins), (SeenBy.NOTES, sight.notes))
    return tuple(seen_by for seen_by, seen in reach if not seen)


def changes_in(account_id: int, hidden: tuple[SeenBy, ...]) -> QuerySet[ChangeSet]:
    """The change sets of the account without the hidden ones."""
    found = ChangeSet.objects.filter(account=account_id).exclude(seen_by__in=hidden)
    return found.select_related("actor").order_by("-pk")


def change_of(access: Access, pk: int) -> ChangeSet:
    """One of them; Http404 for any other."""
    found = changes_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def entries(change_sets: Iterable[ChangeSet], access: Access, today: date) -> list[Entry]:
    """The change sets in words; the same few queries however many there are."""
    sets = list(change_sets)
    tables: dict[int, dict[str, int]] = {}
    changes: dict[int, list[Change]] = {}
    undone = set[int]()
    if sets:
        keys = filled(found.pk for found in sets)
        counted, written, taken_back = _of_sets(len(keys)).rows(keys)
        for row in counted:
            tables.setdefault(row["change_set"], {})[row["table"]] = row["rows"]
        for row in written:
            changes.setdefault(row["change_set_id"], []).append(as_model(Change, row))
        undone = {row["undoes"] for row in taken_back}
    flat = [change for found in changes.values() for change in found]
    words = Words(flat, today, access.sight.margins)
    parts = _parts(flat)
    others = _of_others(flat, access)

    def entry(found: ChangeSet) -> Entry:
        written = changes.get(found.pk, [])
        names = tables.get(found.pk, {})
        if MERGING in names:  # of many parts: its own page says which
            written, names = [], {MERGING: 1}
        part = next((parts[change.pk] for change in written if change.pk in parts), None)
        start, code, end = _around(found.what, part)
        return Entry(
            pk=found.pk,
            at=timezone.localtime(found.at),
            actor=found.actor.name if found.actor else "",
            mine=found.actor_id == access.user.pk,
            what=found.what,
            start=start,
            code=code,
            end=end,
            url=place_of(part) if part else "",
            area="" if sum(names.values()) > LONG else _area(names),
            turns=tuple(words.turns(written)),
            can_be_undone=found.pk not in undone
            and not any(change.row in others for change in written if change.table == ACTION)
            and can_undo(access, found, names.keys(), rewords=any(map(rewords, written))),
            was_undone=found.pk in undone,
            is_milestone=found.is_final and "accounts.account" in names,
        )

    return [entry(found) for found in sets]


@lru_cache
def _of_sets(room: int) -> Together:
    """Of so many change sets: how many rows of which table, the rows of those that are not LONG,
    and which were undone."""
    changes = Change.objects.filter(change_set__in=places(room))
    beside = Change.objects.filter(change_set=OuterRef("change_set")).order_by("pk")
    counted = changes.order_by().values("change_set", "table").annotate(rows=Count("pk"))
    undoing = ChangeSet.objects.filter(undoes__in=places(room)).order_by()
    return together(
        (
            write(counted, "change_set", "table", "rows"),
            write(changes.exclude(Exists(beside[LONG:])).order_by("pk"), *columns(Change)),
            write(undoing, "undoes"),
        )
    )


def _of_others(changes: Iterable[Change], access: Access) -> set[int]:
    """The actions among the rows that the person may not change now; asked of the database only
    for who does not change them all."""
    if access.can_edit_plan:
        return set()
    rows = {change.row for change in changes if change.table == ACTION}
    owned = apps.get_model(ACTION)._base_manager.filter(pk__in=rows)
    return set(owned.exclude(owner__code=access.member_code).values_list("pk", flat=True))


def _area(tables: Mapping[str, int]) -> str:
    return next((str(area.label) for area in AREAS if area.tables & set(tables)), "")


def _around(what: str, part: Ref | None) -> tuple[str, str, str]:
    """The sentence around the id of the part; where it does not name it, the id comes after."""
    if part is None:
        return what, "", ""
    named = re.search(rf"(?<![\w-]){re.escape(part.code)}(?![\w-])", what)
    if named is None:
        return f"{what} ", part.code, ""
    return what[: named.start()], part.code, what[named.end() :]


def _parts(changes: Sequence[Change]) -> dict[int, Ref]:
    """The part that each change is about, by the change's id, as far as it is still there."""
    about: dict[int, tuple[str, Any]] = {}
    for change in changes:
        values = change.after or change.before or {}
        for column in ("on_id" if change.table == "comments.comment" else "", *PARENTS, "ref_id"):
            if values.get(column) is not None:
                about[change.pk] = (column, values[column])
                break
    refs = {
        (column, row["pk"]): row["ref_id"]
        for column, table in PARENTS.items()
        if (keys := {key for name, key in about.values() if name == column})
        for asked in (filled(keys),)
        for row in _parents(table, len(asked)).rows(asked)
    }
    wanted = {
        change: refs.get(place, place[1])
        for change, place in about.items()
        if place in refs or place[0] not in PARENTS
    }
    live = _live_refs(set(wanted.values())) if wanted else {}
    return {change: live[ref] for change, ref in wanted.items() if ref in live}


def _live_refs(keys: Set[int]) -> dict[int, Ref]:
    found = filled(keys)
    return {row["id"]: as_model(Ref, row) for row in _refs(len(found)).rows(found)}


@lru_cache
def _refs(room: int) -> Statement:
    return write(Ref.objects.filter(pk__in=places(room), retired_at=None), *columns(Ref))


@lru_cache
def _parents(table: str, room: int) -> Statement:
    rows = apps.get_model(table)._base_manager.filter(pk__in=places(room))
    return write(rows, "pk", "ref_id")
