"""A text as the critic reads it: what counts as a space, a dash, a quote, a digit, a word."""

import unicodedata

from waypost.method.critic.text import LIMIT, lower, plain, tokenise

SPACES = "\t\n\v\f\r\x85\u2028\u2029\u2022\u25cf\u25aa" + "".join(
    character for character in map(chr, range(0x10000)) if unicodedata.category(character) == "Zs"
)
DASHES = [
    *("HYPHEN", "NON-BREAKING HYPHEN", "FIGURE DASH", "EN DASH", "EM DASH", "HORIZONTAL BAR"),
    *("MINUS SIGN", "SMALL EM DASH", "SMALL HYPHEN-MINUS", "FULLWIDTH HYPHEN-MINUS"),
]
QUOTES = [
    *("LEFT SINGLE QUOTATION MARK", "RIGHT SINGLE QUOTATION MARK", "GRAVE ACCENT", "ACUTE ACCENT"),
    *("SINGLE HIGH-REVERSED-9 QUOTATION MARK", "MODIFIER LETTER APOSTROPHE", "PRIME"),
]
DIGITS = (
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19",
)
PERCENT = "\uff05\ufe6a"


def words(text):
    return [token.low for token in tokenise(text, lower(text))]


def test_everything_that_leaves_a_gap_is_a_space():
    assert plain(SPACES) == " " * len(SPACES)


def test_every_dash_is_a_hyphen_and_every_quote_an_apostrophe():
    assert plain("".join(map(unicodedata.lookup, DASHES))) == "-" * 10
    assert plain("".join(map(unicodedata.lookup, QUOTES))) == "'" * 7


def test_digits_of_other_scripts_are_digits():
    assert [plain(digits) for digits in DIGITS] == ["0123456789"] * 3
    assert plain(PERCENT) == "%%"


def test_every_other_character_is_read_as_it_is():
    replaced = {*SPACES, *map(unicodedata.lookup, (*DASHES, *QUOTES)), *"".join(DIGITS), *PERCENT}
    for first in range(0, 0x10000, LIMIT):
        characters = map(chr, range(first, min(first + LIMIT, 0x10000)))
        others = "".join(character for character in characters if character not in replaced)
        assert plain(others) == others


def test_text_beyond_the_limit_is_not_read():
    assert plain("x" * 10_000 + "y") == "x" * 10_000


def test_character_that_nobody_sees_is_no_word_and_ends_nothing():
    assert words("cut \u200b scrap") == ["cut", "scrap"]
    assert words("down\u00adtime") == ["downtime"]


def test_hyphen_between_words_parts_them_and_a_dash_is_a_sign():
    assert words("plan-b here") == ["plan", "b", "here"]
    assert words("plan-3 here") == ["plan", "-", "3", "here"]
    assert words("plan -b") == ["plan", "-", "b"]
