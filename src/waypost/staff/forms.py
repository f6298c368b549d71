"""Forms about people: signing in, passwords, invitations, and one's own settings."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import QueryDict
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.staff import queries
from waypost.staff.models import User, normalise_email
from waypost.ui.forms import Options
from waypost.ui.texts import Line
from waypost.ui.versions import VersionedForm

LONGEST_NAME = 120
PASSWORD_HINT = _("12 characters or more. A sentence is easier to remember than signs.")


@cache
def time_zones() -> list[tuple[str, Any]]:
    """Every zone by its region; first, the installation's own."""
    regions: dict[str, list[tuple[str, str]]] = {}
    for zone in sorted(available_timezones()):
        region, _slash, place = zone.partition("/")
        if place and region not in {"Etc", "SystemV", "US", "posix", "right"}:
            regions.setdefault(region, []).append((zone, place.replace("_", " ")))
    return [("", _("As everybody here")), ("UTC", "UTC"), *regions.items()]


class Email(forms.EmailField):
    def __init__(self, *, autocomplete: str = "off", **options: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": autocomplete})
        super().__init__(label=_("Work email"), widget=widget, **options)

    def clean(self, value: Any) -> str:
        return normalise_email(super().clean(value))


class Password(forms.CharField):
    """A password; a new one is checked by the form that knows whose it becomes."""

    def __init__(self, *, new: bool = False, **options: Any) -> None:
        hint = PASSWORD_HINT if new else ""
        attrs = {"autocomplete": "new-password" if new else "current-password"}
        options = {"label": _("Password"), "help_text": hint, **options}
        super().__init__(strip=False, widget=forms.PasswordInput(attrs=attrs), **options)


class SignInForm(allauth.LoginForm):  # type: ignore[misc]  # published without types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = Email(autocomplete="username")
        self.fields["password"] = Password()
        self.fields["remember"].label = _("Stay signed in on this device for 14 days")


class ForgottenPasswordForm(allauth.ResetPasswordForm):  # type: ignore[misc]
    email = Email(autocomplete="username")


class NewPassword(forms.Form):
    """Typed once, because it can be shown."""

    password1 = Password(new=True, label=_("New password"))
    password2 = None
    user: User

    def clean_password1(self) -> str:
        return checked_password(self.cleaned_data["password1"], self.user)


class NewPasswordForm(NewPassword, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class FirstPasswordForm(NewPassword, allauth.SetPasswordForm):  # type: ignore[misc]
    pass


class ChangePasswordForm(NewPassword, allauth.ChangePasswordForm):  # type: ignore[misc]
    oldpassword = Password(label=_("Current password"))
    field_order = ("oldpassword", "password1")


class OwnNameAndPassword(forms.Form):
    name = Line(
        label=_("Name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = Password(new=True)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if "password" in data:
            person = User(name=data.get("name", ""), email=self.email_of_person())
            try:
                checked_password(data["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data

    def email_of_person(self) -> str:
        return str(self.initial["email"])


class SetupForm(OwnNameAndPassword):
    """The very first page: who administers, and what to begin with."""

    EMPTY, SAMPLE = "empty", "sample"

    email = Email(autocomplete="username")
    code = forms.CharField(
        label=_("Set-up code"),
        help_text=_("Waypost printed it where it was started, so that no stranger is first."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    start = forms.ChoiceField(
        label=_("What should be in it?"),
        choices=[(SAMPLE, _("Sample accounts")), (EMPTY, _("Start empty"))],
        initial=SAMPLE,
        widget=Options(
            descriptions={
                SAMPLE: _(
                    "Invented companies with plans that have a story, so you can see how they "
                    "read. Marked as samples; one button removes them all."
                ),
                EMPTY: _(
                    "You add the first account yourself. Waypost leads through its first steps."
                ),
            }
        ),
    )
    field_order = ("name", "email", "password", "code", "start")

    def clean_code(self) -> str:
        given = "".join(self.cleaned_data["code"].split()).upper()
        if not constant_time_compare(given, queries.setup_code()):
            raise forms.ValidationError(
                gettext("Enter the set-up code as Waypost printed it when it started.")
            )
        return given

    def email_of_person(self) -> str:
        return str(self.cleaned_data.get("email", ""))


class PersonForm(forms.Form):
    """Somebody as an administrator sees them: to be invited, or here already."""

    name = Line(label=_("Name"), max_length=LONGEST_NAME)
    email = Email()
    manager = forms.ModelChoiceField(
        label=_("Reports to"),
        queryset=User.objects.active(),
        required=False,
        empty_label=_("Nobody"),
    )
    is_administrator = forms.BooleanField(
        label=_("Administrator: invites people and gives rights"), required=False
    )

    def __init__(self, data: QueryDict | None = None, *, person: User | None = None) -> None:
        super().__init__(data, initial=values_of(person, self.base_fields) if person else {})
        self.person = person
        choice = self.fields["manager"]
        if person and person.manager_id and isinstance(choice, forms.ModelChoiceField):
            # The one there is stays on offer after they left.
            choice.queryset = User.objects.active() | User.objects.filter(pk=person.manager_id)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        namesake = User.objects.filter(email=email).first()
        if namesake and namesake != self.person:
            raise forms.ValidationError(
                gettext("Enter another address: somebody with this one is here already.")
            )
        return email


class ChangedPersonForm(VersionedForm, PersonForm):
    """Somebody who is here already."""


class SettingsForm(VersionedForm):
    """What people say about themselves."""

    name = Line(
        label=_("Name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    initials = Line(
        label=_("Initials"),
        max_length=3,
        required=False,
        help_text=_("Up to three letters. Leave empty to take them from your name."),
        widget=forms.TextInput(attrs={"class": "field-xs"}),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False, choices=time_zones)
    shortcuts = forms.BooleanField(
        label=_("Keyboard shortcuts"),
        required=False,
        help_text=_("Single letters do something outside of fields. Press ? to see which."),
    )


def values_of(person: User, names: Iterable[str]) -> dict[str, Any]:
    """What stands in the fields of a form about somebody."""
    return {name: person.serializable_value(name) for name in names}


def checked_password(password: str, user: User) -> str:
    validate_password(password, user)
    return password
