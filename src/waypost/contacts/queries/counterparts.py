"""Where else a person stands because accounts of one customer were merged, or parted again."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from waypost.accounts.models import Account, Merging, Ref
from waypost.accounts.policies import MERGING
from waypost.contacts.models import Contact
from waypost.contacts.queries.pointing import entries_of
from waypost.history.models import ChangeSet


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """An account that holds something of the person, who is ``contact`` there or nobody.

    ``within``: the change sets that brought it there and took it out again, where the two accounts
    were parted since; whatever else stands there is no concern of the other.
    """

    account: Account
    contact: Contact | None
    within: tuple[ChangeSet, ...] | None = None


def places_of(contact: Contact) -> list[Place]:
    """The person's own account first."""
    own = contact.account
    accounts = accounts_of_one_customer(own)
    others = list(_counterparts(contact))
    found = [Place(account=own, contact=contact)]
    for account in accounts:
        there = [one for one in others if one.account_id == account.pk]
        found += [Place(account=account, contact=one) for one in there]
        if not there and account != own:
            found.append(Place(account=account, contact=None))
    for one in others:
        if one.account not in accounts:
            sets = _mergings_recorded(one.account)
            found.append(Place(account=one.account, contact=one, within=sets))
    return found


def accounts_of_one_customer(account: Account) -> list[Account]:
    """The account, those merged into it and the one it was merged into, and so on."""
    known, asked = {account.pk}, {account.pk}
    while asked:
        pairs = Merging.objects.filter(Q(account__in=asked) | Q(gone__in=asked))
        ends = {pk for pair in pairs.values_list("account", "gone") for pk in pair}
        asked = ends - known
        known |= ends
    return list(Account.objects.filter(pk__in=known).order_by("pk"))


def _counterparts(contact: Contact) -> Iterator[Contact]:
    """The entries in other accounts that came from the person's, or that it came from."""
    known = {one.ref_id for one in entries_of(contact)}
    asked = set(known)
    while asked:
        ends = Ref.objects.filter(Q(came_from__in=asked) | Q(became__in=asked))
        asked = set(ends.values_list("pk", flat=True)) - known
        known |= asked
    found = Contact.objects.filter(ref__in=known).exclude(account=contact.account_id)
    yield from found.select_related("ref", "account").order_by("pk")


def _mergings_recorded(account: Account) -> tuple[ChangeSet, ...]:
    found = ChangeSet.objects.filter(account=account, changes__table=MERGING)
    return tuple(found.distinct().order_by("pk"))
