"""The forms of a review: each line of it with the one for its answer."""

from collections.abc import Mapping
from typing import Any

from django import forms

from waypost.planning.forms.reviews import (
    AttendanceForm,
    DecisionForm,
    FinishForm,
    GoalForm,
    NextReviewForm,
    ReadyForm,
    SeenForm,
    SentenceForm,
    SettlementForm,
)
from waypost.planning.queries.flow import Flow
from waypost.planning.queries.flow_lines import Light, Outline, Sentence
from waypost.plans.queries.wording import Reader


def forms_of(reader: Reader, found: Flow, sent: Mapping[str, forms.Form]) -> dict[str, Any]:
    """Each line with its form: the one that was sent, else a new one."""
    plan = reader.plan
    attendance = AttendanceForm(plan=plan, present=found.present)
    following = NextReviewForm(initial={"on": found.next_review})
    finish = FinishForm.for_month(found.rolls.coming)
    return {
        "attendance": sent.get("attendance") or attendance,
        "goals": [
            (
                goal,
                sent.get(f"goal-{goal.code}")
                or GoalForm(has_condition=goal.has_condition, auto_id=f"goal-{goal.code}-%s"),
            )
            for goal in found.goals
        ],
        "settle": [
            (line, sent.get(f"settle-{line.code}") or _settlement(line.code, line.version))
            for line in found.settle
        ],
        "outlines": [
            (line, sent.get(f"ready-{line.code}") or _ready(reader, line))
            for line in found.outlines
        ],
        "sentences": [
            (line, sent.get(f"sentence-{line.code}") or _sentence(line)) for line in found.sentences
        ],
        "lights": [(line, sent.get(f"light-{line.code}") or _light(line)) for line in found.lights],
        "decision": sent.get("decisions") or DecisionForm(auto_id="decision-%s"),
        "following": sent.get("following") or following,
        "finish": sent.get("finish") or finish,
    }


def _settlement(code: str, version: int) -> SettlementForm:
    return SettlementForm(initial={"version": version}, auto_id=f"settle-{code}-%s")


def _ready(reader: Reader, line: Outline) -> ReadyForm:
    return ReadyForm(
        plan=reader.plan,
        action=line.action,
        version=line.version,
        missing=[
            name for name, is_so in (("owner", line.no_owner), ("due", line.no_date)) if is_so
        ],
        auto_id=f"ready-{line.code}-%s",
    )


def _sentence(line: Sentence) -> SentenceForm:
    said = {"would_say": line.would_say, "words": line.words, "seen": line.stamp}
    return SentenceForm(initial=said, auto_id=f"sentence-{line.code}-%s")


def _light(line: Light) -> SeenForm:
    as_seen = {"version": line.version, "seen": line.colour, "colour": line.colour}
    return SeenForm(initial=as_seen, auto_id=f"light-{line.code}-%s")
