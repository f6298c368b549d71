"""The stored rows behind the pages; anything else of the account is not found."""

from typing import TypeVar

from django.db import models
from django.http import Http404

from waypost.accounts.models import TeamMember
from waypost.accounts.policies import Access
from waypost.accounts.queries import LAST_KEY, team_of
from waypost.contacts.models import Contact, DecisionGroup

Row = TypeVar("Row", bound=models.Model)


def contact_of(access: Access, code: str) -> Contact:
    """The person with this id; raises Http404."""
    found = Contact.objects.live().filter(account=access.account, ref__code=code)
    return _one(found.select_related("ref", "location__ref", "reports_to__ref"))


def group_of(access: Access, code: str) -> DecisionGroup:
    """The decision with this id; raises Http404."""
    found = DecisionGroup.objects.live().filter(account=access.account, ref__code=code)
    return _one(found.select_related("ref", "opportunity_ref"))


def member_of(access: Access, code: str) -> TeamMember:
    """The member of our team with this id; raises Http404."""
    return _one(team_of(access.account).filter(ref__code=code))


def row_of(rows: "models.QuerySet[Row]", key: int) -> Row:
    """One of these rows; raises Http404."""
    return _one(rows.filter(pk=key) if key <= LAST_KEY else rows.none())


def _one(rows: "models.QuerySet[Row]") -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row
