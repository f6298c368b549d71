"""docs/reference/acceptance.md says who may do which step, as the program has it."""

from tests.repository.acceptance_reference import REFERENCE, diagram, with_table


def test_page_is_up_to_date():
    """When this fails, run: python -m tests.repository.acceptance_reference"""
    page = REFERENCE.read_text("utf-8")
    assert page == with_table(page)


def test_diagram_has_every_move():
    lines = list(diagram())
    assert "    submitted --> confirmed: Confirm the plan (first-line manager)" in lines
    assert "    conditional --> submitted: Submit the plan (lead)" in lines
    assert len(lines) == 17
