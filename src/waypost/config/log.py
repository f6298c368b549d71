"""The log: one line per event on standard error, and never a secret address."""

import logging
import re

# What follows these is a secret: whoever has the address may act as the person it was sent to.
SECRET_ADDRESS = re.compile(
    r"(/(?:invitation|password/reset|session-times|calendar|mail)/)[^/\s'\"?#]+"
)


class Formatter(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        if getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None  # refused on purpose: where is no news
        return SECRET_ADDRESS.sub(r"\1…", super().format(record))
