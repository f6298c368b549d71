"""The currency of a plan's money, by its code of three letters."""

import re


def parse_currency(text: str) -> str:
    """The code in capital letters (ISO 4217 has these); raises ValueError with a sentence."""
    code = text.strip().upper()
    if not re.fullmatch("[A-Z]{3}", code):
        raise ValueError("Enter the currency in three letters, such as EUR.")
    return code
