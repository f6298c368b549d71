"""Everybody with a part in the relationship takes part in the planning (SES-2, SES-3, SES-6)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.links import members_by_id, open_actions
from waypost.method.checks.registry import Finding, Remedy, Severity, fix, rule
from waypost.method.checks.session_facts import YEAR, held, is_manager, with_participants
from waypost.method.plan import Action, Plan, PlanningSession
from waypost.method.team import Function, function_of
from waypost.method.words import gettext_noop as _
from waypost.method.words import words


@rule(
    "SES-2",
    title=_("The team is written down"),
    why=_("Everybody with a part in the relationship plans with you; begin with their names."),
)
def no_team(plan: Plan, _today: date) -> Iterator[Finding]:
    if not plan.team:
        message = words(_("Nobody is in the account team."))
        remedy = fix(Remedy.ADD_MEMBER, _("Add the account lead and the first-line manager."))
        yield no_team.finding("account", Severity.ADVICE, message, remedy)


@rule(
    "SES-2",
    title=_("Everybody with a part in the relationship plans with you"),
    why=_("Those who were not there do not know the plan, and it does not know what they know."),
)
def absent(plan: Plan, today: date) -> Iterator[Finding]:
    """Those who were in no session of a year, at the last one; other rules look after managers.

    One finding a member; one for the team when more were absent than were there.
    """
    sessions = with_participants(plan, today)
    if not sessions:
        return
    last = sessions[-1]
    took_part = {code for s in sessions if s.date >= last.date - YEAR for code in s.participants}
    asked = [member for member in plan.team if not is_manager(member)]
    missing = [member for member in asked if member.id not in took_part]
    if len(missing) > 1 and len(missing) * 2 > len(asked):
        message = words(
            _("%(count)s of %(all)s in the team were in no planning session: %(names)s."),
            count=len(missing),
            all=len(asked),
            names=", ".join(member.name for member in missing),
        )
        remedy = fix(Remedy.PLAN_SESSION, _("Set the next one on a day when they can come."))
        yield absent.finding(last.id, Severity.WARNING, message, remedy, subject="team")
        return
    for member in missing:
        remedy = fix(
            Remedy.INVITE_MEMBER,
            _("Tell %(name)s what was planned, and invite them to the next one."),
            member=member.id,
            name=member.name,
        )
        message = words(_("%(name)s was in no planning session."), name=member.name)
        yield absent.finding(last.id, Severity.ADVICE, message, remedy, subject=member.id)


@rule(
    "SES-3",
    title=_("The team has a first-line manager"),
    why=_("Somebody who is not in the daily business asks whether the plan is honest."),
)
def no_manager(plan: Plan, _today: date) -> Iterator[Finding]:
    if plan.team and not _managers(plan):
        message = words(_("The team has no first-line manager."))
        remedy = fix(Remedy.ADD_MEMBER, _("Add the manager whom the account lead reports to."))
        yield no_manager.finding("account", Severity.ADVICE, message, remedy)


@rule(
    "SES-3",
    title=_("The first-line manager is at each planning session"),
    why=_("The first-line manager keeps the team honest and asks for what serves the customer."),
)
def without_manager(plan: Plan, today: date) -> Iterator[Finding]:
    for session in held(plan, today):
        if _manager_is_there(plan, session) is False:
            message = words(
                _("No first-line manager was at the planning session of %(on)s."), on=session.date
            )
            remedy = fix(
                Remedy.INVITE_MANAGER,
                _("Set the next session with the manager."),
                member=next(iter(_managers(plan)), None),
            )
            yield without_manager.finding(session.id, Severity.WARNING, message, remedy)


@rule(
    "SES-3",
    title=_("The first-line manager is invited to the next planning session"),
    why=_("A session without the manager is better moved than held."),
)
def manager_not_invited(plan: Plan, today: date) -> Iterator[Finding]:
    for session in plan.sessions:
        if session.date > today and _manager_is_there(plan, session) is False:
            message = words(
                _("The first-line manager is not invited to the planning session of %(on)s."),
                on=session.date,
            )
            remedy = fix(
                Remedy.INVITE_MANAGER,
                _("Invite the manager, or move the session."),
                member=next(iter(_managers(plan)), None),
                field="participants",
            )
            yield manager_not_invited.finding(session.id, Severity.WARNING, message, remedy)


@rule(
    "SES-6",
    title=_("Whoever owns an action took part in the planning"),
    why=_("Commitment comes from taking part; nobody can plan for somebody else."),
)
def owner_never_there(plan: Plan, today: date) -> Iterator[Finding]:
    """One finding an owner, at the first of the actions."""
    sessions = with_participants(plan, today)
    took_part = {code for session in sessions for code in session.participants}
    members = members_by_id(plan) if sessions else {}
    owned: dict[str, list[Action]] = {}
    for action in open_actions(plan):
        owner = members.get(action.owner or "")
        if owner and not is_manager(owner) and owner.id not in took_part:
            owned.setdefault(owner.id, []).append(action)
    for code, actions in owned.items():
        message = words(
            _("%(name)s owns %(actions)s and was in no planning session."),
            name=members[code].name,
            actions=", ".join(action.id for action in actions),
        )
        remedy = fix(
            Remedy.ASK_MEMBER,
            _("Ask %(name)s whether that is a yes, and invite them to the next session."),
            member=code,
            name=members[code].name,
        )
        yield owner_never_there.finding(
            actions[0].id, Severity.ADVICE, message, remedy, subject=code
        )


def _managers(plan: Plan) -> list[str]:
    return [m.id for m in plan.team if function_of(m) is Function.FIRST_LINE]


def _manager_is_there(plan: Plan, session: PlanningSession) -> bool | None:
    """None where nobody wrote down who takes part."""
    if session.first_line_manager_present is None and session.participants:
        return not set(_managers(plan)).isdisjoint(session.participants)
    return session.first_line_manager_present
