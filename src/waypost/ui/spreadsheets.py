"""Tables as CSV files that a spreadsheet opens as text: nothing in them is a formula (S19)."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.http import HttpResponse

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_file(name: str, rows: Iterable[Iterable[str]]) -> HttpResponse:
    """The rows as a file to be kept; the mark in front tells Excel that it is UTF-8."""
    text = StringIO()
    csv.writer(text).writerows([safe(cell) for cell in row] for row in rows)
    response = HttpResponse(text.getvalue().encode("utf-8-sig"), content_type="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def safe(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would compute it."""
    return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell
