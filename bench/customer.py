"""One account of which everything is known: the pages about a customer at their largest."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from bench.data import PLACES, TRADES, ref, save, save_parts
from waypost.accounts.models import (
    AccessRole,
    Account,
    Fact,
    Location,
    Supplier,
    SwotPoint,
    TeamMember,
)
from waypost.contacts.models import (
    Acquaintance,
    BuyingRole,
    Contact,
    DecisionGroup,
    GroupMembership,
)
from waypost.health.operations import refresh
from waypost.method.shape import Kind
from waypost.opportunities.models import Cell, CellState, Offering, Opportunity
from waypost.staff.models import User

KNOWING = "knowing@bench.example"
KNOWN = "Known Packaging"
CONTACTS, OPPORTUNITIES, FACTS = 1_000, 300, 60
BELOW = 8  # people who report to one
GROUPS, SEATS, OFFERINGS = 30, 8, 20
GRADES = ("high", "medium", "low", "unknown")


@transaction.atomic
def add_known_account(
    contacts: int = CONTACTS, opportunities: int = OPPORTUNITIES, facts: int = FACTS
) -> Account:
    """Its lead sees nothing else."""
    today = timezone.localdate()
    user = User.objects.create(name="Kaja Holm", email=KNOWING, password="!")  # noqa: S106  # no log-in
    supplier, _is_new = Supplier.objects.get_or_create(name="Fernhill Controls")
    account = Account.objects.create(
        supplier=supplier,
        name=KNOWN,
        currency="EUR",
        team_hours_next_12_months=Decimal(4_000),
    )
    (member,) = save_parts(
        [
            TeamMember(
                account=account,
                ref=ref(account, "T1", Kind.MEMBER),
                user=user,
                name=user.name,
                function="account lead",
                access_role=AccessRole.LEAD,
            )
        ]
    )
    sites = save_parts(
        Location(account=account, ref=ref(account, f"L{n}", Kind.LOCATION), name=place)
        for n, place in enumerate(PLACES)
    )
    save(profile(account, facts, today))
    save(
        SwotPoint(account=account, side=side, text=f"Point {n} of their {side}")
        for side in SwotPoint.Side.values
        for n in range(5)
    )
    people = save_parts(person(account, n, sites, today) for n in range(contacts))
    add_reporting_lines(people)
    save(Acquaintance(contact=one, member=member) for one in people[::3])
    add_decisions(account, people)
    save_parts(opportunity(account, n, sites, member) for n in range(opportunities))
    add_white_space(account, sites)
    refresh(account)
    return account


def profile(account: Account, count: int, today: date) -> Iterator[Fact]:
    topics = Fact.Topic.values
    for n in range(count):
        about = n - 7 if n % 10 == 9 else n  # says otherwise than the last one of its topic
        yield Fact(
            account=account,
            topic=topics[n % len(topics)],
            text=f"{family(about)} moved {family(about + 99)} to {n % 9}",
            source=f"Annual report, page {n}",
            as_of=today - timedelta(days=n * 3),
        )


def person(account: Account, n: int, sites: list[Location], today: date) -> Contact:
    level = 1
    above = n
    while above:
        above, level = (above - 1) // BELOW, level + 1
    return Contact(
        account=account,
        ref=ref(account, f"P{n}", Kind.PERSON),
        name=f"{LETTERS[n % 26]}{LETTERS[n // 26 % 26].lower()}na {family(n)}",
        title=("Plant manager", "Buyer", "Head of maintenance")[n % 3],
        location=sites[n % len(sites)],
        level=level,
        wants="Fewer unplanned stops",
        last_contact=today - timedelta(days=n % 120),
        disposition=("for us", "neutral", "against us", "")[n % 4],
    )


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def family(n: int) -> str:
    """No two are alike."""
    word = "".join(LETTERS[n * step % 26].lower() for step in (1, 3, 5, 7, 11))
    return f"{word.capitalize()}{LETTERS[n // 26 % 26].lower()}sen"


def add_reporting_lines(people: list[Contact]) -> None:
    for n, one in enumerate(people[1:], start=1):
        one.reports_to = people[(n - 1) // BELOW]
    Contact.objects.bulk_update(people[1:], ["reports_to"], batch_size=300)


def add_decisions(account: Account, people: list[Contact]) -> None:
    groups = save_parts(
        DecisionGroup(
            account=account, ref=ref(account, f"D{n}", Kind.GROUP), decision=f"Frame contract {n}"
        )
        for n in range(GROUPS)
    )
    seats = save(
        GroupMembership(group=group, contact=people[(n * SEATS + place) % len(people)])
        for n, group in enumerate(groups)
        for place in range(SEATS)
    )
    roles = BuyingRole.Role.values
    save(BuyingRole(membership=seat, role=roles[n % 4]) for n, seat in enumerate(seats))


def opportunity(account: Account, n: int, sites: list[Location], member: TeamMember) -> Opportunity:
    return Opportunity(
        account=account,
        ref=ref(account, f"OP{n}", Kind.OPPORTUNITY),
        name=f"Line {n} of {TRADES[n % len(TRADES)].lower()}",
        tier="ABC"[n % 3],
        location=sites[n % len(sites)],
        owner=member,
        need=GRADES[n % 4],
        importance_to_them=GRADES[n // 4 % 4],
        part="growing",
        profitable="yes",
        margin=Decimal(20_000 + n * 7_919 % 900_000),
        chance=Decimal(n % 9 + 1) / 10,
        hours=Decimal(20 + n * 31 % 280),
    )


def add_white_space(account: Account, sites: list[Location]) -> None:
    rows = save(Offering(account=account, name=f"Service {n}") for n in range(OFFERINGS))
    states = CellState.values
    save(
        Cell(
            account=account,
            offering=row,
            unit=site.ref,
            state=states[n % len(states)],
            potential=Decimal(1_000 * n),
        )
        for n, (row, site) in enumerate((row, site) for row in rows for site in sites)
    )
