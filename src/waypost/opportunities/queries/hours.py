"""How many hours there are for the opportunities of an account in a year (ROTI-4)."""

from dataclasses import dataclass
from decimal import Decimal

from waypost.method.month import Month
from waypost.method.plan import Plan
from waypost.method.working_hours import hours_in_a_year
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import rounded


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursThereAre:
    """``hours`` is None where nobody has said any; ``is_set`` if they were set for opportunities,
    else they are all the hours that the team has for the account."""

    hours: Decimal | None
    is_set: bool


def hours_there_are(reader: Reader) -> HoursThereAre:
    plan: Plan = reader.plan
    settled = plan.account.settings.team_hours_next_12_months
    if settled is not None:
        return HoursThereAre(hours=settled, is_set=True)
    found = hours_in_a_year(plan.team, Month.of(reader.today))
    return HoursThereAre(hours=None if found is None else rounded(found, 0), is_set=False)
