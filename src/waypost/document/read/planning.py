"""Planning together: sessions, reviews, resources, acceptance, and what the customer may see."""

from waypost.document.rows import Source, grouped, without
from waypost.document.statements import Row
from waypost.method import plan as p
from waypost.planning.models import (
    Participation,
    PlanningSession,
    ResourceRequest,
    Review,
    ShownPart,
    WithheldTopic,
)


def sessions(source: Source) -> tuple[p.PlanningSession, ...]:
    """Those with a day that were not called off: a plan file knows no others."""
    took_part = grouped(
        source.rows(Participation, "session__account", "session_id", "participant_id"),
        by="session_id",
    )
    rows = source.parts(
        PlanningSession,
        *("date", "first_line_manager_present", "documented", "outcome", "opening_note"),
        *("called_off_at", "position"),
        *("second_level_attended_customer_part", "second_level_left_after"),
        led_by_ref="led_by__ref_id",
        opened_by_ref="opened_by__ref_id",
        second_level_ref="second_level__ref_id",
    )
    return tuple(
        p.PlanningSession(
            id=row["id"],
            date=row["date"],
            led_by=source.codes.get(row["led_by_ref"]),
            participants=source.known_codes(t["participant_id"] for t in took_part[row["pk"]]),
            first_line_manager_present=row["first_line_manager_present"],
            customer_opening=_opening(row, source),
            second_level=_second_level(row, source),
            documented=row["documented"],
            outcome=row["outcome"],
        )
        for row in sorted(rows, key=_by_position)
        if row["date"] is not None and row["called_off_at"] is None
    )


def _by_position(row: Row) -> tuple[bool, int, int]:
    """As in the plan file, then those that were planned here."""
    return row["position"] is None, row["position"] or 0, row["pk"]


def _opening(row: Row, source: Source) -> p.CustomerOpening | None:
    opening = p.CustomerOpening(
        person=source.codes.get(row["opened_by_ref"]), note=row["opening_note"]
    )
    return None if opening == p.CustomerOpening() else opening


def _second_level(row: Row, source: Source) -> p.SecondLevel | None:
    second_level = p.SecondLevel(
        who=source.codes.get(row["second_level_ref"]),
        attended_customer_part=row["second_level_attended_customer_part"],
        left_after=row["second_level_left_after"],
    )
    return None if second_level == p.SecondLevel() else second_level


def resources_requested(source: Source) -> tuple[p.ResourceRequest, ...]:
    rows = source.rows(ResourceRequest, "account", "what", "kind", "why", "status")
    return tuple(
        p.ResourceRequest(
            what=row["what"],
            kind=p.ResourceKind(row["kind"]) if row["kind"] else None,
            why=row["why"],
            status=p.ResourceStatus(row["status"]) if row["status"] else None,
        )
        for row in rows
    )


def reviews(source: Source) -> tuple[p.Review, ...]:
    found = source.families(
        Review,
        *("date", "held", "notes"),
        live="",
        children="attendances",
        member_ref="member__ref_id",
    )
    return tuple(
        p.Review(
            by=source.known_codes(attendance["member_ref"] for attendance in present),
            **without(row, "pk"),
        )
        for row, present in found
    )


def acceptance(row: Row, source: Source) -> p.Acceptance:
    """The answer and the presentation, from the account's row."""
    senior = p.SeniorAcceptance(
        who=source.codes.get(row["senior_acceptance__who__ref_id"]),
        accepted=row["senior_acceptance__accepted"],
        on=row["senior_acceptance__on"],
        conditions=row["senior_acceptance__conditions"],
    )
    sponsor = p.SponsorPresentation(
        person=source.codes.get(row["sponsor_presentation__person__ref_id"]),
        presented=row["sponsor_presentation__presented"],
        planned=row["sponsor_presentation__planned"],
        outcome=row["sponsor_presentation__outcome"],
    )
    return p.Acceptance(
        senior=None if senior == p.SeniorAcceptance() else senior,
        sponsor=None if sponsor == p.SponsorPresentation() else sponsor,
    )


def customer_facing(source: Source) -> p.CustomerFacing:
    shown = source.rows(ShownPart, "account", "part_id")
    withheld = source.rows(WithheldTopic, "account", "words")
    return p.CustomerFacing(
        show=source.known_codes(row["part_id"] for row in shown),
        never_show=tuple(row["words"] for row in withheld),
    )
