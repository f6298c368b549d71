"""An installation of its own in a folder of its own, on the kind of database the tests run on."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import uuid
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
import pytest

SERVER = os.environ.get("DATABASE_URL", "")  # PostgreSQL, or nothing for SQLite
COLLECT = "from waypost.cli.static import collect; collect()"


class Installation:
    """Runs the command as an administrator would, with next to nothing in the environment."""

    migrated: tuple[int, str] | None = None  # what was said by the command that made the database

    def __init__(self, folder, like=None, database=None):
        self.data_dir = folder / "data"
        self.environment = {"PATH": os.environ["PATH"], "WAYPOST_DATA_DIR": str(self.data_dir)}
        self.database = database or f"waypost_{uuid.uuid4().hex}"
        if like is not None:
            shutil.copytree(like.data_dir, self.data_dir)
        if SERVER:
            template = f' TEMPLATE "{like.database}"' if like else ""
            if database is None:
                on_server(f'CREATE DATABASE "{self.database}"{template}')
            url = urlsplit(SERVER)._replace(path=self.database)
            self.environment["DATABASE_URL"] = url.geturl()

    def waypost(self, *arguments, given="", output=subprocess.PIPE, **environment):
        return subprocess.run(
            [sys.executable, "-m", "waypost.cli.main", *arguments],
            env=self.environment | environment,
            input=given,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            timeout=300,
        )

    def remove(self):
        if SERVER:
            on_server(f'DROP DATABASE "{self.database}" WITH (FORCE)')


def on_server(statement):
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """An installation to copy: the database is made, the static files are gathered.

    Both take seconds, so the workers of a run share one: the first that needs it makes it, the last
    that lets go of it removes it.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "template"
    folder.mkdir(exist_ok=True)
    with noted(folder) as facts:
        if not facts:
            made = Installation(folder)
            migrated = made.waypost("migrate")
            made.waypost("manage", "shell", "--no-imports", "-c", COLLECT)
            said = [migrated.returncode, migrated.stdout]
            facts.update(database=made.database, said=said, users=0)
        facts["users"] += 1
        installation = Installation(folder, database=facts["database"])
        code, text = facts["said"]
        installation.migrated = (code, text)
    yield installation
    with noted(folder) as facts:
        facts["users"] -= 1
        if not facts["users"]:
            facts.clear()
            installation.remove()
            shutil.rmtree(installation.data_dir)


@contextmanager
def noted(folder):
    """What the workers know of the template, for one of them at a time; changes are kept."""
    with (folder / "facts.json").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        facts = json.loads(file.read() or "{}")
        yield facts
        file.truncate(0)
        file.write(json.dumps(facts))
