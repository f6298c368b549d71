"""What a person may enter into the profile of a customer; each form also edits one field alone."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.accounts.forms.facts import FactForm
from waypost.accounts.models import Fact, Location, SwotPoint
from waypost.accounts.operations import lines_of
from waypost.accounts.profile.fields import Millions, SaidOn, Year
from waypost.plans.forms.fields import Figure
from waypost.ui.texts import LONGEST_TEXT, Line, Prose
from waypost.ui.versions import VersionedForm

SHORT = {"rows": 2}
MARGIN = _("Enter the margin in percent, from -1,000 to 100.")
SHARE = _("Enter the share in percent, from 0 to 100.")


class QuickForm(FactForm):
    """One line: a fact and who said it, a point of the SWOT, or what nobody knows."""

    topic = forms.ChoiceField(
        label=_("About"),
        choices=[*Fact.Topic.choices, (_("SWOT"), SwotPoint.Side.choices)],
        widget=forms.Select(attrs={"class": "field-m"}),
    )

    @property
    def is_swot(self) -> bool:
        return self.data.get("topic") in SwotPoint.Side.values

    def clean(self) -> dict[str, Any]:
        """A point of the SWOT is the whole line: it needs no source."""
        if self.is_gap or not self.is_swot:
            return super().clean()
        found = self.cleaned_data
        said = {"side": found.get("topic"), "text": found.get("line", "")}
        return {**said, "as_of": found.get("as_of")}


class KnownForm(VersionedForm):
    """``row`` is what is to be changed; without one the form is for something new."""

    def __init__(
        self, data: Any = None, *, row: models.Model | None = None, initial: Any = None
    ) -> None:
        if row is not None:
            initial = {name: self.value_of(row, name) for name in (*self.base_fields, "version")}
        super().__init__(data, initial=initial)
        if row is None:
            del self.fields["version"]


class Sourced(KnownForm):
    """Who says so, and when."""

    source = Prose(
        label=_("Who says so, or where it stands"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1}),
    )
    as_of = SaidOn(label=_("Said on"), required=False)


class WholeFactForm(Sourced):
    """Everything about one fact."""

    text = Prose(label=_("What is known"), widget=forms.Textarea(attrs=SHORT))
    topic = forms.ChoiceField(label=_("About"), choices=Fact.Topic.choices)
    stage = forms.ChoiceField(
        label=_("Place in the value chain"),
        choices=[("", _("None")), *Fact.Stage.choices],
        required=False,
        help_text=_("For facts about the value chain, from their suppliers to their customers."),
    )
    adds_value = forms.BooleanField(label=_("We add value here"), required=False)
    field_order = ("text", "source", "as_of", "topic", "stage", "adds_value")


class SwotForm(Sourced):
    """One point of the SWOT."""

    text = Prose(label=_("What is the case"), widget=forms.Textarea(attrs=SHORT))
    side = forms.ChoiceField(label=_("It is one of their"), choices=SwotPoint.Side.choices)
    field_order = ("text", "side", "source", "as_of")


class GapForm(KnownForm):
    """What we do not know, and who could."""

    text = Prose(label=_("What we don’t know"), widget=forms.Textarea(attrs=SHORT))
    could_know = Prose(
        label=_("Who could know"),
        required=False,
        help_text=_("Somebody of us or at the customer, or where it could stand."),
        widget=forms.Textarea(attrs={"rows": 1}),
    )


class FiguresForm(Sourced):
    """What they earn in one year."""

    year = Year(label=_("Year"))
    turnover_k = Millions(label=_("Turnover, in millions"), required=False)
    margin = Figure(
        label=_("Margin, in percent"),
        required=False,
        validators=[MinValueValidator(Decimal(-1000), MARGIN), MaxValueValidator(100, MARGIN)],
    )
    investment_room_k = Millions(
        label=_("Room to invest, in millions"),
        required=False,
        help_text=_("What they may spend on new things; 0 where everything is stopped."),
    )
    our_share = Figure(
        label=_("Our share of their spend, in percent"),
        required=False,
        validators=[MinValueValidator(Decimal(0), SHARE), MaxValueValidator(100, SHARE)],
    )
    field_order = (
        *("year", "turnover_k", "margin", "investment_room_k", "our_share", "source", "as_of"),
    )

    def clean(self) -> dict[str, Any]:
        """A year without a figure says nothing."""
        found = self.cleaned_data
        figures = ("turnover_k", "margin", "investment_room_k", "our_share")
        whole = all(name in self.fields and name not in self.errors for name in figures)
        if whole and all(found.get(name) is None for name in figures):
            self.add_error("turnover_k", gettext("Enter at least one figure of the year."))
        return found


class SiteForm(KnownForm):
    """A site of the customer, and its lines one below the other."""

    name = Line(label=_("Name of the site"))
    country = Line(
        label=_("Country"), required=False, widget=forms.TextInput(attrs={"class": "field-s"})
    )
    lines = Prose(
        label=_("Production lines or units"),
        required=False,
        help_text=_("One a line, such as PM4."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "lines" and isinstance(current, Location):
            return "\n".join(lines_of(current))
        return super().value_of(current, name)

    def clean_lines(self) -> list[str]:
        names = [name.strip() for name in self.cleaned_data["lines"].splitlines() if name.strip()]
        for name in names:
            Line().clean(name)
        return list(dict.fromkeys(names))

    def _words(self, name: str, value: Any) -> str:
        return "\n".join(value) if isinstance(value, list) else super()._words(name, value)


class RefreshForm(VersionedForm):
    """Still true, or what is true now and who said it."""

    line = Line(
        label=_("What is true now"),
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_(
            "Left empty, it is still true. Else the new fact and who said it, after a comma."
        ),
    )
    as_of = SaidOn(label=_("Said on"), initial=timezone.localdate)

    def clean(self) -> dict[str, Any]:
        """What the operation takes: the new text with its source, or neither."""
        found = dict(self.cleaned_data)
        line = found.pop("line", "")
        if not line:
            return found
        text, _comma, source = (part.strip() for part in line.rpartition(","))
        if not (text and source):
            self.add_error("line", gettext("Add who said it or where it stands, after a comma."))
        return {**found, "text": text, "source": source}


class ServingForm(VersionedForm):
    """What we do for a goal of the customer."""

    served_by = forms.MultipleChoiceField(
        label=_("What serves it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Any = None, *, row: Fact, choices: list[tuple[str, str]], now: list[str]
    ) -> None:
        super().__init__(data, initial={"version": row.version, "served_by": now})
        self.now = now
        field = self.fields["served_by"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = choices

    def value_of(self, current: models.Model, name: str) -> Any:
        return self.now if name == "served_by" else super().value_of(current, name)
