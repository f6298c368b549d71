"""The post: the four levels of objectives, farthest horizon first (OBJ)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.method.objectives import Standing, reds_on, standing
from waypost.method.plan import BusinessObjective, Heard, Prerequisite, TeamMember
from waypost.plans.queries.progress import condition, now, reaches, state_word, trend, way
from waypost.plans.queries.wording import Reader, RedLight, goal, known, listed, serving, span
from waypost.ui.formats import counted

RELATIONSHIP_YEARS = 2  # "in about two years" (OBJ-2)


@dataclass(frozen=True, kw_only=True, slots=True)
class Horizon:
    """Where on the post a level hangs: the year, and how far away that is."""

    year: str
    distance: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SoftLine:
    """A vision with its horizon, or a sentence of the customer with what was heard from whom."""

    code: str
    text: str
    horizon: Horizon
    heard: tuple[tuple[str, str], ...] = ()  # the words really said, and by whom when
    reds: tuple[RedLight, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GoalLine:
    """A business objective, or the next stage goal of one; ``signal`` is empty while unknown."""

    code: str
    text: str
    signal: str
    state: str
    facts: tuple[str, ...]
    terms: tuple[str, ...] = ()
    reds: tuple[RedLight, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    visions: tuple[SoftLine, ...]
    relationship: tuple[SoftLine, ...]
    relationship_horizon: Horizon
    business_horizon: Horizon
    business: tuple[GoalLine, ...]
    stages_distance: str
    stages: tuple[GoalLine, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.visions or self.relationship or self.business)


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectivesPage:
    """The page of all objectives, in words."""

    name: str
    team: tuple[TeamMember, ...]
    post: Post


def objectives_page(access: Access, today: date) -> ObjectivesPage:
    """All objectives of an account with all their stage goals."""
    plan = plan_for(access, ("team", "objectives", "traffic_lights"))
    reader = Reader(plan, today)
    return ObjectivesPage(
        name=plan.account.name, team=plan.team, post=post(reader, every_stage=True)
    )


def post(reader: Reader, *, every_stage: bool = False) -> Post:
    """The objectives of the plan on their post, with the next stage goal of each or with all."""
    objectives, today = reader.plan.objectives, reader.today
    judged = [(objective, standing(objective, today)) for objective in objectives.business]
    coming = [found.next_stage.due for _objective, found in judged if found.next_stage]
    return Post(
        visions=tuple(_visions(reader)),
        relationship=tuple(_sentences(reader)),
        relationship_horizon=in_years(RELATIONSHIP_YEARS, today),
        business_horizon=_business_horizon(objectives.business, today),
        business=tuple(_business(*pair, reader) for pair in judged),
        stages_distance=span([max(coming)] if coming else [], today),
        stages=tuple(_stages(judged, reader, every_stage)),
    )


def _visions(reader: Reader) -> Iterable[SoftLine]:
    visions = reader.plan.objectives.visionary
    for vision in sorted(visions, key=lambda vision: -vision.horizon_years):
        yield SoftLine(
            code=vision.id,
            text=vision.text,
            horizon=in_years(vision.horizon_years, reader.today),
            reds=reader.red_lights(reds_on(reader.plan, vision.id)),
        )


def _sentences(reader: Reader) -> Iterable[SoftLine]:
    for objective in reader.plan.objectives.relationship:
        yield SoftLine(
            code=objective.id,
            text=objective.text,
            horizon=in_years(RELATIONSHIP_YEARS, reader.today),
            heard=tuple(_heard(heard, reader) for heard in objective.heard),
            reds=reader.red_lights(reds_on(reader.plan, objective.id)),
        )


def in_years(years: int, today: date) -> Horizon:
    distance = _("in %(years)s") % {"years": counted(years, "year")}
    return Horizon(year=str(today.year + years), distance=distance)


def _heard(heard: Heard, reader: Reader) -> tuple[str, str]:
    return heard.text, listed(heard.who or "", reader.day(heard.on))


def _business_horizon(objectives: Iterable[BusinessObjective], today: date) -> Horizon:
    dates = [objective.due for objective in objectives if objective.due]
    year = str(max(dates).year) if dates else _("No date")
    return Horizon(year=year, distance=span(dates, today))


def _business(objective: BusinessObjective, found: Standing, reader: Reader) -> GoalLine:
    return GoalLine(
        code=objective.id,
        text=objective.text,
        signal=found.signal or "",
        state=state_word(found.state),
        facts=known(
            way(objective, reader),
            listed(now(objective, found, reader), trend(objective, found, reader)),
        ),
        terms=known(
            condition(objective, reader),
            _agreement(objective),
            serving(objective.serves),
            _owner(objective, reader),
            *(_first(needed, reader) for needed in objective.depends_on),
        ),
        reds=reader.red_lights(reds_on(reader.plan, objective.id)),
    )


def _agreement(objective: BusinessObjective) -> str:
    """Who has not agreed; the customer's agreement is asked for only where it was refused."""
    team, customer = objective.agreed.team, objective.agreed.customer
    if not team and customer is False:
        return _("agreed by nobody yet")
    if not team:
        return _("not agreed in the team yet")
    return _("not agreed with the customer") if customer is False else ""


def _owner(objective: BusinessObjective, reader: Reader) -> str:
    name = reader.name(objective.owner)
    return _("owner %(name)s") % {"name": name} if name else ""


def _first(needed: Prerequisite, reader: Reader) -> str:
    what = _("needs first: %(text)s") % {"text": needed.text.rstrip(".")}
    return listed(what, reader.day(needed.by), reader.name(needed.owner))


def _stages(
    judged: Iterable[tuple[BusinessObjective, Standing]], reader: Reader, every: bool
) -> Iterable[GoalLine]:
    """The next stage goal of each objective or every one, first due first."""
    coming = [
        (stage, objective, found)
        for objective, found in judged
        for stage in found.stages
        if every or (found.next_stage and stage.at == found.next_stage.id)
    ]
    for stage, objective, found in sorted(coming, key=lambda entry: entry[0].due):
        due = _("due %(day)s") % {"day": reader.day(stage.due)}
        yield GoalLine(
            code=objective.id,
            text=goal(objective, stage.value),
            signal=stage.signal or "",
            state=state_word(stage.state),
            facts=(listed(due, now(objective, found, reader), reaches(objective, stage, reader)),),
        )
