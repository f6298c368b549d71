"""Where a person's name stands in what is stored of an account (TRUST.md, S24)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.apps import apps
from django.db import models
from django.db.models import Q

from waypost.accounts.models import Account, Location, Ref, TeamMember
from waypost.contacts.models import Contact
from waypost.contacts.queries.pointing import entries_of
from waypost.history.models import Change
from waypost.method.checks.likeness import plain_letters

WORD: Final = re.compile(r"[^\W\d_]+")
BETWEEN: Final = r"[\W_]{1,3}"
# Names of our own people and of the customer, whoever else has them.
OURS: Final = {"author_name", "by_name", "lead_name", "code"}
# What of these is no name of the customer and nobody of ours.
WRITTEN: Final[dict[type[models.Model], tuple[str, ...]]] = {
    Account: ("tier_reason", "own_terms"),
    TeamMember: (),
}
SHORTEST: Final = 3  # letters; a shorter name alone is too often another word


@dataclass(frozen=True, kw_only=True, slots=True)
class Traces:
    """Who is meant: the ``entries`` of one person, the keys of these and of earlier ones, every
    name they were written down by, and what finds these names in a text."""

    entries: tuple[Contact, ...]
    contacts: frozenset[int]
    names: frozenset[str]
    pattern: "re.Pattern[str]"

    @property
    def refs(self) -> frozenset[int]:
        return frozenset(one.ref_id for one in self.entries)

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(one.ref.code for one in self.entries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A text of some row that names them."""

    row: models.Model
    column: str
    text: str


def traces_of(contact: Contact) -> Traces:
    entries = tuple(entries_of(contact))
    refs = {one.ref_id for one in entries}
    contacts, names = {one.pk for one in entries}, {one.name for one in entries}
    table, account = Contact._meta.label_lower, contact.account_id
    kept = Change.objects.filter(table=table, change_set__account=account).order_by("-pk")
    for row, before, after in kept.values_list("row", "before", "after"):
        known = [one for one in (before, after) if one and one.get("ref_id") in refs]
        # An id can have come to mean somebody else with a plan put in place of another.
        if row in contacts or any(one["name"] in names for one in known):
            contacts.add(row)
            names |= {one["name"] for one in known}
    return Traces(
        entries=entries,
        contacts=frozenset(contacts),
        names=frozenset(name for name in names if name),
        pattern=_pattern(names, _taken(contact, {one.pk for one in entries})),
    )


def mentions(account: Account, traces: Traces, *, unread: bool = False) -> Iterator[Mention]:
    """Every text of the account's rows that names them but those of their own entries; what the
    history and the snapshots keep of rows is no text.

    ``unread``: what nobody but its author may read yet as well, as a table says of its rows
    (``NOBODY_READS``). That is for erasing, which shows nothing.
    """
    for model, path in paths_to_account().items():
        columns = WRITTEN.get(model, texts_of(model))
        if not columns:
            continue
        rows = model._base_manager.filter(Q(**{path: account.pk})).order_by("pk")
        if not unread:
            rows = rows.exclude(getattr(model, "NOBODY_READS", Q(pk=None)))
        for row in rows.iterator():
            if model is Contact and row.pk in traces.contacts:
                continue
            for column in columns:
                text = getattr(row, column)
                if text and traces.pattern.search(text):
                    yield Mention(row=row, column=column, text=text)


@cache
def paths_to_account() -> dict[type[models.Model], str]:
    """The tables that hold something of an account, each with the shortest way to it: one that
    every row has, if there is one."""
    found: dict[type[models.Model], str] = {Account: "pk"}
    while more := _next_to(found, nullable=False) or _next_to(found, nullable=True):
        found |= more
    return found


def _next_to(
    found: dict[type[models.Model], str], *, nullable: bool
) -> dict[type[models.Model], str]:
    """The tables that point at one of these; by a column that may be empty only if ``nullable``."""
    more: dict[type[models.Model], str] = {}
    for model in apps.get_models():
        if model in found or not model.__module__.startswith("waypost."):
            continue
        for column in model._meta.concrete_fields:
            above = column.related_model if column.is_relation else None
            if above in found and (nullable or not column.null):
                more.setdefault(model, f"{column.name}__{found[above]}")
    return more


@cache
def texts_of(model: type[models.Model]) -> tuple[str, ...]:
    """The columns that hold free texts."""
    return tuple(
        column.name
        for column in model._meta.concrete_fields
        if isinstance(column, models.CharField | models.TextField)
        and not column.choices
        and column.name not in OURS
    )


def _taken(contact: Contact, own: set[int]) -> set[str]:
    """Words of a name that mean something else as well when they stand alone."""
    account = contact.account
    people = Contact.objects.filter(account=account).exclude(pk__in=own)
    texts = [account.name, account.supplier.name]
    for rows in (people, TeamMember.objects.filter(account=account)):
        texts += rows.values_list("name", flat=True)
    texts += Location.objects.filter(account=account).values_list("name", flat=True)
    texts += Ref.objects.filter(account=account).values_list("code", flat=True)
    return {word for text in texts for word in WORD.findall(plain_letters(text))}


def _pattern(names: set[str], taken: set[str]) -> "re.Pattern[str]":
    """The whole names in any case and order, with the first name as one writes it short; a first
    or family name alone where nothing else of the account bears it."""
    found: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        parts = WORD.findall(name)
        if not parts:
            found += [re.escape(name)] if name else []
            continue
        first, last = re.escape(parts[0]), re.escape(parts[-1])
        if len(parts) > 1:
            whole = BETWEEN.join(re.escape(part) for part in parts)
            found.append(rf"(?i:\b{whole}s?\b)")
            found.append(rf"(?i:\b{last}{BETWEEN}{first}\b)")
            found.append(rf"(?i:\b{first[0]}{BETWEEN}{last}s?\b)")
            found.append(rf"(?i:\b{first}{BETWEEN}{last}s?\b)")
        free = [
            part
            for part in (parts[-1], parts[0])
            if len(parts) == 1 or (len(part) >= SHORTEST and plain_letters(part) not in taken)
        ]
        for part in (re.escape(part) for part in free if part[:1].isupper()):
            found.append(rf"\b(?:{part}s?|{part.upper()})\b")
    return re.compile("|".join(dict.fromkeys(found)) or r"(?!)")
