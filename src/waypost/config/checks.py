"""Readers of settings: each returns a usable value, or says in one sentence what is expected.

A wrong setting ends whatever was starting: a command, a web process, a test run.
"""

import os
import secrets
import sys
import zoneinfo
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import ParseResult, parse_qsl, unquote, urlparse

KEY_FILE = "secret-key"
KEY_LENGTH = 50
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
BUSY_SECONDS = 20  # how long a SQLite write waits for the one before it
KEPT_SECONDS = 600  # how long a thread keeps its connection
PREPARED_AFTER = 5  # how often a statement is asked before PostgreSQL keeps its plan
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
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def text(name: str, default: str = "") -> str:
    """The value of an environment variable; an empty one counts as not set."""
    return os.environ.get(name, "").strip() or default


def words(name: str) -> list[str]:
    return [word.strip() for word in text(name).split(",") if word.strip()]


def data_dir(given: str) -> Path:
    """The folder of everything stored, made when missing, for nobody else to look into."""
    return made(Path(given).expanduser().resolve())


def static_root(folder: Path) -> Path:
    return made(folder / "static")


def made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    except OSError as error:
        refuse(
            f"WAYPOST_DATA_DIR needs the folder {folder}, which cannot be made "
            f"({error.strerror}); name a folder Waypost may use."
        )
    return folder


def secret_key(given: str, folder: Path) -> str:
    """The secret key from the environment, else from its file, which is made when missing."""
    if not given:
        return stored_secret_key(folder)
    if len(given) < KEY_LENGTH:
        refuse(
            f"WAYPOST_SECRET_KEY is {len(given)} characters long but needs at least {KEY_LENGTH} "
            "random ones; leave it out and Waypost makes its own."
        )
    return given


def stored_secret_key(folder: Path) -> str:
    file = folder / KEY_FILE
    try:
        if not file.exists():
            make_secret_key(file)
        key = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        refuse(
            f"WAYPOST_DATA_DIR is {folder}, where the file {KEY_FILE} can be neither read nor made "
            f"({getattr(error, 'strerror', None) or 'not text'}); name a folder Waypost may use."
        )
    if len(key) < KEY_LENGTH:
        refuse(
            f"The file {KEY_FILE} in WAYPOST_DATA_DIR ({folder}) is damaged: it holds {len(key)} "
            f"characters but needs {KEY_LENGTH}; restore it, or remove it to have a new one made."
        )
    return key


def make_secret_key(file: Path) -> None:
    """Write a new key nobody else can read; two processes starting at once agree on one."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    draft.touch(mode=0o600, exist_ok=False)
    draft.write_text(secrets.token_urlsafe(64) + "\n", encoding="ascii")
    with suppress(FileExistsError):
        file.hardlink_to(draft)
    draft.unlink()


def base_url(given: str) -> ParseResult:
    try:
        url = urlparse(given.rstrip("/"))
        usable = url.scheme in {"http", "https"} and bool(url.hostname) and url.port != 0
        usable = usable and not (url.path or url.query or url.fragment or url.username)
    except ValueError:  # a port that is no number, a bracket left open
        usable = False
    if not usable:
        refuse(
            f"WAYPOST_URL is “{given}” but must be the address people open, without a path, "
            "such as https://waypost.example.com."
        )
    return url


def hosts(url: ParseResult, others: list[str]) -> list[str]:
    """The names this server answers to. Its own are among them for health probes.

    A name in a link never comes from the request but always from WAYPOST_URL.
    """
    host = f"[{url.hostname}]" if ":" in (url.hostname or "") else url.hostname or ""
    return [host, *others, *(name for name in LOCAL_HOSTS if name != host)]


def count(name: str, given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) <= 3):
        refuse(f"{name} is “{given}” but must be a whole number such as 0 or 1.")
    return int(given)


def time_zone(given: str) -> str:
    try:
        zoneinfo.ZoneInfo(given)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        refuse(f"WAYPOST_TIME_ZONE is “{given}” but must be a name such as Europe/Berlin or UTC.")
    return given


def database(given: str, folder: Path) -> dict[str, Any]:
    """Django's description of the database: SQLite in the data folder unless a URL is given."""
    if not given:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "waypost.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": KEPT_SECONDS,
        }
    try:
        url = urlparse(given)
        port = url.port
    except ValueError:
        url, port = ParseResult("", "", "", "", "", ""), None
    name = unquote(url.path.removeprefix("/"))
    if url.scheme not in {"postgres", "postgresql"} or not name:
        # The value is not repeated: it holds a password.
        refuse(
            "DATABASE_URL must look like postgresql://user:password@host:5432/name; "
            "leave it out to use SQLite in WAYPOST_DATA_DIR."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": {"prepare_threshold": PREPARED_AFTER, **dict(parse_qsl(url.query))},
        "CONN_MAX_AGE": KEPT_SECONDS,
        "CONN_HEALTH_CHECKS": True,
    }


def mail(given: str) -> dict[str, Any]:
    """Django's mail settings; without a server nothing is sent, nor written to a log."""
    if not given:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    try:
        url = urlparse(given)
        port = url.port
    except ValueError:
        url, port = ParseResult("", "", "", "", "", ""), None
    if url.scheme not in MAIL_PORTS or not url.hostname or url.path.strip("/"):
        refuse(
            "WAYPOST_MAIL_URL must look like smtp+tls://user:password@mail.example.com:587, "
            "or begin with smtps:// or smtp://."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": port or MAIL_PORTS[url.scheme],
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": url.scheme == "smtp+tls",
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    }


def refuse(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    sys.exit(2)
