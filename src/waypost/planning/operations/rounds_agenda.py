"""What people disagree about comes first (SES-1)."""

from fractions import Fraction
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.operations import writing
from waypost.accounts.policies import Access
from waypost.history.operations import Written
from waypost.method.rounds import most_apart_first
from waypost.planning.models import AgendaTopic, PlanningSession
from waypost.planning.operations.sessions import State, change, in_state
from waypost.planning.policies import check_can_run_rounds
from waypost.planning.queries.rounds import disagreements, rounds_of


@transaction.atomic
def sort_agenda(*, access: Access, session: PlanningSession) -> Written[Any]:
    """The topics in the order of how far people are apart in their rounds; those that nobody has
    answered keep their order behind. Writes nothing where they stand so already."""
    check_can_run_rounds(access, session)
    session = in_state(access, session, State.PLANNED, State.OPEN)
    apart: dict[int, Fraction] = {}
    rows = list(rounds_of(session))
    found = disagreements(rows)
    for row in rows:
        value = found.get(row.pk)
        if row.topic_id is not None and value is not None:
            apart[row.topic_id] = max(value, apart.get(row.topic_id, value))
    topics = {one.pk: one for one in AgendaTopic.objects.filter(session=session)}
    stand = sorted(topics.values(), key=lambda one: (one.position, one.pk))
    order = most_apart_first((one.pk, apart.get(one.pk)) for one in stand)
    if order == tuple(one.pk for one in stand):
        return Written(session, None)
    what = _("Put first on the agenda what people disagree about")
    with writing(access=access, what=what, touches=False) as recording:
        for position, key in enumerate(order, 1):
            change(topics[key], recording, position=position)
    return Written(session, recording.change_set)
