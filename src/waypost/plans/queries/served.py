"""What a strategy can serve, in words: objectives of all levels, opportunities, company goals."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from waypost.accounts.models import Account, Fact, Link
from waypost.accounts.queries import UNNAMED
from waypost.method.plan import BusinessObjective, Plan
from waypost.plans.models import Strategy
from waypost.plans.queries.wording import Reader, goal
from waypost.ui.addresses import address as known_address

# The parts of a plan that they stand in.
PARTS = ("objectives", "opportunities", "named_facts")


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """One part with its id; ``short`` says it in few words, ``voice`` marks the customer's own."""

    code: str
    text: str
    short: str
    url: str = ""
    voice: bool = False

    @property
    def choice(self) -> str:
        """What it is called among others; a goal of the customer without an id by its words."""
        return self.text if self.code.startswith(UNNAMED) else f"{self.code} {self.text}"


def served_parts(reader: Reader, account_id: int) -> dict[str, Served]:
    """Everything a strategy can serve by its id, farthest horizon first."""
    found = (
        *_objectives(reader, account_id),
        *_opportunities(reader.plan, account_id),
        *_facts(reader.plan, account_id),
    )
    return {part.code: part for part in found}


def served_by_opportunity(reader: Reader, account_id: int) -> dict[str, Served]:
    """The same without the opportunities: none serves another."""
    found = (*_objectives(reader, account_id), *_facts(reader.plan, account_id))
    return {part.code: part for part in found}


def serving_codes(strategy: Strategy) -> list[str]:
    """The ids of what the strategy serves now."""
    served = strategy.ref.links_out.filter(relation=Link.Relation.SERVES, target__retired_at=None)
    return list(served.order_by("pk").values_list("target__code", flat=True))


def is_company_goal(account: Account, codes: Collection[str]) -> bool:
    """Whether one of these ids is of a goal of the customer (CRI-4)."""
    goals = Fact.objects.live().filter(account=account, topic=Fact.Topic.COMPANY_GOALS)
    unnamed = any(code.startswith(UNNAMED) for code in codes)
    return unnamed or goals.filter(ref__code__in=codes).exists()


def _objectives(reader: Reader, account_id: int) -> Iterator[Served]:
    objectives = reader.plan.objectives
    for vision in objectives.visionary:
        yield _named(
            vision.id, vision.text, known_address("plans:objective", account_id, vision.id)
        )
    for wish in objectives.relationship:
        url = known_address("plans:objective", account_id, wish.id)
        yield Served(code=wish.id, text=wish.text, short=wish.text, url=url, voice=True)
    for objective in objectives.business:
        url = known_address("plans:objective", account_id, objective.id)
        short = _goal(objective)
        yield Served(code=objective.id, text=objective.text, short=short, url=url)
        for stage in objective.stages:
            words = {"goal": goal(objective, stage.value), "day": reader.day(stage.due)}
            yield _named(stage.id, _("%(goal)s, %(day)s") % words, url)


def _opportunities(plan: Plan, account_id: int) -> Iterator[Served]:
    for opportunity in plan.opportunities:
        url = known_address("opportunities:opportunity", account_id, opportunity.id)
        yield _named(opportunity.id, opportunity.name, url)


def _facts(plan: Plan, account_id: int) -> Iterator[Served]:
    """Company goals, and what is served already of the other facts."""
    profile = plan.profile
    goals = {fact.id for fact in profile.company_goals}
    pointed_at = {code for strategy in plan.strategies for code in strategy.serves}
    for facts in (
        profile.company_goals,
        profile.markets_and_positioning,
        profile.industry_trends,
        profile.competitors,
        profile.structure,
        profile.financial_performance,
        profile.value_chain,
    ):
        for fact in facts:
            if fact.id is not None and fact.id in goals | pointed_at:
                place = reverse("accounts:profile-place", args=[account_id])
                yield _named(fact.id, fact.text, f"{place}?at={fact.id}")


def _named(code: str, text: str, url: str = "") -> Served:
    return Served(code=code, text=text, short=text, url=url)


def _goal(objective: BusinessObjective) -> str:
    """5 product lines; in its own words where no figure is set."""
    if objective.target is None or objective.metric is None:
        return objective.text
    return goal(objective, objective.target)


def address(name: str, account_id: int, code: str) -> str:
    """The page of a part, empty while there is none."""
    try:
        return known_address(name, account_id, code)
    except NoReverseMatch:
        return ""
