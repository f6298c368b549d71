"""The class that the figures of an opportunity suggest once they are saved (ROTI-1)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.method.plan import Opportunity
from waypost.method.roti import ratings
from waypost.opportunities.queries.details import details_of

FIGURES: Final = ("margin", "chance", "hours")
# The answers that a class hangs on, by the names of the columns.
ANSWERS: Final = {
    "hours_to_penetrate": "hours",
    **{name: name for name in ("need", "part", "profitable", "importance_to_them")},
}


def suggested_class(access: Access, code: str, values: Mapping[str, Any]) -> str:
    """Empty where the figures suggest none, and for whoever does not see margins. ``code`` is empty
    for a new one, ``values`` is what is about to be saved."""
    if not access.sight.margins:
        return ""
    having = plan_for(access, ("opportunities",)).opportunities
    details = details_of(access.account)
    others = [one for one in having if one.id != code and not details[one.id].is_closed]
    stands = next((one for one in having if one.id == code), Opportunity(id=code, name=""))
    figures = {name: values[name] for name in FIGURES if name in values}
    answers = {key: values[name] for name, key in ANSWERS.items() if name in values}
    saved = replace(stands, **figures, q=replace(stands.q, **answers))
    return ratings([*others, saved])[-1].suggested or ""
