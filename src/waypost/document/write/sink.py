"""Where a plan is written to: one account, its ids, and the record of what was written."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar, overload

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import Account, Link, Part, Ref
from waypost.history.operations import Recording, row_values
from waypost.method.parts import named_parts
from waypost.method.plan import Plan

Model = TypeVar("Model", bound=models.Model)


class IdReusedError(ValueError):
    """An id of the account would come back as a part of another kind."""

    def __init__(self, code: str, was: str, would_be: str) -> None:
        super().__init__(
            _("%(code)s was a %(was)s of this account and cannot become a %(would_be)s.")
            % {"code": code, "was": was, "would_be": would_be}
        )


class Sink:
    """Collects the keys of what is written, so that later parts can point at earlier ones."""

    def __init__(self, account: Account, recording: Recording) -> None:
        self.account = account
        self._recording = recording
        self._refs: dict[str, Ref] = {}
        self._parts: dict[str, int] = {}
        self._links: list[Link] = []

    def claim(self, plan: Plan) -> None:
        """Make sure that every id of the plan is this account's; ids it had before are kept."""
        wanted = named_parts(plan)
        self._refs = {ref.code: ref for ref in self.account.refs.filter(code__in=wanted)}
        for code, ref in self._refs.items():
            if ref.kind != wanted[code]:
                raise IdReusedError(code, was=ref.kind, would_be=wanted[code])
        self._retire([ref for ref in self._refs.values() if ref.retired_at], None)
        self.save(
            Ref(account=self.account, code=code, kind=kind)
            for code, kind in wanted.items()
            if code not in self._refs
        )
        self._refs = {ref.code: ref for ref in self.account.refs.filter(code__in=wanted)}

    def retire_others(self, plan: Plan, beside: Collection[str] = ()) -> None:
        """Let the ids that the plan does not have, ``beside`` these, point at nothing; they stay
        this account's."""
        wanted = {*named_parts(plan), *beside}
        live = self.account.refs.filter(retired_at=None)
        self._retire([ref for ref in live if ref.code not in wanted], timezone.now())

    def _retire(self, refs: list[Ref], when: datetime | None) -> None:
        before = [row_values(ref) for ref in refs]
        for ref in refs:
            ref.retired_at = when
        Ref.objects.bulk_update(refs, ["retired_at"], batch_size=500)
        for ref, values in zip(refs, before, strict=True):
            self._recording.changed(ref, values)

    @overload
    def ref(self, code: str) -> Ref: ...
    @overload
    def ref(self, code: str | None) -> Ref | None: ...
    def ref(self, code: str | None) -> Ref | None:
        """The id's row; None for no id."""
        return self._refs[code] if code is not None else None

    @overload
    def key(self, code: str) -> int: ...
    @overload
    def key(self, code: str | None) -> int | None: ...
    def key(self, code: str | None) -> int | None:
        """The primary key of the part with this id, already written; None for no id."""
        return self._parts[code] if code is not None else None

    def save(self, rows: Iterable[Model]) -> list[Model]:
        """Write the rows in their order and note them in the record."""
        written = list(rows)
        if written:
            type(written[0])._default_manager.bulk_create(written, batch_size=500)
            self._recording.created(*written)
        return written

    def save_parts(self, rows: Iterable[Part]) -> None:
        """Write rows that have ids, so that `key` finds them."""
        for row in self.save(rows):
            self._parts[row.ref.code] = row.pk

    def save_over(self, row: Part, values: Mapping[str, Any]) -> None:
        """Write these columns into a part that stands, so that `key` finds it."""
        before = row_values(row)
        for name, value in {**values, "version": row.version + 1}.items():
            setattr(row, name, value)
        row.save()
        self._recording.changed(row, before)
        self._parts[row.ref.code] = row.pk

    def remove(self, rows: Iterable[models.Model]) -> None:
        """Delete rows that the plan does not have."""
        found = list(rows)
        self._recording.removed(found)
        for row in found:
            row.delete()

    def known_key(self, code: str | None) -> int | None:
        """As `key`; None for an id that the plan does not have."""
        return self._parts.get(code) if code is not None else None

    def link(self, source: str, relation: Link.Relation, targets: Iterable[str]) -> None:
        """Note that a part points at others; written by `write_links` when all ids are known."""
        self._links += [
            Link(
                account=self.account,
                source=self._refs[source],
                relation=relation,
                target=self._refs[target],
            )
            for target in targets
        ]

    def write_links(self) -> None:
        self.save(self._links)
