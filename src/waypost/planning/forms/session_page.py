"""The forms on the page of a planning session."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms

from waypost.planning.forms.sessions import CallOffForm
from waypost.planning.forms.sessions_agenda import (
    ClosingForm,
    DecisionForm,
    ParkForm,
    TopicForm,
)
from waypost.planning.forms.sessions_people import CustomerPartForm, PresenceForm
from waypost.planning.forms.sessions_times import AnswersForm, TimeForm
from waypost.planning.models import PlanningSession
from waypost.planning.queries.session_page import SessionPage
from waypost.plans.queries.wording import Reader

# What a person writes in the forms, and those that a session in this state has: nothing is lost
# where somebody else has moved it on meanwhile.
TYPED: Final = ("words", "title", "note", "why", "outcome")
DRAWN: Final = {
    "planned": {"time", "times-answers", "topic", "parked", "calling_off"},
    "open": {"presence", "customer", "topic", "parked", "decision", "closing"},
}


def unsent(page: SessionPage, sent: Mapping[str, forms.Form]) -> tuple[str, ...]:
    """What was typed into a form that the page does not draw any more."""
    drawn = DRAWN.get(page.state, set())
    lost = [form.data for place, form in sent.items() if place not in drawn]
    return tuple(data[name] for data in lost for name in TYPED if data.get(name))


def forms_of(
    reader: Reader, session: PlanningSession, page: SessionPage, sent: Mapping[str, forms.Form]
) -> dict[str, Any]:
    """Each by the place that it stands at: the one that was sent, else a new one."""
    people = page.people
    customer = CustomerPartForm(session=session, reader=reader, people=people)
    closing = ClosingForm(initial={"outcome": page.proposed_outcome}, auto_id="closing-%s")
    new: dict[str, forms.Form] = {
        "calling_off": CallOffForm(auto_id="off-%s"),
        "time": TimeForm(auto_id="time-%s"),
        "times-answers": AnswersForm(slots=page.times.slots),
        "presence": PresenceForm(people=people, auto_id="presence-%s"),
        "customer": customer,
        "topic": TopicForm(reader=reader, auto_id="topic-%s"),
        "parked": ParkForm(auto_id="park-%s"),
        "decision": DecisionForm(reader=reader),
        "closing": closing,
    }
    chosen = {place: sent.get(place) or form for place, form in new.items()}
    return {f"{place.replace('-', '_')}_form": form for place, form in chosen.items()}
