"""From one account to the next: the reviews of all of them, one after the other."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from waypost.accounts.models import Account, TeamMember
from waypost.accounts.policies import MAY, Access, Capability
from waypost.method.month import Month


@dataclass(frozen=True, kw_only=True, slots=True)
class NextAccount:
    """Another account of theirs with a review that is due by the end of this month."""

    pk: int
    name: str
    left: int


def next_account(access: Access, today: date) -> NextAccount | None:
    """The one after this by name, at the end the first again; one query."""
    here = access.account
    due = to_review(access, today).exclude(pk=here.pk)
    listed = list(due.order_by("name", "pk").values_list("name", "pk"))
    if not listed:
        return None
    after = next((one for one in listed if one > (here.name, here.pk)), listed[0])
    return NextAccount(pk=after[1], name=after[0], left=len(listed))


def to_review(access: Access, today: date) -> QuerySet[Account]:
    """The accounts that the person may review and whose review is due by the end of the month."""
    roles = sorted(MAY[Capability.EDIT_PLAN])
    places = TeamMember.objects.live().filter(user=access.user, access_role__in=roles)
    next_month = Month.of(today).plus(1).first_day
    due = Q(summary__next_review__lt=next_month)
    return Account.objects.live().filter(due, pk__in=places.values("account"))
