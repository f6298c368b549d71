"""A calendar month, the unit of the short-term plan (STP-2)."""

import calendar
import re
from datetime import date
from typing import NamedTuple, Self


class Month(NamedTuple):
    """One calendar month; sorts by time and is written ``2026-12``."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The month that ``day`` lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The month written as ``YYYY-MM``; raises ValueError for anything else."""
        written = re.fullmatch("([0-9]{4})-([0-9]{2})", text)
        if not written:
            raise ValueError(text)
        return cls.of(date(int(written[1]), int(written[2]), 1))

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> Self:
        """The month that many months later (earlier when negative)."""
        index = self.year * 12 + self.month - 1 + months
        return type(self)(index // 12, index % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"
