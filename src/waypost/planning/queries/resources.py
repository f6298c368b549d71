"""The page of resources: what is asked for, what was said to it, what depends on it (SES-8)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.accounts.models import Account
from waypost.planning.models import ResourceRequest
from waypost.plans.models import Objective
from waypost.plans.queries.wording import Reader, known

Status = ResourceRequest.Status


@dataclass(frozen=True, kw_only=True, slots=True)
class RequestLine:
    """One request; ``objective`` is the id of the one concerned, ``refused`` asks to look at it
    again."""

    key: int
    what: str
    why: str
    facts: tuple[str, ...]
    objective: str
    objective_text: str
    status: str
    open: bool
    granted: bool
    refused: bool
    answer: str
    answered: str
    version: int


def resource_lines(account: Account, reader: Reader) -> tuple[RequestLine, ...]:
    """Those that wait for an answer first, then in the order they were asked; one query."""
    rows = ResourceRequest.objects.filter(account=account).order_by("pk")
    found = rows.select_related("objective__ref", "asked_by", "answered_by")
    lines = [request_line(row, reader) for row in found]
    return tuple(sorted(lines, key=lambda line: not line.open))


def request_line(row: ResourceRequest, reader: Reader) -> RequestLine:
    objective = row.objective if row.objective and row.objective.deleted_at is None else None
    return RequestLine(
        key=row.pk,
        what=row.what,
        why=row.why,
        facts=known(*_facts(row, reader)),
        objective=objective.ref.code if objective else "",
        objective_text=objective.text if objective else "",
        status=str(Status(row.status or Status.ASKED).label),
        open=row.is_open,
        granted=row.status == Status.GRANTED,
        refused=row.status == Status.REFUSED,
        answer="" if row.is_open else row.answer,
        answered="" if row.is_open else _answered(row, reader),
        version=row.version,
    )


def _facts(row: ResourceRequest, reader: Reader) -> Iterator[str]:
    yield str(row.get_kind_display()) if row.kind else ""
    asked = {"name": row.asked_by.name if row.asked_by else "", "day": reader.day(row.asked_on)}
    if row.asked_by and row.asked_on:
        yield _("asked by %(name)s, %(day)s") % asked


def _answered(row: ResourceRequest, reader: Reader) -> str:
    if row.answered_by is None:
        return ""
    words = {"name": row.answered_by.name, "day": reader.day(row.answered_on)}
    return _("%(name)s, %(day)s") % words


def objectives_concerned(account: Account) -> list[Objective]:
    """What a resource can be asked for: the business objectives."""
    rows = Objective.objects.live().filter(account=account, level=Objective.Level.BUSINESS)
    return list(rows.select_related("ref").order_by("pk"))
