"""docs/reference/method.md says which code keeps which number of the method, and who tests it."""

from tests.repository.method_reference import (
    REFERENCE,
    citing,
    code_lines,
    files_testing,
    place_of,
    rule_lines,
    with_numbers,
)
from waypost.method.checks import RULES
from waypost.method.numbers import JUDGED_BY_PEOPLE, NUMBERS


def test_page_is_up_to_date():
    """When this fails, run: python -m tests.repository.method_reference"""
    page = REFERENCE.read_text("utf-8")
    assert page == with_numbers(page)


def test_every_rule_is_tested_by_itself():
    assert [place_of(rule).words for rule in RULES if not files_testing(place_of(rule))] == []


def test_every_number_that_code_cites_is_known():
    assert citing().keys() - NUMBERS.keys() == set()


def test_number_has_code_or_the_reason_why_not():
    without = {n for n in NUMBERS if not [*rule_lines(n), *code_lines(n)]}
    assert without == JUDGED_BY_PEOPLE.keys()
