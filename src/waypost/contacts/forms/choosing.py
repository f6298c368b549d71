"""Choosing somebody out of a thousand people."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.choices import BaseChoiceIterator


class Listed(BaseChoiceIterator):
    """Pairs of value and label that are as Django wants them: it need not look into each."""

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        self._pairs = tuple(pairs)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self._pairs)


class LongSelect(forms.Select):
    """A list without groups, of whose options only the value and the label are asked for."""

    def optgroups(
        self,
        name: str,  # noqa: ARG002  # as Django calls it
        value: list[str],
        attrs: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> Any:
        options = [
            {"value": key, "label": label, "attrs": self.checked_attribute if key in value else {}}
            for key, label in self.choices
        ]
        return [(None, options, 0)]
