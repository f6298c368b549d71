"""The profile: what we know of the customer, from whom, and what we do not know (PRO-1, PRO-2)."""

from typing import Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models.account import Account
from waypost.accounts.models.fields import FIGURE
from waypost.accounts.models.refs import Ref

Entry = TypeVar("Entry", bound="Known", covariant=True)


class ProfileQuerySet(models.QuerySet[Entry]):
    def live(self) -> Self:
        return self.filter(deleted_at=None)


class Known(models.Model):
    """Something in the profile; it needs no id unless another part points at it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        abstract = True


class ProfileEntry(Known):
    """The same in words."""

    text = models.TextField(_("text"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


class Fact(ProfileEntry):
    """A fact with its source and its age."""

    class Topic(models.TextChoices):
        COMPANY_GOALS = "company_goals", _("Company goals")
        MARKETS = "markets_and_positioning", _("Markets and positioning")
        TRENDS = "industry_trends", _("Industry trends")
        COMPETITORS = "competitors", _("Competitors")
        STRUCTURE = "structure", _("Company structure")
        FINANCES = "financial_performance", _("Financial performance")
        VALUE_CHAIN = "value_chain", _("Value chain")

    class Stage(models.TextChoices):
        """Where in their value chain, from their suppliers to their customers."""

        SUPPLIERS = "suppliers", _("Their suppliers")
        PRODUCTION = "production", _("Production")
        DISTRIBUTION = "distribution", _("Distribution")
        CUSTOMERS = "customers", _("Their customers")

    ref = models.OneToOneField(Ref, models.CASCADE, null=True, blank=True, related_name="+")
    topic = models.CharField(_("topic"), max_length=24, choices=Topic.choices)
    source = models.TextField(_("source"), blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    stage = models.CharField(
        _("place in the value chain"),
        max_length=12,
        choices=Stage.choices,
        blank=True,
        default="",
    )
    adds_value = models.BooleanField(_("we add value here"), default=False)


class SwotPoint(ProfileEntry):
    """A strength, weakness, opportunity or threat of the customer."""

    class Side(models.TextChoices):
        STRENGTHS = "strengths", _("Strengths")
        WEAKNESSES = "weaknesses", _("Weaknesses")
        OPPORTUNITIES = "opportunities", _("Opportunities")
        THREATS = "threats", _("Threats")

    side = models.CharField(_("side"), max_length=13, choices=Side.choices)
    source = models.TextField(_("source"), blank=True, default="")
    as_of = models.DateField(_("as of"), null=True, blank=True)


class Gap(ProfileEntry):
    """Something we know that we do not know; it can become an action."""

    could_know = models.TextField(_("who could know"), blank=True, default="")


class YearFigures(Known):
    """What the customer earns in a year, and what of it can be for us (CRI-5).

    Money in thousands of the account's currency; margin and share in percent.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    turnover_k = models.DecimalField(_("turnover"), null=True, blank=True, **FIGURE)
    margin = models.DecimalField(_("margin"), null=True, blank=True, **FIGURE)
    investment_room_k = models.DecimalField(_("investment room"), null=True, blank=True, **FIGURE)
    our_share = models.DecimalField(_("our share"), null=True, blank=True, **FIGURE)
    source = models.TextField(_("source"), blank=True, default="")
    as_of = models.DateField(_("as of"), null=True, blank=True)

    def __str__(self) -> str:
        return str(self.year)
