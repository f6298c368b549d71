"""Every module has its place in the import bands, so that none escapes them."""

import re
import tomllib

from tests.repository.code import PACKAGE, ROOT

OUTSIDE_THE_BANDS = {"__init__", "apps", "migrations", "tests"}


def test_every_module_is_in_a_band():
    placed = set(modules_in_bands())
    assert [
        module
        for package in packages()
        if f"waypost.{package.name}" not in placed
        for module in modules(package)
        if module not in placed
    ] == []


def modules_in_bands():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (bands,) = [contract for contract in contracts if contract["id"] == "bands"]
    for layer in bands["layers"]:
        yield from re.findall(r"[\w.]+", layer)


def packages():
    return sorted(file.parent for file in PACKAGE.glob("*/__init__.py"))


def modules(package):
    found = {file.stem for file in package.glob("*.py")}
    found |= {file.parent.name for file in package.glob("*/__init__.py")}
    return sorted(f"waypost.{package.name}.{module}" for module in found - OUTSIDE_THE_BANDS)
