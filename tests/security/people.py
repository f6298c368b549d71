"""What is written about the people of an account where a plan file has no key for it."""

from datetime import date

from tests.security.canaries import Aviary
from waypost.accounts.models import Account
from waypost.contacts.models import Contact, DecisionGroup, GroupMembership, PrivateNote, Said


def write_people(account: Account, aviary: Aviary) -> None:
    """A canary in every text of the pages of people and decisions; those of ``private`` are for
    whoever sees private notes."""
    for row in Contact.objects.filter(account=account):
        for name in ("interests", "needs", "last_contact_about", "next_contact_about"):
            setattr(row, name, aviary.canary(f"contact {row.pk} {name}"))
        row.purpose = aviary.canary(f"private {row.pk} purpose")
        row.last_contact = date(2026, 11, 1)
        row.origin = aviary.canary(f"private {row.pk} origin")
        row.save()
        on = "2026-11-01"
        Said.objects.create(person=row.ref, text=aviary.canary(f"contact {row.pk} said"), on=on)
        PrivateNote.objects.create(
            person=row.ref,
            text=aviary.canary(f"private {row.pk} note"),
            by_name=aviary.canary(f"private {row.pk} by"),
            on=on,
        )
    # Somebody who can be added to the first decision.
    first = GroupMembership.objects.filter(group__account=account, group__ref__code="D1")
    first.filter(contact__ref__code="P2").delete()
    for group in DecisionGroup.objects.filter(account=account):
        group.account_gains = aviary.canary(f"group {group.pk} account")
        group.we_gain = aviary.canary(f"group {group.pk} we")
        group.save()
