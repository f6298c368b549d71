"""From the bytes of a file to its characters: size, encoding, and what no plan can hold."""

import re

from waypost.planfile.problems import Problems

SIZE_LIMIT = 5 * 1024 * 1024

# Controls other than tab and line ends, halves of surrogate pairs, and two that are no characters:
# databases, XML and terminals refuse or misread them.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def characters(data: bytes | str, problems: Problems) -> str:
    """The text of the file without a byte order mark; raises PlanFileError."""
    if len(data) > SIZE_LIMIT:
        raise problems.stop(None, None, "", _too_large(len(data)))
    text = data if isinstance(data, str) else _decoded(data, problems)
    text = text.removeprefix("\ufeff")
    found = UNSTORABLE.search(text)
    if found:
        line, column = place(text, found.start())
        raise problems.stop(line, column, "", unstorable(found[0]))
    if isinstance(data, str) and (size := len(data.encode())) > SIZE_LIMIT:
        raise problems.stop(None, None, "", _too_large(size))
    return text


def unstorable(character: str) -> str:
    """What to do about a character that cannot be stored."""
    return f"Remove the character U+{ord(character):04X}: it cannot be stored."


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column of a character, counted from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _too_large(size: int) -> str:
    limit = SIZE_LIMIT // 1024 // 1024
    return (
        f"Choose a smaller file: a plan file has at most {limit} MB, this one has {size:,} bytes."
    )


def _decoded(data: bytes, problems: Problems) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = (
            f"Save the file as UTF-8: byte {error.start + 1:,} (0x{data[error.start]:02X}) "
            "does not belong to UTF-8 text."
        )
        raise problems.stop(line, None, "", message) from None
