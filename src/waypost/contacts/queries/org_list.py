"""The org map as a nested list, which the style sheet draws as a tree where there is room.

Written out, because a template for each person takes longer than the page around it, and kept as
long as the map is the same.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.contacts.queries.org import Branch
from waypost.contacts.queries.standing import ROLES, disposition_in_words, place_of
from waypost.method.plan import Person, Role
from waypost.ui.memory import few_remembered, remembered
from waypost.ui.people import avatar

IN_ONE_ROW = 4  # columns of the drawn tree
CODE = "an-id"  # stands in an address for the id of a person


class Node(NamedTuple):
    """One person as the map shows them; ``known`` is who of us knows them, perhaps by ``me``;
    ``days`` since the last contact."""

    url: str
    name: str
    title: str
    roles: tuple[Role, ...]
    disposition: str | None
    has_left: bool
    known: str
    by_me: bool
    days: int | None


class Twig(NamedTuple):
    """A node with those below; ``hidden`` of them stand on the page ``more``."""

    node: Node
    below: tuple["Twig", ...]
    hidden: int
    more: str


class OrgList:
    """Draws the people of one account. ``team`` are the names of us by id."""

    def __init__(
        self,
        account: int,
        team: Mapping[str, str],
        roles: Mapping[str, tuple[Role, ...]],
        today: date,
        me: str | None,
    ) -> None:
        self._page = reverse("contacts:people", args=[account])
        self._url = reverse("contacts:person", args=[account, CODE])
        self.team = team
        self.roles = roles
        self.today = today
        self.me = me

    def tree(self, branches: Iterable[Branch]) -> SafeString:
        return _tree(tuple(map(self._twig, branches)))

    def alone(self, people: Iterable[Person]) -> SafeString:
        """People of whom no reporting line is known."""
        return _alone(tuple(map(self._node, people)))

    def _twig(self, branch: Branch) -> Twig:
        """Those below who are not drawn are on a page of their own, else in the list."""
        query = "who=all" if branch.below else f"under={branch.person.id}"
        return Twig(
            self._node(branch.person),
            tuple(map(self._twig, branch.below)),
            branch.hidden,
            f"{self._page}?{query}" if branch.hidden else "",
        )

    def _node(self, person: Person) -> Node:
        known = "" if person.left_company else self._known(person)
        last = person.last_contact
        return Node(
            self._url.replace(CODE, person.id),
            person.name,
            person.title or "",
            self.roles.get(person.id, ()),
            person.disposition,
            bool(person.left_company),
            known,
            bool(known) and self.me is not None and person.known_by[0] == self.me,
            None if last is None else max((self.today - last).days, 0),
        )

    def _known(self, person: Person) -> str:
        return next((self.team[code] for code in person.known_by if code in self.team), "")


@few_remembered
def _tree(twigs: tuple[Twig, ...]) -> SafeString:
    return _twigs(twigs)


@few_remembered
def _alone(nodes: tuple[Node, ...]) -> SafeString:
    return format_html_join("", "<li>{}</li>", ((_drawn(node),) for node in nodes))


def _twigs(twigs: tuple[Twig, ...]) -> SafeString:
    drawn = ((_drawn(twig.node), _below(twig)) for twig in twigs)
    return format_html_join("", "<li>{}{}</li>", drawn)


def _below(twig: Twig) -> SafeString:
    kind = "org-below org-wide" if len(twig.below) > IN_ONE_ROW else "org-below"
    drawn = format_html('<ul class="{}">{}</ul>', kind, _twigs(twig.below)) if twig.below else ""
    return format_html("{}{}", drawn, _more(twig))


def _more(twig: Twig) -> SafeString | str:
    if not twig.hidden:
        return ""
    words = ngettext("%(count)s more below", "%(count)s more below", twig.hidden)
    return format_html(
        '<p class="org-more"><a href="{}">{}<span class="vh"> {}</span></a></p>',
        twig.more,
        words % {"count": twig.hidden},
        twig.node.name,
    )


@remembered
def _drawn(node: Node) -> SafeString:
    return format_html(
        '<a class="node{}" href="{}"><b>{}</b>{}{}<span class="m">{}{}</span></a>',
        "" if node.known or node.has_left else " uncovered",
        node.url,
        node.name,
        format_html('<span class="t">{}</span>', node.title) if node.title else "",
        _roles(node.roles),
        disposition(node.disposition),
        _contact(node),
    )


def _roles(roles: tuple[Role, ...]) -> SafeString | str:
    if not roles:
        return ""
    named = ((ROLES[role],) for role in roles)
    each = format_html_join("", '<span class="buy">{}</span>', named)
    return format_html('<span class="m">{}</span>', each)


def _contact(node: Node) -> SafeString:
    if node.has_left:
        return format_html("<span>{}</span>", _("Left the company"))
    if not node.known:
        return format_html("<span>{}</span>", _("Nobody knows them"))
    seen = _("not met yet") if node.days is None else _("%(days)s d") % {"days": node.days}
    return format_html("{}<span>{}</span>", avatar(node.known, me=node.by_me), seen)


def disposition(written: str | None) -> SafeString | str:
    """The place on the line with its word, or the word alone."""
    words, place = disposition_in_words(written), place_of(written)
    if place is None:
        return format_html("<span>{}</span>", words) if words else ""
    return format_html(
        '<span class="disp disp-{}"><i aria-hidden="true"></i>{}</span>', place, words
    )
