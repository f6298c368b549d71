"""The findings about an account as they were last stored, with the step that settles each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from waypost.accounts.models import Account, Location, Ref
from waypost.accounts.policies import Access, Capability
from waypost.document.statements import ACCOUNT, CODE, Row, Statement, write
from waypost.health.models import Finding
from waypost.health.queries.steps import Step, step_for
from waypost.method.shape import ACCOUNT as WHOLE
from waypost.plans.models import StageGoal

# What these find rests on what not everybody who sees the plan may know.
RESTS_ON: Final = {
    "DMG-3": Capability.SEE_NOTES,
    "ROTI-1": Capability.SEE_MARGINS,
    "ROTI-3": Capability.SEE_MARGINS,
}
SIGNALS: Final = {Finding.Severity.SERIOUS: "red", Finding.Severity.WARNING: "amber"}
COLUMNS: Final = ("rule", "at", "subject", "severity", "message", "why", "fix", "step")


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingLine:
    """One finding in words; rule, at and subject tell which one. ``step`` settles it, if a page
    can offer one to this person; ``signal`` is empty where nothing is wrong yet."""

    rule: str
    at: str
    subject: str
    signal: str
    severity: str
    message: str
    why: str
    fix: str
    step: Step | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """What was found and stands, worst first, of ``count`` in all; ``computed_on`` is empty before
    the first check."""

    lines: tuple[FindingLine, ...]
    count: int
    computed_on: date | None


def findings_of(access: Access, *, most: int | None = None) -> Findings:
    """What was found that nobody dismissed and that the person may know, not more than ``most``.

    One query, one row where nothing was found.
    """
    rows = _findings().rows({ACCOUNT: access.account.pk})
    known = [row for row in rows if _may_know(access, row["rule"])]
    return Findings(
        lines=tuple(line_of(access, row) for row in known[:most]),
        count=len(known),
        computed_on=rows[0]["summary__computed_on"],
    )


def findings_at(access: Access, code: str) -> tuple[FindingLine, ...]:
    """What of it stands at this part, and at the stage goals of this objective; one query."""
    return _lines(access, _findings_at(), {CODE: code})


def findings_on_profile(access: Access) -> tuple[FindingLine, ...]:
    """What of it is about what is known of the customer (PRO); one query."""
    return _lines(access, written_on_profile())


def findings_on_coverage(access: Access) -> tuple[FindingLine, ...]:
    """What of it is about the people as a whole, or those at one site (DMG); one query."""
    return _lines(access, _of_places())


def _lines(
    access: Access, found: Statement, ids: Mapping[str, str] | None = None
) -> tuple[FindingLine, ...]:
    return lines_of(access, found.rows({ACCOUNT: access.account.pk, **(ids or {})}))


def lines_of(access: Access, rows: Iterable[Row]) -> tuple[FindingLine, ...]:
    """The rows of a statement such as `written_on_profile` in words."""
    return tuple(line_of(access, row) for row in rows if _may_know(access, row["rule"]))


def finding_of(access: Access, *, rule: str, at: str, subject: str) -> Finding | None:
    """The finding that stands under this name; None where it is settled by now, and where the
    person may not know of it."""
    if not _may_know(access, rule):
        return None
    found = Finding.objects.filter(account=access.account, dismissed=False)
    return found.filter(rule=rule, at=at, subject=subject).first()


def _may_know(access: Access, rule: str | None) -> bool:
    return bool(rule) and access.may(RESTS_ON.get(str(rule), Capability.SEE_PLAN))


@cache
def _findings() -> Statement:
    found = (
        Account.objects.filter(pk=ACCOUNT)
        .annotate(stands=FilteredRelation("findings", condition=Q(findings__dismissed=False)))
        .annotate(**{name: F(f"stands__{name}") for name in COLUMNS})
        .annotate(**_places(account="pk", at="stands__at"))
        .order_by("-stands__severity", "stands__pk")
    )
    return write(found, "summary__computed_on", *COLUMNS, "kind", "objective")


@cache
def _findings_at() -> Statement:
    stages = StageGoal.objects.filter(account=ACCOUNT, objective__ref__code=CODE)
    at = Q(at=CODE) | Q(at__in=stages.values("ref__code"))
    return _written(Finding.objects.filter(at))


@cache
def written_on_profile() -> Statement:
    """Asks for those of `findings_on_profile`, for a page that asks for more in the same query."""
    return _written(Finding.objects.filter(rule__startswith="PRO-"))


@cache
def _of_places() -> Statement:
    sites = Location.objects.live().filter(account=ACCOUNT).values("ref__code")
    people = Finding.objects.filter(rule__startswith="DMG-")
    return _written(people.filter(Q(at=WHOLE) | Q(at__in=sites)))


def _written(found: "QuerySet[Finding]") -> Statement:
    stands = found.filter(account=ACCOUNT, dismissed=False)
    placed = stands.annotate(**_places(account="account", at="at")).order_by("-severity", "pk")
    return write(placed, *COLUMNS, "kind", "objective")


def _places(*, account: str, at: str) -> dict[str, Subquery]:
    """Of which kind the part is that a finding is about, and whose stage goal."""
    part = Ref.objects.filter(account=OuterRef(account), code=OuterRef(at))
    stage = StageGoal.objects.filter(ref__account=OuterRef(account), ref__code=OuterRef(at))
    return {
        "kind": Subquery(part.values("kind")[:1]),
        "objective": Subquery(stage.values("objective__ref__code")[:1]),
    }


def line_of(access: Access, row: Row) -> FindingLine:
    """A row of `_findings` in words."""
    worth = Finding.Severity(row["severity"])
    return FindingLine(
        rule=row["rule"],
        at=row["at"],
        subject=row["subject"],
        signal=SIGNALS.get(worth, ""),
        severity=str(worth.label),
        message=row["message"],
        why=row["why"],
        fix=row["fix"],
        step=step_for(
            access,
            row["step"],
            at=row["at"],
            kind=row["kind"] or "",
            objective=row["objective"] or "",
            subject=row["subject"],
        ),
    )
