"""What is installed is named in pyproject.toml, pinned, hashed and bound to no address."""

import re
import tomllib

import pytest

import waypost
from tests.repository.code import ROOT, matches

PINNED = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
INSTALLING = [
    *PINNED,
    *(ROOT / "bin").iterdir(),
    ROOT / "Makefile",
    ROOT / "pyproject.toml",
    ROOT / ".ci" / "run",
    ROOT / ".pre-commit-config.yaml",
]


@pytest.mark.parametrize("file", PINNED, ids=lambda file: file.name)
def test_every_requirement_has_a_version_and_a_hash(file):
    text = file.read_text(encoding="utf-8").replace("\\\n", " ")
    requirements = [
        line for line in text.splitlines() if line and not line.lstrip().startswith("#")
    ]
    assert requirements
    assert [line for line in requirements if "==" not in line or "--hash=sha256:" not in line] == []


def test_no_package_index_is_named():
    index = re.compile(
        r"(?<!no-emit-)index-url|find-links|(?:https?|file|git\+\w+)://(?!localhost)\S+"
    )
    assert matches(index, INSTALLING) == []


def test_every_dependency_is_pinned():
    groups = PROJECT["dependency-groups"]
    assert names(PROJECT["project"]["dependencies"]) <= pinned("base")
    assert names(groups["dev"]) <= pinned("dev")
    assert names(groups["uv"]) <= pinned("uv")


def test_development_uses_the_versions_that_run():
    base, dev = versions("base"), versions("dev")
    assert {name: dev.get(name) for name in base} == base


def test_version_is_the_same_everywhere():
    assert PROJECT["project"]["version"] == waypost.__version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert released[0] == waypost.__version__


def names(requirements):
    return {normalised(re.split(r"[^\w.-]", requirement)[0]) for requirement in requirements}


def pinned(kind):
    return set(versions(kind))


def versions(kind):
    text = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    return {normalised(name): version for name, version in re.findall(r"^(\S+)==(\S+)", text, re.M)}


def normalised(name):
    return re.sub(r"[-_.]+", "-", name).lower()
