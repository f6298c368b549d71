"""Rewrites with blanks: the writer's own words, and brackets where something is missing.

A suggestion never holds a figure, a date or a name that the writer did not write.
"""

from enum import Enum

from waypost.method.critic.judging import Judged
from waypost.method.critic.lexicon import Whose
from waypost.method.critic.text import Span
from waypost.method.words import Words, words
from waypost.method.words import gettext_noop as _

ENDING = " \t\r\n.;,!?:"


class Blank(Enum):
    """What is missing at the end of a goal."""

    WHICH = _("%(goal)s: [which part of it, and what about it]")
    DATE = _("%(goal)s by [date]")
    FIGURE = _("%(goal)s, measured by [what is counted], from [today] to [target]")
    TARGET = _("%(goal)s from [today] to [target]")
    GAIN = _("%(goal)s, so that the customer [gains what]")
    CHANGE = _("%(goal)s, so that [what] goes from [today] to [target]")


def rewrite(judged: Judged, blank: Blank) -> Words:
    """The goal with a blank for what is missing."""
    goal = judged.reading.text.rstrip(ENDING)
    if blank is Blank.FIGURE and _ends_with_metric(judged):
        blank = Blank.TARGET
    return words(blank.value, goal=goal)


def insert_after(judged: Judged, vague: Span) -> Words:
    """The goal with a blank behind a vague word."""
    text = judged.reading.text
    return words(
        _("%(before)s [that is: …]%(after)s"), before=text[: vague.end], after=text[vague.end :]
    )


def _ends_with_metric(judged: Judged) -> bool:
    found = judged.reading.terms[-1] if judged.reading.terms else None
    whose: Whose | None = found.term.whose if found else None
    return found is not None and whose is not None and found.after == len(judged.reading.tokens)
