"""The four elements of the model: objectives, strategies, short-term plan, traffic lights."""

from waypost.accounts.models import Gap, Link
from waypost.document.rows import Row, Source, grouped, without
from waypost.method import plan as p
from waypost.method.shape import Kind
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
    StageGoal,
    Strategy,
    TrafficLight,
)

SERVES, DEPENDS_ON = Link.Relation.SERVES, Link.Relation.DEPENDS_ON


def objectives(source: Source) -> p.Objectives:
    levels = grouped(
        source.parts(
            Objective,
            *("level", "text", "horizon_years", "customer_text", "metric", "unit", "baseline"),
            *("target", "due", "condition", "agreed_team", "agreed_customer"),
            owner_ref="owner__ref_id",
        ),
        by="level",
    )
    return p.Objectives(
        visionary=tuple(
            p.Vision(id=row["id"], horizon_years=row["horizon_years"], text=row["text"])
            for row in levels[Objective.Level.VISIONARY]
        ),
        relationship=_relationship(source, levels[Objective.Level.RELATIONSHIP]),
        business=_business(source, levels[Objective.Level.BUSINESS]),
    )


def _relationship(source: Source, rows: list[Row]) -> tuple[p.RelationshipObjective, ...]:
    heard = _by_objective(source, Heard, "on", "who", "text")
    return tuple(
        p.RelationshipObjective(
            id=row["id"],
            text=row["text"],
            heard=tuple(p.Heard(**said) for said in heard[row["pk"]]),
        )
        for row in rows
    )


def _business(source: Source, rows: list[Row]) -> tuple[p.BusinessObjective, ...]:
    agreements = grouped(
        source.rows(
            Agreement.objects.filter(objective__account=source.account_id),
            *("objective_id", "party_id", "party__kind"),
        ),
        by="objective_id",
    )
    first = grouped(
        source.rows(
            Prerequisite.objects.filter(objective__account=source.account_id),
            *("objective_id", "text", "by"),
            owner_ref="owner__ref_id",
        ),
        by="objective_id",
    )
    stages = grouped(
        source.parts(StageGoal, "objective_id", "due", "value", "customer_sees"), by="objective_id"
    )
    check_ins = _by_objective(source, CheckIn, "on", "value", "condition_value", "note")
    return tuple(
        p.BusinessObjective(
            agreed=_agreed(source, row, agreements[row["pk"]]),
            owner=source.codes.get(row["owner_ref"]),
            serves=source.links(SERVES, row["ref_id"]),
            depends_on=tuple(
                p.Prerequisite(text=f["text"], by=f["by"], owner=source.codes.get(f["owner_ref"]))
                for f in first[row["pk"]]
            ),
            stages=tuple(p.StageGoal(**without(s, "pk", "ref_id")) for s in stages[row["pk"]]),
            check_ins=tuple(p.CheckIn(**check_in) for check_in in check_ins[row["pk"]]),
            **{name: row[name] for name in _BUSINESS_COLUMNS},
        )
        for row in rows
    )


_BUSINESS_COLUMNS = (
    *("id", "text", "customer_text", "metric", "unit", "baseline", "target", "due", "condition"),
)


def _agreed(source: Source, row: Row, parties: list[Row]) -> p.Agreed:
    """The ids of those who agreed where they are known one by one, else the yes or no as stated."""

    def side(kind: Kind, stated: bool | None) -> bool | tuple[str, ...] | None:
        refs = [party["party_id"] for party in parties if party["party__kind"] == kind]
        return source.known_codes(refs) or stated

    return p.Agreed(
        team=side(Kind.MEMBER, row["agreed_team"]),
        customer=side(Kind.PERSON, row["agreed_customer"]),
    )


def _by_objective(
    source: Source, model: type[Heard | CheckIn], *names: str
) -> dict[int, list[Row]]:
    rows = source.rows(
        model._default_manager.filter(objective__account=source.account_id), "objective_id", *names
    )
    return grouped((without(row, "pk") for row in rows), by="objective_id")


def strategies(source: Source) -> tuple[p.Strategy, ...]:
    answers = grouped(
        source.rows(
            Commitment.objects.filter(strategy__account=source.account_id),
            *("strategy_id", "told", "committed", "doubts"),
            version="wording_version",
            member_ref="member__ref_id",
        ),
        by="strategy_id",
    )
    return tuple(
        p.Strategy(
            serves=source.links(SERVES, row["ref_id"]),
            members=tuple(
                p.Commitment(who=source.codes[ref], **without(answer, "pk"))
                for answer in answers[row["pk"]]
                if (ref := answer.pop("member_ref")) in source.codes
            ),
            **without(row, "pk", "ref_id"),
        )
        for row in source.parts(Strategy, "statement", "communicate", "wording_version")
    )


def actions(source: Source) -> tuple[tuple[p.Month, ...], tuple[p.Action, ...]]:
    """The months of the window and the actions in it."""
    months = PlannedMonth.objects.filter(short_term_plan__account=source.account_id)
    gaps = Gap.objects.filter(account=source.account_id, deleted_at=None).order_by("pk")
    place = {gap: index for index, gap in enumerate(gaps.values_list("pk", flat=True))}
    rows = source.parts(
        Action,
        *("month", "what", "due", "status", "urgent", "important", "hours", "reason"),
        *("achieves_id", "owner_id", "from_gap_id"),
    )
    return (
        tuple(p.Month.of(day) for day in months.order_by("month").values_list("month", flat=True)),
        tuple(
            p.Action(
                month=p.Month.of(row["month"]) if row["month"] else None,
                achieves=source.codes.get(row["achieves_id"]),
                owner=source.codes.get(row["owner_id"]),
                status=p.ActionStatus(row["status"]) if row["status"] else None,
                depends_on=source.links(DEPENDS_ON, row["ref_id"]),
                from_gap=place.get(row["from_gap_id"]),
                **{name: row[name] for name in _ACTION_COLUMNS},
            )
            for row in rows
        ),
    )


_ACTION_COLUMNS = ("id", "what", "due", "urgent", "important", "hours", "reason")


def traffic_lights(source: Source) -> tuple[p.TrafficLight, ...]:
    history = grouped(
        source.rows(
            LightChange.objects.filter(light__account=source.account_id),
            *("light_id", "on", "from_colour", "to_colour", "why"),
        ),
        by="light_id",
    )
    return tuple(
        p.TrafficLight(
            id=row["id"],
            colour=p.Colour(row["colour"]),
            on=source.codes.get(row["on_id"], "account"),
            text=row["text"],
            since=row["since"],
            response=row["response"],
            history=tuple(_light_change(change) for change in history[row["pk"]]),
        )
        for row in source.parts(TrafficLight, "colour", "on_id", "text", "since", "response")
    )


def _light_change(row: Row) -> p.LightChange:
    return p.LightChange(
        on=row["on"],
        from_colour=p.Colour(row["from_colour"]) if row["from_colour"] else None,
        to_colour=p.Colour(row["to_colour"]),
        why=row["why"],
    )
