"""Who of the people is likely written down twice, and how two entries differ (DMG)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.contacts.models import Contact
from waypost.contacts.queries.person_page import Linked, PersonPage, person_page
from waypost.contacts.queries.standing import disposition_in_words
from waypost.contacts.queries.superiors import superiors_of_both
from waypost.document.statements import ACCOUNT, Statement, write
from waypost.health.models import Finding
from waypost.method.checks import Remedy
from waypost.method.plan import TeamMember
from waypost.plans.queries.wording import known

# What is chosen as one, by the column whose name it has.
TOGETHER: Final = {
    "last_contact": ("last_contact", "last_contact_about"),
    "next_contact": ("next_contact", "next_contact_about"),
}
TEXTS: Final = ("wants", "needs", "interests", "personal_win", "company_win", "our_win")
KEPT, GONE, BOTH = "kept", "gone", "both"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two entries that may be one person: ``gone`` is the one of whom less is known."""

    kept: Contact
    gone: Contact
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """A value of both, in words; to be chosen where they differ, then ``first`` is the better."""

    key: str
    label: str
    kept: str
    gone: str
    differs: bool = False
    first: str = KEPT


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """``values`` of which one is kept, and what of both ``stays``."""

    team: tuple[TeamMember, ...]
    values: tuple[Compared, ...]
    stays: tuple[Compared, ...]


def likely_pairs(access: Access) -> "QuerySet[Finding]":
    """What was found about people who are likely written down twice, and nobody dismissed."""
    found = Finding.objects.filter(account=access.account, dismissed=False)
    return found.filter(step__kind=Remedy.MERGE_PEOPLE.value)


def has_likely_pairs(access: Access) -> bool:
    """Whether there are any; one query."""
    return bool(_likely_pairs().rows({ACCOUNT: access.account.pk}))


@cache
def _likely_pairs() -> Statement:
    found = Finding.objects.filter(account=ACCOUNT, dismissed=False)
    return write(found.filter(step__kind=Remedy.MERGE_PEOPLE.value)[:1], "pk")


def pairs_of(access: Access) -> tuple[Pair, ...]:
    """Those who are likely one person, in the order of the plan. Two queries."""
    found = list(likely_pairs(access).order_by("pk"))
    codes = {code for finding in found for code in (finding.at, finding.subject)}
    people = Contact.objects.live().filter(account=access.account, ref__code__in=codes)
    by_code = {one.ref.code: one for one in people.select_related("ref", "location")}
    return tuple(
        Pair(kept=by_code[one.subject], gone=by_code[one.at], message=one.message)
        for one in found
        if one.at in by_code and one.subject in by_code
    )


def comparison(access: Access, kept: Contact, gone: Contact, today: date) -> Comparison:
    """What is known of two people, side by side."""
    first, second = person_page(access, kept, today), person_page(access, gone, today)
    pages = zip(_values(kept, first).items(), _values(gone, second).items(), strict=True)
    allowed = {one.pk for one in superiors_of_both(kept, gone)}
    both_may_lead = {kept.reports_to_id, gone.reports_to_id} <= allowed
    values = []
    for (key, (label, one)), (_key, (_label, other)) in pages:
        differs = bool(one and other and one != other)
        if key == "reports_to":
            differs = differs and both_may_lead
        better = GONE if _is_newer(key, kept, gone) else KEPT
        values.append(
            Compared(key=key, label=label, kept=one, gone=other, differs=differs, first=better)
        )
    stays = zip(_hanging(first), _hanging(second), strict=True)
    return Comparison(
        team=first.team,
        values=tuple(values),
        stays=tuple(
            Compared(key="", label=label, kept=one, gone=other)
            for (label, one), (_label, other) in stays
            if one or other
        ),
    )


def _is_newer(key: str, kept: Contact, gone: Contact) -> bool:
    days = getattr(kept, key), getattr(gone, key)
    return key in TOGETHER and all(days) and days[1] > days[0]


def _values(row: Contact, page: PersonPage) -> dict[str, tuple[str, str]]:
    """What is one thing for one person, with its label."""
    spots = {spot.field: (spot.label, spot.text) for spot in (*page.facts, *page.texts)}
    for key, (_day, about) in TOGETHER.items():
        label, text = spots[key]
        spots[key] = label, ": ".join(known(text, spots.pop(about)[1]))
    superior = page.superior.text if page.superior else ""
    return {
        "name": (_("Name"), row.name),
        "reports_to": (_("Reports to"), superior),
        "disposition": (_("Disposition"), disposition_in_words(row.disposition)),
        **spots,
    }


def _hanging(page: PersonPage) -> tuple[tuple[str, str], ...]:
    """What there may be several of: the one person has those of both."""
    return (
        (_("Known by"), ", ".join(one.name for one in page.known_by)),
        (_("Decisions"), _list(page.roles)),
        (_("Said"), "; ".join(one.text for one in page.quotes)),
        (_("Own actions"), _list(page.own_actions)),
        (_("People below"), _list(page.reports)),
    )


def _list(found: tuple[Linked, ...]) -> str:
    return "; ".join(one.text for one in found)
