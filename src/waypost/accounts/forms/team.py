"""What a person may enter about somebody of ours in the team."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import AccessRole, Account, Location, TeamMember
from waypost.accounts.policies import Access
from waypost.accounts.queries import users_to_join
from waypost.opportunities.forms.fields import HoursField
from waypost.plans.forms.actions import Flag
from waypost.plans.forms.fields import plain
from waypost.staff.models import User
from waypost.ui.texts import Line
from waypost.ui.versions import VersionedForm


class UserChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in its stub only
    def label_from_instance(self, obj: models.Model) -> str:
        return f"{obj}, {obj.email}" if isinstance(obj, User) else str(obj)


class MemberForm(forms.Form):
    """Somebody of ours with a part in the relationship, with a log-in or without."""

    user = UserChoice(
        label=_("Log-in"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Without a log-in"),
    )
    name = Line(
        label=_("Name"), required=False, help_text=_("Left empty, it is that of the log-in.")
    )
    access_role = forms.ChoiceField(
        label=_("Access"), choices=AccessRole.choices, initial=AccessRole.MEMBER
    )
    function = Line(
        label=_("Function"), required=False, help_text=_("In words, such as technical rep.")
    )

    def __init__(
        self, *args: Any, account: Account, member: TeamMember | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        users = self.fields["user"]
        if isinstance(users, UserChoice):
            users.queryset = users_to_join(account, member)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not data.get("name") and "name" not in self.errors and "user" not in self.errors:
            if data["user"] is None:
                self.add_error("name", gettext("Enter a name, or choose a log-in."))
            else:
                data["name"] = data["user"].name
        return data

    def clean_access_role(self) -> AccessRole:
        return AccessRole(self.cleaned_data["access_role"])


DETAILS = ("location", "hours_per_week", "external", "in_planning")  # what stands in the plan


class ChangedMemberForm(VersionedForm, MemberForm):
    """A member's place as it stands; what stands in the plan for those alone who see it."""

    location = forms.ModelChoiceField(
        Location.objects.none(),
        label=_("Site"),
        required=False,
        empty_label=_("None or several"),
        widget=forms.Select(attrs={"class": "field-m"}),
    )
    hours_per_week = HoursField(
        label=_("Hours a week"), required=False, help_text=_("On this account, all work.")
    )
    external = Flag(label=_("From outside our company"))
    in_planning = Flag(
        label=_("Plans with the team"), help_text=_("Who does is asked to commit to strategies.")
    )

    def __init__(
        self, *args: Any, access: Access, member: TeamMember, initial: Any, **kwargs: Any
    ) -> None:
        said = {name: self._known(initial[name]) for name in DETAILS}
        account = access.account
        super().__init__(
            *args, account=account, member=member, initial={**initial, **said}, **kwargs
        )
        sites = self.fields["location"]
        if not access.can_see_plan:
            for name in DETAILS:
                del self.fields[name]
        elif isinstance(sites, forms.ModelChoiceField):
            sites.queryset = Location.objects.live().filter(account=account).order_by("pk")

    @staticmethod
    def _known(value: Any) -> Any:
        """A flag as one of its words; what is not known is left empty."""
        if value is None:
            return ""
        return str(value) if isinstance(value, bool) else value

    def value_of(self, current: models.Model, name: str) -> Any:
        value = super().value_of(current, name)
        return plain(value) if isinstance(value, Decimal) else value
