"""What stands in the profile and is entered in one form each: how it is found, added, changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.accounts import operations
from waypost.accounts.models import Gap, Location, SwotPoint, YearFigures
from waypost.accounts.policies import Access
from waypost.accounts.profile.forms import (
    FiguresForm,
    GapForm,
    KnownForm,
    SiteForm,
    SwotForm,
    WholeFactForm,
)
from waypost.accounts.queries import facts_of


@dataclass(frozen=True, kw_only=True, slots=True)
class KindOfEntry:
    """``named``: what its operations call it; ``url`` begins the names of its addresses.

    ``asked``: what of the query string a new one begins with.
    """

    named: str
    url: str
    rows: Callable[[Access], models.QuerySet[Any]]
    form: type[KnownForm]
    add: Callable[..., Any]
    change: Callable[..., Any]
    remove: Callable[..., Any]
    new: str | Promise
    edit: str | Promise
    part: str
    asked: tuple[str, ...] = ()
    key: str = "pk"

    def row(self, access: Access, key: int | str) -> Any:
        """Http404 where there is none, or none that the person may see."""
        found = self.rows(access).filter(account=access.account, **{self.key: key}).first()
        if found is None:
            raise Http404
        return found

    def place(self, access: Access, row: Any = None) -> str:
        """Where it stands in the profile; without a row, where it would."""
        page = reverse("accounts:profile", args=[access.account.pk])
        if row is None:
            return f"{page}#{self.part}"
        return f"{page}#{self.url}-{row.ref.code if self.key != 'pk' else row.pk}"

    def removal(self, access: Access, row: Any) -> str:
        key = row.ref.code if self.key != "pk" else row.pk
        return reverse(f"accounts:{self.url}-removal", args=[access.account.pk, key])


def live(model: type[Any], *related: str) -> Callable[[Access], models.QuerySet[Any]]:
    return lambda _access: model.objects.live().select_related(*related)


KINDS: Final[Mapping[str, KindOfEntry]] = {
    "fact": KindOfEntry(
        named="fact",
        url="fact",
        rows=lambda access: facts_of(access).select_related("ref"),
        form=WholeFactForm,
        add=operations.add_fact,
        change=operations.change_fact,
        remove=operations.remove_entry,
        new=_("Add a fact"),
        edit=_("Edit the fact"),
        part="main",
        asked=("topic", "stage", "adds_value"),
    ),
    "swot": KindOfEntry(
        named="point",
        url="swot-point",
        rows=live(SwotPoint),
        form=SwotForm,
        add=operations.add_swot_point,
        change=operations.change_swot_point,
        remove=operations.remove_entry,
        new=_("Add to the SWOT"),
        edit=_("Edit the point of the SWOT"),
        part="swot",
        asked=("side",),
    ),
    "gap": KindOfEntry(
        named="gap",
        url="gap",
        rows=live(Gap),
        form=GapForm,
        add=operations.add_gap,
        change=operations.change_gap,
        remove=operations.remove_entry,
        new=_("Add what you don’t know"),
        edit=_("Edit the gap"),
        part="gaps",
    ),
    "figures": KindOfEntry(
        named="figures",
        url="figures",
        rows=live(YearFigures),
        form=FiguresForm,
        add=operations.add_figures,
        change=operations.change_figures,
        remove=operations.remove_entry,
        new=_("Add the figures of a year"),
        edit=_("Edit the figures of a year"),
        part="financial_performance",
        asked=("year",),
    ),
    "site": KindOfEntry(
        named="site",
        url="site",
        rows=live(Location, "ref"),
        form=SiteForm,
        add=operations.add_site,
        change=operations.change_site,
        remove=operations.remove_site,
        new=_("Add a site"),
        edit=_("Edit the site"),
        part="structure",
        key="ref__code",
    ),
}
