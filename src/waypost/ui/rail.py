"""What the rail of an account's pages shows. A view fills it; ui/partials/rail.html draws it."""

from collections.abc import Sequence
from dataclasses import dataclass

from waypost.ui.people import Named


@dataclass(frozen=True, kw_only=True, slots=True)
class RailLink:
    """One page of the account: its count and the signal that needs attention, if any."""

    label: str
    url: str
    count: str = ""
    signal: str = ""  # green, amber or red
    signal_word: str = ""  # its accessible name: "1 needs attention"
    current: bool = False
    key: str = ""  # the letter that leads there after G


@dataclass(frozen=True, kw_only=True, slots=True)
class RailGroup:
    """Pages under one heading; the first group has none."""

    title: str = ""
    links: tuple[RailLink, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rail:
    """The account, its pages, its team."""

    name: str
    url: str
    groups: tuple[RailGroup, ...]
    tier: str = ""
    sub: str = ""
    team: Sequence[Named] = ()
    me: object = None
    manager: str = ""

    @property
    def current_label(self) -> str:
        """The name of the page one is on, else of the account."""
        links = (link for group in self.groups for link in group.links)
        return next((link.label for link in links if link.current), self.name)
