"""Traffic lights are answered (TL)."""

from collections.abc import Iterator
from datetime import date

from waypost.method.checks.registry import Finding, Remedy, Severity, fix, quoted, rule
from waypost.method.lights import Response, response
from waypost.method.plan import Colour, Plan
from waypost.method.words import gettext_noop as _
from waypost.method.words import words


@rule(
    "TL-4",
    title=_("A red light says what we do about it"),
    why=_("A red light stops you from achieving an objective until somebody answers it."),
)
def red_unanswered(plan: Plan, today: date) -> Iterator[Finding]:
    for light in plan.traffic_lights:
        if light.colour is Colour.RED and response(plan, light, today) is Response.MISSING:
            yield red_unanswered.finding(
                light.id,
                Severity.SERIOUS,
                words(
                    _("%(id)s, red on %(on)s, has no response: “%(text)s”"),
                    id=light.id,
                    on=light.on,
                    text=quoted(light.text),
                ),
                fix(Remedy.RESPOND, _("Write what you do about it, or that you wait and why.")),
            )
