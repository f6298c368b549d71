"""Findings beside the thing concerned, on whatever page it is."""

from typing import Any

from django import template
from django.template.context import RequestContext

from waypost.health.queries import findings_at

register = template.Library()


@register.inclusion_tag("health/partials/beside.html", takes_context=True)
def found_at(context: RequestContext, code: str) -> dict[str, Any]:
    """What was found at this part of the plan, each with its step; nothing where all is well."""
    return {
        "lines": findings_at(context["access"], code),
        "access": context["access"],
        "back": context["request"].path,
        "csrf_token": context["csrf_token"],
    }
