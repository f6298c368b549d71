"""The white space: our products and services by their sites, with what is open there."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.accounts.models import Location, Ref
from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.method.plan import TeamMember
from waypost.opportunities.models import Cell, CellState, Offering
from waypost.ui.formats import money


@dataclass(frozen=True, kw_only=True, slots=True)
class Square:
    """One offering at one site; ``opportunity`` is the address of what it has become."""

    unit: str
    place: str
    state: str
    word: str
    potential: str
    url: str
    opportunity: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferingRow:
    pk: int
    name: str
    squares: tuple[Square, ...]
    open: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WhiteSpace:
    name: str
    team: tuple[TeamMember, ...]
    places: tuple[str, ...]
    rows: tuple[OfferingRow, ...]
    note: str
    sees_margins: bool


def white_space(access: Access) -> WhiteSpace:
    """Three queries beside those of the plan's parts, however large it is."""
    plan = plan_for(access, ("locations", "team"))
    cells: dict[tuple[int, str], Cell] = {
        (cell.offering_id, cell.unit.code): cell
        for cell in Cell.objects.filter(account=access.account).select_related(
            "unit", "opportunity"
        )
    }
    places = [(place.id, place.name) for place in plan.account.locations]
    rows = tuple(_row(row, places, cells, access) for row in offerings_of(access))
    gone = [cells[key] for key in cells if key[0] in {row.pk for row in rows}]
    return WhiteSpace(
        name=plan.account.name,
        team=plan.team,
        places=tuple(name for _code, name in places),
        rows=rows,
        note=_open(gone, access) if rows else "",
        sees_margins=access.sight.margins,
    )


def offerings_of(access: Access) -> Iterable[Offering]:
    return Offering.objects.filter(account=access.account, deleted_at=None).order_by("pk")


def offering_of(access: Access, pk: int) -> Offering:
    """Raises Http404 where the account has no such row."""
    found = Offering.objects.filter(account=access.account, deleted_at=None, pk=pk).first()
    if found is None:
        raise Http404
    return found


def unit_of(access: Access, code: str) -> Location:
    """The site with this id; raises Http404 where there is none."""
    found = Location.objects.live().filter(account=access.account, ref__code=code)
    row = found.select_related("ref").first()
    if row is None:
        raise Http404
    return row


def cell_of(offering: Offering, unit: Ref) -> Cell | None:
    return Cell.objects.filter(offering=offering, unit=unit).select_related("opportunity").first()


def _row(
    row: Offering,
    places: list[tuple[str, str]],
    cells: dict[tuple[int, str], Cell],
    access: Access,
) -> OfferingRow:
    squares = tuple(
        _square(row, code, name, cells.get((row.pk, code)), access) for code, name in places
    )
    own = [cell for (pk, _unit), cell in cells.items() if pk == row.pk]
    return OfferingRow(pk=row.pk, name=row.name, squares=squares, open=_open(own, access))


def _square(row: Offering, unit: str, place: str, cell: Cell | None, access: Access) -> Square:
    pk = access.account.pk
    became = cell.opportunity if cell else None
    stands = became is not None and became.retired_at is None
    return Square(
        unit=unit,
        place=place,
        state=cell.state if cell else "",
        word=str(CellState(cell.state).label) if cell else _("Not looked at"),
        potential=_worth(cell, access),
        url=reverse("opportunities:cell", args=[pk, row.pk, unit]),
        opportunity=reverse("opportunities:opportunity", args=[pk, became.code])
        if became is not None and stands
        else "",
    )


def _worth(cell: Cell | None, access: Access) -> str:
    """What could be sold there in a year; it is hidden like a margin."""
    seen = cell is not None and access.sight.margins
    return money(cell.potential, access.account.currency) if cell and seen else ""


def _open(cells: Iterable[Cell], access: Access) -> str:
    """€40 k open; nothing for whoever does not see margins."""
    seen = cells if access.sight.margins else ()
    worth = [c.potential for c in seen if c.state == CellState.OPEN and c.potential]
    words = {"money": money(sum(worth, Decimal(0)), access.account.currency)}
    return _("%(money)s open") % words if worth else ""
