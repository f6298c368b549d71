"""What a person may say on the way of a plan to the sponsor: one small form for each step."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.contacts.models import Contact
from waypost.method.plan import TeamMember
from waypost.planning.models import AcceptanceCondition, Challenge, SponsorPresentation
from waypost.plans.forms.actions import offer
from waypost.plans.forms.fields import Day
from waypost.ui.forms import CHOOSE, Options
from waypost.ui.texts import Prose
from waypost.ui.versions import VersionedForm

CONFIRM, SEND_BACK = "confirm", "back"
ACCEPT, CONDITIONS, RETURN = "accept", "conditions", "return"
LONGEST = 4000
NO_CONDITION = _("This is no condition of the acceptance any more.")


class Remark(Prose):
    """A few lines in one's own words."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        attrs = {"rows": rows, "class": "field-l"}
        options = {"max_length": LONGEST, "widget": forms.Textarea(attrs=attrs), **options}
        super().__init__(**options)


class SubmitForm(forms.Form):
    words = Remark(
        label=_("What they should know"),
        help_text=_("What the plan rests on, what is different from the last one."),
        required=False,
    )


class WithdrawForm(forms.Form):
    words = Remark(label=_("Why"), required=False, rows=2)


class ChallengeForm(forms.Form):
    topic = forms.ChoiceField(
        label=_("About"),
        choices=Challenge.Topic.choices,
        widget=Options(
            descriptions={
                Challenge.Topic.PIPELINE: _("Will these opportunities come, and when?"),
                Challenge.Topic.ENVIRONMENT: _("What has changed at the customer?"),
                Challenge.Topic.BARRIERS: _("What could stop the team, and what then?"),
            }
        ),
    )
    text = Remark(label=_("Your challenge"), rows=2)


class AnswerForm(VersionedForm):
    answer = Remark(label=_("Your answer"), rows=2)


class ConfirmationForm(forms.Form):
    """The first-line manager stands behind the plan, or sends it back."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(CONFIRM, _("Confirm the plan")), (SEND_BACK, _("Send it back"))],
        widget=Options(
            descriptions={
                CONFIRM: _("Each challenge has its answer. The plan goes to the senior reviewer."),
                SEND_BACK: _("The team settles what you write below and submits it again."),
            }
        ),
    )
    words = Remark(label=_("What you say to it"), required=False)


class SeniorForm(forms.Form):
    """The senior reviewer accepts, accepts on conditions, or returns the plan."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[
            (ACCEPT, _("Accept the plan")),
            (CONDITIONS, _("Accept it on conditions")),
            (RETURN, _("Return it to the team")),
        ],
        widget=Options(
            descriptions={
                ACCEPT: _("You stand behind it and what it asks for."),
                CONDITIONS: _("The same, as long as the conditions below are met."),
                RETURN: _("Say below what has to be settled before you accept it."),
            }
        ),
    )
    words = Remark(label=_("What you say to it"), required=False)
    conditions = Remark(label=_("Conditions"), help_text=_("One on each line."), required=False)
    owner = forms.ChoiceField(label=_("Who sees to it"), required=False)
    due = Day(
        label=_("To be met by"),
        help_text=_("Of all of them. Each can have a day and a person of its own afterwards."),
        required=False,
    )

    def __init__(self, data: Any = None, *, team: Sequence[TeamMember], **options: Any) -> None:
        super().__init__(data, **options)
        offer(self.fields["owner"], _members(team))


class TakeBackForm(forms.Form):
    words = Remark(label=_("Why the acceptance does not hold any more"), rows=2)


class ConditionForm(forms.Form):
    """A condition that is met, by its words: they are what was agreed."""

    condition = forms.ChoiceField(
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": NO_CONDITION},
    )
    proof = Remark(label=_("How does it show?"), rows=2)

    def __init__(self, data: Any, *, conditions: Sequence[str], proof: bool = True) -> None:
        super().__init__(data)
        offer(self.fields["condition"], [(line, line) for line in conditions])
        if not proof:
            del self.fields["proof"]


class AssignForm(VersionedForm):
    """Who meets a condition by when."""

    condition = forms.ChoiceField(
        widget=forms.HiddenInput, error_messages={"invalid_choice": NO_CONDITION}
    )
    owner = forms.ChoiceField(
        label=_("Who sees to it"), required=False, error_messages={"invalid_choice": CHOOSE}
    )
    due = Day(label=_("To be met by"), required=False)

    def __init__(
        self, data: Any, *, conditions: Sequence[str], team: Sequence[TeamMember], **options: Any
    ) -> None:
        super().__init__(data, **options)
        offer(self.fields["condition"], [(line, line) for line in conditions])
        offer(self.fields["owner"], _members(team))

    def value_of(self, current: models.Model, name: str) -> Any:
        if isinstance(current, AcceptanceCondition):
            if name == "condition":
                return current.text
            if name == "owner":
                return current.owner.ref.code if current.owner else ""
        return super().value_of(current, name)


class PresentationForm(VersionedForm):
    """Whom the plan is presented to, when, and what came of it (SES-7)."""

    person = forms.TypedChoiceField(
        label=_("The sponsor"),
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": CHOOSE},
    )
    planned = Day(label=_("Planned for"), required=False)
    presented = forms.BooleanField(label=_("The plan was presented"), required=False)
    presented_on = Day(label=_("Presented on"), required=False)
    outcome = Remark(label=_("What came of it"), required=False)

    def __init__(self, data: Any, *, people: Sequence[Contact], **options: Any) -> None:
        super().__init__(data, **options)
        self._people = {person.ref.code: person for person in people}
        field = self.fields["person"]
        offer(field, [("", _("Nobody chosen yet")), *_offered(people)])
        field.coerce = self._people.get  # type: ignore[attr-defined]  # of a typed choice

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        on = found.get("presented_on")
        if on is not None and not found.get("presented"):
            self.add_error("presented", gettext("Tick this too, or take out the day it was."))
        if on is not None and on > timezone.localdate():
            self.add_error("presented_on", gettext("Enter today or an earlier day."))
        if found.get("outcome") and not found.get("presented"):
            self.add_error("outcome", gettext("Nothing can come of it before it was presented."))
        if found.get("presented") and "person" not in self.errors and not found.get("person"):
            self.add_error("person", gettext("Choose whom the plan was presented to."))
        return found

    @staticmethod
    def filled(row: SponsorPresentation | None) -> dict[str, Any]:
        """What stands there now."""
        if row is None:
            return {"version": 0}
        return {
            "person": row.person.ref.code if row.person else "",
            "planned": row.planned,
            "presented": row.presented,
            "presented_on": row.presented_on,
            "outcome": row.outcome,
            "version": row.version,
        }

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "presented" and isinstance(current, SponsorPresentation):
            return bool(current.presented)
        return super().value_of(current, name)


def _offered(people: Sequence[Contact]) -> list[tuple[str, str]]:
    return [(one.ref.code, f"{one.name}, {one.title}" if one.title else one.name) for one in people]


def _members(team: Sequence[TeamMember]) -> list[tuple[str, str]]:
    listed = [(member.id, f"{member.name}, {member.role}") for member in team]
    return [("", str(_("Nobody chosen yet"))), *listed]
