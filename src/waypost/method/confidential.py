"""Texts that say of themselves that they are confidential (DMG-3)."""

import re
from typing import Final

MARK: Final = re.compile(
    r"\b(?:(?:strictly|highly|company) )?confidential(?:ly)?\b"
    r"|\bunder (?:an? )?nda\b|\bnot for distribution\b|\binternal use only\b|\btop secret\b"
    r"|\bdo not (?:share|forward)\b|\bin strict confidence\b|\bvertraulich\b",
    re.IGNORECASE,
)
# "nothing confidential" and "non-confidential" say the opposite.
DENIED: Final = re.compile(
    r"(?:\b(?:non|not|no|nothing|never|without|isn['’]t|keine?|nicht|nichts)\b[\s-]*"
    r"(?:(?:anything|any|is|was|that|were|shares?|shared)\s+)*)$",
    re.IGNORECASE,
)


def marked_confidential(text: str) -> str:
    """The words by which a text says that it is confidential; empty where it does not."""
    for found in MARK.finditer(text):
        if not DENIED.search(text[: found.start()]):
            return found[0]
    return ""
