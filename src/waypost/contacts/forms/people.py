"""What a person may enter about somebody at the customer."""

from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waypost.contacts.forms.choosing import Listed, LongSelect
from waypost.contacts.models import Acquaintance, Contact
from waypost.contacts.queries.standing import DISPOSITIONS
from waypost.method.plan import Plan
from waypost.plans.forms.actions import Flag, offer
from waypost.plans.forms.fields import Day
from waypost.plans.forms.lights import PastDay
from waypost.ui.forms import CHOOSE
from waypost.ui.texts import LONGEST_TEXT, Line, Prose
from waypost.ui.versions import VersionedForm

SHORT = {"rows": 2}
MIDDLE = {"class": "field-m"}
LEVELS = _("Enter a level from 1, the top, to 20.")


def prose(label: Any, help_text: Any = "") -> Prose:
    widget = forms.Textarea(attrs=SHORT)
    return Prose(label=label, help_text=help_text, required=False, widget=widget)


def coming(form: forms.Form) -> date | None:
    """The next contact is still to come, unless that is how it stood."""
    day: date | None = form.cleaned_data["next_contact"]
    if day and day < timezone.localdate() and day != form.initial.get("next_contact"):
        raise forms.ValidationError(_("Enter today or a later day."))
    return day


class LineForm(forms.Form):
    """A person in one line; ``read`` is the line whose reading the person has seen."""

    line = Line(label=_("Person"), max_length=LONGEST_TEXT)
    read = forms.CharField(required=False, widget=forms.HiddenInput)


class PersonForm(forms.Form):
    """``plan`` has the sites, the people and the team to choose from; ``own`` is this person."""

    name = Line(label=_("Name"), widget=forms.TextInput(attrs={"autocomplete": "off"}))
    title = Line(label=_("Title"), required=False)
    location = forms.ChoiceField(label=_("Site"), required=False, widget=forms.Select(attrs=MIDDLE))
    level = forms.IntegerField(
        label=_("Level"),
        required=False,
        min_value=1,
        max_value=20,
        help_text=_("1 is the top."),
        error_messages={"min_value": LEVELS, "max_value": LEVELS, "invalid": LEVELS},
        widget=forms.TextInput(attrs={"class": "field-xs", "inputmode": "numeric"}),
    )
    reports_to = forms.ChoiceField(
        label=_("Reports to"), required=False, widget=LongSelect(attrs=MIDDLE)
    )
    known_by = forms.MultipleChoiceField(
        label=_("Who of us knows them"),
        required=False,
        error_messages={"invalid_choice": CHOOSE},
        widget=forms.CheckboxSelectMultiple,
    )
    disposition = forms.ChoiceField(
        label=_("Disposition"), required=False, widget=forms.Select(attrs=MIDDLE)
    )
    wants = prose(_("What drives them"), _("Why they do what they do."))
    needs = prose(_("What they need from us"))
    interests = prose(_("Interests"), _("What they like to talk about beside the work."))
    personal_win = prose(_("Their own win"), _("What they gain personally if this succeeds."))
    company_win = prose(_("The company’s win"))
    our_win = prose(_("Our win"))
    last_contact = PastDay(label=_("Last contact"), required=False)
    last_contact_about = Line(label=_("What it was about"), required=False)
    next_contact = Day(label=_("Next contact"), required=False)
    next_contact_about = Line(label=_("What it is about"), required=False)
    left_company = Flag(label=_("Left the company"))

    def clean_next_contact(self) -> date | None:
        return coming(self)

    def __init__(self, *args: Any, plan: Plan, own: Contact | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = own.ref.code if own else ""
        people = sorted(plan.people, key=lambda person: person.name.casefold())
        sites = [(site.id, site.name) for site in plan.account.locations]
        offer(self.fields["location"], [("", _("Not known")), *sites])
        superiors = [(one.id, _named(one.name, one.title)) for one in people if one.id != code]
        offer(self.fields["reports_to"], Listed([("", _("Not known")), *superiors]))
        offer(self.fields["known_by"], [(member.id, member.name) for member in plan.team])
        stands = own.disposition if own else ""
        listed: list[tuple[Any, Any]] = [("", _("Not said")), *DISPOSITIONS.items()]
        if stands and stands not in DISPOSITIONS:
            listed.append((stands, stands))
        offer(self.fields["disposition"], listed)


class StoredPersonForm(VersionedForm, PersonForm):
    """Somebody as they stand."""

    def __init__(self, data: Any = None, *, plan: Plan, own: Contact) -> None:
        names = (*PersonForm.base_fields, "version")
        initial = {name: self.value_of(own, name) for name in names}
        left = initial["left_company"]
        initial["left_company"] = "" if left is None else str(left)
        super().__init__(data, initial=initial, plan=plan, own=own)

    def value_of(self, current: models.Model, name: str) -> Any:
        """A part as its id, who knows them as the ids."""
        if isinstance(current, Contact):
            match name:
                case "location" | "reports_to":
                    part = getattr(current, name)
                    return part.ref.code if part is not None and part.deleted_at is None else ""
                case "known_by":
                    known = current.acquaintances.filter(member__deleted_at=None)
                    return list(known.values_list("member__ref__code", flat=True))
        return super().value_of(current, name)


HOW_WELL = [("", _("Not said")), *Acquaintance.HowWell.choices]


class HowWellForm(forms.Form):
    """How well one of us knows them."""

    how_well = forms.ChoiceField(label=_("How well"), required=False, choices=HOW_WELL)


def _named(name: str, title: str | None) -> str:
    return f"{name}, {title}" if title else name


class MeetingForm(forms.Form):
    """When one met them, and when the next time is."""

    last_contact = PastDay(label=_("Met on"), initial=timezone.localdate)
    last_contact_about = Line(label=_("About"), required=False)
    next_contact = Day(label=_("Next contact"), required=False)
    next_contact_about = Line(label=_("About what next"), required=False)

    def clean_next_contact(self) -> date | None:
        return coming(self)
