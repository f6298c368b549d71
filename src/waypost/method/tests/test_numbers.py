"""The numbers of the method."""

from waypost.method.checks import RULES
from waypost.method.numbers import FAMILIES, JUDGED_BY_PEOPLE, NUMBERS


def test_numbers_run_on_within_their_families():
    families = [number.partition("-")[0] for number in NUMBERS]
    assert list(NUMBERS) == [
        f"{family}-{place}" for family in FAMILIES for place in range(1, families.count(family) + 1)
    ]


def test_every_rule_has_a_number_of_the_method():
    assert {rule.number for rule in RULES} - NUMBERS.keys() == set()


def test_no_number_with_a_rule_is_left_to_people():
    assert JUDGED_BY_PEOPLE.keys() & {rule.number for rule in RULES} == set()
    assert JUDGED_BY_PEOPLE.keys() <= NUMBERS.keys()
