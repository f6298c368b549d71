"""What a person may enter about an account, its team, and what is known of the customer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import AccessRole, Account, Fact, TeamMember
from waypost.accounts.queries import accounts_named, last_account, users_to_join
from waypost.accounts.timeline import AREAS, Asked
from waypost.method.currency import parse_currency
from waypost.method.plan import Tier
from waypost.method.review_day import checked_review_day
from waypost.method.shape import FIRST_DAY
from waypost.staff.models import User
from waypost.ui.forms import DateInput
from waypost.ui.texts import LONGEST_TEXT, Line, Prose
from waypost.ui.versions import VersionedForm

TIERS = [("", _("Not classed yet")), *((tier.value, tier.value) for tier in Tier)]
MONTHS = _("Enter a number of months from 1 to 24.")
MONTHS_WIDGET = forms.NumberInput(attrs={"class": "field-xs", "min": 1, "max": 24})
REVIEW_DAY = "last Thursday of the month"


class Currency(Line):
    widget = forms.TextInput(attrs={"class": "field-xs", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        return understood(parse_currency, super().to_python(value))


class ReviewDay(Line):
    widget = forms.TextInput(attrs={"class": "field-l"})

    def to_python(self, value: Any) -> str:
        return understood(checked_review_day, super().to_python(value))


def understood(read: Callable[[str], str], text: str) -> str:
    """The text as a plan file keeps it."""
    try:
        return read(text) if text else ""
    except ValueError as error:
        raise forms.ValidationError(gettext(str(error))) from error


class AccountForm(forms.Form):
    """The settings of an account; ``user`` asks, ``account`` is the one to be changed."""

    name = Line(label=_("Name of the customer"))
    tier = forms.ChoiceField(
        label=_("Class"),
        choices=TIERS,
        required=False,
        help_text=_("A for the few that make or break the year."),
        widget=forms.Select(attrs={"class": "field-m"}),
    )
    currency = Currency(label=_("Currency"), required=False)
    parent = Line(label=_("Parent company"), required=False)
    review_day = ReviewDay(
        label=_("Review day"),
        required=False,
        help_text=_(
            "On this day the plan moves on by a month. For example “last Thursday of the month”, "
            "“15” or “last working day”."
        ),
    )
    window_months = forms.IntegerField(
        label=_("Months in the short-term plan"),
        required=False,
        validators=[MinValueValidator(1, MONTHS), MaxValueValidator(24, MONTHS)],
        error_messages={"invalid": MONTHS},
        widget=MONTHS_WIDGET,
    )

    def __init__(
        self, *args: Any, user: User, account: Account | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.account = account

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if accounts_named(self.user, name, except_for=self.account).exists():
            raise forms.ValidationError(
                gettext("You have an account of this name. Add what tells the two apart.")
            )
        return name


class NewAccountForm(AccountForm):
    """A few lines to begin with; most are filled in already."""

    manager = forms.BooleanField(required=False, initial=True)
    supplier = Line(
        label=_("Our own company"), help_text=_("As the customer knows us. Asked only once.")
    )
    field_order = ("name", "tier", "currency", "parent", "review_day", "window_months")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        last = last_account(user)
        initial = {
            "currency": (last.currency if last else "") or "EUR",
            "review_day": (last.review_day if last else "") or REVIEW_DAY,
            "window_months": 3,
        }
        super().__init__(*args, user=user, initial=initial, **kwargs)
        if last is not None:
            del self.fields["supplier"]
        if user.manager is None or not user.manager.is_active:
            del self.fields["manager"]
        else:
            self.fields["manager"].label = gettext("%(name)s is the first-line manager") % {
                "name": user.manager.name
            }

    def clean(self) -> dict[str, Any]:
        """The first-line manager is proposed from the reporting line, never taken from outside."""
        data = self.cleaned_data
        data["manager"] = self.user.manager if data.get("manager") else None
        return data


class Terms(Prose):
    """Words, one on each line."""

    def to_python(self, value: Any) -> str:
        word = Line(required=False)
        terms = [
            word.clean(" ".join(line.split())) for line in super().to_python(value).split("\n")
        ]
        return "\n".join(dict.fromkeys(term for term in terms if term))


class SettingsForm(VersionedForm, AccountForm):
    """An existing account's settings."""

    own_terms = Terms(
        label=_("The customer’s own terms"),
        required=False,
        help_text=_(
            "Words that they use in a sense you both know, one on each line. "
            "They are never called vague in a goal."
        ),
    )


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


class ChangedMemberForm(VersionedForm, MemberForm):
    """A member's place as it stands."""


class FactForm(forms.Form):
    """One line: a fact and who said it, or with a question mark in front what nobody knows."""

    line = Line(
        label=_("Add a fact"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "For example: Wants 30% recycled glass by 2029, annual report. "
            "Start with ? for what you don’t know."
        ),
    )
    topic = forms.ChoiceField(label=_("About"), choices=Fact.Topic.choices)
    as_of = forms.DateField(label=_("Said on"), initial=timezone.localdate, widget=DateInput)

    @property
    def is_gap(self) -> bool:
        """Whether the line begins with a question mark."""
        return str(self.data.get("line", "")).lstrip().startswith("?")

    def clean_as_of(self) -> date:
        said: date = self.cleaned_data["as_of"]
        if not FIRST_DAY <= said <= timezone.localdate():
            raise forms.ValidationError(gettext("Enter the day it was said: today or earlier."))
        return said

    def clean(self) -> dict[str, Any]:
        """What the operation takes: the text of a gap, or a fact with its source."""
        line = self.cleaned_data.pop("line", "")
        if self.is_gap:
            text = line.lstrip("? ")
            if line and not text:
                self.add_error("line", gettext("Write what you don’t know after the ?"))
            return {"text": text}
        text, _comma, source = (part.strip() for part in line.rpartition(","))
        if line and not (text and source):
            self.add_error("line", gettext("Add who said it or where it stands, after a comma."))
        return {**self.cleaned_data, "text": text, "source": source}


class HistoryFilter(forms.Form):
    """Which part of the history to show; what cannot be read asks nothing."""

    view = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    q = forms.CharField(
        label=_("Word, name or figure"), required=False, max_length=200, widget=forms.SearchInput
    )
    what = forms.ChoiceField(label=_("What"), required=False)
    who = forms.ChoiceField(label=_("Who"), required=False)

    def __init__(self, *args: Any, actors: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = sorted(((area.key, area.label) for area in AREAS), key=lambda area: str(area[1]))
        for name, anything, choices in (
            ("what", _("Everything"), areas),
            ("who", _("Everyone"), actors),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", anything), *choices]

    @property
    def asked(self) -> Asked:
        self.full_clean()
        data = self.cleaned_data
        return Asked(
            view=data.get("view", ""),
            word=data.get("q", ""),
            area=data.get("what", ""),
            who=data.get("who", ""),
        )

    @property
    def rejected(self) -> list[str]:
        """The labels of what could not be read in the address."""
        return [str(self.fields[name].label or "") for name in self.errors]


class NameFilter(forms.Form):
    name = forms.CharField(label=_("Name"), required=False, widget=forms.SearchInput)


class OpeningForm(forms.Form):
    reason = Prose(
        label=_("Reason"),
        help_text=_("The team reads it in the history of the account."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
