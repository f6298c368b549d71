"""The people who decide: their roles, and who of us knows them (DMG)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.plan import Person, Plan, Role
from waypost.method.words import gettext_noop as _
from waypost.method.words import words


@rule(
    "DMG-1",
    title=_("A decision has one economic buyer"),
    why=_("Usually one person releases the money; with none or two, ask who it is."),
)
def economic_buyer(plan: Plan, _today: date) -> Iterator[Finding]:
    present = _present(plan)
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
        remedy = fix(Remedy.SETTLE_ROLES, _("Find out who releases the money."))
        yield economic_buyer.finding(group.id, Severity.QUESTION, message, remedy)


@rule(
    "DMG-1",
    title=_("Each person in a decision has a buying role"),
    why=_("What somebody can decide shows what they need to hear."),
)
def no_role(plan: Plan, _today: date) -> Iterator[Finding]:
    present = _present(plan)
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
                    fix(Remedy.SETTLE_ROLES, _("Give the role, or take the person out.")),
                    subject=group.id,
                )


@rule(
    "DMG-4",
    title=_("Somebody of us knows each person in a decision"),
    why=_("A decision is lost in the rooms that none of you has been in."),
)
def unknown_person(plan: Plan, _today: date) -> Iterator[Finding]:
    present = _present(plan)
    economic = {
        found.person
        for group in plan.decision_groups
        for found in group.people
        if Role.ECONOMIC in found.roles
    }
    deciding = dict.fromkeys(f.person for group in plan.decision_groups for f in group.people)
    for person in (present[code] for code in deciding if code in present):
        if not person.known_by:
            yield unknown_person.finding(
                person.id,
                Severity.WARNING if person.id in economic else Severity.ADVICE,
                words(_("Nobody of us knows %(name)s."), name=person.name),
                fix(Remedy.MEET_PERSON, _("Plan who introduces whom.")),
            )


def _present(plan: Plan) -> dict[str, Person]:
    """The people who are still with the customer, by id."""
    return {person.id: person for person in plan.people if not person.left_company}
