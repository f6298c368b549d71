"""Texts about the same thing, names of the same person."""

import pytest

from waypost.method.checks.likeness import initials, is_abbreviated, same_name, shared, subjects


def test_subjects_are_the_beginnings_of_words_that_say_something():
    assert subjects("Find out who signs the Ålsund agreement, and when") == {
        "signs",
        "alsun",
        "agree",
    }


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("agreed price", "price agreement", 1.0),
        ("price of seals", "price of pumps and motors", 0.5),
        ("price", "pumps", 0.0),
        ("of the", "price", 0.0),
    ],
)
def test_shared_is_measured_on_the_shorter_text(one, other, share):
    assert shared(subjects(one), subjects(other)) == share


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kåre Nilsen", "K. Nilsen"),
        ("Kåre Nilsen", "Kare Nilsen"),
        ("Kåre Nilsen", "Nilsen, Kåre"),
        ("Kåre Nilsen", "Nilsen Kåre"),
        ("Kåre Nilsen", "Kåre Nilssen"),
        ("Dr Wen Li", "Wen Li"),
        ("Søren Bjørk", "Soren Bjork"),
        ("Marit Haugland", "Marit Anne Haugland"),
        ("Jean-Luc O’Brien", "jean-luc o’brien"),
        ("Katarzyna Wójcik", "Katarzina Wojcik"),
    ],
)
def test_same_name(one, other):
    assert same_name(one, other)
    assert same_name(other, one)
    assert initials(one) == initials(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kåre Nilsen", "Knut Nilsen"),
        ("Kåre Nilsen", "K. Nielsson"),
        ("Anna Lind", "Anne Lind"),
        ("Jan Berg", "Jan Borg"),
        ("Nilsen", "K. Nilsen"),
        ("Dr Nilsen", "Kåre Nilsen"),
        ("Anders Strand", "Lene Solbakken"),
    ],
)
def test_same_name_is_careful(one, other):
    assert not same_name(one, other)


def test_initials_of_no_name_are_none():
    assert (initials("007"), initials("Nilsen, Kåre")) == ("", "kn")


def test_is_abbreviated():
    assert [is_abbreviated(name) for name in ("K. Nilsen", "Kåre Nilsen", "007")] == [
        True,
        False,
        False,
    ]
