"""Everything about one opportunity."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, Location
from waypost.accounts.queries import team_of
from waypost.contacts.models import DecisionGroup
from waypost.method.plan import Tier
from waypost.opportunities.forms.fields import Answer, ChanceField, HoursField
from waypost.opportunities.models import Stage
from waypost.opportunities.queries.ranking import percent
from waypost.plans.forms.fields import Day, Figure, plain
from waypost.plans.forms.objectives import OwnerField
from waypost.ui.texts import Line, Prose
from waypost.ui.versions import VersionedForm

Choices = Iterable[tuple[str, str]]
UNKNOWN = _("unknown")
GRADES = (_("high"), _("medium"), _("low"), UNKNOWN)
TIERS = [("", _("None yet")), *((tier.value, tier.value) for tier in Tier)]
STAGES = [("", _("Not known yet")), *Stage.choices]
SHORT = {"rows": 2}
QUESTIONS = (
    *("need", "part", "where", "hours_to_penetrate", "profitable", "importance_to_them"),
    *("history", "knowledge"),
)


class Chosen(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in its stub only
    """One of the rows of the account, or none."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Select(attrs={"class": "field-l"})
        super().__init__(None, required=False, widget=widget, **options)


class OpportunityForm(forms.Form):
    """``account`` has the team, locations and decision groups, ``choices`` what it can serve."""

    name = Line(label=_("What there is to win"))
    stage = forms.ChoiceField(label=_("Stage"), choices=STAGES, required=False)
    owner = OwnerField(label=_("Owner"))
    location = Chosen(label=_("Location"), empty_label=_("None or several"))
    decision_group = Chosen(label=_("Decision group"), empty_label=_("None yet"))
    serves = forms.MultipleChoiceField(
        label=_("Objectives it serves"), required=False, widget=forms.CheckboxSelectMultiple
    )
    value = Figure(label=_("Value"), required=False, min_value=0)
    margin = Figure(
        label=_("Margin"), required=False, help_text=_("What is left of it, before our time.")
    )
    chance = ChanceField(label=_("Chance in %"), required=False)
    hours = HoursField(label=_("Hours it takes"), required=False)
    closes_on = Day(label=_("Close date"), required=False)
    renews_on = Day(label=_("Renewal date"), required=False)
    budget_on = Day(label=_("Budget date"), required=False)
    tier = forms.ChoiceField(label=_("Class"), choices=TIERS, required=False)
    tier_reason = Prose(
        label=_("Why this class"),
        required=False,
        help_text=_("Where it is another than its figures suggest."),
        widget=forms.Textarea(attrs=SHORT),
    )
    need = Answer(*GRADES, label=_("How much do they need it now?"))
    part = Answer(
        *(_("growing"), _("static"), _("declining"), UNKNOWN),
        label=_("Does that part of their business grow?"),
    )
    where = Answer(UNKNOWN, label=_("Where is it, and how large?"))
    hours_to_penetrate = HoursField(label=_("How many hours to get in?"), required=False)
    profitable = Answer(*(_("yes"), _("no"), UNKNOWN), label=_("Can we be profitable?"))
    importance_to_them = Answer(*GRADES, label=_("How important is it to them?"))
    history = Answer(
        *(_("good"), _("none"), _("bad"), UNKNOWN), label=_("What is our history there?")
    )
    knowledge = Answer(*GRADES, label=_("How well do we know those who decide?"))

    def __init__(self, *args: Any, account: Account, choices: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        live = {"account": account, "deleted_at": None}
        for name, rows in (
            ("owner", team_of(account)),
            ("location", Location.objects.filter(**live).order_by("pk")),
            ("decision_group", DecisionGroup.objects.filter(**live).order_by("pk")),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows
        serves = self.fields["serves"]
        if isinstance(serves, forms.MultipleChoiceField):
            serves.choices = list(choices)
            if not serves.choices:
                del self.fields["serves"]


class NewOpportunityForm(OpportunityForm):
    """What is known at once: the questions are answered on its page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in (*QUESTIONS, "renews_on", "budget_on"):
            del self.fields[name]


class ChangedOpportunityForm(VersionedForm, OpportunityForm):
    """An opportunity as it stands."""

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "serves":
            return self.initial.get("serves", [])
        value = super().value_of(current, name)
        return plain(value) if isinstance(value, Decimal) else value

    def _words(self, name: str, value: Any) -> str:
        if name == "chance":
            return "" if value is None else percent(value)
        if isinstance(value, models.Model):
            return str(value)
        return super()._words(name, value)
