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
    # A plan file has no key for these: they live here alone.
    interests = models.TextField(_("interests"), blank=True, default="")
    needs = models.TextField(_("needs from us"), blank=True, default="")
    last_contact_about = models.CharField(
        _("last contact about"), max_length=200, blank=True, default=""
    )
    next_contact = models.DateField(_("next contact"), null=True, blank=True)
    next_contact_about = models.CharField(
        _("next contact about"), max_length=200, blank=True, default=""
    )
    # Why we keep what we know of them, and where we have it from.
    purpose = models.CharField(_("purpose"), max_length=200, blank=True, default="")
    origin = models.CharField(_("source"), max_length=200, blank=True, default="")
    # Where both were one person: the one who stayed.
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="merged"
    )

    def __str__(self) -> str:
        return self.name


class Acquaintance(models.Model):
    """One of us knows a contact, and how well (DMG-4)."""

    class HowWell(models.TextChoices):
        MET = "met", _("Has met them")
        WORKS = "works", _("Works with them")
        TRUSTED = "trusted", _("Is trusted by them")

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="acquaintances")
    member = models.ForeignKey(TeamMember, models.CASCADE, related_name="acquaintances")
    how_well = models.CharField(
        _("how well"), max_length=7, blank=True, default="", choices=HowWell.choices
    )

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
    account_gains = models.TextField(_("what the account gains"), blank=True, default="")
    we_gain = models.TextField(_("what we gain"), blank=True, default="")

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

    class Reached(models.TextChoices):
        POSSIBLE = "possible", _("Could become one")
        BELIEVES = "believes", _("Believes we are the best solution")
        SHARES = "shares", _("Shares what is not confidential")
        SPEAKS = "speaks", _("Speaks for us when we are not there")

    contact = models.OneToOneField(Contact, models.CASCADE, related_name="coach_development")
    reached = models.CharField(
        _("how far"), max_length=8, blank=True, default="", choices=Reached.choices
    )
    stage = models.TextField(_("stage"), blank=True)
    next_step = models.TextField(_("next step"), blank=True)
    confidential_information = models.BooleanField(
        _("something confidential was offered"), null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.stage


class Said(models.Model):
    """What a contact said to us, in their words, on no relationship objective yet (OBJ-2)."""

    # By the id, so that it outlives a plan put in place of this one.
    person = models.ForeignKey(Ref, models.CASCADE, related_name="+")
    text = models.TextField(_("what they said"))
    on = models.DateField(_("on"), null=True, blank=True)

    def __str__(self) -> str:
        return self.text


class PrivateNote(models.Model):
    """What the lead and the members keep to themselves about a contact."""

    person = models.ForeignKey(Ref, models.CASCADE, related_name="+")
    text = models.TextField(_("private note"))
    on = models.DateField(_("on"))
    by_name = models.CharField(_("by"), max_length=200, blank=True)

    def __str__(self) -> str:
        return self.text
