"""The page of a vision, or of a wanted sentence beside what they really say (OBJ-1, OBJ-2)."""

from dataclasses import dataclass
from datetime import date

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.method.objectives import reds_on
from waypost.method.plan import TeamMember
from waypost.plans.models import Objective
from waypost.plans.queries.objective_page import PARTS
from waypost.plans.queries.objectives import RELATIONSHIP_YEARS, Horizon, in_years
from waypost.plans.queries.served import Served, served_parts
from waypost.plans.queries.ways import Ways, ways
from waypost.plans.queries.wording import Reader, RedLight, known


@dataclass(frozen=True, kw_only=True, slots=True)
class HeardLine:
    """What somebody said; ``key`` is that of its row."""

    key: int
    text: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SoftPage:
    """Everything that the page says, in words; ``served_by`` are the objectives that serve it."""

    name: str
    team: tuple[TeamMember, ...]
    me: TeamMember | None
    code: str
    text: str
    horizon: Horizon
    heard: tuple[HeardLine, ...]
    served_by: tuple[Served, ...]
    reds: tuple[RedLight, ...]
    ways: Ways


def soft_page(access: Access, row: Objective, today: date) -> SoftPage:
    """A visionary or relationship objective as far as the person may see it."""
    plan = plan_for(access, PARTS)
    reader = Reader(plan, today)
    code = row.ref.code
    served = served_parts(reader, access.account.pk)
    return SoftPage(
        name=plan.account.name,
        team=plan.team,
        me=next((member for member in plan.team if member.id == access.member_code), None),
        code=code,
        text=row.text,
        horizon=in_years(row.horizon_years or RELATIONSHIP_YEARS, today),
        heard=tuple(
            HeardLine(
                key=said.pk,
                text=said.text,
                source=", ".join(known(said.who, reader.day(said.on))),
            )
            for said in row.heard.order_by("-on", "-pk")
        ),
        served_by=tuple(served[one.id] for one in plan.objectives.business if code in one.serves),
        reds=reader.red_lights(reds_on(plan, code)),
        ways=ways((code,), reader, access.account.pk),
    )
