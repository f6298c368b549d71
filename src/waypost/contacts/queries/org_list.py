"""The org map as a nested list, which the style sheet draws as a tree where there is room.

Written out, because a template for each person takes longer than the page around it.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.contacts.queries.org import Branch
from waypost.contacts.queries.standing import ROLES, disposition_in_words, place_of
from waypost.method.plan import Person, Role
from waypost.ui.people import avatar

IN_ONE_ROW = 4  # columns of the drawn tree


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
        self.account = account
        self.team = team
        self.roles = roles
        self.today = today
        self.me = me

    def tree(self, branches: Iterable[Branch]) -> SafeString:
        drawn = ((self.node(branch.person), self._below(branch)) for branch in branches)
        return format_html_join("", "<li>{}{}</li>", drawn)

    def alone(self, people: Iterable[Person]) -> SafeString:
        """People of whom no reporting line is known."""
        return format_html_join("", "<li>{}</li>", ((self.node(person),) for person in people))

    def _below(self, branch: Branch) -> SafeString:
        kind = "org-below org-wide" if len(branch.below) > IN_ONE_ROW else "org-below"
        drawn = format_html('<ul class="{}">{}</ul>', kind, self.tree(branch.below))
        return format_html("{}{}", drawn if branch.below else "", self._more(branch))

    def _more(self, branch: Branch) -> SafeString | str:
        """Where those below are who are not drawn: on a page of their own, else in the list."""
        if not branch.hidden:
            return ""
        query = "who=all" if branch.below else f"under={branch.person.id}"
        url = f"{reverse('contacts:people', args=[self.account])}?{query}"
        words = ngettext("%(count)s more below", "%(count)s more below", branch.hidden)
        return format_html(
            '<p class="org-more"><a href="{}">{}<span class="vh"> {}</span></a></p>',
            url,
            words % {"count": branch.hidden},
            branch.person.name,
        )

    def node(self, person: Person) -> SafeString:
        known = [self.team[code] for code in person.known_by if code in self.team]
        roles = self.roles.get(person.id, ())
        uncovered = "" if known or person.left_company else " uncovered"
        return format_html(
            '<a class="node{}" href="{}"><b>{}</b>{}{}<span class="m">{}{}</span></a>',
            uncovered,
            reverse("contacts:person", args=[self.account, person.id]),
            person.name,
            format_html('<span class="t">{}</span>', person.title) if person.title else "",
            self._roles(roles),
            disposition(person.disposition),
            self._known(person, known),
        )

    def _roles(self, roles: tuple[Role, ...]) -> SafeString | str:
        if not roles:
            return ""
        named = ((ROLES[role],) for role in roles)
        each = format_html_join("", '<span class="buy">{}</span>', named)
        return format_html('<span class="m">{}</span>', each)

    def _known(self, person: Person, known: list[str]) -> SafeString:
        if person.left_company:
            return format_html("<span>{}</span>", _("Left the company"))
        if not known:
            return format_html("<span>{}</span>", _("Nobody knows them"))
        mine = self.me is not None and person.known_by[0] == self.me
        return format_html("{}<span>{}</span>", avatar(known[0], me=mine), self._seen(person))

    def _seen(self, person: Person) -> str:
        if person.last_contact is None:
            return _("not met yet")
        days = max((self.today - person.last_contact).days, 0)
        return _("%(days)s d") % {"days": days}


def disposition(written: str | None) -> SafeString | str:
    """The place on the line with its word, or the word alone."""
    words, place = disposition_in_words(written), place_of(written)
    if place is None:
        return format_html("<span>{}</span>", words) if words else ""
    return format_html(
        '<span class="disp disp-{}"><i aria-hidden="true"></i>{}</span>', place, words
    )
