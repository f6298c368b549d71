"""What a merged account says otherwise than the one that has the say, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from waypost.accounts.merging.coming import Coming, Model
from waypost.accounts.models import Account, YearFigures
from waypost.opportunities.models import Cell
from waypost.ui.formats import excerpt, number

SETTINGS = ("parent", "tier", "tier_reason", "review_day", "window_months")
FIGURES = ("turnover_k", "margin", "investment_room_k", "our_share", "source", "as_of")


def staying_in(found: Coming, gone: Account, kept: Account, *, margins: bool) -> Iterator[str]:
    """A line for each, what it is before a colon; ``margins``: for somebody who sees these."""
    for name in (*SETTINGS, "team_hours_next_12_months"):
        value, stands = getattr(gone, name), getattr(kept, name)
        if value not in ("", None) and value != stands and (margins or name != "tier_reason"):
            label = _label(Account, name)
            yield f"{label[:1].upper()}{label[1:]}: {value}"
    for row in found.staying:
        yield _figures(row) if isinstance(row, YearFigures) else _cell(row, margins)


def _figures(row: YearFigures) -> str:
    said = [
        f"{_label(YearFigures, name)} {_value(value)}"
        for name in FIGURES
        if (value := getattr(row, name)) not in ("", None)
    ]
    return _("Figures of %(year)s: %(said)s") % {"year": row.year, "said": ", ".join(said)}


def _label(model: Model, name: str) -> str:
    return str(getattr(model._meta.get_field(name), "verbose_name", name))


def _value(value: object) -> str:
    return number(value) if hasattr(value, "quantize") else str(value)  # type: ignore[arg-type]


def _cell(row: Cell, margins: bool) -> str:
    words = {"product": excerpt(row.offering.name), "state": row.get_state_display()}
    if row.potential is None or not margins:
        return _("White space of %(product)s: %(state)s") % words
    words["potential"] = number(row.potential)
    return _("White space of %(product)s: %(state)s, potential %(potential)s") % words
