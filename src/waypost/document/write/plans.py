"""The four elements of the model: objectives, strategies, short-term plan, traffic lights."""

from waypost.accounts.models import Account, Gap, Link
from waypost.document.write.customer import remove_rows
from waypost.document.write.sink import Sink
from waypost.history.operations import Recording
from waypost.method import plan as p
from waypost.plans.models import (
    Action,
    Agreement,
    CheckIn,
    Commitment,
    Heard,
    LightChange,
    Objective,
    PlannedMonth,
    Prerequisite,
    ShortTermPlan,
    StageGoal,
    Strategy,
    TrafficLight,
)

SERVES, DEPENDS_ON = Link.Relation.SERVES, Link.Relation.DEPENDS_ON


def remove(account: Account, recording: Recording) -> None:
    """Delete what `write_*` wrote; the ids stay claimed."""
    remove_rows(
        [
            LightChange.objects.filter(light__account=account),
            TrafficLight.objects.filter(account=account),
            Action.objects.filter(account=account),
            PlannedMonth.objects.filter(short_term_plan__account=account),
            ShortTermPlan.objects.filter(account=account),
            Commitment.objects.filter(strategy__account=account),
            Strategy.objects.filter(account=account),
            CheckIn.objects.filter(objective__account=account),
            StageGoal.objects.filter(account=account),
            Prerequisite.objects.filter(objective__account=account),
            Agreement.objects.filter(objective__account=account),
            Heard.objects.filter(objective__account=account),
            Objective.objects.filter(account=account),
        ],
        recording,
    )


def write_objectives(plan: p.Plan, sink: Sink) -> None:
    account, objectives = sink.account, plan.objectives
    sink.save_parts(
        [
            *(
                Objective(
                    account=account,
                    ref=sink.ref(vision.id),
                    level=Objective.Level.VISIONARY,
                    horizon_years=vision.horizon_years,
                    text=vision.text,
                )
                for vision in objectives.visionary
            ),
            *(
                Objective(
                    account=account,
                    ref=sink.ref(wanted.id),
                    level=Objective.Level.RELATIONSHIP,
                    text=wanted.text,
                )
                for wanted in objectives.relationship
            ),
            *(_business(objective, sink) for objective in objectives.business),
        ]
    )
    sink.save(
        Heard(objective_id=sink.key(wanted.id), on=heard.on, who=heard.who or "", text=heard.text)
        for wanted in objectives.relationship
        for heard in wanted.heard
    )
    for objective in objectives.business:
        _write_course(objective, sink)


def _business(objective: p.BusinessObjective, sink: Sink) -> Objective:
    agreed = objective.agreed
    plain = ("customer_text", "metric", "unit", "condition")
    return Objective(
        account=sink.account,
        ref=sink.ref(objective.id),
        level=Objective.Level.BUSINESS,
        text=objective.text,
        baseline=objective.baseline,
        target=objective.target,
        due=objective.due,
        agreed_team=agreed.team if isinstance(agreed.team, bool) else None,
        agreed_customer=agreed.customer if isinstance(agreed.customer, bool) else None,
        owner_id=sink.key(objective.owner),
        **{name: getattr(objective, name) or "" for name in plain},
    )


def _write_course(objective: p.BusinessObjective, sink: Sink) -> None:
    """What hangs on a business objective: who agreed, what comes first, stages, check-ins."""
    key = sink.key(objective.id)
    sink.link(objective.id, SERVES, objective.serves)
    sink.save(
        Agreement(objective_id=key, party=sink.ref(party))
        for side in (objective.agreed.team, objective.agreed.customer)
        if isinstance(side, tuple)
        for party in side
    )
    sink.save(
        Prerequisite(objective_id=key, text=first.text, by=first.by, owner_id=sink.key(first.owner))
        for first in objective.depends_on
    )
    sink.save_parts(
        StageGoal(
            account=sink.account,
            ref=sink.ref(stage.id),
            objective_id=key,
            due=stage.due,
            value=stage.value,
            customer_sees=stage.customer_sees or "",
        )
        for stage in objective.stages
    )
    sink.save(
        CheckIn(
            objective_id=key,
            on=check_in.on,
            value=check_in.value,
            condition_value=check_in.condition_value or "",
            note=check_in.note or "",
        )
        for check_in in objective.check_ins
    )


def write_strategies(plan: p.Plan, sink: Sink) -> None:
    sink.save_parts(
        Strategy(
            account=sink.account,
            ref=sink.ref(strategy.id),
            statement=strategy.statement,
            communicate=strategy.communicate or "",
            wording_version=strategy.wording_version,
        )
        for strategy in plan.strategies
    )
    for strategy in plan.strategies:
        sink.link(strategy.id, SERVES, strategy.serves)
    sink.save(
        Commitment(
            strategy_id=sink.key(strategy.id),
            member_id=sink.key(answer.who),
            told=answer.told,
            wording_version=answer.version,
            committed=answer.committed,
            doubts=answer.doubts or "",
        )
        for strategy in plan.strategies
        for answer in strategy.members
    )


def write_short_term_plan(plan: p.Plan, sink: Sink) -> None:
    account, short_term = sink.account, plan.short_term_plan
    if short_term.planned_on or short_term.months:
        [window] = sink.save([ShortTermPlan(account=account, planned_on=short_term.planned_on)])
        sink.save(
            PlannedMonth(short_term_plan=window, month=month.first_day)
            for month in short_term.months
        )
    gaps = Gap.objects.filter(account=account, deleted_at=None).order_by("pk")
    gap_keys = list(gaps.values_list("pk", flat=True))
    sink.save_parts(
        Action(
            account=account,
            ref=sink.ref(action.id),
            month=action.month.first_day if action.month else None,
            what=action.what,
            achieves=sink.ref(action.achieves),
            owner=sink.ref(action.owner),
            due=action.due,
            status=action.status or "",
            urgent=action.urgent,
            important=action.important,
            hours=action.hours,
            from_gap_id=None if action.from_gap is None else gap_keys[action.from_gap],
            reason=action.reason or "",
        )
        for action in short_term.actions
    )
    for action in short_term.actions:
        sink.link(action.id, DEPENDS_ON, action.depends_on)


def write_traffic_lights(plan: p.Plan, sink: Sink) -> None:
    sink.save_parts(
        TrafficLight(
            account=sink.account,
            ref=sink.ref(light.id),
            colour=light.colour,
            on=None if light.on == "account" else sink.ref(light.on),
            text=light.text,
            since=light.since,
            response=light.response or "",
        )
        for light in plan.traffic_lights
    )
    sink.save(
        LightChange(
            light_id=sink.key(light.id),
            on=change.on,
            from_colour=change.from_colour or "",
            to_colour=change.to_colour,
            why=change.why or "",
        )
        for light in plan.traffic_lights
        for change in light.history
    )
