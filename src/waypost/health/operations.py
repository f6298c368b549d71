"""Keeping each account's findings and summary in step with its plan."""

from collections import Counter
from collections.abc import Sequence, Set
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.accounts.policies import Capability
from waypost.document.load import PARTS, load_beside
from waypost.document.statements import (
    ACCOUNT,
    ROW,
    Row,
    Statement,
    columns,
    write,
    write_deletion,
)
from waypost.health.models import AccountSummary, Dismissal, Finding
from waypost.health.queries.findings import RESTS_ON
from waypost.history.writes import insert_all, update
from waypost.method import checks
from waypost.method.checks import Severity
from waypost.method.figures import goal_in_words
from waypost.method.horizon import next_review
from waypost.method.lights import count_lights
from waypost.method.next_stage import next_stage_of
from waypost.method.objectives import standing
from waypost.method.plan import Plan
from waypost.method.short_term import is_late
from waypost.method.tiers import potential
from waypost.opportunities.models import Decided, Opportunity, Stage

SEVERITIES = {
    Severity.QUESTION: Finding.Severity.QUESTION,
    Severity.ADVICE: Finding.Severity.ADVICE,
    Severity.WARNING: Finding.Severity.WARNING,
    Severity.SERIOUS: Finding.Severity.SERIOUS,
}
FOUND = ("rule", "at", "subject", "severity", "message", "why", "fix", "step", "dismissed")
ALL = tuple(PARTS)
POTENTIAL = ("potential", "potential_hours", "hours_asked")
SAME = ("rule", "at", "subject", "message")  # a dismissal holds while a finding says the same


@transaction.atomic(savepoint=False)
def refresh(account: Account, today: date | None = None) -> None:
    """Judge the plan as it stands now and keep the outcome; called by each operation that writes.

    Nothing here is anybody's doing, so it is in no history. ``today`` is the day in the
    installation's time zone by default.
    """
    today = today or timezone.localdate()
    stored = (_dismissals(), _stored_findings(), _stored_summary(), _opportunities())
    plan, answers = load_beside(account.pk, ALL, *stored)
    dismissals, stand, (kept,), decided = (answers[statement] for statement in stored)
    dismissed = {tuple(row[name] for name in SAME) for row in dismissals}
    findings = [_columns(found, dismissed) for found in checks.check(plan, today)]
    stands = [found for found in findings if not found["dismissed"]]
    rests_on = Counter(RESTS_ON.get(found["rule"]) for found in stands)
    summary = _summary(plan, today) | {
        **_potential(plan, decided),
        "findings": len(stands),
        "findings_on_margins": rests_on[Capability.SEE_MARGINS],
        "findings_on_notes": rests_on[Capability.SEE_NOTES],
        "worst_finding": max((found["severity"] for found in stands), default=None),
    }
    _keep_findings(account, stand, findings)
    _keep_summary(account, kept, summary)


def refresh_stale(today: date, limit: int = 500) -> int:
    """Judge again the plans that were last judged on an earlier day; returns how many were.

    Time passes without anybody writing: a stage goal comes due, an action is late.
    """
    earlier = Q(summary=None) | Q(summary__computed_on__lt=today)
    stale = Account.objects.live().filter(earlier).order_by("pk")[:limit]
    for account in stale:
        refresh(account, today)
    return len(stale)


def mark_stale(today: date) -> None:
    """Have every plan judged again by `refresh_stale`: another version may judge otherwise."""
    judged = AccountSummary.objects.filter(computed_on__gte=today)
    judged.update(computed_on=today - timedelta(days=1))


def _columns(found: checks.Finding, dismissed: Set[tuple[str, ...]]) -> Row:
    same = (found.rule, found.at, found.subject, str(found.message))
    return {
        "rule": found.rule,
        "at": found.at,
        "subject": found.subject or "",
        "severity": SEVERITIES[found.severity],
        "message": str(found.message),
        "why": str(found.why),
        "fix": str(found.fix),
        "step": _step(found.fix),
        "dismissed": same in dismissed,
    }


def _step(fix: checks.Fix) -> dict[str, Any]:
    """What a page needs to offer the fix in one step."""
    step: dict[str, Any] = {"kind": fix.kind.value}
    if fix.field:
        step["field"] = fix.field
    if fix.member:
        step["member"] = fix.member
    if fix.action:
        step["action"] = {
            "what": str(fix.action.what),
            "achieves": fix.action.achieves,
            "owner": fix.action.owner,
            "from_gap": fix.action.from_gap,
        }
    return step


def _keep_findings(account: Account, stand: Sequence[Row], findings: Sequence[Row]) -> None:
    """Write the findings from the first that differs on: they stand in the order of the checks.
    Most operations change none."""
    pairs = zip(({name: row[name] for name in FOUND} for row in stand), findings, strict=False)
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    if gone := [row["pk"] for row in stand[same:]]:
        _findings_from().run({ACCOUNT: account.pk, ROW: gone[0]})
    insert_all([Finding(account_id=account.pk, **found) for found in findings[same:]])


