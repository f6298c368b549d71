from dataclasses import dataclass

import pytest

from waypost.ui import people

HOSTILE = '<img src=x onerror=alert(1)> "Bobby"'
HARMLESS = "&lt;img src=x onerror=alert(1)&gt; &quot;Bobby&quot;"
NOBODY = '<span class="av av-none" role="img" aria-label="No owner" title="No owner">?</span>'


@dataclass(frozen=True)
class Colleague:
    name: str
    initials: str = ""


MARTA = Colleague("Marta Lindqvist")
JONAS = Colleague("Jonas Brandt", initials="JBr")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Marta Lindqvist", "ML"),
        ("Anne Marie van der Berg", "AB"),
        ("åsa öberg", "ÅÖ"),
        ("Cher", "C"),
        ("  ", ""),
    ],
)
def test_initials_are_of_the_first_and_the_last_word(name, initials):
    assert people.initials(name) == initials


def test_avatar_names_the_person_in_full():
    assert people.avatar(MARTA) == (
        '<span class="av" role="img" aria-label="Marta Lindqvist" title="Marta Lindqvist">ML</span>'
    )


def test_avatar_uses_the_initials_a_person_has():
    assert people.avatar(JONAS, me=True, large=True) == (
        '<span class="av av-me av-l" role="img" aria-label="Jonas Brandt" title="Jonas Brandt">'
        "JBr</span>"
    )


def test_avatar_of_a_hostile_name_is_text():
    assert people.avatar(HOSTILE) == (
        f'<span class="av" role="img" aria-label="{HARMLESS}" title="{HARMLESS}">&lt;&quot;</span>'
    )


@pytest.mark.parametrize("nobody", [None, ""])
def test_avatar_of_nobody_says_so(nobody):
    assert people.avatar(nobody) == NOBODY


def test_avatars_of_nobody_say_so():
    assert people.avatars([]) == NOBODY


def test_avatars_mark_me_and_count_the_rest():
    assert people.avatars([JONAS, MARTA, "Tom Okafor", "Priya Nair"], me=MARTA, limit=2) == (
        '<span class="avs">'
        '<span class="av" role="img" aria-label="Jonas Brandt" title="Jonas Brandt">JBr</span>'
        '<span class="av av-me" role="img" aria-label="Marta Lindqvist" title="Marta Lindqvist">'
        "ML</span>"
        '<span class="av" role="img" aria-label="2 more" title="2 more">+2</span>'
        "</span>"
    )
