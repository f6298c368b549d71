from datetime import date
from decimal import Decimal

from waypost.method.words import Words, gettext_noop, plain, words


def test_words_keep_values_apart_from_the_sentence():
    said = words("%(who)s on %(on)s", who="T1", on=date(2026, 12, 8))
    assert said == Words("%(who)s on %(on)s", (("who", "T1"), ("on", date(2026, 12, 8))))


def test_words_read_as_plain_english():
    assert str(words("%(who)s, %(on)s: 5 %%", who="T1", on=date(2026, 12, 8))) == (
        "T1, 8 Dec 2026: 5 %"
    )


def test_plain_number_has_no_exponent():
    assert [plain(Decimal(text)) for text in ("3.40", "1E+3", "0.05")] == ["3.4", "1000", "0.05"]


def test_plain_whole_number_is_as_it_is():
    assert plain(3) == "3"


def test_gettext_noop_gives_the_text_itself():
    assert gettext_noop("Add a date") == "Add a date"
