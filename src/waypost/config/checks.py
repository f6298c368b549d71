"""Readers of settings: each returns a usable value or raises WrongSetting with one sentence."""

import re
import secrets
import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import ParseResult, parse_qsl, unquote, urlparse

SECRET_KEY_FILE = "secret-key"
SECRET_KEY_LENGTH = 50
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
BUSY_SECONDS = 20  # how long a SQLite write waits for the one before it
SQLITE_OPTIONS = {
    # BEGIN IMMEDIATE: without it writers that read first fail with "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": BUSY_SECONDS,
    "init_command": ";".join(
        f"PRAGMA {pragma}"
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",  # acknowledged means it survives a power cut
            "secure_delete=ON",  # deleted text does not stay on disk
            "foreign_keys=ON",
        )
    ),
}


class WrongSetting(Exception):
    """A setting that cannot be used; the text names it and says what is expected."""


def secret_key(given: str, data_dir: Path) -> str:
    """The secret key from the environment, else from its file, which is made when missing."""
    if given:
        if len(given) < SECRET_KEY_LENGTH:
            raise WrongSetting(
                f"WAYPOST_SECRET_KEY is {len(given)} characters long; it needs at least "
                f"{SECRET_KEY_LENGTH} random ones. Leave it out and Waypost makes its own."
            )
        return given
    file = data_dir / SECRET_KEY_FILE
    try:
        make_data_dir(data_dir)
        if not file.exists():
            make_secret_key(file)
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(
            f"WAYPOST_DATA_DIR is {data_dir}, where {file.name} cannot be read or made "
            f"({reason(error)}). Name a folder that Waypost may write to."
        ) from error


def make_data_dir(data_dir: Path) -> None:
    if not data_dir.is_dir():
        data_dir.mkdir(parents=True, mode=0o700)


def make_secret_key(file: Path) -> None:
    """Write a new key nobody else can read; two processes starting at once agree on one."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    draft.touch(mode=0o600, exist_ok=False)
    draft.write_text(secrets.token_urlsafe(64) + "\n", encoding="ascii")
    try:
        file.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def base_url(given: str) -> ParseResult:
    url = urlparse(given.rstrip("/"))
    try:
        usable = url.scheme in {"http", "https"} and url.hostname and (url.port or 1) > 0
    except ValueError:  # a port that is no number
        usable = False
    if not usable or url.path or url.query or url.fragment or url.username:
        raise WrongSetting(
            f"WAYPOST_URL is “{given}”; it must be the address people open, without a path, "
            "such as https://waypost.example.com."
        )
    return url


def allowed_hosts(url: ParseResult) -> list[str]:
    """The host of the address people open; this machine's own names too when it is one of them."""
    host = f"[{url.hostname}]" if ":" in (url.hostname or "") else str(url.hostname)
    return LOCAL_HOSTS if host in LOCAL_HOSTS else [host]


def count(name: str, given: str) -> int:
    if not re.fullmatch(r"\d{1,3}", given):
        raise WrongSetting(f"{name} is “{given}”; it must be a whole number such as 0 or 1.")
    return int(given)


def time_zone(given: str) -> str:
    try:
        zoneinfo.ZoneInfo(given)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongSetting(
            f"WAYPOST_TIME_ZONE is “{given}”; it must be a name such as Europe/Berlin or UTC."
        ) from error
    return given


def database(given: str, data_dir: Path) -> dict[str, Any]:
    """Django's description of the database: SQLite in the data folder unless a URL names another."""
    if not given:
        return sqlite(data_dir / "waypost.sqlite3")
    try:
        url = urlparse(given)
        port = url.port
    except ValueError:
        raise wrong_database() from None
    if url.scheme == "sqlite" and url.path.strip("/"):
        return sqlite(Path(unquote(url.path.removeprefix("/"))))
    name = unquote(url.path.removeprefix("/"))
    if url.scheme not in {"postgres", "postgresql"} or not name:
        raise wrong_database()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(url.query)),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(file: Path) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": SQLITE_OPTIONS}


def wrong_database() -> WrongSetting:
    # The value is not repeated: it holds a password.
    return WrongSetting(
        "DATABASE_URL cannot be read; it must look like postgresql://user:password@host:5432/name."
    )


def reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
