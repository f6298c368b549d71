"""Reading rows as plain values, with the ids of the plan in place of the keys of the database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models import F

from waypost.accounts.models import Account, Link, Ref

Row = dict[str, Any]


class Source:
    """The live rows of one account, and the ids of its parts.

    An id that was retired with its part resolves to None, so a plan never points at nothing.
    """

    def __init__(self, account_id: int) -> None:
        self.account_id = account_id
        self.codes: dict[int | None, str] = dict(
            Ref.objects.filter(account=account_id, retired_at=None).values_list("pk", "code")
        )
        self._links: dict[str, dict[int, list[str]]] | None = None

    def rows(self, queryset: "models.QuerySet[Any]", *names: str, **aliases: str) -> list[Row]:
        """The rows of ``queryset`` in the order they were written, unknown texts as None."""
        found = queryset.order_by("pk").values(
            "pk", *names, **{alias: F(path) for alias, path in aliases.items()}
        )
        return [known(row) for row in found]

    def parts(self, model: "type[models.Model]", *names: str, **aliases: str) -> list[Row]:
        """The live parts of the account with their ``id`` and their row's ``ref_id``."""
        queryset = model._default_manager.filter(account=self.account_id, deleted_at=None)
        rows = self.rows(queryset, "ref_id", *names, **aliases)
        return [row | {"id": self.codes[row["ref_id"]]} for row in rows]

    def known_codes(self, refs: Iterable[int | None]) -> tuple[str, ...]:
        """The ids of these refs without the retired ones, in the order given."""
        return tuple(self.codes[ref] for ref in refs if ref in self.codes)

    def links(self, relation: Link.Relation, ref: int) -> tuple[str, ...]:
        """The ids that the part points at; one query for all parts of the account."""
        if self._links is None:
            self._links = {relation.value: defaultdict(list) for relation in Link.Relation}
            stored = Link.objects.filter(account=self.account_id).order_by("pk")
            for kind, source, target in stored.values_list("relation", "source_id", "target_id"):
                if target in self.codes:
                    self._links[kind][source].append(self.codes[target])
        return tuple(self._links[relation.value].get(ref, ()))


def known(row: Mapping[str, Any]) -> Row:
    """The row with empty texts as None: in a plan both mean "not known"."""
    return {name: None if value == "" else value for name, value in row.items()}


def grouped(rows: Iterable[Row], by: str) -> defaultdict[Any, list[Row]]:
    """The rows by the value of one column, in their order; the column is taken out."""
    groups: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.pop(by)].append(row)
    return groups


def without(row: Row, *names: str) -> Row:
    """The row without these columns."""
    return {name: value for name, value in row.items() if name not in names}


def account_row(account_id: int) -> Row:
    """The account with its supplier, acceptance and presentation; raises Account.DoesNotExist."""
    names = [
        *("name", "parent", "currency", "tier", "as_of"),
        *("window_months", "review_day", "team_hours_next_12_months"),
        *("supplier__name", "supplier__sells", "short_term_plan__planned_on"),
        *("senior_acceptance__who__ref_id", "senior_acceptance__accepted"),
        *("senior_acceptance__on", "senior_acceptance__conditions"),
        *("sponsor_presentation__person__ref_id", "sponsor_presentation__presented"),
        *("sponsor_presentation__planned", "sponsor_presentation__outcome"),
    ]
    return known(Account.objects.live().values(*names).get(pk=account_id))
