"""Number formats that both databases keep exactly: at most 15 digits, 4 of them after the point."""

from typing import Final, TypedDict


class _Digits(TypedDict):
    max_digits: int
    decimal_places: int


FIGURE: Final[_Digits] = {"max_digits": 15, "decimal_places": 4}
HOURS: Final[_Digits] = {"max_digits": 10, "decimal_places": 4}
CHANCE: Final[_Digits] = {"max_digits": 5, "decimal_places": 4}
