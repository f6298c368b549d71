"""The page of one person at the customer (DMG-2, DMG-4)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.models import Acquaintance, Contact, GroupMembership
from waypost.contacts.queries.coverage import level_in_words
from waypost.contacts.queries.dispositions import Turn, turns, turns_in
from waypost.contacts.queries.org_list import disposition
from waypost.contacts.queries.quotes import QuoteLine, heard, quotes_in, said
from waypost.contacts.queries.standing import roles_in_words
from waypost.document.statements import ACCOUNT, CODE, ROW, Row, Statement, write
from waypost.document.together import Together, together
from waypost.method.people import is_about
from waypost.method.plan import Action, Person, Plan, Role, TeamMember
from waypost.method.short_term import is_open
from waypost.plans.queries.wording import Reader, known

PARTS: Final = ("team", "names", "objectives", "actions")


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A value that is edited where it stands."""

    field: str
    label: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """Somebody or something with a page."""

    code: str
    text: str
    more: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Acquainted:
    """One of us who knows them; ``how_well`` is the key, ``words`` what it says."""

    code: str
    name: str
    how_well: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonPage:
    """Everything that the page says, in words."""

    team: tuple[TeamMember, ...]
    name: str
    code: str
    lede: str
    facts: tuple[Spot, ...]
    texts: tuple[Spot, ...]
    superior: Linked | None
    reports: tuple[Linked, ...]
    roles: tuple[Linked, ...]
    disposition: SafeString | str
    turns: tuple[Turn, ...]
    known_by: tuple[Acquainted, ...]
    quotes: tuple[QuoteLine, ...]
    wanted: tuple[Linked, ...]
    own_actions: tuple[Linked, ...]
    actions: tuple[Linked, ...]


def person_page(access: Access, row: Contact, today: date) -> PersonPage:
    """Of a thousand people the one is read, and of the others the names. Two queries."""
    plan = plan_for(access, PARTS)
    near, places, known_by, by_objective, beside, turned = _of_person().rows(
        {ACCOUNT: row.account_id, ROW: row.pk, CODE: row.name}
    )
    reader = Reader(plan, today)
    code = row.ref.code
    person = next(one for one in plan.people if one.id == code)
    own, about = _actions(plan, person)
    left = "" if row.left_company is None else _("Yes") if row.left_company else _("No")
    return PersonPage(
        team=plan.team,
        name=row.name,
        code=code,
        lede=", ".join(known(row.title, row.location.name if row.location else "")),
        facts=(
            _spot("title", _("Title"), row.title),
            _spot("location", _("Site"), row.location.name if row.location else ""),
            _spot("level", _("Level"), level_in_words(row.level) if row.level else ""),
            _spot("last_contact", _("Last contact"), reader.day(row.last_contact)),
            _spot("last_contact_about", _("It was about"), row.last_contact_about),
            _spot("next_contact", _("Next contact"), reader.day(row.next_contact)),
            _spot("next_contact_about", _("It is about"), row.next_contact_about),
            _spot("left_company", _("Left the company"), left),
        ),
        texts=tuple(_spot(name, label, getattr(row, name)) for name, label in _labels().items()),
        superior=next((_linked(one) for one in near if one["pk"] == row.reports_to_id), None),
        reports=tuple(_linked(one) for one in near if one["reports_to_id"] == row.pk),
        roles=tuple(_roles(list(rows)) for _pk, rows in groupby(places, itemgetter("pk"))),
        disposition=disposition(row.disposition),
        turns=turns_in(turned, today),
        known_by=tuple(map(_acquainted, known_by)),
        quotes=quotes_in(row, by_objective, beside, today),
        wanted=wanted_in(plan),
        own_actions=tuple(_action(reader, one) for one in own),
        actions=tuple(_action(reader, one) for one in about),
    )


def wanted_in(plan: Plan) -> tuple[Linked, ...]:
    """What we want to hear said of us: the relationship objectives."""
    return tuple(Linked(code=one.id, text=one.text) for one in plan.objectives.relationship)


def _labels() -> dict[str, str]:
    return {
        "wants": _("What drives them"),
        "needs": _("What they need from us"),
        "interests": _("Interests"),
        "personal_win": _("Their own win"),
        "company_win": _("The company’s win"),
        "our_win": _("Our win"),
    }


def _spot(field: str, label: str, text: str) -> Spot:
    return Spot(field=field, label=label, text=text)


def _linked(row: Row) -> Linked:
    return Linked(code=row["ref__code"], text=row["name"], more=row["title"])


def _roles(rows: list[Row]) -> Linked:
    """``rows`` are those of one decision, one for each role."""
    roles = tuple(Role(row["roles__role"]) for row in rows if row["roles__role"])
    code, decision = rows[0]["group__ref__code"], rows[0]["group__decision"]
    return Linked(code=code, text=decision, more=roles_in_words(roles) or _("no role yet"))


def _acquainted(row: Row) -> Acquainted:
    how_well = row["how_well"]
    return Acquainted(
        code=row["member__ref__code"],
        name=row["member__name"],
        how_well=how_well,
        words=str(Acquaintance.HowWell(how_well).label) if how_well else "",
    )


@cache
def _of_person() -> Together:
    """Whom they report to and who to them, their roles, who of us knows them, what they said, and
    how they were disposed before."""
    return together((_near(), _places(), _known_by(), heard(), said(), turns()))


def _near() -> Statement:
    above = Contact.objects.filter(pk=ROW).values("reports_to")
    found = Contact.objects.live().filter(Q(reports_to=ROW) | Q(pk__in=above)).order_by("pk")
    return write(found, "pk", "ref__code", "name", "title", "reports_to_id")


def _places() -> Statement:
    found = GroupMembership.objects.filter(contact=ROW, group__deleted_at=None)
    columns = ("pk", "group__ref__code", "group__decision", "roles__role")
    return write(found.order_by("group_id", "pk", "roles__pk"), *columns)


def _known_by() -> Statement:
    found = Acquaintance.objects.filter(contact=ROW, member__deleted_at=None).order_by("pk")
    return write(found, "member__ref__code", "member__name", "how_well")


def _actions(plan: Plan, person: Person) -> tuple[list[Action], list[Action]]:
    """Those that are theirs, and those of others that name them: the open ones first."""
    actions = sorted(plan.short_term_plan.actions, key=lambda action: not is_open(action))
    own = [action for action in actions if action.owner == person.id]
    others = [action for action in actions if action.owner != person.id]
    return own, [action for action in others if is_about(action.what, person, plan.people)]


def _action(reader: Reader, action: Action) -> Linked:
    state = "" if is_open(action) else _("done") if action.status == "done" else _("dropped")
    more = known(reader.name(action.owner), reader.day(action.due), state)
    return Linked(code=action.id, text=action.what, more=", ".join(more))
