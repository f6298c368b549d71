"""The page of a vision, or of a wanted sentence beside what they really say (OBJ-1, OBJ-2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import F, OuterRef, Subquery, TextField, Value

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_beside
from waypost.contacts.models import Contact, Said
from waypost.document.rows import grouped
from waypost.document.statements import ROW, Row, Statement, write
from waypost.method.objectives import reds_on
from waypost.method.plan import TeamMember
from waypost.plans.models import Heard, Objective
from waypost.plans.queries.objective_page import PARTS
from waypost.plans.queries.objectives import RELATIONSHIP_YEARS, Horizon, in_years
from waypost.plans.queries.origin import COLUMNS, NONE, Origin, authors, origins
from waypost.plans.queries.served import Served, served_parts
from waypost.plans.queries.ways import Ways, ways
from waypost.plans.queries.wording import Reader, RedLight, known

MOST = 10  # of what they said for no objective


@dataclass(frozen=True, kw_only=True, slots=True)
class HeardLine:
    """What somebody said; ``key`` is that of its row, ``person`` whom to take it from as evidence
    where it is on no objective yet."""

    key: int
    text: str
    source: str
    person: str = ""


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
    quotes: tuple[HeardLine, ...]
    origins: tuple[Origin, ...]
    served_by: tuple[Served, ...]
    reds: tuple[RedLight, ...]
    ways: Ways


def soft_page(access: Access, row: Objective, today: date) -> SoftPage:
    """A visionary or relationship objective as far as the person may see it."""
    plan, rows = plan_beside(access, PARTS, _beside(), {ROW: row.pk})
    found = grouped(rows, by="of")
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
        heard=tuple(_lines(found["heard"], reader)),
        quotes=tuple(_lines(found["quote"], reader))[:MOST],
        origins=origins(found["author"], reader),
        served_by=tuple(served[one.id] for one in plan.objectives.business if code in one.serves),
        reds=reader.red_lights(reds_on(plan, code)),
        ways=ways((code,), reader, access.account.pk),
    )


def _lines(rows: Iterable[Row], reader: Reader) -> Iterator[HeardLine]:
    """The newest first, those without a day last."""
    newest = sorted(rows, key=lambda row: (row["day"] or date.min, row["pk"]), reverse=True)
    for row in newest:
        source = ", ".join(known(row["about"] or "", reader.day(row["day"])))
        yield HeardLine(key=row["pk"], text=row["said"], source=source, person=row["code"])


@cache
def _beside() -> Statement:
    """What was heard for the objective ROW, what contacts said for none, who proposed it."""
    heard = Heard.objects.filter(objective=ROW).order_by()
    heard = heard.annotate(of=Value("heard"), about=F("who"), said=F("text"), code=NONE)
    account = Objective.objects.filter(pk=ROW).values("account")[:1]
    contacts = Contact.objects.live().filter(ref=OuterRef("person"))
    name = Subquery(contacts.values("name")[:1], output_field=TextField())
    quotes = Said.objects.filter(person__account=Subquery(account), person__retired_at=None)
    quotes = quotes.order_by().annotate(
        of=Value("quote"), about=name, said=F("text"), code=F("person__code")
    )
    listed = [one.annotate(day=F("on")).values(*COLUMNS) for one in (heard, quotes)]
    return write(listed[0].union(listed[1], authors(), all=True).order_by("pk"), *COLUMNS)
