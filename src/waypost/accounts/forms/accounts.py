"""What a person may enter about an account as a whole."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.accounts.likely import Company, like
from waypost.accounts.models import Account
from waypost.accounts.queries import accounts_named, last_account, names_of, parents_above
from waypost.method.currency import parse_currency
from waypost.method.plan import Tier
from waypost.method.review_day import checked_review_day
from waypost.opportunities.forms.fields import HoursField
from waypost.plans.forms.fields import plain
from waypost.staff.models import User
from waypost.ui.texts import Line, Prose
from waypost.ui.versions import VersionedForm

TIERS = [("", _("Not classed yet")), *((tier.value, tier.value) for tier in Tier)]
MONTHS = _("Enter a number of months from 1 to 24.")
MONTHS_WIDGET = forms.NumberInput(attrs={"class": "field-xs", "min": 1, "max": 24})
OURS = {"our_company": "name", "we_sell": "sells"}  # who we are to the customer
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

    def clean_parent(self) -> str:
        """No company belongs to itself, through others neither."""
        parent: str = self.cleaned_data["parent"]
        own = self.cleaned_data.get("name", "").casefold()
        if own and parent.casefold() == own:
            raise forms.ValidationError(gettext("A company is not its own parent: enter another."))
        if own and any(above.casefold() == own for above in parents_above(self.user, parent)):
            words = {"parent": parent, "name": self.cleaned_data["name"]}
            sentence = gettext("%(parent)s already belongs to %(name)s: enter another.")
            raise forms.ValidationError(sentence % words)
        return parent


class NewAccountForm(AccountForm):
    """A few lines to begin with; most are filled in already. Where an account has a like name, the
    person is asked whether it is another customer: `Acme Inc` and `Acme GmbH` are."""

    manager = forms.BooleanField(required=False, initial=True)
    supplier = Line(
        label=_("Our own company"), help_text=_("As the customer knows us. Asked only once.")
    )
    another = forms.BooleanField(
        label=_("It is another customer"), required=False, widget=forms.HiddenInput
    )
    field_order = ("name", "tier", "currency", "parent", "review_day", "window_months")

    like: Sequence[Company] = ()  # those that it may be, once it was sent

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
        self.like = like(self.user, data["name"]) if "name" in data else []
        another = data.pop("another", False)
        if self.like:
            self.fields["another"].widget = forms.CheckboxInput()
            if not another:
                self.add_error("another", gettext("Look at the accounts of a like name first."))
        data["distinct_from"] = [one.pk for one in self.like]
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

    tier_reason = Prose(
        label=_("Why this class"),
        required=False,
        help_text=_("Where it is another than the figures suggest."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    also_known_as = Terms(
        label=_("Also known as"),
        required=False,
        help_text=_("Other names of the same customer, one on each line."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    our_company = Line(label=_("Our own company"), help_text=_("As this customer knows us."))
    we_sell = Prose(
        label=_("What we sell"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    team_hours_next_12_months = HoursField(
        label=_("Hours for opportunities, next 12 months"), required=False
    )
    own_terms = Terms(
        label=_("The customer’s own terms"),
        required=False,
        help_text=_(
            "Words that they use in a sense you both know, one on each line. "
            "They are never called vague in a goal."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = (
        *("name", "also_known_as", "parent", "tier", "tier_reason", "currency", "review_day"),
        *("window_months", "team_hours_next_12_months", "own_terms", "our_company", "we_sell"),
    )

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "also_known_as" and isinstance(current, Account):
            return "\n".join(names_of(current))
        if name in OURS and isinstance(current, Account):
            return getattr(current.supplier, OURS[name])
        value = super().value_of(current, name)
        return plain(value) if isinstance(value, Decimal) else value


class NameFilter(forms.Form):
    name = forms.CharField(label=_("Name"), required=False, widget=forms.SearchInput)


class OpeningForm(forms.Form):
    reason = Prose(
        label=_("Reason"),
        help_text=_("The team reads it in the history of the account."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
