"""Findings beside the thing concerned, on whatever page it is."""

from typing import Any

from django import template
from django.template.context import RequestContext

from waypost.health.queries import Findings, findings_of

register = template.Library()
KEPT = "findings_of_the_account"


@register.inclusion_tag("health/partials/beside.html", takes_context=True)
def found_at(context: RequestContext, *codes: str) -> dict[str, Any]:
    """What was found at these parts of the plan, each with its step; nothing where all is well."""
    page: Any = context.dicts[0]  # what is put there lasts as long as the page is drawn
    if KEPT not in page:
        page[KEPT] = findings_of(context["access"])
    found: Findings = page[KEPT]
    return {
        "lines": tuple(found.at(*codes)),
        "access": context["access"],
        "back": context["request"].path,
        "csrf_token": context["csrf_token"],
    }
