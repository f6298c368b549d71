"""A server as it runs with people, its database in a file or in PostgreSQL, and many clients."""

import csv
import json
import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from tests.installation import Installation

SECONDS = 60
SECRET = "s" * 32  # against forgery: the same in the cookie and in what is sent
# Two people of one team who are signed in: the account, and their sessions.
PEOPLE = """
import json
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from waypost.accounts.operations import add_member, create_account
from waypost.accounts.queries import access_to
from waypost.staff.models import User
olga, tom = (User.objects.create_user(f"{n}@waypost.example", name=n) for n in ("Olga", "Tom"))
account = create_account(actor=olga, name="Brightwater Mills", supplier="Fernhill").row
access = access_to(olga, account.pk)
add_member(access=access, access_role="member", name="Tom", function="rep", user=tom)
sessions = []
for user in (olga, tom):
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    sessions.append(session.session_key)
cookie = settings.SESSION_COOKIE_NAME
print(json.dumps({"account": account.pk, "sessions": sessions, "cookie": cookie}))
"""


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.location = response.headers.get("Location", "")
        self.text = response.read().decode("utf-8-sig")

    def value(self, name):
        """What stands in a field of the form that is shown."""
        [field] = re.findall(rf'<input[^>]*name="{name}"[^>]*>', self.text)[:1]
        found = re.search(r'value="([^"]*)"', field)
        return found[1] if found else ""


class Site:
    """The running server; the clients take turns in being one of the two people."""

    def __init__(self, port, account, sessions, cookie):
        self.port, self.account, self.sessions, self.cookie = port, account, sessions, cookie

    def path(self, rest):
        return f"/accounts/{self.account}/{rest}"

    def ask(self, client, path, data=None):
        """One request on a connection of its own; ``data`` makes it a form that is sent."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        session = self.sessions[client % len(self.sessions)]
        headers = {"Cookie": f"{self.cookie}={session}; csrftoken={SECRET}"}
        if data is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({"csrfmiddlewaretoken": SECRET} | data)
            connection.request("POST", path, body, headers)
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def all_at_once(self, do, clients):
        """What ``do(client)`` gives for so many clients, each in a thread of its own."""
        with ThreadPoolExecutor(clients) as threads:
            return list(threads.map(do, range(clients)))

    def history(self, **query):
        """The rows of the account's history as a file, oldest first."""
        answer = self.ask(0, f"{self.path('history.csv')}?{urlencode(query)}")
        return list(csv.DictReader(answer.text.splitlines()))[::-1]


@pytest.fixture(scope="module")
def installation(tmp_path_factory, template):
    made = Installation(tmp_path_factory.mktemp("site"), like=template)
    yield made
    made.remove()


@pytest.fixture(scope="module")
def site(installation, tmp_path_factory):
    """Serves for all tests here; then nothing in its log may speak of a lock or an error."""
    facts = installation.waypost("manage", "shell", "--no-imports", "-c", PEOPLE)
    assert facts.returncode == 0, facts.stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("log") / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "waypost.cli.main", "serve"],
            env=installation.environment | {"WAYPOST_URL": f"http://127.0.0.1:{port}"},
            stdout=output,
            stderr=output,
        )
    try:
        wait_for(port)
        yield Site(port, **json.loads(facts.stdout))
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)
    assert re.findall("locked|Traceback|ERROR", log.read_text()) == []


def wait_for(port):
    for _attempt in range(SECONDS * 10):
        connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    raise TimeoutError(port)
