"""The command itself: help, version, and commands that need no Django."""

import subprocess
import sys

import pytest

from waypost import __version__
from waypost.cli.main import COMMANDS, main


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    names = [module.__name__.rpartition(".")[2] for module in COMMANDS]
    assert [name for name in [*names, "manage"] if f"    {name} " not in printed] == []


def test_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"waypost {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["fly"], ["plan"], ["demo", "hide"], ["serve", "--dev"]])
def test_usage_wrong_is_refused(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: waypost")


@pytest.mark.parametrize(
    "arguments", ["--version", "--help", "plan import --help", "plan import no"]
)
def test_command_that_needs_no_django_does_not_start_it(arguments):
    code = (
        "import sys; from waypost.cli.main import main\n"
        f"try: main({arguments.split()!r})\n"
        "except SystemExit: pass\n"
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
