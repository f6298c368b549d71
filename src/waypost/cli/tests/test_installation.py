"""Making a real installation from an empty environment (TRUST.md S16), and starting it."""

import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from waypost.cli.tests.test_plan import PLAN

PASSWORD = "forty-two-green-signs"
RUTH = ("setup", "--email", "Ruth@example.com", "--name", "Ruth Weller")
SECONDS = 60


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def refusal(done):
    """The one sentence of a command that refused."""
    assert (done.returncode, done.stdout) == (2, "")
    (sentence,) = done.stderr.splitlines()
    return sentence


def users(installation):
    code = "from waypost.staff.models import User; print(*User.objects.values_list('email'))"
    return installation.waypost("manage", "shell", "--no-imports", "-c", code).stdout.strip()


@pytest.fixture
def start(installation):
    """Starts a command that serves; gives its address and its process, whose output can be read."""
    processes = []

    def start_command(*command):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{free.getsockname()[1]}"
        process = subprocess.Popen(
            [sys.executable, "-m", "waypost.cli.main", *command],
            env=installation.environment | {"WAYPOST_URL": address},
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return address, process

    yield start_command
    for process in processes:
        stop(process)


def stop(process):
    """End a server as an administrator does; what it has printed since."""
    process.send_signal(signal.SIGTERM)
    return process.communicate(timeout=SECONDS)[0]


def answer(address, path):
    """What the server says, once it is up."""
    for _attempt in range(SECONDS * 5):
        try:
            with urllib.request.urlopen(f"{address}{path}") as response:  # noqa: S310 - our own
                return response
        except urllib.error.HTTPError as error:
            return error
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@pytest.mark.database
def test_setup_makes_key_database_and_one_administrator(fresh):
    done = fresh.waypost(*RUTH, "--password-stdin", given=f"{PASSWORD}\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Ruth Weller can sign in at http://localhost:8000\nStart Waypost with “waypost serve”.\n"
    )
    assert mode(fresh.data_dir) == 0o700
    assert {mode(file) for file in fresh.data_dir.iterdir() if file.is_file()} == {0o600}
    assert users(fresh) == "('ruth@example.com',)"


def test_setup_a_second_time_is_refused(installation):
    installation.waypost(*RUTH, "--password-stdin", given=PASSWORD)
    again = installation.waypost(
        *("setup", "--email", "eve@example.com", "--name", "Eve", "--password-stdin"),
        given=PASSWORD,
    )
    assert refusal(again) == "This Waypost is set up already: it has an administrator."
    assert users(installation) == "('ruth@example.com',)"


def test_setup_with_a_weak_password_is_refused(installation):
    done = installation.waypost(*RUTH, "--password-stdin", given="Password1234\n")
    assert refusal(done) == "This password is too common."
    assert users(installation) == ""


def test_setup_without_anybody_to_type_a_password_is_refused(installation):
    sentence = refusal(installation.waypost(*RUTH))
    assert sentence == ("Nobody is here to type a password: add --password-stdin or --invite.")


def test_setup_with_a_wrong_address_is_refused(fresh):
    done = fresh.waypost("setup", "--email", "ruth", "--name", "Ruth", "--password-stdin")
    assert refusal(done) == "--email is “ruth” but must be an address such as ruth@example.com."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ruth\u202eWeller", "Remove the character U+202E: with it a name can look like another."),
        ("Ruth " * 30, "Ensure this value has at most 120 characters (it has 149)."),
    ],
)
def test_setup_with_a_name_that_forms_refuse_is_refused(fresh, name, said):
    done = fresh.waypost("setup", "--email", "ruth@example.com", "--name", name, "--invite")
    assert refusal(done) == f"--name: {said}"


def test_setup_by_invitation_prints_a_link(installation):
    done = installation.waypost(*RUTH, "--invite")
    assert done.returncode == 0
    assert re.search(r"^http://localhost:8000/invitation/[\w-]{43}/$", done.stdout, re.MULTILINE)
    assert users(installation) == ""


