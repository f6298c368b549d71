"""A plan file as somebody brings it, and on its way from one step of the upload to the next.

Knows nothing of Django, so that the command reads files with the same words.
"""

import base64
import zlib
from dataclasses import dataclass, field
from typing import IO

from waypost import planfile
from waypost.method.plan import Plan
from waypost.planfile import SIZE_LIMIT, PlanFileError, Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanFile:
    """A file that holds a plan; ``name`` is what its owner calls it, and only ever shown."""

    name: str
    plan: Plan
    data: bytes = field(repr=False)

    def packed(self) -> str:
        """The file as letters for a form, which carries it to the next step and back."""
        return base64.urlsafe_b64encode(zlib.compress(self.data)).decode("ascii")


def read_file(stream: IO[bytes], *, name: str) -> PlanFile:
    """Read a file, of one that is too large no more than shows that it is.

    Neither its name nor what a browser says of its type counts, only what is in it.
    Raises PlanFileError.
    """
    return _read(stream.read(SIZE_LIMIT + 1), name)


def unpack(packed: str, *, name: str) -> PlanFile:
    """Read again what `PlanFile.packed` gave; nothing that comes back is trusted.

    Raises PlanFileError.
    """
    unpacker = zlib.decompressobj()
    try:
        letters = base64.b64decode(packed, altchars=b"-_", validate=True)
        data = unpacker.decompress(letters, SIZE_LIMIT + 1)
    except (ValueError, zlib.error):
        raise _error("Choose the file again: it did not come back whole.", name) from None
    if not unpacker.eof and len(data) <= SIZE_LIMIT:
        raise _error("Choose the file again: it did not come back whole.", name)
    return _read(data, name)


def _read(data: bytes, name: str) -> PlanFile:
    if len(data) > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1024 // 1024
        raise _error(f"Choose a smaller file: a plan file has at most {limit} MB.", name)
    return PlanFile(name=name, plan=planfile.read(data, name=name), data=data)


def _error(message: str, name: str) -> PlanFileError:
    return PlanFileError((Problem(None, None, "", message),), name=name)
