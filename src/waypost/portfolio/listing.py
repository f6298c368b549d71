"""What the page of the list says around its rows: the views, the sums, and why it is empty."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.method.tiers import Ranking
from waypost.portfolio import filters, sorting
from waypost.portfolio.conditions import Condition
from waypost.portfolio.figures import Figures
from waypost.portfolio.filters import Asked, Select
from waypost.portfolio.queries import COUNTED, Page, Portfolio
from waypost.portfolio.rows import Row
from waypost.staff.models import User
from waypost.ui.formats import counted, number


@dataclass(frozen=True, kw_only=True)
class Link:
    """To this page with other parameters."""

    label: str
    query: str = ""
    value: str = ""
    count: str = ""
    is_current: bool = False


class Field(NamedTuple):
    """A question of the filters with its answer; without choices it is typed.

    Equal ones look the same, so they are drawn once.
    """

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] | None
    value: str


@dataclass(frozen=True, kw_only=True)
class Empty:
    """Why nothing is listed, and what to leave out to see something."""

    title: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Everything the template shows."""

    has_accounts: bool
    asked: Asked
    views: tuple[Link, ...]
    note: str
    rejected: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    most_findings: int
    page: Page
    place: str
    order: str
    totals: str
    empty: Empty | None


def listing_of(portfolio: Portfolio, user: User, today: date) -> Listing:
    asked, page = portfolio.asked, portfolio.page
    view = asked.chosen.get(filters.VIEW.key)
    compared = page.rows if portfolio.wanted is None else portfolio.wanted
    return Listing(
        has_accounts=portfolio.visible is None or bool(portfolio.visible),
        asked=asked,
        views=tuple(views(portfolio, today)),
        note=str(view.note) if isinstance(view, filters.SavedView) else "",
        rejected=get_text_list([str(label) for label in asked.rejected], _("and")),
        fields=tuple(fields(portfolio)),
        rows=tuple(rows(portfolio, user, today)),
        most_findings=max((row.findings or 0 for row in compared), default=0),
        page=page,
        order=str(sorting.LABELS[asked.sort]),
        place=place(page, portfolio.wanted),
        totals=totals(portfolio.wanted, today),
        empty=None if page.rows else empty(asked.conditions(today), portfolio),
    )


def fields(portfolio: Portfolio) -> Iterator[Field]:
    """The filters in the order of the page; the order stands among them, second."""
    asked = portfolio.asked
    drawn = [
        Field(
            key=question.key,
            label=str(question.label),
            choices=choices(question),
            value=asked.parameters.get(question.key, ""),
        )
        for question in portfolio.questions
        if question is not filters.VIEW
    ]
    offered = tuple(
        (key, str(label))
        for key, label in sorting.LABELS.items()
        if key in sorting.OFFERED or key == asked.sort
    )
    drawn.insert(1, Field(key="sort", label=_("Sort by"), choices=offered, value=asked.sort))
    yield from drawn


def choices(question: Select) -> tuple[tuple[str, str], ...] | None:
    if question.options is None:
        return None
    options = ((option.value, str(option.label)) for option in question.options)
    return ("", str(question.anything)), *options


def rows(portfolio: Portfolio, user: User, today: date) -> Iterator[Row]:
    ranking = Ranking(portfolio.compared.values())
    for figures in portfolio.page.rows:
        found = portfolio.compared.get(figures.pk)
        tier = ranking.suggest(found).tier if found else None
        yield Row(
            figures=figures,
            lead_is_me=figures.lead_user_id == user.pk,
            touched_on=figures.touched_on,
            today=today,
            suggested=tier if tier and tier != figures.tier else "",
        )


def views(portfolio: Portfolio, today: date) -> Iterator[Link]:
    """The tabs. Of many accounts nothing is counted."""
    visible, current = portfolio.visible, portfolio.asked.parameters.get(filters.VIEW.key, "")
    everything = str(COUNTED) + "+" if visible is None else number(len(visible))
    yield Link(label=_("All"), count=everything, is_current=not current)
    for view in filters.VIEWS:
        matching = [row for row in visible or () if view.matches(row, today)]
        yield Link(
            label=str(view.label),
            count="" if visible is None else number(len(matching)),
            query=urlencode({filters.VIEW.key: view.value}),
            value=view.value,
            is_current=view.value == current,
        )


def totals(wanted: Sequence[Figures] | None, today: date) -> str:
    """What the accounts asked for come to together."""
    if wanted is None:
        return _("More than %(count)s accounts. Filter them to see what they come to.") % {
            "count": COUNTED
        }
    sums = _(
        "%(accounts)s, %(green)s green, %(amber)s amber and %(red)s red lights, %(findings)s."
    ) % {
        "accounts": counted(len(wanted), "account"),
        "green": number(sum(row.greens or 0 for row in wanted)),
        "amber": number(sum(row.ambers or 0 for row in wanted)),
        "red": number(sum(row.reds or 0 for row in wanted)),
        "findings": counted(sum(row.findings or 0 for row in wanted), "finding"),
    }
    late = sum(row.is_review_late(today) for row in wanted)
    words = ngettext("%(count)s review is late.", "%(count)s reviews are late.", late)
    return f"{sums} {words % {'count': number(late)}}" if late else sums


def place(page: Page, wanted: Sequence[Figures] | None) -> str:
    """Where in the whole list the rows of this page are."""
    words = {"first": number(page.first), "last": number(page.first + len(page.rows) - 1)}
    if wanted is None:
        return _("%(first)s to %(last)s") % words
    return _("%(first)s to %(last)s of %(count)s") % {**words, "count": number(len(wanted))}


def empty(conditions: Mapping[str, Condition], portfolio: Portfolio) -> Empty:
    """Which filters left nothing together, and what each of them would leave by itself."""
    found = [condition.one for condition in conditions.values()]
    leaving = {name: count for name, count in portfolio.alone.items() if len(found) > 1}
    sentences = [
        ngettext("%(count)s account %(one)s.", "%(count)s accounts %(many)s.", count)
        % {"count": number(count), "one": conditions[name].one, "many": conditions[name].many}
        for name, count in leaving.items()
    ]
    if all(leaving.values()) and leaving:
        both = len(leaving) == 2
        sentences.append(_("None is both.") if both else _("None is all of these."))
    parameters = portfolio.asked.parameters
    return Empty(
        title=_("No account %(words)s") % {"words": get_text_list(found, _("and"))},
        text=" ".join(sentences),
        links=tuple(
            Link(
                label=_("Show those that %(many)s") % {"many": conditions[name].many},
                query=urlencode({name: parameters[name]}),
            )
            for name, count in leaving.items()
            if count
        ),
    )
