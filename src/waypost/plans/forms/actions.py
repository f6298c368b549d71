"""What a person may enter about an action, and which actions to look at."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Link
from waypost.accounts.policies import Access
from waypost.method.month import Month
from waypost.method.shape import FIRST_DAY, LAST_DAY
from waypost.plans.forms.fields import Day, Figure, plain
from waypost.plans.models import Action
from waypost.plans.operations.actions import owner_of
from waypost.plans.queries import action_choices as choices
from waypost.plans.queries.month_columns import NOBODY, Asked
from waypost.plans.queries.wording import Reader
from waypost.ui.forms import CHOOSE, Judged
from waypost.ui.texts import LONGEST_TEXT, Line, Prose
from waypost.ui.versions import VersionedForm

MOST_HOURS = 100_000
YES_OR_NO = [("", _("Not said")), ("True", _("Yes")), ("False", _("No"))]
WIDE = {"class": "field-l"}


def as_flag(value: str) -> bool | None:
    return {"True": True, "False": False}.get(value)


class MonthField(forms.CharField):
    """A month written as 2026-12, as a Month."""

    widget = forms.Select
    default_error_messages = {"invalid": _("Choose a month of the list.")}

    def to_python(self, value: Any) -> Any:
        if not value:
            return None
        try:
            month = Month.parse(str(value))
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"]) from error
        if not Month.of(FIRST_DAY) <= month <= Month.of(LAST_DAY):
            raise forms.ValidationError(self.error_messages["invalid"])
        return month


def offer(field: forms.Field, listed: Any) -> None:
    """Let a field be chosen from this list."""
    if isinstance(field, forms.ChoiceField):
        field.choices = listed
    elif isinstance(field.widget, forms.Select):
        field.widget.choices = listed


class Flag(forms.TypedChoiceField):
    """Yes, no, or not said."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=YES_OR_NO, coerce=as_flag, empty_value=None, required=False, **options
        )


class ActionFilter(forms.Form):
    """Read from the query string of the short-term plan; what it does not know is no filter."""

    who = forms.ChoiceField(label=_("Who"), required=False)
    objective = forms.ChoiceField(
        label=_("For objective"), required=False, widget=forms.Select(attrs={"class": "field-m"})
    )
    important = forms.BooleanField(label=_("Important, not urgent only"), required=False)

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everybody, *groups = choices.owners(reader.plan)
        nobody = (NOBODY, everybody[1])
        offer(self.fields["who"], [("", _("Everyone")), *groups, nobody])
        offer(self.fields["objective"], [("", _("Any")), *choices.objectives(reader.plan)])

    def asked(self) -> Asked:
        self.is_valid()
        found = self.cleaned_data
        return Asked(
            who=found.get("who", ""),
            objective=found.get("objective", ""),
            important=found.get("important", False),
        )


class LineForm(forms.Form):
    """One line that says it all, under the month that it is typed in."""

    line = Line(label=_("Action"), max_length=LONGEST_TEXT)
    month = MonthField(widget=forms.HiddenInput)


class ClosureForm(forms.Form):
    """Done, or dropped for a reason."""

    outcome = forms.TypedChoiceField(
        choices=[("done", _("Done")), ("dropped", _("Dropped"))], coerce=Action.Status
    )
    reason = Prose(
        label=_("Why it is dropped"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class MoveForm(forms.Form):
    month = MonthField(label=_("Month"))


class SeveralForm(forms.Form):
    """What to do with several actions at once; which of the fields count, the button says."""

    codes = forms.MultipleChoiceField(
        label=_("Actions"), required=False, error_messages={"invalid_choice": CHOOSE}
    )
    month = MonthField(label=_("Month"), required=False)
    owner = forms.ChoiceField(label=_("Owner"), required=False)
    reason = Line(label=_("Reason"), required=False, max_length=LONGEST_TEXT)

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actions = reader.plan.short_term_plan.actions
        offer(self.fields["codes"], [(action.id, action.id) for action in actions])
        offer(self.fields["month"], choices.months(reader))
        offer(self.fields["owner"], choices.owners(reader.plan))


class ActionForm(VersionedForm):
    """Everything about one action; ``?field=due`` leaves one field of it."""

    what = Prose(label=_("What"), widget=Judged(attrs={"rows": 2}))
    owner = forms.ChoiceField(label=_("Owner"), required=False)
    month = MonthField(label=_("Month"), required=False)
    due = Day(label=_("Due"), required=False)
    hours = Figure(
        label=_("Hours"), required=False, min_value=Decimal(0), max_value=Decimal(MOST_HOURS)
    )
    achieves = forms.ChoiceField(
        label=_("Achieves"), required=False, widget=forms.Select(attrs=WIDE)
    )
    important = Flag(label=_("Important"))
    urgent = Flag(label=_("Urgent"))
    depends_on = forms.MultipleChoiceField(
        label=_("Waits for"),
        required=False,
        error_messages={"invalid_choice": CHOOSE},
        widget=forms.SelectMultiple(attrs={"class": "field-l", "size": 5}),
    )
    from_gap = forms.ChoiceField(
        label=_("Fills the gap"), required=False, widget=forms.Select(attrs=WIDE)
    )
    status = forms.ChoiceField(
        label=_("Status"),
        choices=[("", _("Not said")), *Action.Status.choices],
        required=False,
        widget=forms.Select(attrs={"class": "field-s"}),
    )
    reason = Prose(
        label=_("Reason"),
        required=False,
        help_text=_("Needed where the action is dropped."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any = None, *, action: Action, access: Access, reader: Reader) -> None:
        own = Month.of(action.month) if action.month else None
        initial = {name: self.value_of(action, name) for name in (*self.base_fields, "version")}
        super().__init__(data, initial=initial)
        plan = reader.plan
        lists = {
            "owner": choices.owners(plan),
            "month": [("", _("No month")), *choices.months(reader, own)],
            "achieves": choices.purposes(plan),
            "depends_on": choices.conditions(plan, action.ref.code),
            "from_gap": choices.gaps(access),
        }
        for name, listed in lists.items():
            offer(self.fields[name], listed)

    def value_of(self, current: models.Model, name: str) -> Any:
        """A part as its id, a month as its name, a gap as its key."""
        if not isinstance(current, Action):
            return super().value_of(current, name)
        match name:
            case "owner":
                return owner_of(current) or ""
            case "achieves":
                part = current.achieves
                return part.code if part is not None and part.retired_at is None else ""
            case "month":
                return Month.of(current.month) if current.month else None
            case "hours":
                return None if current.hours is None else plain(current.hours)
            case "from_gap":
                return str(current.from_gap_id or "")
            case "depends_on":
                waits = current.ref.links_out.filter(
                    relation=Link.Relation.DEPENDS_ON, target__retired_at=None
                )
                return list(waits.values_list("target__code", flat=True))
        return super().value_of(current, name)
