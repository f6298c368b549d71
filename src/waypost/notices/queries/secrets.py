"""The secrets in our links: who has one may do one thing; only its hash is kept."""

import hashlib
import secrets
from typing import Final

BYTES: Final = 32


def new_secret() -> str:
    return secrets.token_urlsafe(BYTES)


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
