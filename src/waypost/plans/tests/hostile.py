"""A plan whose every text tries to break the page, and one with far too much in it."""

from datetime import date
from decimal import Decimal

from waypost.method.month import Month
from waypost.method.plan import (
    Acceptance,
    Account,
    Action,
    Agreed,
    BusinessObjective,
    CheckIn,
    Colour,
    Commitment,
    Heard,
    Objectives,
    Person,
    Plan,
    Prerequisite,
    RelationshipObjective,
    Review,
    SeniorAcceptance,
    ShortTermPlan,
    SponsorPresentation,
    StageGoal,
    Strategy,
    Supplier,
    TeamMember,
    TrafficLight,
    Vision,
)

SCRIPT = "<script>document.title='broken'</script><b onclick=\"alert(1)\">&amp;"
UNBROKEN = "Donaudampfschiffahrts" * 15  # 315 characters without a space
RIGHT_TO_LEFT = "שלום עולם \u202e مرحبا بالعالم \u202c"
EMOJI = "👩‍🔧🏳️‍🌈🧑🏽‍🚀" * 12
LONG = "Everything that anybody ever said about this account. " * 185  # 10,000 characters
TEXTS = (SCRIPT, UNBROKEN, RIGHT_TO_LEFT, EMOJI, LONG)
NAMES = tuple(text[:190] for text in TEXTS)
BIGGEST = Decimal(99_999_999_999)
FAR = (date(1990, 1, 1), date(2100, 12, 31), date(2077, 2, 28), date(2026, 12, 31))


def hostile_plan():
    """Every text and every name in turn, dates far away, a month of 60 actions."""
    ids = range(len(TEXTS))
    team = tuple(
        TeamMember(id=f"T{n}", name=NAMES[n], role=NAMES[n], in_planning=True) for n in ids
    )
    people = tuple(Person(id=f"P{n}", name=NAMES[n]) for n in ids)
    objectives = Objectives(
        visionary=tuple(Vision(id=f"V{n}", horizon_years=n * 9 + 1, text=TEXTS[n]) for n in ids),
        relationship=tuple(
            RelationshipObjective(
                id=f"R{n}",
                text=TEXTS[n],
                heard=(Heard(on=FAR[n % 4], who=NAMES[n], text=TEXTS[n]), Heard(text=TEXTS[n])),
            )
            for n in ids
        ),
        business=(*(_objective(n) for n in ids), BusinessObjective(id="B9", text="Nothing else")),
    )
    return Plan(
        supplier=Supplier(name=UNBROKEN[:190]),
        account=Account(name=UNBROKEN[:190], parent=SCRIPT, currency="NOK"),
        team=team,
        people=people,
        objectives=objectives,
        strategies=tuple(_strategy(n) for n in ids),
        short_term_plan=ShortTermPlan(
            months=(Month(2026, 12), Month(2027, 1), Month(2027, 2)),
            actions=tuple(_action(n) for n in range(90)),
        ),
        traffic_lights=tuple(_light(n) for n in range(15)),
        reviews=(
            Review(date=FAR[0], held=True, by=tuple(member.id for member in team)),
            Review(date=FAR[1]),
        ),
        acceptance=Acceptance(
            senior=SeniorAcceptance(who="T1", accepted=True, on=FAR[0], conditions=LONG),
            sponsor=SponsorPresentation(person="P1", presented=True, outcome=UNBROKEN),
        ),
    )


def _objective(n):
    return BusinessObjective(
        id=f"B{n}",
        text=TEXTS[n],
        metric=NAMES[n],
        unit=NAMES[n],
        baseline=BIGGEST,
        target=-BIGGEST,
        due=FAR[n % 4],
        condition=TEXTS[n],
        agreed=Agreed(team=False, customer=False),
        owner=f"T{n}",
        serves=("V1", "V2"),
        depends_on=(Prerequisite(text=TEXTS[n], by=FAR[n % 4], owner=f"T{n}"),),
        stages=(
            StageGoal(id=f"B{n}a", due=date(2026, 12, 31), value=Decimal("-0.0001")),
            StageGoal(id=f"B{n}b", due=date(2099, 12, 31), value=Decimal(1)),
        ),
        check_ins=(
            CheckIn(on=date(2026, 10, 1), value=BIGGEST, condition_value=NAMES[n]),
            CheckIn(on=date(2026, 11, 1), value=BIGGEST / 8),
        ),
    )


def _strategy(n):
    return Strategy(
        id=f"S{n}",
        statement=TEXTS[n],
        serves=("B0", "B1", "B2"),
        communicate=TEXTS[n],
        members=(
            Commitment(who="T0", told=FAR[0], committed=True, doubts=TEXTS[n]),
            Commitment(who="T1", told=FAR[0], committed=False, doubts=TEXTS[n]),
        ),
    )


def _action(n):
    return Action(
        id=f"A{n}",
        month=Month(2026, 12) if n < 60 else Month(2027, 1) if n < 62 else Month(2099, 1),
        what=TEXTS[n % 5],
        achieves="B0",
        owner=("T0", "T1", "P1", "P2", None)[n % 5],
        due=date(2026, 12, 1 + n % 31) if n % 2 else FAR[n % 4],
        hours=Decimal("99999.25"),
        important=True,
    )


def _light(n):
    return TrafficLight(
        id=f"L{n}",
        colour=tuple(Colour)[n % 3],
        on=("account", "B0", "R0", "V0")[n % 4],
        text=TEXTS[n % 5],
        since=FAR[n % 4],
        response=TEXTS[(n + 1) % 5],
    )
