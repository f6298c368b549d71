"""The stored rows behind the page of one objective; anything else of the account is not found."""

from functools import cache
from typing import TypeVar

from django.db import models
from django.http import Http404

from waypost.accounts.policies import Access
from waypost.accounts.queries import LAST_KEY
from waypost.document.statements import ACCOUNT, CODE, Statement, as_model, columns, write
from waypost.plans.models import Objective, StageGoal

Row = TypeVar("Row", bound=models.Model)
RELATED = ("ref", "owner")


def objective_of(access: Access, code: str, level: str = "") -> Objective:
    """The objective with this id, of this level where one is asked for; raises Http404."""
    found = _objectives().rows({ACCOUNT: access.account.pk, CODE: code})
    if not found or (level and found[0]["level"] != level):
        raise Http404
    return as_model(Objective, found[0], *RELATED)


def stage_of(objective: Objective, code: str) -> StageGoal:
    """The stage goal with this id on the way to the objective; raises Http404."""
    found = StageGoal.objects.live().filter(objective=objective, ref__code=code)
    row = found.select_related("ref", "objective__ref").first()
    if row is None:
        raise Http404
    return row


def row_of(rows: "models.Manager[Row]", key: int) -> Row:
    """One of the rows that hang on an objective; raises Http404."""
    row = rows.filter(pk=key).first() if key <= LAST_KEY else None
    if row is None:
        raise Http404
    return row


@cache
def _objectives() -> Statement:
    found = Objective.objects.live().filter(account=ACCOUNT, ref__code=CODE)
    return write(found, *columns(Objective, *RELATED))
