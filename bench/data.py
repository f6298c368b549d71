"""The companies of the benchmark: invented in bulk, the same ones each time."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from django.db import models, transaction
from django.utils import timezone

from waypost.accounts.models import AccessRole, Account, Location, Ref, Supplier, TeamMember
from waypost.contacts.models import Contact
from waypost.health.models import AccountSummary, Finding
from waypost.health.operations import refresh
from waypost.method.shape import Kind
from waypost.plans.models import (
    Action,
    Commitment,
    LightChange,
    Objective,
    StageGoal,
    Strategy,
    TrafficLight,
)
from waypost.plans.models.traffic_lights import Colour
from waypost.staff.models import User

LEADS = 40
ACCOUNTS_OF_SOME = 30  # a key account manager's portfolio
WRITTEN = 400  # accounts of whoever writes, more than a run has rounds
FEW_ROWS, ALL_ROWS = "few@bench.example", "all@bench.example"
WRITER = "writer@bench.example"
CONTACTS, OBJECTIVES, ACTIONS = 3, 2, 5
STRATEGIES, LIGHTS = 2, 3
ACTIONS_OF_ONE = 2
BATCH = 1_000
PLACES = ("Vejle", "Bristol", "Ghent", "Ulm", "Malmö", "Perth", "Como", "Bodø")
TRADES = ("Foods", "Utilities", "Terminals", "Packaging", "Ferries", "Distillers", "Paper")

Row = TypeVar("Row", bound=models.Model)


def add_accounts(count: int) -> None:
    """Fill an empty database. One user is in the team of 30 accounts, another in all."""
    leads, *others = people()
    supplier = Supplier.objects.create(name="Fernhill Controls")
    numbers = iter(range(count))
    while batch := list(islice(numbers, BATCH)):
        with transaction.atomic():
            add(batch, supplier, leads, others)
    judge_written()


def judge_written() -> None:
    """Judge the plans that are written to, as whatever brought them in would have: nobody writes
    to a plan that was never judged."""
    for account in Account.objects.order_by("pk")[:WRITTEN]:
        refresh(account)


def people() -> tuple[list[User], User, User, User]:
    def person(name: str, email: str) -> User:
        return User.objects.create(name=name, email=email, password="!")  # noqa: S106  # no log-in

    leads = [person(f"Lead {n:02}", f"lead{n:02}@bench.example") for n in range(LEADS)]
    return (
        leads,
        person("Marta Lindholm", FEW_ROWS),
        person("Nils Overby", ALL_ROWS),
        person("Wanda Reyes", WRITER),
    )


def add(numbers: list[int], supplier: Supplier, leads: list[User], others: list[User]) -> None:
    now = timezone.now()
    accounts = save(
        Account(
            supplier=supplier,
            name=f"Company {number:05} {TRADES[number % len(TRADES)]}",
            parent="" if number % 3 else f"Group {number % 50}",
            currency="EUR",
            tier="ABC"[number % 3],
            touched_at=now - timedelta(days=number % 70),
        )
        for number in numbers
    )
    today = timezone.localdate()
    numbered = list(zip(numbers, accounts, strict=True))
    save(summary(*pair, leads[pair[0] % LEADS], today) for pair in numbered)
    save(Finding(account=account, **FINDING) for number, account in numbered if number % 2)
    save_parts(
        Location(account=account, ref=ref(account, "LOC1", Kind.LOCATION), name=place)
        for number, account in numbered
        for place in (PLACES[number % len(PLACES)],)
    )
    members = save_parts(member for pair in numbered for member in team(*pair, leads, *others))
    leading = {m.account_id: m for m in members if m.access_role == AccessRole.LEAD}
    owners = {m.account_id: m.ref for m in members if m.user == others[0]}
    save_parts(contact for pair in numbered for contact in contacts(*pair, today))
    objectives = save_parts(goal for pair in numbered for goal in business_objectives(*pair, today))
    save_parts(stage_goal(number, goal, today) for number, goal in enumerate(objectives))
    ways = save_parts(strategy for pair in numbered for strategy in strategies(*pair))
    save(commitment(strategy, leading[strategy.account_id], today) for strategy in ways)
    shining = save_parts(light for pair in numbered for light in lights(*pair, today))
    save(light_change(light, today) for light in shining)
    save_parts(
        action
        for number, account in numbered
        for action in actions(number, account, owners.get(account.pk), today)
    )


FINDING = {
    "rule": "STR-3",
    "at": "S1",
    "severity": Finding.Severity.WARNING,
    "message": "Nobody has committed to S1.",
    "why": "Each strategy needs at least one committed person.",
}


def summary(number: int, account: Account, lead: User, today: date) -> AccountSummary:
    signal = AccountSummary.Signal.values[number % 3]
    return AccountSummary(
        account=account,
        computed_on=today,
        lead_name=lead.name,
        lead_user=lead,
        place=PLACES[number % len(PLACES)],
        greens=number % 7,
        ambers=number % 4,
        reds=max(0, number % 9 - 6),
        findings=number % 2,
        worst_finding=Finding.Severity.WARNING if number % 2 else None,
        next_stage_ref="G1",
        next_stage_text=f"{number % 90 + 10} stop hours a year",
        next_stage_due=today + timedelta(days=number % 200),
        next_stage_signal=signal,
        next_review=today + timedelta(days=number % 40 - 5),
        objectives=OBJECTIVES,
        people=CONTACTS,
    )


def ref(account: Account, code: str, kind: Kind) -> Ref:
    return Ref(account=account, code=code, kind=kind)


def team(
    number: int,
    account: Account,
    leads: list[User],
    some: User,
    everywhere: User,
    writer: User,
) -> Iterator[TeamMember]:
    roles = [(leads[number % LEADS], AccessRole.LEAD), (everywhere, AccessRole.SENIOR)]
    if number < ACCOUNTS_OF_SOME:
        roles.append((some, AccessRole.MEMBER))
    if number < WRITTEN:
        roles.append((writer, AccessRole.MEMBER))
    for place, (user, role) in enumerate(roles):
        yield TeamMember(
            account=account,
            ref=ref(account, f"T{place}", Kind.MEMBER),
            user=user,
            name=user.name,
            function=str(role.label),
            access_role=role,
        )


def contacts(number: int, account: Account, today: date) -> Iterator[Contact]:
    for place in range(CONTACTS):
        yield Contact(
            account=account,
            ref=ref(account, f"P{place}", Kind.PERSON),
            name=f"Contact {number:05}-{place}",
            title=("Plant manager", "Buyer", "Head of maintenance")[place],
            level=place + 1,
            wants="Fewer unplanned stops",
            last_contact=today - timedelta(days=(number + place) % 120),
        )


def business_objectives(number: int, account: Account, today: date) -> Iterator[Objective]:
    for place in range(OBJECTIVES):
        yield Objective(
            account=account,
            ref=ref(account, f"B{place}", Kind.BUSINESS),
            level=Objective.Level.BUSINESS,
            text=f"Stop hours a year from 61 to 25 at line {place} of company {number:05}",
            metric="stop hours a year",
            unit="h",
            baseline=61,
            target=25,
            due=today + timedelta(days=400),
        )


def stage_goal(number: int, goal: Objective, today: date) -> StageGoal:
    return StageGoal(
        account=goal.account,
        ref=ref(goal.account, f"G{goal.ref.code}", Kind.STAGE),
        objective=goal,
        due=today + timedelta(days=10 + number % 200),
        value=45,
    )


def strategies(number: int, account: Account) -> Iterator[Strategy]:
    for place in range(STRATEGIES):
        yield Strategy(
            account=account,
            ref=ref(account, f"S{place}", Kind.STRATEGY),
            statement=f"Count stop hours with the operators of company {number:05}, line {place}",
            communicate="Told by the account lead at the review",
            wording_version=1,
        )


def commitment(strategy: Strategy, member: TeamMember, today: date) -> Commitment:
    told = today - timedelta(days=20)
    return Commitment(
        strategy=strategy, member=member, told=told, wording_version=1, committed=True
    )


def lights(number: int, account: Account, today: date) -> Iterator[TrafficLight]:
    for place in range(LIGHTS):
        yield TrafficLight(
            account=account,
            ref=ref(account, f"L{place}", Kind.LIGHT),
            colour=Colour.values[place],
            text=f"Force {place} at company {number:05}",
            since=today - timedelta(days=(number + place * 7) % 40),
        )


def light_change(light: TrafficLight, today: date) -> LightChange:
    """How it came to its colour."""
    on = light.since or today
    return LightChange(light=light, on=on, from_colour="", to_colour=light.colour)


def actions(number: int, account: Account, owner: Ref | None, today: date) -> Iterator[Action]:
    """``owner`` has the first ones, of which one is due today."""
    for place in range(ACTIONS):
        yield Action(
            account=account,
            ref=ref(account, f"A{place}", Kind.ACTION),
            month=(today + timedelta(days=31 * (place % 3))).replace(day=1),
            what=f"Walk line {place} with the plant manager of company {number:05}",
            due=today + timedelta(days=place * 9),
            status=Action.Status.OPEN,
            hours=2,
            owner=owner if place < ACTIONS_OF_ONE else None,
        )


def save_parts(rows: Iterable[Row]) -> list[Row]:
    """Save parts of plans, each after its id."""
    parts = list(rows)
    refs = [part.ref for part in parts]  # type: ignore[attr-defined]  # every part has one
    Ref.objects.bulk_create(refs, batch_size=BATCH)
    for part in parts:
        part.ref = part.ref  # type: ignore[attr-defined]  # takes over the key it was given
    return save(parts)


def save(rows: Iterable[Row]) -> list[Row]:
    found = list(rows)
    if found:
        type(found[0])._default_manager.bulk_create(found, batch_size=BATCH)
    return found
