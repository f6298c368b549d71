"""Strategies and who is committed to them (STR)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Part, TeamMember


class Strategy(Part):
    """A way of working, and how each member comes to know it (STR-2)."""

    statement = models.TextField(_("strategy"))
    communicate = models.TextField(_("how it is communicated"), blank=True)
    wording_version = models.PositiveIntegerField(_("wording"), null=True, blank=True)

    # Whose answers are to these words: who said yes to others has not said yes to them.
    ANSWERED_BY: ClassVar = {"statement": "commitments"}

    class Meta:
        verbose_name_plural = _("strategies")

    def __str__(self) -> str:
        return self.statement


class Commitment(models.Model):
    """One member's answer to one wording of a strategy (STR-3)."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="commitments")
    member = models.ForeignKey(TeamMember, models.CASCADE, related_name="commitments")
    told = models.DateField(_("told"), null=True, blank=True)
    wording_version = models.PositiveIntegerField(_("wording"), null=True, blank=True)
    committed = models.BooleanField(_("committed"), null=True, blank=True)
    doubts = models.TextField(_("doubts"), blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["strategy", "member"], name="one_answer_per_member")
        ]

    def __str__(self) -> str:
        return f"{self.member_id} to {self.strategy_id}"
