"""A currency is named by its code."""

import pytest

from waypost.method.currency import parse_currency


@pytest.mark.parametrize("text", ["EUR", " eur ", "Eur"])
def test_code_is_read_in_any_case(text):
    assert parse_currency(text) == "EUR"


@pytest.mark.parametrize("text", ["", "EU", "EURO", "E1R", "€", "ÉUR"])
def test_anything_else_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="three letters, such as EUR"):
        parse_currency(text)
