"""The links of the top bar, in one place. A page that does not exist yet is not shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A place everybody can go to, every administrator, or whoever has something to review."""

    section: str
    label: str | Promise
    url_name: str
    administrators_only: bool = False
    reviewers_only: bool = False
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
        section="review",
        label=gettext_lazy("For review"),
        url_name="portfolio:for-review",
        reviewers_only=True,
    ),
    Entry(
        section="people",
        label=gettext_lazy("People"),
        url_name="staff:user-list",
        administrators_only=True,
    ),
)


def main_links(
    *, administrator: bool, section: str, path: str, reviewer: bool = False
) -> Iterator[MainLink]:
    """The links of the top bar for somebody on the page at ``path``, which is of ``section``; a
    ``reviewer`` has something to review."""
    for entry in MAIN:
        url = address(entry.url_name)
        open_to = administrator or not entry.administrators_only
        # Whoever has answered the last one still sees where they are.
        wanted = reviewer or not entry.reviewers_only or path == url
        if url and open_to and wanted:
            current = "page" if path == url else "true" if section == entry.section else ""
            yield MainLink(label=str(entry.label), url=url, key=entry.key, current=current)


def address(url_name: str) -> str:
    """Where a named page is; empty while there is none of that name."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
