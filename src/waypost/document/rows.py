"""Reading rows as plain values, with the ids of the plan in place of the keys of the database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import models
from django.db.models import F

from waypost.accounts.models import Account, Link, Ref
from waypost.document.statements import ACCOUNT, Row, Statement, write
from waypost.document.together import Answers


class Source:
    """The live rows of one account, and the ids of its parts.

    ``answers`` are those of the statements that the readers ask for (`questions`). An id that was
    retired with its part resolves to None, so a plan never points at nothing.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.codes: dict[int | None, str] = {}
        self._links: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        for row in answers[_refs()]:
            key = row["pk"]
            self.codes[key] = row["code"]
            if row["links_out__target_id"] is not None:
                found = row["links_out__relation"], row["links_out__target_id"]
                self._links[key].append(found)

    def rows(
        self, model: type[models.Model], owner: str, *names: str, live: str = "", **aliases: str
    ) -> list[Row]:
        """The rows of the account in the order they were written, unknown texts as None.

        ``owner`` is the path from the model to the account. ``live`` is the path to the moment
        that ends a row; only rows without one are read.
        """
        order, names = ("pk",), ("pk", *names)
        return self._read(statement(model, owner, live, order, names, tuple(aliases.items())))

    def parts(self, model: type[models.Model], *names: str, **aliases: str) -> list[Row]:
        """The live parts of the account with their ``id`` and their row's ``ref_id``."""
        rows = self.rows(model, "account", "ref_id", *names, live="deleted_at", **aliases)
        return [row | {"id": self.codes[row["ref_id"]]} for row in rows]

    def families(
        self,
        model: type[models.Model],
        *names: str,
        owner: str = "account",
        live: str = "deleted_at",
        children: str,
        **child_names: str,
    ) -> Iterator[tuple[Row, list[Row]]]:
        """The rows of the account, each with those that hang on it by the relation ``children``.

        A child has the names of ``child_names``, read from these paths.
        """
        key = f"{children}__pk"
        paths = {name: f"{children}__{path}" for name, path in child_names.items()}
        names = ("pk", *names)
        found = statement(model, owner, live, ("pk", key), (*names, key, *paths.values()), ())
        for _, group in groupby(self._answers[found], key=itemgetter("pk")):
            family = list(group)
            children_of = [
                {name: row[path] for name, path in paths.items()} for row in family if row[key]
            ]
            parent = family[0]
            for path in (key, *paths.values()):
                del parent[path]
            yield known(parent), [known(child) for child in children_of]

    def _read(self, found: Statement) -> list[Row]:
        return [known(row) for row in self._answers[found]]

    def known_codes(self, refs: Iterable[int | None]) -> tuple[str, ...]:
        """The ids of these refs without the retired ones, in the order given."""
        return tuple(self.codes[ref] for ref in refs if ref in self.codes)

    def links(self, relation: Link.Relation, ref: int) -> tuple[str, ...]:
        """The ids that the part points at."""
        return self.known_codes(
            target for written, target in self._links.get(ref, ()) if written == relation
        )


class Asked(Answers):
    """Notes what is asked for, and answers with nothing."""

    def __missing__(self, found: Statement) -> list[Row]:
        return self.setdefault(found, [])


@cache
def _refs() -> Statement:
    """The ids that are not retired, each with what it points at."""
    links = ("links_out__relation", "links_out__target_id")
    return statement(
        Ref, "account", "retired_at", ("pk", "links_out__pk"), ("pk", "code", *links), ()
    )


@cache
def statement(
    model: type[models.Model],
    owner: str,
    live: str,
    order: tuple[str, ...],
    names: tuple[str, ...],
    aliases: tuple[tuple[str, str], ...],
) -> Statement:
    """The statement that reads these columns; there are as many as the readers ask for."""
    wanted: dict[str, Any] = {owner: ACCOUNT}
    if live:
        wanted[f"{live}__isnull"] = True
    columns = {alias: F(path) for alias, path in aliases}
    queryset = model._default_manager.filter(**wanted).order_by(*order).annotate(**columns)
    return write(queryset, *names, *columns)


def known(row: Row) -> Row:
    """The row with empty texts as None: in a plan both mean "not known"."""
    if "" not in row.values():
        return row
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


def account_row(source: Source) -> tuple[Row, tuple[Row, ...]]:
    """The account with its supplier, acceptance and presentation, and the months planned.

    Raises Account.DoesNotExist.
    """
    names = [
        *("name", "parent", "currency", "tier", "as_of"),
        *("window_months", "review_day", "team_hours_next_12_months", "own_terms"),
        *("supplier__name", "supplier__sells", "short_term_plan__planned_on"),
        *("senior_acceptance__who__ref_id", "senior_acceptance__accepted"),
        *("senior_acceptance__on", "senior_acceptance__conditions"),
        *("sponsor_presentation__person__ref_id", "sponsor_presentation__presented"),
        *("sponsor_presentation__planned", "sponsor_presentation__outcome"),
    ]
    months = "short_term_plan__months"
    # Also one that was merged into another: what it was stays to be read.
    for row, planned in source.families(
        Account, *names, owner="pk", live="", children=months, month="month"
    ):
        return row, tuple(planned)
    raise Account.DoesNotExist
