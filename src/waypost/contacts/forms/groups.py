"""What a person may enter about a purchase decision and its people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.contacts.forms.choosing import Listed, LongSelect
from waypost.contacts.forms.people import prose
from waypost.contacts.models import DecisionGroup
from waypost.contacts.queries.group_page import Place, places_of
from waypost.contacts.queries.standing import ROLES
from waypost.method.plan import Plan
from waypost.plans.forms.actions import offer
from waypost.ui.forms import CHOOSE
from waypost.ui.texts import Prose
from waypost.ui.versions import MISSING, VersionedForm

MIDDLE = {"class": "field-m"}
ROLE_CHOICES = [(role.value, label) for role, label in ROLES.items()]
BEFORE = "roles-"  # in front of a person's id: the name of the field of their roles


class GroupForm(forms.Form):
    """``plan`` has the opportunities to choose from."""

    decision = Prose(
        label=_("What is decided"),
        help_text=_("One purchase: the frame contract, the trial, the new line."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    opportunity = forms.ChoiceField(
        label=_("Opportunity"), required=False, widget=forms.Select(attrs=MIDDLE)
    )
    account_gains = prose(_("What the account gains"))
    we_gain = prose(_("What we gain"))

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(one.id, f"{one.id} {one.name}") for one in plan.opportunities]
        offer(self.fields["opportunity"], [("", _("None")), *listed])


class StoredGroupForm(VersionedForm, GroupForm):
    """A decision as it stands."""

    def __init__(self, data: Any = None, *, plan: Plan, own: DecisionGroup) -> None:
        names = (*GroupForm.base_fields, "version")
        super().__init__(
            data, initial={name: self.value_of(own, name) for name in names}, plan=plan
        )

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "opportunity" and isinstance(current, DecisionGroup):
            ref = current.opportunity_ref
            return ref.code if ref is not None and ref.retired_at is None else ""
        return super().value_of(current, name)


class RolesField(forms.MultipleChoiceField):
    """The buying roles of one person; several are allowed."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        messages = {"invalid_choice": CHOOSE}
        super().__init__(choices=ROLE_CHOICES, required=False, error_messages=messages, **options)


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """Somebody's place with the roles to tick: value, word and whether it is ticked."""

    place: Place
    roles: tuple[tuple[str, str, bool], ...]
    messages: tuple[str, ...]


class RolesForm(VersionedForm):
    """The roles of everybody in a decision, saved together."""

    def __init__(self, data: Any = None, *, own: DecisionGroup, places: Iterable[Place]) -> None:
        stand = {f"{BEFORE}{place.code}": place for place in places}
        roles = {name: place.held for name, place in stand.items()}
        super().__init__(data, initial={"version": own.version, **roles})
        for name, place in stand.items():
            self.fields[name] = RolesField(label=place.name)

    def seats(self, places: Iterable[Place]) -> Iterator[Seat]:
        """These people with what is ticked, and what is to be put right."""
        for place in places:
            field: Any = self[f"{BEFORE}{place.code}"]  # a waypost.ui.forms.Field
            ticked = field.value() or ()
            yield Seat(
                place=place,
                roles=tuple((role, str(label), role in ticked) for role, label in ROLE_CHOICES),
                messages=tuple(field.messages),
            )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        roles = {name.removeprefix(BEFORE): found[name] for name in self._names() if name in found}
        return {"version": found.get("version"), "roles": roles}

    def value_of(self, current: models.Model, name: str) -> Any:
        if not isinstance(current, DecisionGroup):
            return MISSING
        held = {f"{BEFORE}{place.code}": place.held for place in places_of(current)}
        return held.get(name, MISSING)

    def _differences(self, current: models.Model) -> Any:
        self.cleaned_data |= {
            f"{BEFORE}{code}": chosen for code, chosen in self.cleaned_data["roles"].items()
        }
        return super()._differences(current)

    def _names(self) -> list[str]:
        return [name for name in self.fields if name != "version"]


class PlaceForm(forms.Form):
    """One more person in a decision."""

    person = forms.ChoiceField(label=_("Person"), widget=LongSelect(attrs=MIDDLE))
    roles = RolesField(label=_("Buying roles"))

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["person"], Listed([("", _("Choose somebody")), *people]))
