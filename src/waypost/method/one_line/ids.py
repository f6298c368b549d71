"""Ids of the plan's parts as they stand in a line: B1, b1, #B1."""

from collections.abc import Collection, Mapping

from waypost.method.shape import Kind

MARK = "#"
AROUND = "(.:;!?)"


class Ids:
    """The ids that a line may name."""

    def __init__(self, parts: Mapping[str, Kind]) -> None:
        self._parts = parts
        self._folded: dict[str, str] = {}
        for code in parts:
            self._folded.setdefault(code.casefold(), code)

    def read(self, word: str, kinds: Collection[Kind]) -> str | None:
        """The id of one of these kinds that the word is.

        Without a mark (#B1) only an id with a digit counts: "trial" may be an id, and is a word.
        """
        plain = word.strip(AROUND)
        marked = plain.startswith(MARK)
        form = plain.removeprefix(MARK)
        code = form if form in self._parts else self._folded.get(form.casefold())
        if code is None or self._parts[code] not in kinds or not (marked or _has_digit(code)):
            return None
        return code


def _has_digit(code: str) -> bool:
    return any(letter.isdigit() for letter in code)
