"""From a word of the file to the value of a field, or the sentence that says what to write."""

import re
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum

from waypost.method import shape
from waypost.method.month import Month
from waypost.planfile.fields import (
    Choice,
    Day,
    Flag,
    Identifier,
    MonthOfYear,
    Number,
    Place,
    Reference,
    Single,
    Text,
)
from waypost.planfile.problems import (
    REORDERING,
    UNSTORABLE,
    Refused,
    listed,
    quoted,
    reordering,
    unstorable,
)
from waypost.planfile.tree import Scalar

_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_NUMBER_LENGTH = 60
_EXACT = Context(prec=2 * _NUMBER_LENGTH)
FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def read_scalar(value: Single, scalar: Scalar) -> object:
    """What the field holds; raises Refused with what to write instead."""
    text = scalar.text.strip()
    match value:
        case Text():
            return _text(value, scalar)
        case Reference():
            return text
        case Identifier():
            return _identifier(text)
        case Number():
            return _number(value, text)
        case Flag():
            return _flag(text)
        case Day():
            return _day(text)
        case MonthOfYear():
            return _month(text)
        case Choice():
            return _choice(value, text)
        case Place():
            return _place(value, text)


def canonical(number: Decimal) -> Decimal:
    """The number as a person would write it: no exponent, no zeros at the end, no minus zero."""
    return Decimal(format(number.normalize() + 0, "f"))


def tidy(text: str, *, lines: bool) -> str:
    """The text as it is kept: nothing around it, ``\\n`` between lines, or a blank if one line."""
    if lines:
        return text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return " ".join(filter(None, map(str.strip, text.splitlines())))


def _text(value: Text, scalar: Scalar) -> str:
    if scalar.plain and scalar.text in FLAGS:
        return "yes" if FLAGS[scalar.text] else "no"
    text = tidy(scalar.text, lines=value.lines)
    found = UNSTORABLE.search(text)
    if found:
        raise Refused(unstorable(found[0]))
    if not value.lines and (found := REORDERING.search(text)):
        raise Refused(reordering(found[0]))
    if len(text) > value.limit:
        raise Refused(f"Shorten this to {value.limit:,} characters; it has {len(text):,}.")
    return _understood(value.reads, text) if value.reads else text


def _understood(reads: shape.Reads, text: str) -> str:
    try:
        return reads.read(text)
    except ValueError as error:
        raise Refused(str(error)) from None


def _identifier(text: str) -> str:
    if not re.fullmatch(shape.ID_PATTERN, text):
        raise Refused(
            "Enter an id of at most 32 letters, digits, dots, hyphens and underscores "
            f"that begins with a letter, not {quoted(text)}."
        )
    if text == shape.ACCOUNT:
        raise Refused(f"Choose another id: {quoted(text)} stands for the account as a whole.")
    return text


def _number(value: Number, text: str) -> int | Decimal:
    if not _NUMBER.fullmatch(text) or len(text) > _NUMBER_LENGTH:
        kind = "whole number" if value.whole else "number"
        raise Refused(f"Enter a {kind}{_with_point(text)}, not {quoted(text)}.")
    number = Decimal(text)
    if value.whole and number != number.to_integral_value():
        raise Refused(f"Enter a whole number, not {quoted(text)}.")
    _check_range(value, number, text)
    _check_digits(value, number)
    if value.whole:
        return int(number)
    return canonical(number * 1000 if value.thousands else number)


def _with_point(text: str) -> str:
    return " with a decimal point" if re.fullmatch("[-+]?[0-9]{1,20},[0-9]{1,20}", text) else ""


def _check_range(value: Number, number: Decimal, text: str) -> None:
    least, most = value.least, value.most
    if (least is None or least <= number) and (most is None or number <= most):
        return
    bounds = f"from {least:,} to {most:,}" if most is not None else f"of at least {least:,}"
    raise Refused(f"Enter a number {bounds}, not {quoted(text)}.")


def _check_digits(value: Number, number: Decimal) -> None:
    shift = 3 if value.thousands else 0
    before, after = shape.DIGITS_BEFORE_POINT - shift, shape.DIGITS_AFTER_POINT + shift
    if number and (
        number.adjusted() >= before or _EXACT.remainder(number, Decimal(1).scaleb(-after))
    ):
        raise Refused(
            f"Enter a number of at most {before} digits before and {after} after the decimal point."
        )


def _flag(text: str) -> bool:
    flag = FLAGS.get(text)
    if flag is None:
        raise Refused(f"Write true or false, not {quoted(text)}.")
    return flag


def _day(text: str) -> date:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Refused(f"Enter the date as YYYY-MM-DD, not {quoted(text)}.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(f"Enter a day of the calendar; {quoted(text)} is none.") from None
    if not shape.FIRST_DAY <= day <= shape.LAST_DAY:
        raise Refused(f"Enter a date from {shape.FIRST_DAY} to {shape.LAST_DAY}, not {day}.")
    return day


def _month(text: str) -> Month:
    try:
        month = Month.parse(text)
    except ValueError:
        raise Refused(f"Enter the month as YYYY-MM, not {quoted(text)}.") from None
    first, last = Month.of(shape.FIRST_DAY), Month.of(shape.LAST_DAY)
    if not first <= month <= last:
        raise Refused(f"Enter a month from {first} to {last}, not {month}.")
    return month


def _choice(value: Choice, text: str) -> StrEnum:
    words = [word.value for word in value.words]
    if text not in words:
        raise Refused(f"Write {listed(words, 'or')}, not {quoted(text)}.")
    return value.words(text)


def _place(value: Place, text: str) -> int:
    written = re.fullmatch(rf"{value.list_name}\[([0-9]{{1,6}})\]", text)
    if not written:
        first = f"{value.list_name}[0]"
        raise Refused(f"Write the place in the list, {first} for the first, not {quoted(text)}.")
    return int(written[1])
