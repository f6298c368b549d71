"""Where something of the profile is changed, from what findings call it."""

import re

from django.urls import reverse

from waypost.accounts.models import Fact
from waypost.accounts.policies import Access
from waypost.accounts.queries import facts_of, gaps_of
from waypost.method.shape import ID_PATTERN

LISTED = re.compile(r"([a-z_]{1,24})\[([0-9]{1,6})\]")


def place_of(access: Access, at: str, field: str) -> str | None:
    """The address that changes what stands at an id or a path such as ``competitors[0]``.

    None where nothing stands there that the person may see.
    """
    pk = access.account.pk
    changes = field in {"source", "as_of"} and access.can_edit_plan
    name = "accounts:fact-change" if changes else "accounts:fact"
    query = f"?field={field}" if changes else ""
    listed = LISTED.fullmatch(at)
    if listed is None:
        if not re.fullmatch(ID_PATTERN, at):
            return None
        fact = facts_of(access).filter(ref__code=at, ref__retired_at=None).first()
        return reverse(name, args=[pk, fact.pk]) + query if fact else None
    part, place = listed[1], int(listed[2])
    if part == "gaps":
        gap = gaps_of(access)[place : place + 1].first()
        return reverse("accounts:gap", args=[pk, gap.pk]) if gap else None
    if part not in Fact.Topic.values:
        return None
    fact = facts_of(access).filter(topic=part)[place : place + 1].first()
    return reverse(name, args=[pk, fact.pk]) + query if fact else None
