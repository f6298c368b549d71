"""What came of an account that was merged into another."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.http import Http404

from waypost.accounts.merging.coming import coming
from waypost.accounts.merging.staying import staying_in
from waypost.accounts.models import Account, Merging, Ref
from waypost.accounts.policies import Access
from waypost.accounts.queries import LAST_KEY
from waypost.comments.queries.wording import place_of
from waypost.document.statements import ACCOUNT, Row, Statement, write
from waypost.method.shape import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A part by its id there and here, where it stands now."""

    old: str
    new: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Came:
    """``otherwise``: what it says and the account that has the say does not."""

    gone: Account
    at: datetime
    parts: tuple[Moved, ...]
    otherwise: tuple[str, ...]


def merged_into(access: Access) -> list[Row]:
    """The accounts that were merged into this one, first come first: ``gone``, its name, when."""
    return _merged().rows({ACCOUNT: access.account.pk})


@cache
def _merged() -> Statement:
    found = Merging.objects.filter(account=ACCOUNT).order_by("pk")
    return write(found, "gone", "gone__name", "at")


def came_of(access: Access, gone: int) -> Came:
    """Raises Http404 where it was not merged into the account."""
    mergings = Merging.objects.filter(account=access.account, gone=gone).select_related("gone")
    found = mergings.first() if gone <= LAST_KEY else None
    if found is None:
        raise Http404
    kept = access.account
    still = coming(found.gone, kept)
    refs = Ref.objects.filter(account=kept, came_from__account=gone)
    parts = refs.select_related("came_from").order_by("pk")
    return Came(
        gone=found.gone,
        at=found.at,
        parts=tuple(
            Moved(old=ref.came_from.code, new=ref.code, url="" if ref.retired_at else place_of(ref))
            for ref in parts
            if ref.came_from is not None and ref.kind not in NAMELESS
        ),
        otherwise=tuple(staying_in(still, found.gone, kept, margins=access.sight.margins)),
    )


NAMELESS = frozenset({Kind.MEMBER, Kind.LOCATION})
