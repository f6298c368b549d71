"""An installation of its own in a folder of its own, on the kind of database the tests run on."""

import os
import shutil
import subprocess
import sys
import uuid
from urllib.parse import urlsplit

import psycopg

SERVER = os.environ.get("DATABASE_URL", "")  # PostgreSQL, or nothing for SQLite


class Installation:
    """Runs the command as an administrator would, with next to nothing in the environment."""

    migrated = None  # what the command said that made the database

    def __init__(self, folder, like=None):
        self.data_dir = folder / "data"
        self.environment = {"PATH": os.environ["PATH"], "WAYPOST_DATA_DIR": str(self.data_dir)}
        self.database = f"waypost_{uuid.uuid4().hex}"
        if like is not None:
            shutil.copytree(like.data_dir, self.data_dir)
        if SERVER:
            template = f' TEMPLATE "{like.database}"' if like else ""
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
            timeout=120,
        )

    def remove(self):
        if SERVER:
            on_server(f'DROP DATABASE "{self.database}" WITH (FORCE)')


def on_server(statement):
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(statement)
