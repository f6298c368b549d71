"""Remembering what was drawn: pages show the same few signals, dates and figures again."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, ParamSpec, TypeVar

from django.utils.translation import get_language

Given = ParamSpec("Given")
Drawn = TypeVar("Drawn")


MANY: Final = 4096
FEW: Final = 32  # of what is as large as a page


def remembered(draw: Callable[Given, Drawn]) -> Callable[Given, Drawn]:
    """Calls a pure function once for the same arguments in the same language.

    Equal arguments of different types are kept apart: text marked as safe is not the same text.
    """
    return _remembered(draw, MANY)


def few_remembered(draw: Callable[Given, Drawn]) -> Callable[Given, Drawn]:
    """The same for large drawings, of which only the last ones are kept."""
    return _remembered(draw, FEW)


def _remembered(draw: Callable[Given, Drawn], most: int) -> Callable[Given, Drawn]:

    def draw_in(_language: str | None, *args: Given.args, **kwargs: Given.kwargs) -> Drawn:
        return draw(*args, **kwargs)

    drawn: Callable[..., Drawn] = lru_cache(maxsize=most, typed=True)(draw_in)

    @wraps(draw)
    def recall(*args: Given.args, **kwargs: Given.kwargs) -> Drawn:
        return drawn(get_language(), *args, **kwargs)

    return recall
