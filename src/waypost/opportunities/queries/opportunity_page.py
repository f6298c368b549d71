"""The page of one opportunity: what it is, the eight questions, its class, its hours (ROTI)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.plan import DecisionGroup, Plan, TeamMember
from waypost.method.roti import Level, Rating, hours_of, level
from waypost.method.words import Words, plain
from waypost.opportunities.models import Decided, Stage
from waypost.opportunities.models import Opportunity as Row
from waypost.opportunities.queries.bubble_words import an_hour
from waypost.opportunities.queries.capacity import letting_in, rated, why_below
from waypost.opportunities.queries.closing import Moved, close_dates
from waypost.opportunities.queries.details import Details
from waypost.opportunities.queries.page import Known
from waypost.opportunities.queries.ranking import percent
from waypost.plans.queries.lights import LightLine, light_lines
from waypost.plans.queries.served import Served, served_by_opportunity
from waypost.plans.queries.ways import Ways, ways
from waypost.plans.queries.wording import Reader, known
from waypost.ui.formats import hours, money

PARTS = (
    *("opportunities", "team", "actions", "faces", "decision_groups", "locations"),
    *("objectives", "named_facts", "strategies", "traffic_lights"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A value that is edited where it stands; ``name`` is the field of the form."""

    name: str
    label: str
    value: str
    open: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """One of those who decide, and in which roles."""

    url: str
    name: str
    title: str
    roles: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    code: str
    decision: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Where it stands in the ranking; ``letting_in`` what to drop for it if it is below."""

    is_above: bool
    text: str
    letting_in: str
    decided: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OpportunityPage:
    """``suggested`` and ``reasons`` are empty for whoever does not see margins."""

    name: str
    team: tuple[TeamMember, ...]
    code: str
    title: str
    owner: str
    tier: str
    strip: tuple[Field, ...]
    fields: tuple[Field, ...]
    questions: tuple[Field, ...]
    unanswered: int
    serves: tuple[Served, ...]
    suggested: str
    reasons: tuple[str, ...]
    tier_reason: str
    sees_margins: bool
    line: Line | None
    group: Group | None
    lights: tuple[LightLine, ...]
    ways: Ways
    moved: tuple[Moved, ...]


def opportunity_page(access: Access, row: Row, today: date) -> OpportunityPage:
    known_here = Known(access, today, PARTS)
    return _Page(known_here, row, access.account.pk).page()


class _Page:
    def __init__(self, here: Known, row: Row, account_id: int) -> None:
        self.here, self.row, self.account = here, row, account_id
        self.reader: Reader = here.reader
        self.plan: Plan = here.reader.plan
        self.code = row.ref.code
        self.one = next(one for one in self.plan.opportunities if one.id == self.code)
        self.details: Details = here.details[self.code]
        self.rating = self._rating()

    def page(self) -> OpportunityPage:
        rating = self.rating
        served = served_by_opportunity(self.reader, self.account)
        questions = tuple(self._questions())
        lights = (line for line in light_lines(self.reader) if line.on == self.code)
        return OpportunityPage(
            name=self.plan.account.name,
            team=self.plan.team,
            code=self.code,
            title=self.one.name,
            owner=self.reader.name(self.details.owner),
            tier=self.one.tier or "",
            strip=tuple(self._strip()),
            fields=tuple(self._fields()),
            questions=questions,
            unanswered=sum(field.open for field in questions),
            serves=tuple(served[code] for code in self.one.serves if code in served),
            suggested=(rating.suggested or "") if rating else "",
            reasons=tuple(said(reason.words) for reason in rating.reasons) if rating else (),
            tier_reason=self.details.tier_reason if rating else "",
            sees_margins=self.here.sees_margins,
            line=self._line(),
            group=self._group(),
            lights=tuple(lights),
            ways=ways((self.code,), self.reader, self.account),
            moved=close_dates(self.row, self.reader.today),
        )

    def _rating(self) -> Rating | None:
        if not self.here.sees_margins:
            return None
        having = (*self.here.open, self.one) if self.details.is_closed else self.here.open
        return next(one for one in rated(having) if one.opportunity.id == self.code)

    def _strip(self) -> Iterator[Field]:
        currency = self.plan.account.currency
        if self.rating:
            rate = an_hour(self.rating.per_hour, currency)
            yield Field(name="", label=_("Return an hour"), value=rate or _("not known"))
            rank = f"{self.rating.rank}/{self.rating.rated}" if self.rating.rank else ""
            yield Field(name="", label=_("Rank"), value=rank or _("none"))
        yield Field(name="", label=_("Chance"), value=percent(self.one.chance) or _("not known"))
        takes = hours(hours_of(self.one)) or _("not known")
        yield Field(name="", label=_("Time"), value=takes)

    def _fields(self) -> Iterator[Field]:
        one, found, currency = self.one, self.details, self.plan.account.currency
        place = next((p for p in self.plan.account.locations if p.id == found.location), None)
        group = self._own_group()
        stage = str(Stage(found.stage).label) if found.stage else ""
        yield Field(name="name", label=_("Opportunity"), value=one.name)
        yield Field(name="stage", label=_("Stage"), value=stage)
        yield Field(name="owner", label=_("Owner"), value=self.reader.name(found.owner))
        yield Field(name="location", label=_("Location"), value=place.name if place else "")
        decision = group.decision if group else ""
        yield Field(name="decision_group", label=_("Decision group"), value=decision)
        yield Field(name="value", label=_("Value"), value=money(found.value, currency))
        if self.here.sees_margins:
            yield Field(name="margin", label=_("Margin"), value=money(one.margin, currency))
        yield Field(name="chance", label=_("Chance"), value=percent(one.chance))
        yield Field(name="hours", label=_("Hours it takes"), value=hours(one.hours))
        for name, label in (
            ("closes_on", _("Close date")),
            ("renews_on", _("Renewal date")),
            ("budget_on", _("Budget date")),
        ):
            yield Field(name=name, label=label, value=self.reader.day(getattr(found, name)))

    def _questions(self) -> Iterator[Field]:
        q = self.one.q
        asked = [
            ("need", _("How much do they need it now?"), q.need),
            ("part", _("Does that part of their business grow?"), q.part),
            ("where", _("Where is it, and how large?"), self._where()),
            ("hours_to_penetrate", _("How many hours to get in?"), hours(q.hours)),
            ("profitable", _("Can we be profitable?"), q.profitable),
            ("importance_to_them", _("How important is it to them?"), q.importance_to_them),
            ("history", _("What is our history there?"), q.history),
            ("knowledge", _("How well do we know those who decide?"), q.knowledge),
        ]
        for name, label, answer in asked:
            if name != "profitable" or self.here.sees_margins:
                is_open = level(answer) is Level.UNKNOWN
                yield Field(name=name, label=label, value=answer or _("unknown"), open=is_open)

    def _where(self) -> str:
        """The name of the place where the answer is the id of one."""
        said_where = self.one.q.where or ""
        place = next((p for p in self.plan.account.locations if p.id == said_where), None)
        return f"{place.name} ({place.id})" if place else said_where

    def _line(self) -> Line | None:
        capacity = self.here.capacity(self.here.there.hours)
        if capacity is None or self.details.is_closed:
            return None
        left = capacity.why(self.code)
        there = hours(capacity.found.hours)
        if left is None:
            text = _("It is above the line: it gets its hours out of %(hours)s.")
        else:
            text = _("It is below the line of %(hours)s: %(why)s.")
        words = {"hours": there, "why": why_below(left) if left else ""}
        exchange = None
        if left and self.rating and self.rating.per_hour and self.rating.per_hour > 0:
            found = capacity.exchange(self.code)
            exchange = letting_in(self.one, found, self.plan.account.currency)
        decided = str(Decided(self.details.decided).label) if self.details.decided else ""
        return Line(
            is_above=left is None, text=text % words, letting_in=exchange or "", decided=decided
        )

    def _own_group(self) -> DecisionGroup | None:
        """The group named here, else the first that names this opportunity."""
        groups = self.plan.decision_groups
        named = [group for group in groups if group.id == self.one.decision_group]
        named += [group for group in groups if group.opportunity == self.code]
        return named[0] if named else None

    def _group(self) -> Group | None:
        found = self._own_group()
        if found is None:
            return None
        people = {person.id: person for person in self.plan.people}
        return Group(
            code=found.id,
            decision=found.decision,
            seats=tuple(
                Seat(
                    url=reverse("contacts:person", args=[self.account, member.person]),
                    name=people[member.person].name,
                    title=people[member.person].title or "",
                    roles=", ".join(known(*(_(str(role)) for role in member.roles))),
                )
                for member in found.people
                if member.person in people
            ),
        )


def said(sentence: Words) -> str:
    """A sentence of the method in the person's language; known to translators by name."""
    return _(sentence.text) % {name: plain(value) for name, value in sentence.values}
