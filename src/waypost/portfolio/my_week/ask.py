"""One thing that others wait for."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """``who`` asks in ``words`` for ``text``; without a name the words say all of it.

    ``commit`` and ``talk`` answer for a strategy of this ``wording``, ``agree`` leads to where one
    agrees, ``quote`` is what somebody said.
    """

    who: str = ""
    words: str
    text: str
    url: str
    account: str
    when: str = ""
    quote: str = ""
    commit: str = ""
    talk: str = ""
    wording: int = 1
    agree: str = ""