@pytest.mark.parametrize("address", [None, "https://waypost.example.com"])
def test_first_start_has_no_warning_of_django(fresh, address):
    environment = {"WAYPOST_URL": address} if address else {}
    done = fresh.waypost("manage", "check", "--deploy", "--fail-level", "WARNING", **environment)
    assert (done.returncode, done.stdout) == (
        0,
        f"System check identified no issues ({0 if address else 4} silenced).\n",
    )


def test_plain_http_on_a_network_is_warned_about(fresh):
    done = fresh.waypost(
        *("manage", "check", "--deploy", "--fail-level", "WARNING"),
        WAYPOST_URL="http://waypost.example.com",
    )
    assert done.returncode == 1
    assert "security.W008" in done.stderr


def test_two_installations_have_two_keys(fresh, tmp_path):
    fresh.waypost("manage", "check")
    fresh.waypost("manage", "check", WAYPOST_DATA_DIR=str(tmp_path / "other"))
    keys = {(folder / "secret-key").read_text() for folder in (fresh.data_dir, tmp_path / "other")}
    assert len(keys) == 2


@pytest.mark.parametrize("command", [("migrate",), ("serve",), ("manage", "check")])
def test_wrong_setting_is_one_sentence(fresh, command):
    done = fresh.waypost(*command, WAYPOST_TIME_ZONE="Mars")
    assert refusal(done) == (
        "WAYPOST_TIME_ZONE is “Mars” but must be a name such as Europe/Berlin or UTC."
    )


@pytest.mark.database
def test_database_away_is_one_sentence(fresh):
    url = "postgresql://nobody@127.0.0.1:1/plans"
    sentence = refusal(fresh.waypost("migrate", DATABASE_URL=url))
    assert sentence.startswith("The database plans at 127.0.0.1 cannot be used (")
    assert sentence.endswith("). Look at DATABASE_URL or WAYPOST_DATA_DIR.")


@pytest.mark.database
def test_migrate_says_what_it_did(template, installation):
    again = installation.waypost("migrate")
    assert [template.migrated, (again.returncode, again.stdout)] == [
        (0, "The database is up to date.\n"),
        (0, "The database was up to date already.\n"),
    ]


def test_serve_before_migrate_is_refused(fresh):
    sentence = refusal(fresh.waypost("serve"))
    assert sentence == "The database is not of this version. Run “waypost migrate” first."


def test_serve_https_without_a_proxy_is_refused(installation):
    sentence = refusal(installation.waypost("serve", WAYPOST_URL="https://waypost.example.com"))
    assert sentence == (
        "WAYPOST_URL begins with https, which a proxy in front of Waypost must speak. "
        "Set WAYPOST_TRUSTED_PROXIES to the number of proxies, usually 1."
    )


@pytest.mark.database
def test_serve_a_fresh_database_leads_to_the_set_up(installation, start):
    shutil.rmtree(installation.data_dir / "static")  # as before the first start
    address, process = start("serve")
    assert re.fullmatch(
        rf"Set up Waypost at {address}/setup/ with the code \w{{4}}-\w{{4}}-\w{{4}}\n",
        process.stdout.readline(),
    )
    assert answer(address, "/healthz").status == 200
    page = answer(address, "/")
    assert (page.status, page.url) == (200, f"{address}/setup/")
    assert answer(address, "/static/ui/icon.svg").status == 200
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=SECONDS) == 0


@pytest.mark.database
def test_run_loads_the_sample_once_and_keeps_it(installation, start):
    address, process = start("run")
    assert process.stdout.readline() == f"Waypost is at {address}\n"
    assert answer(address, "/").url == f"{address}/sign-in/?next=/"
    printed = stop(process)
    assert printed.startswith("Sample log-ins, all with the password ")
    assert printed.count("@penhallow.example") == 9
    everybody = users(installation)
    again, process = start("run")
    assert answer(again, "/healthz").status == 200
    assert stop(process).endswith(printed)
    assert users(installation) == everybody


@pytest.mark.parametrize(
    "arguments", [["plan", "export", "Brightwater Mills"], ["plan", "import", "--replace", "-"]]
)
def test_command_whose_reader_went_away_ends_quietly(installation, arguments):
    assert installation.waypost("plan", "import", "-", given=PLAN).returncode == 0
    reader, writer = os.pipe()
    os.close(reader)
    ended = installation.waypost(*arguments, given=PLAN, output=writer)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, "")
