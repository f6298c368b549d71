"""The page of one fact: what it says, what it said before, what was found, what rests on it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from waypost.accounts.models import Fact
from waypost.accounts.policies import Access
from waypost.accounts.profile.entered import Before, Entered, changes_of_fact, entered
from waypost.accounts.profile.lines import KnownLine, fact_lines
from waypost.accounts.profile.served import PARTS, serving
from waypost.accounts.queries import facts_of, plan_for
from waypost.document.statements import ACCOUNT, ROW
from waypost.health.queries import FindingLine, findings_on_profile


@dataclass(frozen=True, kw_only=True, slots=True)
class FactPage:
    """``before``: what stood there before, newest first."""

    line: KnownLine
    topic: str
    stage: str
    before: tuple[Before, ...]
    is_goal: bool
    profile: str


def fact_page(access: Access, fact: Fact, today: date) -> FactPage:
    rows = changes_of_fact().rows({ACCOUNT: access.account.pk, ROW: fact.pk})
    written = entered(access, rows, today)[Fact].get(fact.pk, Entered())
    found: dict[str, list[FindingLine]] = {}
    for one in findings_on_profile(access):
        found.setdefault(one.at, []).append(one)
    facts = list(facts_of(access).select_related("ref"))
    does = serving(plan_for(access, PARTS), access.account.pk)
    lines = fact_lines(access, facts, {fact.pk: written}, found, does, today)
    return FactPage(
        line=next(line for _topic, line in lines if line.key == fact.pk),
        topic=fact.get_topic_display(),
        stage=fact.get_stage_display() if fact.stage else "",
        before=tuple(written.before),
        is_goal=fact.topic == Fact.Topic.COMPANY_GOALS,
        profile=reverse("accounts:profile", args=[access.account.pk]),
    )
