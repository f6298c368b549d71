"""The links of the top bar, in one place. A page that does not exist yet is not shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A place everybody can go to, or every administrator."""

    section: str
    label: str | Promise
    url_name: str
    administrators_only: bool = False
    key: str = ""  # the letter that leads there after G


@dataclass(frozen=True, kw_only=True, slots=True)
class MainLink:
    label: str
    url: str
    key: str
    current: str  # the value of aria-current: "page", "true" for a page further down, or nothing


MAIN = (
    Entry(section="week", label=gettext_lazy("My week"), url_name="portfolio:my-week", key="W"),
    Entry(
        section="accounts",
        label=gettext_lazy("Accounts"),
        url_name="portfolio:account-list",
        key="A",
    ),
    Entry(
        section="people",
        label=gettext_lazy("People"),
        url_name="staff:user-list",
        administrators_only=True,
    ),
)


def main_links(*, administrator: bool, section: str, path: str) -> Iterator[MainLink]:
    """The links of the top bar for somebody on the page at ``path``, which is of ``section``."""
    for entry in MAIN:
        url = address(entry.url_name)
        if url and (administrator or not entry.administrators_only):
            current = "page" if path == url else "true" if section == entry.section else ""
            yield MainLink(label=str(entry.label), url=url, key=entry.key, current=current)


def address(url_name: str) -> str:
    """Where a named page is; empty while there is none of that name."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
