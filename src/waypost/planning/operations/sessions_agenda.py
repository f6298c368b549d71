"""The agenda of a planning session: its topics, their order and minutes; what was parked."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.accounts.operations import save_row, writing
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import plan_for
from waypost.history.operations import Recording, Written
from waypost.history.writes import insert
from waypost.planning.models import AgendaTopic, ParkedPoint, PlanningSession
from waypost.planning.operations.sessions import State, change, in_state
from waypost.planning.policies import check_can_take_part
from waypost.planning.queries.sessions_agenda import Proposed, proposed_agenda
from waypost.ui.formats import excerpt

MOST_TOPICS = 30
UP, DOWN = "up", "down"


@transaction.atomic
def add_topic(
    *, access: Access, session: PlanningSession, title: str, kind: str, **values: Any
) -> Written[AgendaTopic]:
    """One more topic, as the last one; ``about`` is the id of a part of the plan, or empty."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED, State.OPEN)
    what = _("Put on the agenda: %(title)s") % {"title": excerpt(title)}
    with writing(access=access, what=what, touches=False) as recording:
        topic = _insert(access, current, {"title": title, "kind": kind, **values}, recording)
    return Written(topic, recording.change_set)


@transaction.atomic
def propose_agenda(*, access: Access, session: PlanningSession) -> Written[PlanningSession]:
    """The agenda that the plan suggests, where there is none yet."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED, State.OPEN)
    if current.topics.exists():
        return Written(current, None)
    parts = ("team", "objectives", "strategies", "short_term_plan", "traffic_lights")
    topics = proposed_agenda(plan_for(access, parts), current.minutes)
    with writing(access=access, what=_("Took over the proposed agenda"), touches=False) as found:
        for topic in topics:
            _insert(access, current, _values(topic), found)
    return Written(current, found.change_set)


@transaction.atomic
def change_topic(
    *,
    access: Access,
    session: PlanningSession,
    topic: AgendaTopic,
    version: int,
    about: str,
    **values: Any,
) -> Written[AgendaTopic]:
    """May raise StaleError."""
    check_can_edit_plan(access)
    in_state(access, session, State.PLANNED, State.OPEN)
    columns = {**values, "about": _part(access, about)}
    what = _("Changed on the agenda: %(title)s") % {"title": excerpt(values["title"])}
    return save_row(topic, access=access, version=version, what=what, values=columns)


@transaction.atomic
def move_topic(
    *, access: Access, session: PlanningSession, topic: AgendaTopic, to: str
) -> Written[AgendaTopic]:
    """One place up or down; the first stays first, the last stays last."""
    check_can_edit_plan(access)
    current = in_state(access, session, State.PLANNED, State.OPEN)
    rows = list(current.topics.order_by("position", "pk"))
    place = next((n for n, row in enumerate(rows) if row.pk == topic.pk), 0)
    other = place + (-1 if to == UP else 1)
    if not 0 <= other < len(rows):
        return Written(topic, None)
    rows[place], rows[other] = rows[other], rows[place]
    what = _("Moved on the agenda: %(title)s") % {"title": excerpt(topic.title)}
    with writing(access=access, what=what, touches=False) as recording:
        for position, row in enumerate(rows, 1):
            change(row, recording, position=position)
    return Written(topic, recording.change_set)


@transaction.atomic
def remove_topic(
    *, access: Access, session: PlanningSession, topic: AgendaTopic
) -> Written[AgendaTopic]:
    """Take a topic off that nobody has begun to work on."""
    check_can_edit_plan(access)
    in_state(access, session, State.PLANNED, State.OPEN)
    if topic.rounds.exists() or topic.decisions.exists():
        raise ValidationError(_("Something was said on this topic: it stays on the agenda."))
    what = _("Took off the agenda: %(title)s") % {"title": excerpt(topic.title)}
    with writing(access=access, what=what, touches=False) as recording:
        recording.removed([topic])
        topic.delete()
    return Written(topic, recording.change_set)


@transaction.atomic
def park_point(*, access: Access, session: PlanningSession, words: str) -> Written[ParkedPoint]:
    """Keep what came up and belongs elsewhere; everybody who takes part may."""
    check_can_take_part(access)
    current = in_state(access, session, State.PLANNED, State.OPEN)
    what = _("Parked: %(words)s") % {"words": excerpt(words)}
    author = Ref.objects.filter(account=access.account, code=access.member_code).first()
    point = ParkedPoint(session=current, words=words, author=author)
    with writing(access=access, what=what, touches=False) as recording:
        insert(point)
        recording.created(point)
    return Written(point, recording.change_set)


@transaction.atomic
def remove_parked(
    *, access: Access, session: PlanningSession, point: ParkedPoint
) -> Written[ParkedPoint]:
    """It is settled; who does not edit the plan removes what they parked themselves."""
    check_can_take_part(access)
    own = point.author is not None and point.author.code == access.member_code
    if not (own or access.can_edit_plan):
        raise PermissionDenied(_("Only who parked this can remove it, or who runs the session."))
    in_state(access, session, State.PLANNED, State.OPEN)
    what = _("No longer parked: %(words)s") % {"words": excerpt(point.words)}
    with writing(access=access, what=what, touches=False) as recording:
        recording.removed([point])
        point.delete()
    return Written(point, recording.change_set)


def _insert(
    access: Access, session: PlanningSession, values: dict[str, Any], recording: Recording
) -> AgendaTopic:
    positions = list(session.topics.values_list("position", flat=True))
    if len(positions) >= MOST_TOPICS:
        raise ValidationError({"title": _("Take a topic off first: the day has an end.")})
    columns = {**values, "about": _part(access, values.get("about", ""))}
    topic = AgendaTopic(session=session, position=max(positions, default=0) + 1, **columns)
    insert(topic)
    recording.created(topic)
    return topic


def _values(topic: Proposed) -> dict[str, Any]:
    return {"title": topic.title, "kind": topic.kind, "minutes": topic.minutes}


def _part(access: Access, code: str) -> Ref | None:
    found: Iterable[Ref] = Ref.objects.filter(account=access.account, retired_at=None, code=code)
    return next(iter(found), None) if code else None
