"""Keeping each account's findings and summary in step with its plan."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.document.load import load
from waypost.health.models import AccountSummary, Finding
from waypost.method import checks
from waypost.method.checks import Severity
from waypost.method.figures import goal_in_words
from waypost.method.horizon import next_review
from waypost.method.lights import count_lights
from waypost.method.objectives import standing
from waypost.method.plan import Plan
from waypost.method.short_term import is_late
from waypost.method.stages import next_stage_of


@transaction.atomic
def refresh(account: Account, today: date | None = None) -> None:
    """Judge the plan as it stands now and keep the outcome; called by each operation that writes.

    Nothing here is anybody's doing, so it is in no history. ``today`` is the day in the
    installation's time zone by default.
    """
    today = today or timezone.localdate()
    plan = load(account.pk)
    findings = [
        Finding(
            account=account,
            rule=found.rule,
            at=found.at,
            subject=found.subject or "",
            severity=SEVERITIES[found.severity],
            message=str(found.message),
            why=str(found.why),
            fix=str(found.fix) if found.fix else "",
        )
        for found in checks.check(plan, today)
    ]
    Finding.objects.filter(account=account).delete()
    Finding.objects.bulk_create(findings, batch_size=500)
    AccountSummary.objects.update_or_create(
        account=account,
        defaults=_summary(plan, today)
        | _lead(account)
        | {
            "findings": len(findings),
            "worst_finding": max((found.severity for found in findings), default=None),
        },
    )


def refresh_stale(today: date, limit: int = 500) -> int:
    """Judge again the plans that were last judged on an earlier day; returns how many were.

    Time passes without anybody writing: a stage goal comes due, an action is late.
    """
    earlier = Q(summary=None) | Q(summary__computed_on__lt=today)
    stale = Account.objects.live().filter(earlier).order_by("pk")[:limit]
    for account in stale:
        refresh(account, today)
    return len(stale)


SEVERITIES = {
    Severity.QUESTION: Finding.Severity.QUESTION,
    Severity.ADVICE: Finding.Severity.ADVICE,
    Severity.WARNING: Finding.Severity.WARNING,
    Severity.SERIOUS: Finding.Severity.SERIOUS,
}


def _summary(plan: Plan, today: date) -> dict[str, object]:
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
        "next_session": min((s.date for s in plan.sessions if s.date >= today), default=None),
        "accepted_on": senior.on if senior and senior.accepted else None,
        "objectives": len((*objectives.visionary, *objectives.relationship, *objectives.business)),
        "strategies": len(plan.strategies),
        "late_actions": sum(is_late(action, today) for action in plan.short_term_plan.actions),
        "gaps": len(plan.profile.gaps),
        "people": len(plan.people),
        "opportunities": len(plan.opportunities),
    }


def _lead(account: Account) -> dict[str, object]:
    """Who leads the account; of several the first. A plan does not say who may do what."""
    leads = TeamMember.objects.live().filter(account=account, access_role=AccessRole.LEAD)
    lead = leads.order_by("pk").first()
    return {
        "lead_name": lead.name if lead else "",
        "lead_user_id": lead.user_id if lead else None,
    }


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
