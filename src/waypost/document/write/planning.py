"""Planning together: sessions, reviews, resources, acceptance, and what the customer may see."""

from typing import Any

from django.db.models import Q

from waypost.accounts.models import Account
from waypost.document.write.customer import remove_rows
from waypost.document.write.sink import Sink
from waypost.history.operations import Recording
from waypost.method import plan as p
from waypost.planning.models import (
    Participation,
    PlanningSession,
    ResourceRequest,
    Review,
    ReviewAttendance,
    SeniorAcceptance,
    SentenceAnswer,
    ShownPart,
    SponsorPresentation,
    WithheldTopic,
)


def remove(account: Account, recording: Recording) -> None:
    """Delete what `write` wrote; the ids stay claimed."""
    remove_rows(
        [
            WithheldTopic.objects.filter(account=account),
            ShownPart.objects.filter(account=account),
            SponsorPresentation.objects.filter(account=account),
            SeniorAcceptance.objects.filter(account=account),
            SentenceAnswer.objects.filter(review__account=account),
            ReviewAttendance.objects.filter(review__account=account),
            Review.objects.filter(account=account),
            ResourceRequest.objects.filter(account=account),
        ],
        recording,
    )


# By its key: the id of a session that no plan file can name, and who leads it and speaks at it.
Unsaid = dict[int, tuple[str, dict[str, str | None]]]
PEOPLE = ("led_by", "opened_by", "second_level")


def unsaid(account: Account) -> Unsaid:
    """Sessions without a day and those called off: they stay where a plan is put in place."""
    rows = PlanningSession.objects.live().filter(account=account)
    found = rows.filter(Q(date=None) | Q(called_off_at__isnull=False))
    columns = ("pk", "ref__code", *(f"{name}__ref__code" for name in PEOPLE))
    return {
        pk: (code, dict(zip(PEOPLE, people, strict=True)))
        for pk, code, *people in found.values_list(*columns)
    }


def put_people_back(found: Unsaid, sink: Sink) -> None:
    """Give these sessions their people again, as far as they are in the plan."""
    for pk, (_code, people) in found.items():
        keys = {f"{name}_id": sink.known_key(code) for name, code in people.items()}
        said = PlanningSession.objects.filter(pk=pk)
        said.filter(Q(date=None) | Q(called_off_at__isnull=False)).update(**keys)


def write(plan: p.Plan, sink: Sink) -> None:
    _write_sessions(plan, sink)
    _write_reviews(plan, sink)
    _write_acceptance(plan.acceptance, sink)
    account = sink.account
    sink.save(
        ResourceRequest(
            account=account,
            what=request.what,
            kind=request.kind or "",
            why=request.why or "",
            status=request.status or "",
        )
        for request in plan.resources_requested
    )
    facing = plan.customer_facing
    sink.save(ShownPart(account=account, part=sink.ref(code)) for code in facing.show)
    sink.save(WithheldTopic(account=account, words=words) for words in facing.never_show)


def _write_sessions(plan: p.Plan, sink: Sink) -> None:
    """Into those of these ids that stand: their times, agenda and decisions are in no plan file."""
    rows = PlanningSession.objects.filter(account=sink.account).select_related("ref")
    stand = {row.ref.code: row for row in rows}
    named = {session.id for session in plan.sessions}
    gone = [row for code, row in stand.items() if code not in named and _is_said(row)]
    sink.remove(gone)
    new = []
    for position, session in enumerate(plan.sessions):
        values = {**_session_values(session, sink), "position": position}
        if row := stand.get(session.id):
            sink.save_over(row, {**values, "deleted_at": None, "called_off_at": None})
        else:
            ref = sink.ref(session.id)
            new.append(PlanningSession(account=sink.account, ref=ref, **values))
    sink.save_parts(new)
    sink.remove(Participation.objects.filter(session__in=[stand[c] for c in named & set(stand)]))
    sink.save(
        Participation(session_id=sink.key(session.id), participant=sink.ref(code))
        for session in plan.sessions
        for code in session.participants
    )


def _is_said(row: PlanningSession) -> bool:
    """Whether a plan file would name it."""
    return row.deleted_at is None and row.date is not None and row.called_off_at is None


def _session_values(session: p.PlanningSession, sink: Sink) -> dict[str, Any]:
    opening = session.customer_opening or p.CustomerOpening()
    second_level = session.second_level or p.SecondLevel()
    return {
        "date": session.date,
        "led_by_id": sink.key(session.led_by),
        "first_line_manager_present": session.first_line_manager_present,
        "opened_by_id": sink.key(opening.person),
        "opening_note": opening.note or "",
        "second_level_id": sink.key(second_level.who),
        "second_level_attended_customer_part": second_level.attended_customer_part,
        "second_level_left_after": second_level.left_after,
        "documented": session.documented,
        "outcome": session.outcome or "",
    }


def _write_reviews(plan: p.Plan, sink: Sink) -> None:
    rows = sink.save(
        Review(account=sink.account, date=review.date, held=review.held, notes=review.notes or "")
        for review in plan.reviews
    )
    sink.save(
        ReviewAttendance(review=row, member_id=sink.key(member))
        for row, review in zip(rows, plan.reviews, strict=True)
        for member in review.by
    )


def _write_acceptance(acceptance: p.Acceptance, sink: Sink) -> None:
    if senior := acceptance.senior:
        sink.save(
            [
                SeniorAcceptance(
                    account=sink.account,
                    who_id=sink.key(senior.who),
                    accepted=senior.accepted,
                    on=senior.on,
                    conditions=senior.conditions or "",
                )
            ]
        )
    if sponsor := acceptance.sponsor:
        sink.save(
            [
                SponsorPresentation(
                    account=sink.account,
                    person_id=sink.key(sponsor.person),
                    presented=sponsor.presented,
                    planned=sponsor.planned,
                    outcome=sponsor.outcome or "",
                )
            ]
        )
