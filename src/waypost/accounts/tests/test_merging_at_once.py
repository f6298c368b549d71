"""Two who merge at the same moment, each the other way: one merge, no deadlock."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from waypost.accounts.models import Account, Merging
from waypost.accounts.operations import merge_accounts
from waypost.accounts.queries import access_to
from waypost.accounts.tests.test_merging import stored_pair


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="the tests' SQLite is in memory, where no connection waits for another",
)
def test_merges_both_ways_at_once_are_one(owner):
    pair = [Account.objects.get(pk=account.pk) for account in stored_pair(owner)]
    sides, both_are_here = [access_to(owner, account.pk) for account in pair], Barrier(2)

    def merge(way):
        (access, gone), (kept, other) = sides[::way], pair[::way]
        times = {"touched": kept.touched_at, "gone_touched": other.touched_at}
        try:
            both_are_here.wait()
            merge_accounts(access=access, gone=gone, **times)
        except ValidationError as error:
            return error.messages
        finally:
            connection.close()
        return []

    with ThreadPoolExecutor(2) as clicks:
        said = sorted(clicks.map(merge, (1, -1)), key=len)

    assert (said[0], len(said[1])) == ([], 1)
    assert "merged into another account meanwhile" in said[1][0]
    assert Account.objects.live().get() == Merging.objects.get().account
