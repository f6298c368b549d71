"""The page of one person at the customer (DMG-2, DMG-4)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.models import Acquaintance, Contact
from waypost.contacts.queries.coverage import level_in_words
from waypost.contacts.queries.dispositions import Turn, turns_of
from waypost.contacts.queries.org_list import disposition
from waypost.contacts.queries.quotes import QuoteLine, quotes_of
from waypost.contacts.queries.standing import roles_in_words
from waypost.method.people import is_about
from waypost.method.plan import Action, Person, Plan, TeamMember
from waypost.method.short_term import is_open
from waypost.plans.queries.wording import Reader, known

PARTS: Final = (*("team", "people", "decision_groups", "objectives", "actions"),)


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
    plan = plan_for(access, PARTS)
    reader = Reader(plan, today)
    code = row.ref.code
    person = next(one for one in plan.people if one.id == code)
    groups = [(g, m) for g in plan.decision_groups for m in g.people if m.person == code]
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
        superior=_linked(plan, person.reports_to),
        reports=tuple(
            Linked(code=one.id, text=one.name, more=one.title or "")
            for one in plan.people
            if one.reports_to == code
        ),
        roles=tuple(
            Linked(
                code=group.id,
                text=group.decision,
                more=roles_in_words(member.roles) or _("no role yet"),
            )
            for group, member in groups
        ),
        disposition=disposition(row.disposition),
        turns=turns_of(row, today),
        known_by=_known_by(row),
        quotes=quotes_of(row, today),
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


def _linked(plan: Plan, code: str | None) -> Linked | None:
    found = next((one for one in plan.people if one.id == code), None)
    return Linked(code=found.id, text=found.name, more=found.title or "") if found else None


def _known_by(row: Contact) -> tuple[Acquainted, ...]:
    rows = Acquaintance.objects.filter(contact=row, member__deleted_at=None)
    return tuple(
        Acquainted(
            code=found.member.ref.code,
            name=found.member.name,
            how_well=found.how_well,
            words=found.get_how_well_display() if found.how_well else "",
        )
        for found in rows.select_related("member__ref").order_by("pk")
    )


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
