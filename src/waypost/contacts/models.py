"""People at the customer and the groups in which they decide (DMG)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Location, Part, Ref, TeamMember


class Contact(Part):
    """Somebody at the customer: what moves them, what they win, when we last spoke (DMG-2)."""

    name = models.CharField(_("name"), max_length=200)
    title = models.CharField(_("title"), max_length=200, blank=True)
    location = models.ForeignKey(
        Location, models.SET_NULL, null=True, blank=True, related_name="contacts"
    )
    level = models.PositiveSmallIntegerField(_("level, 1 is the top"), null=True, blank=True)
    reports_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="reports"
    )
    wants = models.TextField(_("wants"), blank=True)
    personal_win = models.TextField(_("personal win"), blank=True)
    company_win = models.TextField(_("the company's win"), blank=True)
    our_win = models.TextField(_("our win"), blank=True)
    last_contact = models.DateField(_("last contact"), null=True, blank=True)
    left_company = models.BooleanField(_("left the company"), null=True, blank=True)
    disposition = models.CharField(_("disposition"), max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class Acquaintance(models.Model):
    """One of us knows a contact (DMG-4)."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="acquaintances")
    member = models.ForeignKey(TeamMember, models.CASCADE, related_name="acquaintances")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contact", "member"], name="one_acquaintance")
        ]

    def __str__(self) -> str:
        return f"{self.member_id} knows {self.contact_id}"


class DecisionGroup(Part):
    """The people with influence on one purchase decision (DMG-1)."""

    decision = models.TextField(_("decision"))
    # The opportunity's app stands above this one, so the decision points at its id.
    opportunity_ref = models.ForeignKey(
        Ref, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return self.decision


class GroupMembership(models.Model):
    """A contact's place in a decision group."""

    group = models.ForeignKey(DecisionGroup, models.CASCADE, related_name="memberships")
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="memberships")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "contact"], name="one_membership_per_group")
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} in {self.group_id}"


class BuyingRole(models.Model):
    """One of the roles a contact has in a decision; several are allowed (DMG-1)."""

    class Role(models.TextChoices):
        ECONOMIC = "economic", _("Economic buyer")
        USER = "user", _("User")
        TECHNICAL = "technical", _("Technical")
        COACH = "coach", _("Coach")

    membership = models.ForeignKey(GroupMembership, models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=9, choices=Role.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["membership", "role"], name="one_row_per_buying_role")
        ]

    def __str__(self) -> str:
        return self.role


class CoachDevelopment(models.Model):
    """How far a coach is developed; confidential material never belongs here (DMG-3)."""

    contact = models.OneToOneField(Contact, models.CASCADE, related_name="coach_development")
    stage = models.TextField(_("stage"), blank=True)
    next_step = models.TextField(_("next step"), blank=True)
    confidential_information = models.BooleanField(null=True, blank=True)

    def __str__(self) -> str:
        return self.stage
