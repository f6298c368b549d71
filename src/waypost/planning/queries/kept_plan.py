"""A plan as it was kept, on the page that the plan of today has (SES-4, STP-7)."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan
from waypost.method.sight import seen
from waypost.planning.models import SubmissionStep
from waypost.planning.queries.acceptance_changes import Changes, compared
from waypost.planning.queries.acceptance_standing import way_of
from waypost.planning.queries.acceptance_terms import Term, terms_of
from waypost.plans.queries.one_page import OnePage, page_of
from waypost.plans.queries.wording import Reader, known

Step = SubmissionStep.Step


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPlan:
    """``plan`` reads as it did on the day it was kept, ``changes`` lead from it to today. ``terms``
    are the conditions where it is the plan whose acceptance is in force."""

    key: int
    title: str
    day: str
    plan: OnePage
    terms: tuple[Term, ...]
    terms_met: int
    changes: Changes
    since: str
    in_force: bool


def kept_plan(access: Access, snapshot: Snapshot, today: date) -> KeptPlan:
    """As far as the person sees the plan. Raises PlanFileError where it was kept in words that are
    not read any more."""
    before = seen(frozen_plan(snapshot), access.sight)
    now = Reader(plan_for(access), today)
    taken = timezone.localdate(snapshot.taken_at)
    way = way_of(access.account)
    in_force = way.accepted is not None and way.accepted.pk == snapshot.submission_id
    day = now.day(taken)
    terms = terms_of(access, way, now) if in_force else ()
    return KeptPlan(
        key=snapshot.pk,
        title=_title(snapshot, day, in_force=in_force),
        day=day,
        plan=page_of(Reader(before, taken), access, sentences=_sentences(snapshot, now)),
        terms=terms,
        terms_met=sum(bool(term.met) for term in terms),
        changes=compared(before, now, snapshot.pk),
        since=_("Different since then"),
        in_force=in_force,
    )


def _title(snapshot: Snapshot, day: str, *, in_force: bool) -> str:
    if in_force:
        return _("Plan as accepted")
    match snapshot.occasion:
        case Snapshot.Occasion.SUBMISSION:
            return _("Plan as submitted on %(day)s") % {"day": day}
        case Snapshot.Occasion.REVIEW:
            return _("Plan at the review of %(day)s") % {"day": day}
    return _("Plan before a plan file replaced it on %(day)s") % {"day": day}


def _sentences(snapshot: Snapshot, now: Reader) -> tuple[str, ...]:
    """Who kept it, and what was answered."""
    who = snapshot.taken_by.name if snapshot.taken_by else ""
    words = {"day": now.day(timezone.localdate(snapshot.taken_at)), "name": who}
    if snapshot.submission_id is None:
        return known(_("Kept by %(name)s.") % words if who else "")
    sent = _("Submitted by %(name)s on %(day)s.") if who else _("Submitted on %(day)s.")
    return (sent % words, *_answers(snapshot, now))


def _answers(snapshot: Snapshot, now: Reader) -> tuple[str, ...]:
    """Confirmed, accepted, taken back: who did it and when; one query."""
    steps = SubmissionStep.objects.filter(submission=snapshot.submission_id)
    later = steps.exclude(step=Step.SUBMIT).select_related("by").order_by("pk")
    return tuple(
        _("%(what)s by %(name)s on %(day)s.")
        % {
            "what": Step(step.step).label,
            "name": step.by.name if step.by else _("somebody who left"),
            "day": now.day(timezone.localdate(step.at)),
        }
        for step in later
    )
