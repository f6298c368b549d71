"""The plan on one page, worded: a template has nothing to work out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.health.queries import FindingLine, findings_of
from waypost.method.horizon import NextReview, next_review
from waypost.method.lights import LightCounts, count_lights
from waypost.method.next_stage import next_stage_of
from waypost.method.plan import TeamMember
from waypost.plans.queries.lights import LightLine, light_lines
from waypost.plans.queries.objectives import Post, post
from waypost.plans.queries.record import record
from waypost.plans.queries.short_term import ShortTermLines, short_term_lines
from waypost.plans.queries.strategies import StrategyLine, strategies
from waypost.plans.queries.wording import Reader, goal
from waypost.ui.formats import counted, weekday_date

# What the page shows; the others have pages of their own.
PARTS = (
    "team",
    "objectives",
    "strategies",
    "actions",
    "traffic_lights",
    "people",
    "reviews",
)
FINDINGS_SHOWN = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """What the method found, worst first: the first findings, and how many more there are."""

    count: str
    checked: str
    shown: tuple[FindingLine, ...]
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OnePage:
    """Everything that the page shows, in words; a plan of the past has no ``health``."""

    name: str
    team: tuple[TeamMember, ...]
    me: TeamMember | None
    record: tuple[str, ...]
    lights: LightCounts
    next_stage: str
    next_review: str
    review_overdue: str
    post: Post
    strategies: tuple[StrategyLine, ...]
    short_term: ShortTermLines
    light_lines: tuple[LightLine, ...]
    health: Health | None

    @property
    def is_empty(self) -> bool:
        """Whether none of the four elements of the model is there yet (MOD-1)."""
        return (
            self.post.is_empty
            and self.short_term.is_empty
            and not (self.strategies or self.light_lines)
        )


def one_page(access: Access, today: date) -> OnePage:
    """The plan of an account as far as the person may see it, and its health."""
    reader = Reader(plan_for(access, PARTS), today)
    return page_of(reader, access, health=_health(access, reader))


def page_of(
    reader: Reader,
    access: Access,
    *,
    health: Health | None = None,
    sentences: Sequence[str] | None = None,
) -> OnePage:
    """The page of any state of the plan; ``sentences`` in place of its own about the whole of it.
    Without a query."""
    plan, today = reader.plan, reader.today
    review = next_review(plan, today)
    return OnePage(
        name=plan.account.name,
        team=plan.team,
        me=next((member for member in plan.team if member.id == access.member_code), None),
        record=tuple(sentences) if sentences is not None else record(reader, review),
        lights=count_lights(plan.traffic_lights),
        next_stage=_next_stage(reader),
        next_review="" if review.on == review.overdue_since else weekday_date(review.on, today),
        review_overdue=_overdue(review, reader),
        post=post(reader),
        strategies=strategies(reader, access.member_code),
        short_term=short_term_lines(reader),
        light_lines=light_lines(reader),
        health=health,
    )


def _next_stage(reader: Reader) -> str:
    found = next_stage_of(reader.plan, reader.today)
    if found is None:
        return ""
    words = {
        "goal": goal(found.objective, found.stage.value),
        "day": reader.day(found.stage.due),
    }
    # Translators: the next stage goal and its date, such as 10 stops at Vejle, 31 Dec
    return _("%(goal)s, %(day)s") % words


def _overdue(review: NextReview, reader: Reader) -> str:
    if review.overdue_since is None:
        return ""
    return _("overdue since %(day)s") % {"day": reader.day(review.overdue_since)}


def _health(access: Access, reader: Reader) -> Health:
    """What was found when the plan was last checked: at its last change, else overnight."""
    found = findings_of(access, most=FINDINGS_SHOWN)
    rest = found.count - len(found.lines)
    return Health(
        count=counted(found.count, "finding") if found.count else _("nothing found"),
        checked=_checked(found.computed_on, reader),
        shown=found.lines,
        more=_("and %(count)s more") % {"count": rest} if rest else _("All of it"),
    )


def _checked(on: date | None, reader: Reader) -> str:
    if on is None:
        return _("not checked yet")
    if on == reader.today:
        return _("checked today")
    return _("checked %(day)s") % {"day": reader.day(on)}
