"""What there is to win, and the eight questions that rank it by return on time (ROTI)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, Location, Part, Ref, TeamMember
from waypost.accounts.models.fields import CHANCE, FIGURE, HOURS
from waypost.contacts.models import DecisionGroup
from waypost.method.plan import Tier


class Stage(models.TextChoices):
    """How far we are with an opportunity."""

    IDEA = "idea", _("Idea")
    NEED = "need", _("Need confirmed")
    PROPOSED = "proposed", _("Offer made")
    NEGOTIATING = "negotiating", _("Negotiating")
    WON = "won", _("Won")
    LOST = "lost", _("Lost")


class Decided(models.TextChoices):
    """What the team has decided about the hours, whatever brings most (ROTI-4)."""

    KEEP = "keep", _("Gets its hours")
    DROP = "drop", _("Gets no hours")


class Opportunity(Part):
    """An opportunity: its class (ROTI-1), the answers of ROTI-2, margin, chance and hours.

    From ``location`` on it is known here only; a plan file has no keys for it.
    """

    name = models.CharField(_("name"), max_length=200)
    tier = models.CharField(
        _("class"), max_length=1, blank=True, choices=[(tier.value, tier.value) for tier in Tier]
    )
    decision_group = models.ForeignKey(
        DecisionGroup, models.SET_NULL, null=True, blank=True, related_name="opportunities"
    )
    need = models.CharField(_("current need"), max_length=200, blank=True)
    part = models.CharField(_("growing, static or declining"), max_length=200, blank=True)
    where = models.CharField(_("where"), max_length=200, blank=True)
    hours_to_penetrate = models.DecimalField(
        _("hours to penetrate"), null=True, blank=True, **HOURS
    )
    profitable = models.CharField(_("profitable"), max_length=200, blank=True)
    importance_to_them = models.CharField(_("importance to them"), max_length=200, blank=True)
    history = models.CharField(_("our history"), max_length=200, blank=True)
    knowledge = models.CharField(_("how well we know them"), max_length=200, blank=True)
    margin = models.DecimalField(_("margin"), null=True, blank=True, **FIGURE)
    chance = models.DecimalField(_("chance"), null=True, blank=True, **CHANCE)
    hours = models.DecimalField(_("hours"), null=True, blank=True, **HOURS)
    location = models.ForeignKey(
        Location, models.SET_NULL, null=True, blank=True, related_name="opportunities"
    )
    owner = models.ForeignKey(
        TeamMember, models.SET_NULL, null=True, blank=True, related_name="opportunities"
    )
    stage = models.CharField(_("stage"), max_length=11, blank=True, choices=Stage.choices)
    value = models.DecimalField(_("value"), null=True, blank=True, **FIGURE)
    closes_on = models.DateField(_("close date"), null=True, blank=True)
    renews_on = models.DateField(_("renewal date"), null=True, blank=True)
    budget_on = models.DateField(_("budget date"), null=True, blank=True)
    tier_reason = models.TextField(_("why this class"), blank=True, default="")
    decided = models.CharField(
        _("decided about its hours"), max_length=4, blank=True, choices=Decided.choices
    )

    def __str__(self) -> str:
        return self.name


class Offering(models.Model):
    """A product or service of ours: a row of the white space. A plan file has no key for it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="offerings")
    name = models.CharField(_("name"), max_length=200)
    version = models.PositiveIntegerField(default=1, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    def __str__(self) -> str:
        return self.name


class CellState(models.TextChoices):
    """How far one of our offerings has come at one of their sites."""

    SOLD = "sold", _("Sold")
    IN_PROGRESS = "progress", _("In progress")
    OPEN = "open", _("Open")
    NOT_RELEVANT = "never", _("Not relevant")


class Cell(models.Model):
    """What one offering is at one site; the ids outlive the replacement of a plan by a file."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    offering = models.ForeignKey(Offering, models.CASCADE, related_name="cells")
    unit = models.ForeignKey(Ref, models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=CellState.choices)
    potential = models.DecimalField(_("potential a year"), null=True, blank=True, **FIGURE)
    opportunity = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["offering", "unit"], name="one_cell_per_unit")
        ]

    def __str__(self) -> str:
        return f"{self.offering_id} at {self.unit_id}"
