"""What tells a file from other forms of it."""

import hashlib
from pathlib import Path

from tests.mutation.sessions import METHOD


def digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def helpers() -> list[Path]:
    """What the tests of the method share."""
    folder = METHOD / "tests"
    return sorted(file for file in folder.glob("*.py") if not file.match("test_*"))
