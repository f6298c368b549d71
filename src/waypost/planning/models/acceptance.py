"""Senior acceptance, the sponsor's presentation, and what the customer may see (SES-4, SES-7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account, Ref, TeamMember
from waypost.contacts.models import Contact
from waypost.planning.models.submissions import Submission


class SeniorAcceptance(models.Model):
    """Senior management's answer to the plan: the one in force, or the last one. The conditions
    stand a line each, what is asked for before it is accepted likewise."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="senior_acceptance")
    who = models.ForeignKey(TeamMember, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted = models.BooleanField(_("accepted"), null=True, blank=True)
    on = models.DateField(_("on"), null=True, blank=True)
    conditions = models.TextField(_("conditions"), blank=True)
    # The round that it answers; none where it came with a plan file.
    submission = models.OneToOneField(
        Submission, models.SET_NULL, null=True, blank=True, related_name="acceptance"
    )

    def __str__(self) -> str:
        return f"{self.accepted} on {self.on}"


class SponsorPresentation(models.Model):
    """The presentation to the customer's sponsor, and what came of it."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="sponsor_presentation")
    person = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+")
    presented = models.BooleanField(_("presented"), null=True, blank=True)
    planned = models.DateField(_("planned"), null=True, blank=True)
    outcome = models.TextField(_("outcome"), blank=True)
    presented_on = models.DateField(_("presented on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return f"{self.presented}, planned {self.planned}"


class ShownPart(models.Model):
    """A part of the plan on the customer page's allow-list."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="shown_parts")
    part = models.OneToOneField(Ref, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.part_id)


class WithheldTopic(models.Model):
    """A reminder for people of what never goes to the customer; it filters nothing."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="withheld_topics")
    words = models.TextField(_("words"))

    def __str__(self) -> str:
        return self.words
