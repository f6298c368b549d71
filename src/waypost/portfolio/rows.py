"""One account as a row of the list shows it."""

from datetime import date
from typing import NamedTuple

from waypost.health.models import AccountSummary
from waypost.portfolio.figures import Figures


class Row(NamedTuple):
    """What is a matter of the day is decided here, so a summary of yesterday is right today.

    Equal rows look the same, so they are drawn once.
    """

    figures: Figures
    lead_is_me: bool
    touched_on: date  # where the person is who looks
    today: date
    suggested: str = ""  # the class that its figures suggest, where it has another

    @property
    def sub(self) -> str:
        return ", ".join(part for part in (self.figures.parent, self.figures.place) if part)

    @property
    def stage_word(self) -> str:
        """What the signal at the next stage goal means."""
        signal = self.figures.stage_signal
        return str(AccountSummary.Signal(signal).label) if signal else ""

    @property
    def is_untouched(self) -> bool:
        return self.figures.is_untouched(self.today)

    @property
    def is_review_late(self) -> bool:
        return self.figures.is_review_late(self.today)
