"""What may stand in an address."""

from waypost.method.shape import ID_PATTERN


class Code:
    """``<code:name>``: the id of a part of a plan.

    Whatever cannot be an id is at no address, so no database is ever asked for it: PostgreSQL
    refuses some characters with an error.
    """

    regex = ID_PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
