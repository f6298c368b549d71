"""What operations share: ids for new parts, and saves that lose nobody's work."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from waypost.accounts.models import Account, Fact, Link, Part, Ref
from waypost.accounts.policies import Access
from waypost.accounts.queries import UNNAMED, next_code
from waypost.document.statements import ACCOUNT, Statement, write
from waypost.health.operations import refresh
from waypost.history.models import ChangeSet, SeenBy
from waypost.history.operations import Recording, Written, record, row_values
from waypost.history.stale import StaleError
from waypost.history.writes import insert
from waypost.method.shape import Kind

# What stands in front of the number, where we give the id and not a plan file.
PREFIXES = {
    Kind.MEMBER: "T",
    Kind.VISION: "V",
    Kind.RELATIONSHIP: "R",
    Kind.BUSINESS: "B",
    Kind.STRATEGY: "S",
    Kind.ACTION: "A",
    Kind.LIGHT: "L-",
    Kind.FACT: "G",  # those that are served: goals of the customer
    Kind.LOCATION: "L",
    Kind.PERSON: "P",
    Kind.GROUP: "D",
    Kind.OPPORTUNITY: "OP",
    Kind.SESSION: "SE",
}

Row = TypeVar("Row", bound=models.Model)
PartRow = TypeVar("PartRow", bound=Part)
Links = Mapping[Link.Relation, Collection[str]]  # the ids of the parts pointed at


def lock_account(account_id: int) -> None:
    """Let one operation on a plan come after the other, until the transaction ends.

    On SQLite every transaction that writes comes after the other anyway.
    """
    if connection.features.has_select_for_update:
        _locked().rows({ACCOUNT: account_id})


@cache
def _locked() -> Statement:
    return write(Account.objects.filter(pk=ACCOUNT).select_for_update(), "pk")


def lock(row: Row, *, even_gone: bool = False) -> Row:
    """The row as it stands now, held until the transaction ends; Http404 where it is gone.

    ``even_gone`` gives one that was taken out softly as well.
    Its account is held first, always in this order, so that no two wait for each other.
    """
    account_id = getattr(row, "account_id", None)
    if account_id is not None:
        lock_account(account_id)
    found = get_object_or_404(type(row)._default_manager.select_for_update(), pk=row.pk)
    if getattr(found, "deleted_at", None) is not None and not even_gone:
        raise Http404
    return found


@contextmanager
def writing(
    *,
    access: Access,
    what: str,
    seen_by: SeenBy = SeenBy.PLAN,
    touches: bool = True,
    undoes: ChangeSet | None = None,
    is_final: bool = False,
    held: bool = False,
) -> Iterator[Recording]:
    """One authorised operation on the plan of an account, whatever rows it writes.

    The account is locked from the first row on, so that operations on one plan come one after
    the other, unless the caller has ``held`` it before in its own transaction; at the end the plan
    is judged anew. What ``is_final`` cannot be taken back.
    """
    with record(
        actor=access.user,
        account=access.account,
        what=what,
        touches=touches,
        seen_by=seen_by,
        undoes=undoes,
        is_final=is_final,
        held=held,
    ) as recording:
        if not held:
            lock_account(access.account.pk)
        yield recording
        refresh(access.account)


def new_ref(account: Account, kind: Kind, recording: Recording, code: str = "") -> Ref:
    """A free id for a new part, or the free one given. The account must be locked, so that nobody
    else takes the same.
    """
    code = code or next_code(account, PREFIXES[kind])
    ref = Ref(account=account, code=code, kind=kind)
    insert(ref)
    recording.created(ref)
    return ref


def create_part(
    model: type[PartRow],
    *,
    access: Access,
    kind: Kind,
    what: str,
    links: Links | None = None,
    seen_by: SeenBy = SeenBy.PLAN,
    **values: Any,
) -> Written[PartRow]:
    """A new part of the plan with the next free id; authorised by the operation that calls."""
    with writing(access=access, what=what, seen_by=seen_by) as recording:
        ref = new_ref(access.account, kind, recording)
        part = model(account=access.account, ref=ref, **values)
        insert(part)
        recording.created(part)
        for relation, codes in (links or {}).items():
            set_links(ref, relation, codes, recording)
    return Written(part, recording.change_set)


def set_links(
    ref: Ref, relation: Link.Relation, codes: Collection[str], recording: Recording
) -> None:
    """Let a part point at exactly these parts of its account, as far as there are such; a goal of
    the customer without an id (`goals_to_name`) is given one."""
    codes = _named(ref.account, codes, recording)
    stand = {link.target.code: link for link in ref.links_out.filter(relation=relation)}
    gone = [link for code, link in stand.items() if code not in codes]
    recording.removed(gone)
    for link in gone:
        link.delete()
    targets = Ref.objects.filter(account_id=ref.account_id, retired_at=None)
    by_code = {target.code: target for target in targets.filter(code__in=codes)}
    for code in codes:
        if code in by_code and code not in stand:
            link = Link.objects.create(
                account_id=ref.account_id, source=ref, relation=relation, target=by_code[code]
            )
            recording.created(link)


def _named(account: Account, codes: Collection[str], recording: Recording) -> list[str]:
    """The codes with the new ids of goals that had none."""
    named = [code for code in codes if not code.startswith(UNNAMED)]
    keys = [code.removeprefix(UNNAMED) for code in codes if code.startswith(UNNAMED)]
    goals = Fact.objects.live().filter(account=account, topic=Fact.Topic.COMPANY_GOALS, ref=None)
    for goal in goals.filter(pk__in=keys).order_by("pk") if keys else ():
        before = row_values(goal)
        goal.ref = new_ref(account, Kind.FACT, recording)
        goal.save(update_fields=["ref"])
        recording.changed(goal, before)
        named.append(goal.ref.code)
    return named


def remove_part(part: PartRow, *, access: Access, what: str) -> Written[PartRow]:
    """Take a part out of the plan; whatever pointed at it then points at nothing."""
    with writing(access=access, what=what) as recording:
        retire(lock(part), recording)
    return Written(part, recording.change_set)


def retire(row: models.Model, recording: Recording) -> None:
    """Soft delete a part or an entry of the profile; its id, if it has one, points at nothing."""
    now = timezone.now()
    for gone, field in ((row, "deleted_at"), (getattr(row, "ref", None), "retired_at")):
        if gone is not None:
            before = row_values(gone)
            setattr(gone, field, now)
            gone.save(update_fields=[field])
            recording.changed(gone, before)


@transaction.atomic
def save_row(
    row: Row,
    *,
    access: Access,
    version: int,
    what: str,
    values: Mapping[str, Any],
    links: Links | None = None,
    seen_by: SeenBy = SeenBy.PLAN,
) -> Written[Row]:
    """Write these values into a row of the account, or the account itself.

    Raises StaleError where somebody else saved it since ``version``. Saving what stands there
    already writes nothing.
    """
    current = lock(row)
    before = row_values(current)
    for name, value in values.items():
        setattr(current, name, value)
    changed = row_values(current) != before or _moves(current, links or {})
    if not changed:
        return Written(current, None)
    if before["version"] != version:
        raise StaleError(lock(row))
    setattr(current, "version", version + 1)  # noqa: B010  # not every model has one
    with writing(access=access, what=what, seen_by=seen_by) as recording:
        current.save(update_fields=[*values, "version"])
        recording.changed(current, before)
        for relation, codes in (links or {}).items():
            set_links(current.ref, relation, codes, recording)  # type: ignore[attr-defined]  # a part's
    return Written(current, recording.change_set)


def _moves(row: models.Model, links: Links) -> bool:
    """Whether these links differ from those that stand there."""
    return any(
        set(codes)
        != set(
            Link.objects.filter(
                source_id=row.serializable_value("ref"), relation=relation, target__retired_at=None
            ).values_list("target__code", flat=True)
        )
        for relation, codes in links.items()
    )
