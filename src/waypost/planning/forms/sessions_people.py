"""Who is invited to a planning session, who is there, who speaks for the customer."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.planning.models import PlanningSession
from waypost.planning.queries.sessions_people import Guest, People, choices_of_speaker
from waypost.plans.forms.actions import offer
from waypost.plans.forms.fields import Day
from waypost.plans.queries.wording import Reader
from waypost.ui.texts import Prose
from waypost.ui.versions import MISSING, VersionedForm

SPEAKER = _("Who speaks for the customer")
BY_LEVEL = _("The most senior first. Those lower down cannot speak for the business.")
LEFT = [("", _("Not said yet")), ("yes", _("Yes, before the team planned")), ("no", _("No"))]


def _boxes(label: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )


class Stood(forms.MultipleChoiceField):
    """Those who were chosen when the form was drawn."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.MultipleHiddenInput)


class InviteForm(forms.Form):
    """Everybody of ours, second-level management to the customer's part alone."""

    people = _boxes(_("Who is invited"))
    stood = Stood()
    speaker = forms.ChoiceField(label=SPEAKER, required=False, help_text=BY_LEVEL)
    asked = forms.CharField(required=False, widget=forms.HiddenInput)  # who was asked when drawn

    def __init__(self, data: Any = None, *, reader: Reader, people: People) -> None:
        invited = [one.code for one in people.guests if one.invited]
        speaker = people.speaker.code if people.speaker else ""
        initial = {"people": invited, "stood": invited, "speaker": speaker, "asked": speaker}
        super().__init__(data, initial=initial)
        for name in ("people", "stood"):
            offer(self.fields[name], [_invited(one) for one in people.guests])
        offer(self.fields["speaker"], choices_of_speaker(reader))


class PresenceForm(forms.Form):
    """Who of us is there."""

    there = _boxes(_("Who is there"))
    stood = Stood()

    def __init__(self, data: Any = None, *, people: People, **options: Any) -> None:
        there = [one.code for one in people.there]
        super().__init__(data, initial={"there": there, "stood": there}, **options)
        for name in ("there", "stood"):
            offer(self.fields[name], [(one.code, named(one)) for one in people.guests])


class OpeningForm(forms.Form):
    """Who of us is there when it begins; who hears the customer."""

    there = _boxes(_("Who is there to plan"))
    speaker = forms.ChoiceField(label=SPEAKER, required=False, help_text=BY_LEVEL)
    second_level = forms.ChoiceField(
        label=_("Second-level management hears the customer"),
        required=False,
        help_text=_("They leave before the team plans."),
    )

    def __init__(self, data: Any = None, *, reader: Reader, people: People) -> None:
        there = [one.code for one in people.planners]
        speaker = people.speaker.code if people.speaker else ""
        super().__init__(data, initial={"there": there, "speaker": speaker})
        planners = [one for one in people.guests if not one.customer_part_only]
        offer(self.fields["there"], [(one.code, named(one)) for one in planners])
        offer(self.fields["speaker"], choices_of_speaker(reader))
        offer(self.fields["second_level"], second_level(people))


class CustomerPartForm(VersionedForm):
    """What the customer said, and whether second-level management left afterwards."""

    speaker = forms.ChoiceField(label=SPEAKER, required=False)
    note = Prose(
        label=_("What the customer said"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    second_level = forms.ChoiceField(
        label=_("Second-level management who heard it"), required=False
    )
    left = forms.ChoiceField(label=_("Did they leave then?"), choices=LEFT, required=False)

    def __init__(
        self, data: Any = None, *, session: PlanningSession, reader: Reader, people: People
    ) -> None:
        initial = {**customer_part(session), "version": session.version}
        super().__init__(data, initial=initial, auto_id="customer-%s")
        offer(self.fields["speaker"], choices_of_speaker(reader))
        offer(self.fields["second_level"], second_level(people, session))

    def value_of(self, current: models.Model, name: str) -> Any:
        if not isinstance(current, PlanningSession):
            return MISSING
        return customer_part(current).get(name, MISSING)


class CorrectionForm(VersionedForm):
    """What a session that is over was like: who was there, what the customer said, what came."""

    on = Day(label=_("Day"))
    led_by = forms.ChoiceField(label=_("Led by"), required=False)
    there = _boxes(_("Who took part"))
    manager = forms.BooleanField(label=_("The first-line manager was there"), required=False)
    speaker = forms.ChoiceField(label=SPEAKER, required=False)
    note = Prose(
        label=_("What the customer said"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    second_level = forms.ChoiceField(
        label=_("Second-level management who heard it"), required=False
    )
    left = forms.ChoiceField(label=_("Did they leave then?"), choices=LEFT, required=False)
    outcome = Prose(
        label=_("What came of it"),
        required=False,
        help_text=_("What was decided, and which actions with whose names."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    documented = forms.BooleanField(label=_("It is documented"), required=False)

    def __init__(
        self, data: Any = None, *, session: PlanningSession, reader: Reader, people: People
    ) -> None:
        there = [one.code for one in people.there]
        initial = {
            **customer_part(session),
            "version": session.version,
            "on": session.date,
            "led_by": session.led_by.ref.code if session.led_by else "",
            "there": there,
            "manager": session.first_line_manager_present,
            "outcome": session.outcome,
            "documented": session.documented,
        }
        super().__init__(data, initial=initial)
        team = [(one.code, named(one)) for one in people.guests]
        offer(self.fields["there"], team)
        offer(self.fields["led_by"], [("", _("Not known")), *team])
        offer(self.fields["speaker"], choices_of_speaker(reader))
        offer(self.fields["second_level"], second_level(people, session))

    def value_of(self, current: models.Model, name: str) -> Any:
        if not isinstance(current, PlanningSession):
            return MISSING
        columns = {
            "on": current.date,
            "led_by": current.led_by.ref.code if current.led_by else "",
            "manager": bool(current.first_line_manager_present),
            "documented": bool(current.documented),
            "outcome": current.outcome,
        }
        return columns.get(name, customer_part(current).get(name, MISSING))


def customer_part(session: PlanningSession) -> dict[str, Any]:
    left = session.second_level_left_after
    return {
        "speaker": session.opened_by.ref.code if session.opened_by else "",
        "note": session.opening_note,
        "second_level": session.second_level.ref.code if session.second_level else "",
        "left": "" if left is None else "yes" if left else "no",
    }


def second_level(people: People, session: PlanningSession | None = None) -> list[tuple[str, Any]]:
    """Who of second-level management can hear the customer, and who did."""
    stands = session.second_level.ref.code if session and session.second_level else ""
    found = [one for one in people.guests if one.customer_part_only or one.code == stands]
    return [("", _("Nobody")), *((one.code, named(one)) for one in found)]


def named(guest: Guest) -> str:
    return f"{guest.name}, {guest.function}" if guest.function else guest.name


def _invited(guest: Guest) -> tuple[str, str]:
    if guest.customer_part_only:
        words = {"name": named(guest)}
        return guest.code, gettext("%(name)s: for the customer’s part only") % words
    return guest.code, named(guest)
