"""Objectives on four levels, and how far we are (OBJ)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Part, Ref, TeamMember
from waypost.accounts.models.fields import FIGURE


class Objective(Part):
    """A visionary, relationship or business objective; stage goals hang on a business objective."""

    class Level(models.TextChoices):
        VISIONARY = "visionary", _("Visionary")
        RELATIONSHIP = "relationship", _("Relationship")
        BUSINESS = "business", _("Business")

    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    text = models.TextField(_("objective"))
    # visionary
    horizon_years = models.PositiveSmallIntegerField(_("in how many years"), null=True, blank=True)
    # business
    customer_text = models.TextField(_("as worded to the customer"), blank=True)
    metric = models.CharField(_("metric"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=200, blank=True)
    baseline = models.DecimalField(_("baseline"), null=True, blank=True, **FIGURE)
    target = models.DecimalField(_("target"), null=True, blank=True, **FIGURE)
    due = models.DateField(_("due"), null=True, blank=True)
    condition = models.TextField(_("condition to hold meanwhile"), blank=True)
    agreed_team = models.BooleanField(_("agreed in the team"), null=True, blank=True)
    agreed_customer = models.BooleanField(_("agreed with the customer"), null=True, blank=True)
    owner = models.ForeignKey(
        TeamMember, models.SET_NULL, null=True, blank=True, related_name="objectives"
    )

    # What is agreed to; who said yes to other terms has not said yes to these.
    TERMS: ClassVar = (
        *("text", "customer_text", "metric", "unit", "baseline", "target", "due", "condition"),
    )
    ANSWERED_BY: ClassVar = dict.fromkeys(TERMS, "agreements")

    def __str__(self) -> str:
        return self.text


class Heard(models.Model):
    """What somebody at the customer really said (OBJ-2)."""

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="heard")
    on = models.DateField(_("on"), null=True, blank=True)
    who = models.CharField(_("who"), max_length=200, blank=True)
    text = models.TextField(_("words"))

    def __str__(self) -> str:
        return self.text


class Agreement(models.Model):
    """One person's yes to a business objective: a team member's or a contact's (OBJ-3)."""

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="agreements")
    party = models.ForeignKey(Ref, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["objective", "party"], name="one_agreement_per_party")
        ]

    def __str__(self) -> str:
        return f"{self.party_id} agreed to {self.objective_id}"


class Prerequisite(models.Model):
    """Something that has to happen before a business objective can be reached (CRI-3)."""

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="prerequisites")
    text = models.TextField(_("what has to happen first"))
    by = models.DateField(_("by"), null=True, blank=True)
    owner = models.ForeignKey(
        TeamMember, models.SET_NULL, null=True, blank=True, related_name="prerequisites"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.text


class StageGoal(Part):
    """Where we should be at an important date (OBJ-4)."""

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="stages")
    due = models.DateField(_("due"))
    value = models.DecimalField(_("value"), **FIGURE)
    customer_sees = models.TextField(_("what the customer sees"), blank=True)

    def __str__(self) -> str:
        return f"{self.value} by {self.due}"


class CheckIn(models.Model):
    """The value of the metric on a day (OBJ-5)."""

    objective = models.ForeignKey(Objective, models.CASCADE, related_name="check_ins")
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), **FIGURE)
    condition_value = models.CharField(_("condition"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)

    def __str__(self) -> str:
        return f"{self.value} on {self.on}"
