"""What somebody at the customer said, whether or not for a relationship objective (OBJ-2)."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.contacts.models import Contact, Said
from waypost.plans.models import Heard
from waypost.plans.queries.wording import known
from waypost.ui.formats import short_date


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteLine:
    """One sentence; ``objective`` is the id it was heard for; ``removal`` where it is removed."""

    text: str
    day: str
    objective: str
    removal: str


def quotes_of(contact: Contact, today: date) -> tuple[QuoteLine, ...]:
    """The newest first, those without a day last. Two queries."""
    account = contact.account_id
    heard = Heard.objects.filter(
        objective__account=account, objective__deleted_at=None, who__iexact=contact.name
    )
    found = [
        (one.on, one.text, one.objective.ref.code, one.pk)
        for one in heard.select_related("objective__ref").order_by("-pk")
    ]
    said = Said.objects.filter(person=contact.ref_id).order_by("-pk")
    found += [(one.on, one.text, "", one.pk) for one in said]
    found.sort(key=lambda line: line[0] or date.min, reverse=True)
    return tuple(
        QuoteLine(
            text=text,
            day=", ".join(known(short_date(on, today), _("for %s") % code if code else "")),
            objective=code,
            removal=reverse("plans:heard-removal", args=[account, code, key])
            if code
            else reverse("contacts:said-removal", args=[account, contact.ref.code, key]),
        )
        for on, text, code, key in found
    )
