"""The documentation is short where it promises to be, and its links lead somewhere."""

import re

import pytest

from tests.repository.code import ROOT, longer_than, matches

DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ONE_PAGE = 60


def test_decision_fits_one_page():
    assert longer_than(ONE_PAGE, DECISIONS) == {}


def test_decisions_are_numbered_without_gaps():
    assert [file.name[:4] for file in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_decision_has_its_sections(file):
    headings = re.findall(r"^## (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences"]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_links_lead_to_files(file):
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


def test_no_path_of_one_machine_is_written_down():
    path = re.compile(r"(?<![\w.$~/-])/(?:work|tmp|root|home|Users)/\S*")
    tooling = [ROOT / "Makefile", ROOT / ".ci" / "run", *(ROOT / "bin").iterdir()]
    assert matches(path, [*PAGES, *tooling, *(ROOT / "requirements").glob("*.txt")]) == []
