"""The people of the customer: what they want, and who of us knows them (DMG-2 to DMG-4)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from waypost.method.checks.links import (
    acquaintance_of,
    lead_of,
    memberships,
    present_people,
)
from waypost.method.checks.registry import ActionDraft, Finding, Remedy, Severity, fix, rule
from waypost.method.plan import Plan, Role
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

MET_DAYS = 120  # for those on whom a decision rests
LOW_LEVEL = 3
ENOUGH_PEOPLE = 3  # before these there is no map with white places on it
AGAINST = re.compile(
    r"\b(?:against|blocker|blocks|opponent|opposed|negative|hostile|sceptic\w*|skeptic\w*|enemy)\b",
    re.IGNORECASE,
)


@rule(
    "DMG-2",
    title=_("What each person wants and wins is known"),
    why=_("People decide for reasons of their own; a win-win needs to know both."),
)
def motives_unknown(plan: Plan, _today: date) -> Iterator[Finding]:
    """Of those with a buying role. It weighs most where somebody releases the money."""
    roles, present = _roles(plan), present_people(plan)
    for person in (present[code] for code in roles if code in present):
        if not roles[person.id] or (person.wants and person.personal_win):
            continue
        nothing = not person.wants and not person.personal_win
        if nothing and not person.known_by and Role.ECONOMIC not in roles[person.id]:
            continue  # nobody knows them, which is another finding
        text = (
            _("What %(name)s wants and would personally win is not known.")
            if nothing
            else _("What %(name)s would personally win is not known.")
            if person.wants
            else _("What %(name)s wants is not known.")
        )
        remedy = fix(
            Remedy.ASK_PERSON,
            _("Ask %(name)s, or somebody close."),
            action=ActionDraft(
                what=words(_("Find out what %(name)s would win personally"), name=person.name),
                owner=acquaintance_of(plan, person),
            ),
            member=acquaintance_of(plan, person),
            field="wants" if not person.wants else "personal_win",
            name=person.name,
        )
        yield motives_unknown.finding(
            person.id, _weight(roles[person.id], nothing), words(text, name=person.name), remedy
        )


@rule(
    "DMG-3",
    title=_("A coach is still there and still for us"),
    why=_("What a coach told you holds as long as the coach does."),
)
def coach_lost(plan: Plan, today: date) -> Iterator[Finding]:
    roles = _roles(plan)
    for person in plan.people:
        if Role.COACH not in roles.get(person.id, ()):
            continue
        if person.left_company:
            text, severity = _("%(name)s, a coach, has left the customer."), Severity.WARNING
        elif person.disposition and AGAINST.search(person.disposition):
            text, severity = _("%(name)s, a coach, is no longer for us."), Severity.WARNING
        elif person.last_contact and (today - person.last_contact).days > MET_DAYS:
            text, severity = _("Nobody has met %(name)s, a coach, for long."), Severity.ADVICE
        else:
            continue
        gone = severity is Severity.WARNING
        remedy = fix(
            Remedy.DEVELOP_COACH if gone else Remedy.MEET_PERSON,
            _("Choose who could become the next one.") if gone else _("Plan who meets them next."),
            action=ActionDraft(
                what=words(_("Choose who could follow %(name)s as our coach"), name=person.name)
                if gone
                else words(_("Meet %(name)s"), name=person.name),
                owner=acquaintance_of(plan, person),
            ),
        )
        yield coach_lost.finding(
            person.id, severity, words(text, name=person.name), remedy, subject="coach"
        )


@rule(
    "DMG-3",
    title=_("A coach shares nothing confidential"),
    why=_("Confidential material harms the coach, the customer’s trust, and the one who uses it."),
)
def leaking(plan: Plan, _today: date) -> Iterator[Finding]:
    names = {person.id: person.name for person in plan.people}
    for coaching in plan.coach_development:
        if coaching.confidential_information:
            message = words(
                _("Keep what you hear from %(name)s free of anything confidential."),
                name=names.get(coaching.person, coaching.person),
            )
            remedy = fix(
                Remedy.ASK_PERSON,
                _("Give back or delete what was offered, and say that you do not want it."),
                member=lead_of(plan),
            )
            yield leaking.finding(
                coaching.person, Severity.SERIOUS, message, remedy, subject="confidential"
            )


@rule(
    "DMG-4",
    title=_("Somebody of us knows each person in a decision"),
    why=_("A decision is lost in the rooms that none of you has been in."),
)
def unknown_person(plan: Plan, _today: date) -> Iterator[Finding]:
    roles, present, lead = _roles(plan), present_people(plan), lead_of(plan)
    for person in (present[code] for code in roles if code in present):
        if not person.known_by:
            yield unknown_person.finding(
                person.id,
                Severity.WARNING if Role.ECONOMIC in roles[person.id] else Severity.ADVICE,
                words(_("Nobody of us knows %(name)s."), name=person.name),
                fix(
                    Remedy.MEET_PERSON,
                    _("Plan who introduces whom."),
                    action=ActionDraft(
                        what=words(_("Have somebody introduce us to %(name)s"), name=person.name),
                        owner=lead,
                    ),
                    field="known_by",
                ),
            )


@rule(
    "DMG-4",
    title=_("Whoever releases the money is met regularly"),
    why=_("A relationship that nobody keeps up is one that a rival has more of."),
)
def not_met(plan: Plan, today: date) -> Iterator[Finding]:
    roles, present = _roles(plan), present_people(plan)
    for person in (present[code] for code in roles if code in present):
        met = person.last_contact
        if Role.ECONOMIC in roles[person.id] and met and (today - met).days > MET_DAYS:
            message = words(
                _("%(name)s, who releases the money, was last met on %(on)s."),
                name=person.name,
                on=met,
            )
            remedy = fix(
                Remedy.MEET_PERSON,
                _("Plan who meets them next."),
                action=ActionDraft(
                    what=words(_("Meet %(name)s"), name=person.name),
                    owner=acquaintance_of(plan, person),
                ),
            )
            yield not_met.finding(person.id, Severity.ADVICE, message, remedy, subject="met")


@rule(
    "DMG-4",
    title=_("The account is known in breadth and in height"),
    why=_("Where nobody knows anybody, decisions are taken that reach you as news."),
)
def white_places(plan: Plan, _today: date) -> Iterator[Finding]:
    """Asked for once there are people enough to make a map of."""
    known = [person for person in present_people(plan).values() if person.known_by]
    if len(known) < ENOUGH_PEOPLE:
        return
    places = {person.location for person in known}
    for location in plan.account.locations if any(places) else ():
        if location.id not in places:
            message = words(_("Nobody of us knows anybody at %(place)s."), place=location.name)
            remedy = fix(
                Remedy.MEET_PERSON,
                _("Ask who you know elsewhere for a name there."),
                action=ActionDraft(
                    what=words(_("Get to know somebody at %(place)s"), place=location.name),
                    owner=lead_of(plan),
                ),
            )
            yield white_places.finding(location.id, Severity.QUESTION, message, remedy)
    levels = [person.level for person in known if person.level is not None]
    if levels and min(levels) >= LOW_LEVEL:
        message = words(
            _("The highest level at which anybody of us knows somebody is %(level)s."),
            level=min(levels),
        )
        remedy = fix(Remedy.MEET_PERSON, _("Ask your senior management to open the door."))
        yield white_places.finding("account", Severity.QUESTION, message, remedy, subject="level")


def _roles(plan: Plan) -> dict[str, set[Role]]:
    """All the roles that each person has in any decision."""
    roles: dict[str, set[Role]] = defaultdict(set)
    for found in memberships(plan):
        roles[found.person].update(found.roles)
    return roles


def _weight(roles: set[Role], nothing: bool) -> Severity:
    if Role.ECONOMIC in roles:
        return Severity.WARNING if nothing else Severity.ADVICE
    return Severity.ADVICE if nothing else Severity.QUESTION
