"""What is known of the opportunities beside what stands in the plan file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from django.db.models import F
from django.http import Http404

from waypost.accounts.models import Account
from waypost.accounts.policies import Access
from waypost.document.statements import ACCOUNT, CODE, Statement, as_model, columns, write
from waypost.opportunities.models import Decided, Opportunity, Stage


@dataclass(frozen=True, kw_only=True, slots=True)
class Details:
    """``owner`` and ``location`` are ids, perhaps of what is gone; ``is_closed`` once it is won or
    lost."""

    owner: str
    location: str
    stage: str
    value: Decimal | None
    closes_on: date | None
    renews_on: date | None
    budget_on: date | None
    tier_reason: str
    decided: str

    @property
    def is_closed(self) -> bool:
        return self.stage in (Stage.WON, Stage.LOST)


def details_of(account: Account) -> Mapping[str, Details]:
    """By the ids of the opportunities; one query."""
    return {
        row.pop("ref__code"): Details(
            owner=row.pop("owner_code") or "", location=row.pop("location_code") or "", **row
        )
        for row in _details().rows({ACCOUNT: account.pk})
    }


def decided(details: Mapping[str, Details], what: Decided) -> frozenset[str]:
    """The opportunities about whose hours the team has decided this."""
    return frozenset(code for code, found in details.items() if found.decided == what)


def opportunity_of(access: Access, code: str) -> Opportunity:
    """Its row; raises Http404 where the account has none with this id."""
    rows = Opportunity.objects.live().filter(account=access.account)
    found = rows.select_related("ref", "decision_group__ref", "owner__ref", "location__ref")
    row = found.filter(ref__code=code).first()
    if row is None:
        raise Http404
    return row


def shown_opportunity(access: Access, code: str) -> Opportunity:
    """The same for a page that shows nothing of the row but its id and what hangs on it."""
    rows = _row().rows({ACCOUNT: access.account.pk, CODE: code})
    if not rows:
        raise Http404
    return as_model(Opportunity, rows[0], "ref")


COLUMNS = ("stage", "value", "closes_on", "renews_on", "budget_on", "tier_reason", "decided")


@cache
def _details() -> Statement:
    found = Opportunity.objects.live().filter(account=ACCOUNT).order_by("pk")
    named = found.annotate(owner_code=F("owner__ref__code"), location_code=F("location__ref__code"))
    return write(named, "ref__code", "owner_code", "location_code", *COLUMNS)


@cache
def _row() -> Statement:
    found = Opportunity.objects.live().filter(account=ACCOUNT, ref__code=CODE)
    return write(found, *columns(Opportunity, "ref"))
