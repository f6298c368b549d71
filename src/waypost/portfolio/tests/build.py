"""Accounts with the figures that the list shows, made for a day."""

from datetime import UTC, date, datetime, time, timedelta

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, AlsoKnownAs, Location, Ref, Supplier
from waypost.health.models import AccountSummary
from waypost.method.shape import Kind

TODAY = date(2026, 12, 8)


def day(distance):
    return TODAY + timedelta(days=distance)


def add_account(
    name,
    lead,
    *members,
    tier="",
    parent="",
    places=(),
    other_names=(),
    untouched=0,
    lights=(0, 0, 0),
    **figures,
):
    """An account led by somebody, last touched so many days ago; ``figures`` are its summary's."""
    account = Account.objects.create(
        supplier=Supplier.objects.get_or_create(name="Fernhill Controls")[0],
        name=name,
        tier=tier,
        parent=parent,
        touched_at=datetime.combine(day(-untouched), time(9), UTC),
    )
    for number, place in enumerate(places):
        ref = Ref.objects.create(account=account, code=f"LOC{number}", kind=Kind.LOCATION)
        Location.objects.create(account=account, ref=ref, name=place)
    for other in other_names:
        AlsoKnownAs.objects.create(account=account, name=other)
    add_to_team(account, lead, AccessRole.LEAD)
    for member in members:
        add_to_team(account, member, AccessRole.MEMBER)
    greens, ambers, reds = lights
    AccountSummary.objects.create(
        account=account,
        lead_name=lead.name,
        lead_user=lead,
        place=next(iter(places), ""),
        greens=greens,
        ambers=ambers,
        reds=reds,
        **{"computed_on": TODAY, **figures},
    )
    return account
