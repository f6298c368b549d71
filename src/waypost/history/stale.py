"""Saves that lose nobody's work: a row has a version, and a save says which one it is about."""

from django.db import models


class StaleError(Exception):
    """Somebody saved the same row since it was read; ``current`` is how it stands now."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(str(current))
        self.current = current
