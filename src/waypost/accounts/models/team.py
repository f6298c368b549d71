"""The account team: everybody of ours with a part in the relationship (SES-2)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models.fields import HOURS
from waypost.accounts.models.refs import Part
from waypost.staff.models import User


class AccessRole(models.TextChoices):
    """What a member may see and do; the function in words says what he is."""

    LEAD = "lead", _("Account lead")
    MEMBER = "member", _("Member")
    FIRST_LINE = "first-line", _("First-line manager")
    SENIOR = "senior", _("Senior reviewer")
    PARTNER = "partner", _("Partner")
    VIEWER = "viewer", _("Viewer")


class TeamMember(Part):
    """One of us on this account, with a log-in or without."""

    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="memberships"
    )
    name = models.CharField(_("name"), max_length=200)
    function = models.CharField(_("function"), max_length=200)
    access_role = models.CharField(_("access"), max_length=10, choices=AccessRole.choices)
    location = models.ForeignKey(
        "accounts.Location", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    hours_per_week = models.DecimalField(_("hours a week"), null=True, blank=True, **HOURS)
    external = models.BooleanField(_("from outside"), null=True, blank=True)
    in_planning = models.BooleanField(_("plans with the team"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "user"],
                condition=models.Q(deleted_at=None, user__isnull=False),
                name="one_membership_per_user",
            )
        ]

    def __str__(self) -> str:
        return self.name
