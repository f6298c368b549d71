"""The four elements of the model: objectives, strategies, short-term plan, traffic lights."""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Model

from waypost.accounts.models import Gap, Link
from waypost.document.rows import Source, grouped, without
from waypost.document.statements import Row
from waypost.method import plan as p
from waypost.method.shape import Kind
from waypost.plans.models import (
    Action,
    Agreement,
    CheckIn,
    Objective,
    Prerequisite,
    StageGoal,
    Strategy,
    TrafficLight,
)

SERVES, DEPENDS_ON = Link.Relation.SERVES, Link.Relation.DEPENDS_ON


def objectives(source: Source) -> p.Objectives:
    rows = source.families(
        Objective,
        *("ref_id", "level", "text", "horizon_years", "customer_text", "metric", "unit"),
        *("baseline", "target", "due", "condition", "agreed_team", "agreed_customer"),
        "owner__ref_id",
        children="heard",
        **{name: name for name in ("on", "who", "text")},
    )
    levels = defaultdict(list)
    for row, heard in rows:
        row["id"] = source.codes[row["ref_id"]]
        levels[row["level"]].append((row, heard))
    return p.Objectives(
        visionary=tuple(
            p.Vision(id=row["id"], horizon_years=row["horizon_years"], text=row["text"])
            for row, _ in levels[Objective.Level.VISIONARY]
        ),
        relationship=tuple(
            p.RelationshipObjective(
                id=row["id"], text=row["text"], heard=tuple(p.Heard(**said) for said in heard)
            )
            for row, heard in levels[Objective.Level.RELATIONSHIP]
        ),
        business=_business(source, [row for row, _ in levels[Objective.Level.BUSINESS]]),
    )


def _business(source: Source, rows: list[Row]) -> tuple[p.BusinessObjective, ...]:
    def of_objectives(model: type[Model], *names: str, **aliases: str) -> dict[int, list[Row]]:
        found = source.rows(model, "objective__account", "objective_id", *names, **aliases)
        return grouped((without(row, "pk") for row in found), by="objective_id")

    agreements = of_objectives(Agreement, "party_id", "party__kind")
    first = of_objectives(Prerequisite, "text", "by", owner_ref="owner__ref_id")
    check_ins = of_objectives(CheckIn, "on", "value", "condition_value", "note")
    stages = grouped(
        source.parts(StageGoal, "objective_id", "due", "value", "customer_sees"),
        by="objective_id",
    )
    return tuple(
        p.BusinessObjective(
            agreed=_agreed(source, row, agreements[row["pk"]]),
            owner=source.codes.get(row["owner__ref_id"]),
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


def strategies(source: Source) -> tuple[p.Strategy, ...]:
    found = source.families(
        Strategy,
        *("ref_id", "statement", "communicate", "wording_version"),
        children="commitments",
        told="told",
        version="wording_version",
        committed="committed",
        doubts="doubts",
        member_ref="member__ref_id",
    )
    return tuple(
        p.Strategy(
            id=source.codes[row["ref_id"]],
            serves=source.links(SERVES, row["ref_id"]),
            members=tuple(
                p.Commitment(who=source.codes[ref], **answer)
                for answer in answers
                if (ref := answer.pop("member_ref")) in source.codes
            ),
            **without(row, "pk", "ref_id"),
        )
        for row, answers in found
    )


def actions(source: Source) -> tuple[p.Action, ...]:
    gaps = source.rows(Gap, "account", live="deleted_at")
    return _actions(source, {gap["pk"]: index for index, gap in enumerate(gaps)})


def actions_alone(source: Source) -> tuple[p.Action, ...]:
    """The actions without the gaps that they settle."""
    return _actions(source, {})


def _actions(source: Source, place: Mapping[int, int]) -> tuple[p.Action, ...]:
    rows = source.parts(
        Action,
        *("month", "what", "due", "status", "urgent", "important", "hours", "reason"),
        *("achieves_id", "owner_id", "from_gap_id"),
    )
    return tuple(
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
    )


_ACTION_COLUMNS = ("id", "what", "due", "urgent", "important", "hours", "reason")


def traffic_lights(source: Source) -> tuple[p.TrafficLight, ...]:
    found = source.families(
        TrafficLight,
        *("ref_id", "colour", "on_id", "text", "since", "response"),
        children="history",
        **{name: name for name in ("on", "from_colour", "to_colour", "why")},
    )
    return tuple(
        p.TrafficLight(
            id=source.codes[row["ref_id"]],
            colour=p.Colour(row["colour"]),
            on=source.codes.get(row["on_id"], "account"),
            text=row["text"],
            since=row["since"],
            response=row["response"],
            history=tuple(_light_change(change) for change in history),
        )
        for row, history in found
    )


def _light_change(row: Row) -> p.LightChange:
    return p.LightChange(
        on=row["on"],
        from_colour=p.Colour(row["from_colour"]) if row["from_colour"] else None,
        to_colour=p.Colour(row["to_colour"]),
        why=row["why"],
    )
