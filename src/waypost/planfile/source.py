"""From the bytes of a file to its characters: UTF-8, not too many, none that cannot be stored."""

from waypost.planfile.problems import UNSTORABLE, Problems, unstorable

SIZE_LIMIT = 5 * 1024 * 1024


def characters(data: bytes | str, problems: Problems, size_limit: int | None) -> str:
    """The text of the file without a byte order mark; raises PlanFileError."""
    if size_limit is not None and len(data) > size_limit:
        raise problems.stop(None, None, "", _too_large(len(data)))
    text = data if isinstance(data, str) else _decoded(data, problems)
    text = text.removeprefix("\ufeff")
    found = UNSTORABLE.search(text)
    if found:
        line, column = place(text, found.start())
        raise problems.stop(line, column, "", unstorable(found[0]))
    size = len(data.encode()) if isinstance(data, str) else 0
    if size_limit is not None and size > size_limit:
        raise problems.stop(None, None, "", _too_large(size))
    return text


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
