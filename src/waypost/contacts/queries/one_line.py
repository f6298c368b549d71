"""What was understood of a person typed in one line, in words to look at before it is saved."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.models import Contact
from waypost.contacts.queries.coverage import level_in_words
from waypost.contacts.queries.rows import contact_of
from waypost.method.checks.likeness import same_name
from waypost.method.one_line.person import PersonLine, read_person
from waypost.method.plan import Plan
from waypost.plans.queries.one_line import asked, someone
from waypost.plans.queries.wording import known, names
from waypost.ui.formats import excerpt, short_date

PARTS = ("locations", "team", "people")


@dataclass(frozen=True, kw_only=True, slots=True)
class LineReading:
    """``values`` are those of the person; ``contact`` is set where they are known already."""

    name: str
    contact: Contact | None
    values: dict[str, Any]
    facts: tuple[str, ...]
    questions: tuple[str, ...]


def read_line(access: Access, line: str, today: date) -> LineReading:
    """The person that the line means. Who writes that they were met knows them."""
    plan = plan_for(access, PARTS)
    places = [(site.id, site.name) for site in plan.account.locations]
    found = read_person(line, today=today, people=someone(plan), places=places)
    contact = contact_of(access, found.code) if found.code else None
    known_by = _known_by(plan, found, access.member_code)
    return LineReading(
        name=found.name,
        contact=contact,
        values=_values(found, contact, known_by),
        facts=_facts(plan, found, contact, known_by, today),
        questions=(*(asked(question) for question in found.questions), *_twins(plan, found)),
    )


def _known_by(plan: Plan, found: PersonLine, me: str | None) -> tuple[str, ...]:
    before = next((one.known_by for one in plan.people if one.id == found.code), ())
    met = (me,) if me is not None and found.last_contact else ()
    return tuple(dict.fromkeys((*before, *found.known_by, *met)))


def _values(
    found: PersonLine, contact: Contact | None, known_by: tuple[str, ...]
) -> dict[str, Any]:
    """What the line says; what it does not say stays as it was."""
    said: dict[str, Any] = {
        "title": found.title,
        "location": found.location,
        "level": found.level,
        "reports_to": found.reports_to,
        "last_contact": found.last_contact,
        "last_contact_about": found.last_contact_about if found.last_contact else "",
        "next_contact": found.next_contact,
        "next_contact_about": found.next_contact_about,
        "wants": found.wants,
    }
    values = {name: value for name, value in said.items() if value not in (None, "")}
    if contact is not None and found.last_contact:
        values["last_contact_about"] = found.last_contact_about
    return {**({} if contact else {"name": found.name}), **values, "known_by": known_by}


def _facts(
    plan: Plan,
    found: PersonLine,
    contact: Contact | None,
    known_by: tuple[str, ...],
    today: date,
) -> tuple[str, ...]:
    ours = {member.id: member.name for member in plan.team}
    theirs = {person.id: person.name for person in plan.people}
    sites = {site.id: site.name for site in plan.account.locations}

    def when(sentence: str, day: date | None, about: str) -> str:
        about = f", {about}" if about else ""
        return sentence % {"day": short_date(day, today)} + about if day else ""

    superior = theirs.get(found.reports_to or "", "")
    return known(
        _("a note on somebody who is here already") if found.code else _("new"),
        _instead(found.title, contact.title if contact else ""),
        sites.get(found.location or "", ""),
        level_in_words(found.level) if found.level else "",
        _("reports to %(name)s") % {"name": superior} if superior else "",
        when(_("met %(day)s"), found.last_contact, found.last_contact_about),
        when(_("next %(day)s"), found.next_contact, found.next_contact_about),
        _instead(
            _("wants %(what)s") % {"what": found.wants} if found.wants else "",
            contact.wants if contact else "",
        ),
        _("known by %(names)s") % {"names": names(ours.get(code, "") for code in known_by)}
        if known_by
        else "",
    )


def _instead(said: str, stands: str) -> str:
    """What is said, and what gives way to it."""
    words = {"new": said, "old": excerpt(stands)}
    return _("%(new)s instead of “%(old)s”") % words if said and stands else said


def _twins(plan: Plan, found: PersonLine) -> list[str]:
    """Somebody who may be the same person."""
    if found.code:
        return []
    alike = [one for one in plan.people if same_name(one.name, found.name)]
    return [_("Is this %(name)s (%(code)s)?") % {"name": a.name, "code": a.id} for a in alike[:1]]
