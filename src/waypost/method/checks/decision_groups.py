"""The people who decide: who they are, and their roles (DMG-1, DMG-3)."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from datetime import date

from waypost.method.checks.likeness import initials, is_abbreviated, same_name
from waypost.method.checks.links import acquaintance_of, lead_of, present_people
from waypost.method.checks.registry import (
    ActionDraft,
    Finding,
    Remedy,
    Severity,
    fix,
    quoted,
    rule,
)
from waypost.method.plan import Person, Plan, Role
from waypost.method.words import gettext_noop as _
from waypost.method.words import words

COMPARED_WITH = 50


@rule(
    "DMG-1",
    title=_("A decision has one economic buyer"),
    why=_("Usually one person releases the money; with none or two, ask who it is."),
)
def economic_buyer(plan: Plan, _today: date) -> Iterator[Finding]:
    present = present_people(plan)
    for group in plan.decision_groups:
        buyers = [
            present[found.person].name
            for found in group.people
            if Role.ECONOMIC in found.roles and found.person in present
        ]
        if len(buyers) == 1:
            continue
        message = (
            words(
                _("%(id)s has %(count)s economic buyers: %(names)s."),
                id=group.id,
                count=len(buyers),
                names=", ".join(buyers),
            )
            if buyers
            else words(
                _("%(id)s has no economic buyer: “%(decision)s”"),
                id=group.id,
                decision=quoted(group.decision),
            )
        )
        known = next((p for p in present.values() if p.known_by), None)
        remedy = fix(
            Remedy.SETTLE_ROLES,
            _("Find out who releases the money."),
            action=ActionDraft(
                what=words(
                    _("Find out who releases the money for “%(decision)s”"),
                    decision=quoted(group.decision),
                ),
                achieves=group.opportunity,
                owner=acquaintance_of(plan, known) if known else lead_of(plan),
            ),
        )
        yield economic_buyer.finding(group.id, Severity.QUESTION, message, remedy)


@rule(
    "DMG-1",
    title=_("Each person in a decision has a buying role"),
    why=_("What somebody can decide shows what they need to hear."),
)
def no_role(plan: Plan, _today: date) -> Iterator[Finding]:
    present = present_people(plan)
    for group in plan.decision_groups:
        for found in group.people:
            if not found.roles and found.person in present:
                yield no_role.finding(
                    found.person,
                    Severity.QUESTION,
                    words(
                        _("%(name)s has no buying role in %(group)s."),
                        name=present[found.person].name,
                        group=group.id,
                    ),
                    fix(
                        Remedy.SETTLE_ROLES,
                        _("Give the role, or take the person out."),
                        field="roles",
                    ),
                    subject=group.id,
                )


@rule(
    "DMG-1",
    title=_("Those who decide are known"),
    why=_("One sells to people; who they are is the first thing to find out."),
)
def nobody_known(plan: Plan, _today: date) -> Iterator[Finding]:
    if not plan.decision_groups and not plan.people:
        message = words(_("Nobody who decides at the customer is written down."))
        remedy = fix(Remedy.ADD_PEOPLE, _("Add the people you know, with what they decide on."))
        yield nobody_known.finding("account", Severity.ADVICE, message, remedy)


@rule(
    "DMG-1",
    title=_("Each person is written down once"),
    why=_("What is known of one person in two places is known of neither."),
)
def likely_twice(plan: Plan, _today: date) -> Iterator[Finding]:
    """One finding a person, at the one of the two of whom less is known."""
    for person, other in _likely_pairs(present_people(plan).values()):
        less, more = sorted((other, person), key=_known_of)
        message = words(
            _("%(less)s may be the same as %(more)s (%(id)s)."),
            less=less.name,
            more=more.name,
            id=more.id,
        )
        remedy = fix(Remedy.MERGE_PEOPLE, _("Ask, then make one of the two."))
        yield likely_twice.finding(less.id, Severity.QUESTION, message, remedy, subject=more.id)


@rule(
    "DMG-3",
    title=_("Each decision has a coach"),
    why=_("Somebody inside who believes in you shows the way; one makes the difference."),
)
def no_coach(plan: Plan, _today: date) -> Iterator[Finding]:
    """Asked for once the roles of two people are known: before, there is nobody to choose from.

    That one has left is another finding.
    """
    present = present_people(plan)
    for group in plan.decision_groups:
        known = [found for found in group.people if found.person in present and found.roles]
        if len(known) > 1 and not any(Role.COACH in found.roles for found in group.people):
            message = words(
                _("%(id)s has no coach: “%(decision)s”"),
                id=group.id,
                decision=quoted(group.decision),
            )
            remedy = fix(
                Remedy.DEVELOP_COACH,
                _("Choose who could become one, and what you do for that."),
                action=ActionDraft(
                    what=words(_("Choose who could become our coach in %(id)s"), id=group.id),
                    achieves=group.opportunity,
                    owner=lead_of(plan),
                ),
            )
            yield no_coach.finding(group.id, Severity.ADVICE, message, remedy)


def _likely_pairs(people: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Each person with the first of those before, of very many the nearest, who may be the same."""
    earlier: dict[str, deque[Person]] = defaultdict(lambda: deque(maxlen=COMPARED_WITH))
    for person in people:
        alike = earlier[initials(person.name)]
        for other in alike:
            if same_name(person.name, other.name) and not _kept_apart(person, other):
                yield other, person
                break
        alike.append(person)


def _known_of(person: Person) -> tuple[bool, int]:
    """How much is known: the first name, then what is written down."""
    known = (person.wants, person.personal_win, person.company_win, person.known_by, person.level)
    return not is_abbreviated(person.name), sum(map(bool, known))


def _kept_apart(person: Person, other: Person) -> bool:
    """Whether two with like names are known to be two people.

    By their places; where a first name is only a letter, also by their levels.
    """
    if person.location and other.location and person.location != other.location:
        return True
    if not (is_abbreviated(person.name) or is_abbreviated(other.name)):
        return False
    return None not in (person.level, other.level) and person.level != other.level
