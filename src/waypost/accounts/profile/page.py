"""The page of the profile: the eight parts of PRO-1, what is missing, what to find out next."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Fact, Gap, SwotPoint, YearFigures
from waypost.accounts.policies import Access
from waypost.accounts.profile.figures import Finances, finances
from waypost.accounts.profile.lines import NOBODY, KnownLine, fact_lines, known_line
from waypost.accounts.profile.missing import Missing, missing
from waypost.accounts.profile.research import Research, research
from waypost.accounts.profile.served import serving
from waypost.accounts.profile.sites import SiteLine, site_lines
from waypost.accounts.profile.stored import Stored, stored
from waypost.health.queries import FindingLine
from waypost.method.plan import TeamMember

Topic = Fact.Topic
NOTES: dict[str, str | Promise] = {
    Topic.COMPANY_GOALS: _("what they want, in their terms"),
    Topic.TRENDS: _("and what each means for them"),
    Topic.VALUE_CHAIN: _("where their money is made, and where we add to it"),
}
ASKED: dict[str, str | Promise] = {
    Topic.COMPANY_GOALS: _("What do they want to reach, by when? Their annual report says it."),
    Topic.MARKETS: _("What do they sell, where, and how do they stand there?"),
    Topic.TRENDS: _("What changes in their industry, and what does it do to them?"),
    Topic.COMPETITORS: _("Who presses them? Who presses us there?"),
    Topic.STRUCTURE: _("Who belongs to whom, and where is decided what?"),
    Topic.FINANCES: _("How are they doing, and what may they spend?"),
    Topic.VALUE_CHAIN: _("What do they do for their own customers, and what of it is ours?"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One part of the profile; ``asked`` is what belongs there."""

    key: str
    title: str
    note: str | Promise
    asked: str | Promise
    facts: tuple[KnownLine, ...]
    found: tuple[FindingLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """A stage of their value chain: what is known of it, and where we add value."""

    key: str
    title: str
    facts: tuple[KnownLine, ...]
    adds: tuple[KnownLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GapLine:
    """``actions`` are the ids of those that fill it, ``found`` offers one where there is none."""

    key: int
    anchor: str
    text: str
    could_know: str
    by: str
    actions: tuple[str, ...]
    found: tuple[FindingLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProfilePage:
    """Everything that the page shows, in words."""

    sections: Mapping[str, Section]
    chain: tuple[Stage, ...]
    unplaced: tuple[KnownLine, ...]
    swot: tuple[Section, ...]
    gaps: tuple[GapLine, ...]
    sites: tuple[SiteLine, ...]
    finances: Finances
    missing: tuple[Missing, ...]
    research: tuple[Research, ...]
    found: tuple[FindingLine, ...]
    ages: Mapping[str, int]
    count: int
    team: tuple[TeamMember, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.count or self.gaps or self.finances.years)


def profile_page(access: Access, today: date) -> ProfilePage:
    """What the person may see of it. One query."""
    known = stored(access, today)
    plan, written = known.plan, known.written
    found: defaultdict[str, list[FindingLine]] = defaultdict(list)
    for one in known.found:
        found[one.at].append(one)
    does = serving(plan, access.account.pk)
    lines = fact_lines(access, known.facts, written[Fact], found, does, today)
    points = [
        (row.side, known_line(access, row, written[SwotPoint].get(row.pk, NOBODY), today))
        for row in known.points
    ]
    topics = [t for t in Topic if access.sight.margins or t != Topic.COMPETITORS]
    sections = {topic.value: _section(topic, lines, found) for topic in topics}
    money = finances(known.figures, written[YearFigures], access.account.currency, today)
    every = [line for _topic, line in lines]
    return ProfilePage(
        sections=sections,
        chain=_chain(sections[Topic.VALUE_CHAIN].facts),
        unplaced=tuple(line for line in sections[Topic.VALUE_CHAIN].facts if not line.stage),
        swot=tuple(_side(side, points, found) for side in SwotPoint.Side),
        gaps=_gaps(known, found),
        sites=site_lines(known.sites),
        finances=money,
        missing=missing(access, sections, points, money),
        research=research(every, today),
        found=tuple(line for line in found.get("account", ()) if line.rule == "PRO-1"),
        ages=Counter(line.mark for line in every),
        count=len(every) + len(points),
        team=plan.team,
    )


def _section(
    topic: Fact.Topic,
    lines: Sequence[tuple[str, KnownLine]],
    found: Mapping[str, Sequence[FindingLine]],
) -> Section:
    return Section(
        key=topic.value,
        title=str(topic.label),
        note=NOTES.get(topic, ""),
        asked=ASKED[topic],
        facts=tuple(line for own, line in lines if own == topic),
        found=tuple(found.get(topic.value, ())),
    )


def _side(
    side: SwotPoint.Side,
    points: Sequence[tuple[str, KnownLine]],
    found: Mapping[str, Sequence[FindingLine]],
) -> Section:
    return Section(
        key=side.value,
        title=str(side.label),
        note="",
        asked="",
        facts=tuple(line for own, line in points if own == side),
        found=tuple(found.get("swot", ())) if side is SwotPoint.Side.STRENGTHS else (),
    )


def _chain(facts: Sequence[KnownLine]) -> tuple[Stage, ...]:
    return tuple(
        Stage(
            key=stage.value,
            title=str(stage.label),
            facts=tuple(line for line in facts if line.stage == stage and not line.adds),
            adds=tuple(line for line in facts if line.stage == stage and line.adds),
        )
        for stage in Fact.Stage
    )


def _gaps(known: Stored, found: Mapping[str, Sequence[FindingLine]]) -> tuple[GapLine, ...]:
    actions: defaultdict[int | None, list[str]] = defaultdict(list)
    for action in known.plan.short_term_plan.actions:
        actions[action.from_gap].append(action.id)
    return tuple(
        GapLine(
            key=row.pk,
            anchor=f"gap-{row.pk}",
            text=row.text,
            could_know=row.could_know,
            by=known.written[Gap].get(row.pk, NOBODY).by,
            actions=tuple(actions[place]),
            found=tuple(found.get(f"gaps[{place}]", ())),
        )
        for place, row in enumerate(known.gaps)
    )
