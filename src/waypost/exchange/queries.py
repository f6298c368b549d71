"""Reading: what a plan holds, and what it would do here if it came in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.accounts.models import Account, Fact, SwotPoint
from waypost.accounts.policies import REFUSALS, Capability
from waypost.accounts.queries import access_to, accounts_named, team_of
from waypost.exchange.models import PlanImport
from waypost.method import plan as p
from waypost.staff.models import User


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What would happen: a new account, or ``existing`` gets the plan; ``obstacle`` says why not.

    ``free`` are the places in the team that the person can take. Of a plan to be replaced,
    ``staying`` are the names of those who keep their log-ins and ``leaving`` of those who lose
    theirs; ``seated`` says that the person is among the first.
    """

    existing: Account | None = None
    obstacle: str = ""
    free: tuple[p.TeamMember, ...] = ()
    staying: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    seated: bool = False


def preview(plan: p.Plan, actor: User | None, into: int | None = None) -> Preview:
    """What bringing in this plan would do, without doing it, as `operations.import_plan` does."""
    same = accounts_to_replace(plan, actor, into)
    if not same:
        return Preview(free=plan.team)
    if len(same) > 1:
        return Preview(obstacle=several(plan))
    if actor is not None and not access_to(actor, same[0].pk).can_replace_plan:
        return Preview(existing=same[0], obstacle=str(REFUSALS[Capability.REPLACE_PLAN]))
    return _replacement(plan, same[0], actor)


def accounts_to_replace(plan: p.Plan, actor: User | None, into: int | None = None) -> list[Account]:
    """Those with the plan's name that the actor can see; ``into`` is the one that is meant."""
    same = accounts_named(actor, plan.account.name)
    return list(same if into is None else same.filter(pk=into))


def several(plan: p.Plan) -> str:
    return _("Several accounts have the name “%(name)s”: rename all but one first.") % {
        "name": plan.account.name
    }


def contents(plan: p.Plan) -> tuple[tuple[str, int], ...]:
    """The parts of a plan with how many there are of each, also where there is none."""
    objectives, profile = plan.objectives, plan.profile
    facts = [getattr(profile, topic) for topic in Fact.Topic]
    facts += [getattr(profile.swot, side) for side in SwotPoint.Side]
    return (
        (_("Visionary"), len(objectives.visionary)),
        (_("Relationship"), len(objectives.relationship)),
        (_("Business"), len(objectives.business)),
        (_("Stage goals"), sum(len(objective.stages) for objective in objectives.business)),
        (_("Strategies"), len(plan.strategies)),
        (_("Actions"), len(plan.short_term_plan.actions)),
        (_("Lights"), len(plan.traffic_lights)),
        (_("Facts"), sum(map(len, facts))),
        (_("Gaps"), len(profile.gaps)),
        (_("People"), len(plan.people)),
        (_("Opportunities"), len(plan.opportunities)),
        (_("Team"), len(plan.team)),
    )


def _replacement(plan: p.Plan, account: Account, actor: User | None) -> Preview:
    """As `document.store.replace` does it: log-ins and access stay where id and name do."""
    own_id = actor.pk if actor else None
    places = {(member.id, member.name) for member in plan.team}
    log_ins = [member for member in team_of(account) if member.user_id]
    staying = {
        (member.ref.code, member.name): member
        for member in log_ins
        if (member.ref.code, member.name) in places
    }
    return Preview(
        existing=account,
        free=tuple(member for member in plan.team if (member.id, member.name) not in staying),
        staying=tuple(member.name for member in staying.values()),
        leaving=tuple(
            member.name
            for member in log_ins
            if member not in staying.values() and member.user_id != own_id
        ),
        seated=any(member.user_id == own_id for member in staying.values()),
    )


def imported_before(actor: User, key: str) -> Account | None:
    """The account that came of the actor's form with this key, if it was sent before."""
    sent = PlanImport.objects.filter(actor=actor, key=key).select_related("account").first()
    return sent.account if sent else None
