"""A setting is usable, or one sentence names it and says what is expected."""

import stat
from urllib.parse import urlparse

import pytest

from waypost.config import checks


def refused(capsys, read, *arguments):
    """The one sentence with which a reader ends the program."""
    with pytest.raises(SystemExit) as ended:
        read(*arguments)
    assert ended.value.code == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    return sentence


def test_secret_key_missing_is_made_once(tmp_path):
    folder, other = (checks.data_dir(str(tmp_path / name)) for name in ("data", "other"))
    key = checks.secret_key("", folder)
    assert len(key) >= 50
    assert checks.secret_key("", folder) == key
    assert checks.secret_key("", other) != key
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [file.name for file in folder.iterdir()] == ["secret-key"]


def test_secret_key_made_by_another_process_meanwhile_is_kept(tmp_path):
    file = tmp_path / "secret-key"
    file.write_text("k" * 60)
    checks.make_secret_key(file)
    assert file.read_text() == "k" * 60


def test_secret_key_short_is_refused(capsys, tmp_path):
    sentence = refused(capsys, checks.secret_key, "short", tmp_path)
    assert sentence == (
        "WAYPOST_SECRET_KEY is 5 characters long but needs at least 50 random ones; "
        "leave it out and Waypost makes its own."
    )


def test_secret_key_file_damaged_is_refused(capsys, tmp_path):
    (tmp_path / "secret-key").write_text("half")
    sentence = refused(capsys, checks.secret_key, "", tmp_path)
    assert sentence.startswith(f"The file secret-key in WAYPOST_DATA_DIR ({tmp_path}) is damaged")


def test_data_dir_that_is_a_file_is_refused(capsys, tmp_path):
    file = tmp_path / "data"
    file.write_text("")
    sentence = refused(capsys, checks.data_dir, str(file))
    assert sentence == (
        f"WAYPOST_DATA_DIR needs the folder {file}, which cannot be made (File exists); "
        "name a folder Waypost may use."
    )


def test_secret_key_that_is_a_folder_is_refused(capsys, tmp_path):
    (tmp_path / "secret-key").mkdir()
    sentence = refused(capsys, checks.secret_key, "", tmp_path)
    assert sentence == (
        f"WAYPOST_DATA_DIR is {tmp_path}, where the file secret-key can be neither read nor made "
        "(Is a directory); name a folder Waypost may use."
    )


@pytest.mark.parametrize(
    "given",
    [
        "waypost.example.com",
        "ftp://waypost.example.com",
        "https://",
        "https://waypost.example.com/plans",
        "https://waypost.example.com?x=1",
        "https://ruth@waypost.example.com",
        "https://waypost.example.com:port",
        "https://waypost.example.com:99999",
        "https://[::1",
    ],
)
def test_base_url_wrong_is_refused(capsys, given):
    sentence = refused(capsys, checks.base_url, given)
    assert sentence == (
        f"WAYPOST_URL is “{given}” but must be the address people open, without a path, "
        "such as https://waypost.example.com."
    )


def test_base_url_with_closing_slash_is_the_address():
    url = checks.base_url("https://waypost.example.com:8443/")
    assert url.geturl() == "https://waypost.example.com:8443"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:8000", ["localhost", "w.example", "127.0.0.1", "[::1]"]),
        (
            "https://w.example.com",
            ["w.example.com", "w.example", "localhost", "127.0.0.1", "[::1]"],
        ),
        ("http://[::1]:8000", ["[::1]", "w.example", "localhost", "127.0.0.1"]),
    ],
)
def test_hosts_are_the_address_others_and_this_machine(address, expected):
    assert checks.hosts(urlparse(address), ["w.example"]) == expected


def test_words_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("WAYPOST_OTHER_HOSTS", " a.example, ,b.example ")
    assert checks.words("WAYPOST_OTHER_HOSTS") == ["a.example", "b.example"]


def test_text_empty_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("WAYPOST_URL", "  ")
    assert checks.text("WAYPOST_URL", "http://localhost:8000") == "http://localhost:8000"


@pytest.mark.parametrize("given", ["one", "-1", "1.5", "1000", "٣"])
def test_count_wrong_is_refused(capsys, given):
    sentence = refused(capsys, checks.count, "WAYPOST_TRUSTED_PROXIES", given)
    assert sentence == (
        f"WAYPOST_TRUSTED_PROXIES is “{given}” but must be a whole number such as 0 or 1."
    )


def test_count_is_a_number():
    assert checks.count("WAYPOST_TRUSTED_PROXIES", "2") == 2


@pytest.mark.parametrize("given", ["Berlin", "../etc/passwd", "Europe"])
def test_time_zone_wrong_is_refused(capsys, given):
    sentence = refused(capsys, checks.time_zone, given)
    assert sentence == (
        f"WAYPOST_TIME_ZONE is “{given}” but must be a name such as Europe/Berlin or UTC."
    )


def test_database_none_is_sqlite_that_survives_a_power_cut(tmp_path):
    found = checks.database("", tmp_path)
    assert found["NAME"] == tmp_path / "waypost.sqlite3"
    assert found["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
        "PRAGMA secure_delete=ON;PRAGMA foreign_keys=ON",
    }


def test_database_url_is_taken_apart(tmp_path):
    found = checks.database(
        "postgresql://way:p%40ss@db.example:5433/plans?sslmode=require", tmp_path
    )
    assert {
        name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    } == {
        "NAME": "plans",
        "USER": "way",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"prepare_threshold": 5, "sslmode": "require"},
    }


def test_database_url_of_a_socket_keeps_its_folder(tmp_path):
    assert checks.database("postgresql://way@%2Frun%2FPg/plans", tmp_path)["HOST"] == "/run/Pg"


@pytest.mark.parametrize(
    "given",
    ["mysql://way:hush@db/plans", "postgresql://way:hush@db", "postgresql://way:hush@db:x/plans"],
)
def test_database_url_wrong_is_refused_without_its_password(capsys, tmp_path, given):
    sentence = refused(capsys, checks.database, given, tmp_path)
    assert sentence == (
        "DATABASE_URL must look like postgresql://user:password@host:5432/name; "
        "leave it out to use SQLite in WAYPOST_DATA_DIR."
    )


def test_mail_none_sends_nothing():
    assert checks.mail("") == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}


@pytest.mark.parametrize(
    ("scheme", "port", "tls", "ssl"),
    [("smtp", 25, False, False), ("smtp+tls", 587, True, False), ("smtps", 465, False, True)],
)
def test_mail_url_is_taken_apart(scheme, port, tls, ssl):
    found = checks.mail(f"{scheme}://way%40x:p%2Fss@mail.example")
    assert found["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", port)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("way@x", "p/ss")
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)


@pytest.mark.parametrize("given", ["mail.example", "imap://mail.example", "smtp://", "smtp://a:b"])
def test_mail_url_wrong_is_refused_without_its_password(capsys, given):
    sentence = refused(capsys, checks.mail, given)
    assert sentence == (
        "WAYPOST_MAIL_URL must look like smtp+tls://user:password@mail.example.com:587, "
        "or begin with smtps:// or smtp://."
    )
