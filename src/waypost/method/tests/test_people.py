"""Which texts name a person."""

import pytest

from waypost.method.people import is_about
from waypost.method.plan import Person

MARIT = Person(id="P1", name="Marit Haugland")
PEOPLE = (MARIT, Person(id="P2", name="Anders Strand"), Person(id="P3", name="Lars Haugland"))


@pytest.mark.parametrize(
    "text",
    [
        "Agree with M. Haugland on the trial",
        "Ask Marit Haugland",
        "Ask marit haugland",
        "Call Marit on Friday",
        "Marit's figures",
    ],
)
def test_text_names_the_person(text):
    assert is_about(text, MARIT, PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        "Ask the plant manager",
        "Call L. Haugland",
        "Haugland signs",
        "the marit way",
        "",
    ],
)
def test_text_names_somebody_else_or_nobody(text):
    assert not is_about(text, MARIT, PEOPLE)


def test_family_name_that_nobody_else_has_is_enough():
    anders = PEOPLE[1]
    assert is_about("Follow up with Strand", anders, PEOPLE)
    assert not is_about("Walk on the strand", anders, PEOPLE)


def test_name_of_one_letter_names_nobody_alone():
    assert not is_about("Plan B", Person(id="P4", name="B"), PEOPLE)


def test_person_without_letters_is_named_by_nothing():
    assert not is_about("What?", Person(id="P5", name="?"), PEOPLE)