def _keep_summary(account: Account, stored: Row, summary: dict[str, Any]) -> None:
    """Write what of the summary differs from what is stored."""
    summary |= {"lead_name": stored["name_of_lead"] or "", "lead_user_id": stored["user_of_lead"]}
    news = {n: value for n, value in summary.items() if stored[f"summary__{n}"] != value}
    if stored["summary__account_id"] is None:
        AccountSummary.objects.update_or_create(account=account, defaults=summary)
    elif news:
        update(AccountSummary(account=account, **news), *news)


@cache
def _dismissals() -> Statement:
    return write(Dismissal.objects.live().filter(account=ACCOUNT), *SAME)


@cache
def _stored_findings() -> Statement:
    return write(Finding.objects.filter(account=ACCOUNT).order_by("pk"), "pk", *FOUND)


@cache
def _findings_from() -> Statement:
    return write_deletion(Finding.objects.filter(account=ACCOUNT, pk__gte=ROW))


@cache
def _stored_summary() -> Statement:
    """The summary, and who leads the account; of several the first. A plan does not say who may do
    what."""
    team = TeamMember.objects.live().filter(account=OuterRef("pk"), access_role=AccessRole.LEAD)
    lead = team.order_by("pk")
    found = Account.objects.filter(pk=ACCOUNT).annotate(
        name_of_lead=Subquery(lead.values("name")[:1]),
        user_of_lead=Subquery(lead.values("user")[:1]),
    )
    summary = (f"summary__{name}" for name in columns(AccountSummary))
    return write(found, *summary, "name_of_lead", "user_of_lead")


@cache
def _opportunities() -> Statement:
    """What no plan file says of the opportunities: which are closed, what is decided of which."""
    found = Opportunity.objects.live().filter(account=ACCOUNT).exclude(stage="", decided="")
    return write(found, "ref__code", "stage", "decided")


def _potential(plan: Plan, decided: Sequence[Row]) -> dict[str, Decimal | None]:
    """What the account can bring, and what that takes: to class it among others (ROTI-1)."""
    closed = {row["ref__code"] for row in decided if row["stage"] in (Stage.WON, Stage.LOST)}
    found = potential(
        [one for one in plan.opportunities if one.id not in closed],
        plan.account.settings.team_hours_next_12_months,
        keep={row["ref__code"] for row in decided if row["decided"] == Decided.KEEP},
        drop={row["ref__code"] for row in decided if row["decided"] == Decided.DROP},
    )
    if found is None:
        return dict.fromkeys(POTENTIAL)
    brings = found.brings.quantize(Decimal(1))
    return dict(zip(POTENTIAL, (brings, found.takes, found.asked), strict=True))


def _summary(plan: Plan, today: date) -> dict[str, Any]:
    lights = count_lights(plan.traffic_lights)
    review = next_review(plan, today)
    senior = plan.acceptance.senior
    objectives = plan.objectives
    return {
        "computed_on": today,
        "place": next((location.name for location in plan.account.locations), ""),
        "greens": lights.green,
        "ambers": lights.amber,
        "reds": lights.red,
        **_next_stage(plan, today),
        "next_review": review.overdue_since or review.on,
        "next_session": _next_session(plan, today),
        "accepted_on": senior.on if senior and senior.accepted else None,
        "objectives": len((*objectives.visionary, *objectives.relationship, *objectives.business)),
        "strategies": len(plan.strategies),
        "late_actions": sum(is_late(action, today) for action in plan.short_term_plan.actions),
        "gaps": len(plan.profile.gaps),
        "people": len(plan.people),
        "opportunities": len(plan.opportunities),
    }


def _next_session(plan: Plan, today: date) -> date | None:
    """Of those that were not held yet; a day may have both."""
    to_come = (one.date for one in plan.sessions if one.date >= today and one.documented is None)
    return min(to_come, default=None)


def _next_stage(plan: Plan, today: date) -> dict[str, object]:
    """The stage goal that comes due next, and whether it will be reached (OBJ-5)."""
    found = next_stage_of(plan, today)
    if found is None:
        return {
            "next_stage_ref": "",
            "next_stage_text": "",
            "next_stage_due": None,
            "next_stage_signal": "",
        }
    judged = standing(found.objective, today).stages
    signal = next(stage.signal for stage in judged if stage.at == found.stage.id)
    return {
        "next_stage_ref": found.stage.id,
        "next_stage_text": goal_in_words(found.objective, found.stage.value),
        "next_stage_due": found.stage.due,
        "next_stage_signal": signal or "",
    }
