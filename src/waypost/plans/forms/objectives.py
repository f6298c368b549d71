"""What a person may enter about an objective of each level, and about what hangs on it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account
from waypost.accounts.queries import team_of
from waypost.plans.forms.fields import Day, Figure
from waypost.plans.models import Objective
from waypost.ui.forms import Judged
from waypost.ui.texts import Line, Prose
from waypost.ui.versions import VersionedForm

Choices = Iterable[tuple[str, str]]
YEARS = _("Enter a number of years from 1 to 50.")
SHORT = {"rows": 2}


class OwnerField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in its stub only
    """One of the team, or nobody yet."""

    def __init__(self, **options: Any) -> None:
        empty = _("Nobody yet")
        widget = forms.Select(attrs={"class": "field-m"})
        super().__init__(None, required=False, empty_label=empty, widget=widget, **options)


class ObjectiveForm(forms.Form):
    """``account`` has the team to choose from, ``choices`` what an objective can serve."""

    def __init__(self, *args: Any, account: Account, choices: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner, serves = self.fields.get("owner"), self.fields.get("serves")
        if isinstance(owner, OwnerField):
            owner.queryset = team_of(account)
        if isinstance(serves, forms.MultipleChoiceField):
            serves.choices = list(choices)
            if not serves.choices:
                del self.fields["serves"]


class VisionForm(ObjectiveForm):
    text = Prose(
        label=_("The account if everything went well"),
        help_text=_("Not limited by history or by today’s issues."),
        widget=Judged(attrs=SHORT),
    )
    horizon_years = forms.IntegerField(
        label=_("In how many years"),
        min_value=1,
        max_value=50,
        error_messages={"min_value": YEARS, "max_value": YEARS, "invalid": YEARS},
        widget=forms.TextInput(attrs={"class": "field-xs", "inputmode": "numeric"}),
    )


class RelationshipForm(ObjectiveForm):
    text = Prose(
        label=_("What we want to hear them say"),
        help_text=_("In their words, as they would say it of us in about two years."),
        widget=Judged(attrs={**SHORT, "class": "voice"}),
    )


class BusinessForm(ObjectiveForm):
    text = Prose(label=_("Objective"), widget=Judged(attrs=SHORT))
    customer_text = Prose(
        label=_("As worded to the customer"),
        required=False,
        help_text=_("What they gain. Left empty, it is made of metric, target and date."),
        widget=forms.Textarea(attrs=SHORT),
    )
    metric = Line(
        label=_("Metric"), required=False, help_text=_("What is counted or measured, and where.")
    )
    unit = Line(label=_("Unit"), required=False, widget=forms.TextInput(attrs={"class": "field-m"}))
    baseline = Figure(label=_("Baseline"), required=False)
    target = Figure(label=_("Target"), required=False)
    due = Day(label=_("Due"), required=False)
    condition = Prose(
        label=_("Condition to hold meanwhile"),
        required=False,
        help_text=_("For example: gross margin stays above 34%. The customer never sees it."),
        widget=forms.Textarea(attrs=SHORT),
    )
    owner = OwnerField(label=_("Owner"))
    serves = forms.MultipleChoiceField(
        label=_("Serves"), required=False, widget=forms.CheckboxSelectMultiple
    )


class Stored(VersionedForm):
    """Figures and links of a stored row as its form gives them."""

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "serves":
            return self.initial.get("serves", [])
        value = super().value_of(current, name)
        return Decimal(format(value.normalize(), "f")) if isinstance(value, Decimal) else value


class ChangedVisionForm(Stored, VisionForm):
    """A vision as it stands."""


class ChangedRelationshipForm(Stored, RelationshipForm):
    """A sentence as it stands."""


class ChangedBusinessForm(Stored, BusinessForm):
    """A business objective as it stands."""


NEW: dict[str, type[ObjectiveForm]] = {
    Objective.Level.VISIONARY: VisionForm,
    Objective.Level.RELATIONSHIP: RelationshipForm,
    Objective.Level.BUSINESS: BusinessForm,
}
CHANGED: dict[str, type[Any]] = {
    Objective.Level.VISIONARY: ChangedVisionForm,
    Objective.Level.RELATIONSHIP: ChangedRelationshipForm,
    Objective.Level.BUSINESS: ChangedBusinessForm,
}


class HeardForm(forms.Form):
    """What somebody at the customer really said."""

    text = Prose(
        label=_("What they said"), widget=forms.Textarea(attrs={**SHORT, "class": "voice"})
    )
    who = Line(label=_("Who"), required=False)
    on = Day(label=_("When"), required=False, initial=timezone.localdate)

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on is not None and on > timezone.localdate():
            raise forms.ValidationError(gettext("Enter the day it was said: today or earlier."))
        return on


class PrerequisiteForm(ObjectiveForm):
    """What has to happen first, by when and by whom."""

    text = Prose(label=_("What has to happen first"), widget=forms.Textarea(attrs=SHORT))
    by = Day(label=_("By"), required=False)
    owner = OwnerField(label=_("Owner"))


class ChangedPrerequisiteForm(Stored, PrerequisiteForm):
    """What has to happen first, as it stands."""
