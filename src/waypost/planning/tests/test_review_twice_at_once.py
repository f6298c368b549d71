"""A review that two finish at the same moment, on a real database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from waypost.document.models import Snapshot
from waypost.history.models import ChangeSet
from waypost.method.month import Month
from waypost.planning.operations.reviews import finish_review
from waypost.planning.tests.stored import access_of, window_of


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="the tests' SQLite is in memory, where no connection waits for another",
)
def test_review_that_two_finish_at_once_rolls_the_months_on_once(review, account, owner, teammate):
    both_are_here = Barrier(2)

    def finish(person):
        try:
            both_are_here.wait()
            access = access_of(person, account)
            coming = Month(2026, 12)
            return finish_review(access=access, review=review, coming=coming, anyway=True)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        written = list(people.map(finish, (owner, teammate)))

    assert [one.row.held for one in written] == [True, True]
    assert sum(one.change_set is not None for one in written) == 1
    assert window_of(account) == ["2026-12", "2027-01", "2027-02"]
    assert Snapshot.objects.filter(occasion=Snapshot.Occasion.REVIEW).count() == 1
    finished = ChangeSet.objects.filter(what__startswith="Finished the monthly review")
    assert finished.count() == 1
