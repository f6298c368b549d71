"""Traffic lights: the forces for and against us (TL)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Part, Ref


class Colour(models.TextChoices):
    GREEN = "green", _("Green")
    AMBER = "amber", _("Amber")
    RED = "red", _("Red")


class TrafficLight(Part):
    """A light on an objective or an opportunity, or on the account where ``on`` is empty (TL-2)."""

    colour = models.CharField(_("colour"), max_length=5, choices=Colour.choices)
    on = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="lights")
    text = models.TextField(_("what is the case"))
    since = models.DateField(_("since"), null=True, blank=True)
    response = models.TextField(_("what we do about it"), blank=True)

    def __str__(self) -> str:
        return self.text


class LightChange(models.Model):
    """One change of colour, and why (TL-4)."""

    light = models.ForeignKey(TrafficLight, models.CASCADE, related_name="history")
    on = models.DateField(_("on"))
    from_colour = models.CharField(_("from"), max_length=5, blank=True, choices=Colour.choices)
    to_colour = models.CharField(_("to"), max_length=5, choices=Colour.choices)
    why = models.TextField(_("why"), blank=True)

    def __str__(self) -> str:
        return f"{self.to_colour} on {self.on}"
