"""The white space: our products and services by their sites, with what is open there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from django.http import Http404
from django.utils.translation import gettext as _

from waypost.accounts.models import Location, Ref
from waypost.accounts.policies import Access
from waypost.document.load import load_beside
from waypost.document.statements import ACCOUNT, Row, Statement, write
from waypost.method.plan import TeamMember
from waypost.opportunities.models import Cell, CellState, Offering
from waypost.ui.addresses import address
from waypost.ui.formats import money

# A cell of which nothing is known.
UNSEEN: Final[Row] = {
    "state": "",
    "potential": None,
    "opportunity__code": None,
    "opportunity__retired_at": None,
}


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
    """One query, however large it is."""
    pk = access.account.pk
    parts = ("locations", "team")
    plan, answers = load_beside(pk, parts, _offerings(), _cells(), ids={ACCOUNT: pk})
    cells: defaultdict[int, dict[str, Row]] = defaultdict(dict)
    for cell in answers[_cells()]:
        cells[cell["offering_id"]][cell["unit__code"]] = cell
    rows = answers[_offerings()]
    places = [(place.id, place.name) for place in plan.account.locations]
    words = {state.value: str(state.label) for state in CellState} | {"": _("Not looked at")}
    return WhiteSpace(
        name=plan.account.name,
        team=plan.team,
        places=tuple(name for _code, name in places),
        rows=tuple(_row(row, places, cells[row["pk"]], words, access) for row in rows),
        note=_open([cell for row in rows for cell in cells[row["pk"]].values()], access),
        sees_margins=access.sight.margins,
    )


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


@cache
def _offerings() -> Statement:
    found = Offering.objects.filter(account=ACCOUNT, deleted_at=None)
    return write(found.order_by("pk"), "pk", "name")


@cache
def _cells() -> Statement:
    """What the cells are, and what they have become if it still stands."""
    became = ("opportunity__code", "opportunity__retired_at")
    found = Cell.objects.filter(account=ACCOUNT)
    return write(found, "offering_id", "unit__code", "state", "potential", *became)


def _row(
    row: Row,
    places: Sequence[tuple[str, str]],
    cells: Mapping[str, Row],
    words: Mapping[str, str],
    access: Access,
) -> OfferingRow:
    squares = tuple(
        _square(row["pk"], code, name, cells.get(code, UNSEEN), words, access)
        for code, name in places
    )
    return OfferingRow(
        pk=row["pk"], name=row["name"], squares=squares, open=_open(cells.values(), access)
    )


def _square(
    row: int, unit: str, place: str, cell: Row, words: Mapping[str, str], access: Access
) -> Square:
    pk = access.account.pk
    became = cell["opportunity__code"] if cell["opportunity__retired_at"] is None else None
    worth = cell["potential"] if access.sight.margins else None  # it is hidden like a margin
    return Square(
        unit=unit,
        place=place,
        state=cell["state"],
        word=words[cell["state"]],
        potential=money(worth, access.account.currency),
        url=address("opportunities:cell", pk, row, unit),
        opportunity=address("opportunities:opportunity", pk, became) if became else "",
    )


def _open(cells: Iterable[Row], access: Access) -> str:
    """€40 k open; nothing for whoever does not see margins."""
    seen = cells if access.sight.margins else ()
    worth = [c["potential"] for c in seen if c["state"] == CellState.OPEN and c["potential"]]
    words = {"money": money(sum(worth, Decimal(0)), access.account.currency)}
    return _("%(money)s open") % words if worth else ""
