"""The stored rows behind the pages; anything else of the account is not found."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from django.db import models
from django.http import Http404

from waypost.accounts.models import TeamMember
from waypost.accounts.policies import Access
from waypost.accounts.queries import LAST_KEY, team_of
from waypost.contacts.models import Contact, DecisionGroup
from waypost.document.statements import ACCOUNT, CODE, Statement, as_model, columns, write

Row = TypeVar("Row", bound=models.Model)
Found = TypeVar("Found")
RELATED_TO_CONTACT = ("ref", "location", "reports_to")
RELATED_TO_GROUP = ("ref", "opportunity_ref")


def contact_of(access: Access, code: str) -> Contact:
    """The person with this id; raises Http404."""
    rows = _contacts().rows({ACCOUNT: access.account.pk, CODE: code})
    return as_model(Contact, _first(rows), *RELATED_TO_CONTACT)


def group_of(access: Access, code: str) -> DecisionGroup:
    """The decision with this id; raises Http404."""
    rows = _groups().rows({ACCOUNT: access.account.pk, CODE: code})
    return as_model(DecisionGroup, _first(rows), *RELATED_TO_GROUP)


def member_of(access: Access, code: str) -> TeamMember:
    """The member of our team with this id; raises Http404."""
    return _one(team_of(access.account).filter(ref__code=code))


def row_of(rows: "models.QuerySet[Row]", key: int) -> Row:
    """One of these rows; raises Http404."""
    return _one(rows.filter(pk=key) if key <= LAST_KEY else rows.none())


def _one(rows: "models.QuerySet[Row]") -> Row:
    return _first(rows[:1])


def _first(rows: Iterable[Found]) -> Found:
    for row in rows:
        return row
    raise Http404


@cache
def _contacts() -> Statement:
    found = Contact.objects.live().filter(account=ACCOUNT, ref__code=CODE)
    return write(found, *columns(Contact, *RELATED_TO_CONTACT))


@cache
def _groups() -> Statement:
    found = DecisionGroup.objects.live().filter(account=ACCOUNT, ref__code=CODE)
    return write(found, *columns(DecisionGroup, *RELATED_TO_GROUP))
