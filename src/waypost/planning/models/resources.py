"""The resources that the team asks for (SES-8)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Account
from waypost.plans.models import Objective
from waypost.staff.models import User


class ResourceRequest(models.Model):
    """A resource asked for, with its justification, what depends on it, and the answer (SES-8)."""

    class Kind(models.TextChoices):
        INTERNAL = "internal", _("Internal")
        PARTNER = "partner", _("Partner")

    class Status(models.TextChoices):
        ASKED = "asked", _("Asked")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")

    account = models.ForeignKey(Account, models.CASCADE, related_name="resource_requests")
    what = models.TextField(_("what"))
    kind = models.CharField(_("kind"), max_length=8, blank=True, choices=Kind.choices)
    why = models.TextField(_("why"), blank=True)
    status = models.CharField(_("status"), max_length=7, blank=True, choices=Status.choices)
    objective = models.ForeignKey(
        Objective, models.SET_NULL, null=True, blank=True, related_name="resource_requests"
    )
    asked_on = models.DateField(null=True, editable=False)
    asked_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    answer = models.TextField(_("what was said to it"), blank=True, default="")
    answered_on = models.DateField(null=True, editable=False)
    answered_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        """Nobody has answered; a plan file may leave out that it is asked for."""
        return self.status in ("", self.Status.ASKED)
