"""People as initials in a circle. The full name is the accessible name."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from waypost.ui.memory import remembered


class Named(Protocol):
    """A user, a member of an account team, a member in a Plan."""

    @property
    def name(self) -> str: ...


def avatar(person: Named | str | None, *, me: bool = False, large: bool = False) -> SafeString:
    """One person; nobody at all is a dashed circle with a question mark."""
    if not person:
        return no_avatar()
    name = person if isinstance(person, str) else person.name
    letters = getattr(person, "initials", "") or initials(name)
    return circle(letters, name, f"{' av-me' if me else ''}{' av-l' if large else ''}")


@remembered
def circle(letters: str, name: str, css_class: str = "") -> SafeString:
    return format_html(
        '<span class="av{0}" role="img" aria-label="{1}" title="{1}">{2}</span>',
        css_class,
        name,
        letters,
    )


def no_avatar() -> SafeString:
    return circle("?", gettext("No owner"), " av-none")


def avatars(people: Sequence[Named | str], *, me: object = None, limit: int = 6) -> SafeString:
    """Several people in a stack, ``me`` marked; those beyond ``limit`` are counted."""
    if not people:
        return no_avatar()
    shown = format_html_join(
        "",
        "{}",
        ((avatar(person, me=me is not None and person == me),) for person in people[:limit]),
    )
    return format_html('<span class="avs">{}{}</span>', shown, more_avatars(people[limit:]))


def more_avatars(people: Sequence[Named | str]) -> SafeString | str:
    if not people:
        return ""
    label = ngettext("%(count)s more", "%(count)s more", len(people)) % {"count": len(people)}
    return circle(f"+{len(people)}", label)


def initials(name: str) -> str:
    """ML for Marta Lindqvist: the first letters of the first and the last word."""
    words = name.split()
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper()
