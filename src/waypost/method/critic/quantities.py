"""Figures in a goal: what two people could count on the due date (CRI-2)."""

import re
from bisect import bisect
from dataclasses import dataclass
from enum import Enum

from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.reading import Found, Reading
from waypost.method.critic.timing import Timing

NUMBER_WORDS = bag(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety hundred thousand million dozen half third quarter thirds quarters fifth tenth"
)
MULTIPLES = bag(
    "double doubled doubling triple tripled triple treble trebled quadruple quadrupled halve"
    " halved halving twice twofold threefold tenfold fold"
)
WHOLES = bag("all every each entire everyone whole any both")
NONE_AT_ALL = bag("no zero none never nil without")
FRACTIONS = frozenset("½⅓⅔¼¾⅕⅛")
CURRENCIES = frozenset("$€£¥")
CURRENCY_WORDS = bag(
    "eur usd gbp nok sek dkk chf cad aud inr jpy euro euros dollar dollars pounds kr"
)
TIMES = bag("x fold")
PERCENT = bag("% percent pct pp pts percentage points pt")
# "The seven dealers", "tier 1", "line 4": a name of something, not how many are aimed at.
NAMES_BY_NUMBER = bag(
    "line tier phase level iso version lot unit site building room type grade scope step no"
    " number class group article week priority p sev severity wave stage plant hall bay zone"
    " category cat en din bs ansi office windows model series mark ward gate dock area section"
    " form zone option"
)
IDENTIFY = bag("the our their its these those between top other last first past")
PLACEHOLDERS = bag("x xx xxx xyz tbd tbc tba n y")
FIXED_ELSEWHERE = bag("quota quotas budget forecast sla slas target targets plan benchmark")
REFERRING = bag(
    "hit meet meeting achieve exceed beat reach deliver attain within under over above below"
    " against to on of per surpass make make fulfill miss stay keep match hitting ahead"
)


# Terms on each side of a figure among which the one that it is bound to is looked for.
NEARBY = 12


class Measure(Enum):
    """What kind of figure it is."""

    PERCENT = "percent"
    NUMBER = "number"
    MULTIPLE = "multiple"
    WHOLE = "whole"
    NONE = "none"
    REFERENCE = "reference"


@dataclass(slots=True)
class Quantity:
    """A figure at tokens ``first`` to before ``after``, and the term that it is bound to."""

    first: int
    after: int
    measure: Measure
    bound: Found | None = None


@dataclass(slots=True)
class Figures:
    """The figures of a goal, the blanks left for some, and counts too loose to be one."""

    quantities: list[Quantity]
    blanks: list[int]


def find_figures(reading: Reading) -> Figures:
    """Every figure that is no date, bound to the nearest term."""
    quantities = []
    blanks = []
    tokens = reading.tokens
    place = 0
    while place < len(tokens):
        if reading.timed[place]:
            place += 1
            continue
        if _is_blank(reading, place):
            blanks.append(place)
        elif measure := _measure(reading, place):
            after = _figure_end(reading, place)
            quantities.append(Quantity(place, after, measure))
            place = after
            continue
        place += 1
    for quantity in quantities:
        quantity.bound = _bind(reading, quantity)
    return Figures(quantities, blanks)


def _is_blank(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    if token.low[0] == "_":
        return True
    if token.low == "[" or (token.low == "?" and reading.low_at(place + 1) == "%"):
        return True
    if token.low not in PLACEHOLDERS:
        return False
    before, after = reading.low_at(place - 1), reading.low_at(place + 1)
    if before and before[0].isdigit() and reading.tokens[place - 1].end == token.start:
        return False
    if token.low in ("n", "y"):
        return after == "%"
    return token.capital or after in PERCENT or before in CURRENCIES


def _measure(reading: Reading, place: int) -> Measure | None:
    word = reading.low_at(place)
    if word[0].isdigit() or word in FRACTIONS:
        return _of_number(reading, place)
    if word in MULTIPLES:
        return Measure.MULTIPLE
    if word in WHOLES:
        return Measure.WHOLE if _whole_of_something(reading, place) else None
    if word in NONE_AT_ALL:
        return Measure.NONE if _none_of_something(reading, place) else None
    if word in NUMBER_WORDS:
        return _of_number(reading, place)
    if word == "one" and _one_of_something(reading, place):
        return Measure.NUMBER
    if word in FIXED_ELSEWHERE and _refers(reading, place):
        return Measure.REFERENCE
    return None


def _of_number(reading: Reading, place: int) -> Measure | None:
    end = _digits_end(reading, place)
    before, after = reading.low_at(place - 1), reading.low_at(end)
    word = reading.low_at(place)
    if after in PERCENT or (after == "per" and reading.low_at(end + 1) == "cent"):
        return Measure.PERCENT
    if end > place + 1 or before in CURRENCIES or before in CURRENCY_WORDS:
        return Measure.NUMBER
    if before in NAMES_BY_NUMBER or before == "#":
        return None
    if after in TIMES or (after == "-" and reading.low_at(place + 2) in TIMES):
        return Measure.MULTIPLE
    if before in IDENTIFY and not (before == "between" and word[0].isdigit()):
        return None
    if reading.tokens[place - 1].possessive and place:
        return None
    if word in ("half", "quarter", "third"):
        if before not in ("a", "one", "by", "in", "least"):
            return Measure.PERCENT if after in ("of", "the") else None
        if "by" in (before, reading.low_at(place - 2)):
            return Measure.PERCENT
    return None if _only_says_how(reading, place, after) else Measure.NUMBER


def _only_says_how(reading: Reading, place: int, after: str) -> bool:
    """Whether a figure stands for a manner: two-way, one to one, 360 degree, 24/7."""
    word = reading.low_at(place)
    if after in ("way", "party", "sided") or (after == "to" and reading.low_at(place + 2) == word):
        return True
    if place + 1 < len(reading.tokens) and word in NUMBER_WORDS:
        joined = reading.low[reading.tokens[place].end : reading.tokens[place + 1].start] == "-"
        if joined and after not in NUMBER_WORDS | MAGNITUDES | {"digit", "figure"}:
            return True
    return word == "360" or (word == "24" and after == "/")


def _digits_end(reading: Reading, place: int) -> int:
    """Past the figure itself: "10 000", "1.2m", "400k", "3 in 4"."""
    tokens = reading.tokens
    after = place + 1
    while (
        after < len(tokens)
        and len(tokens[after].low) == 3
        and tokens[after].low.isdigit()
        and tokens[after - 1].low.isdigit()
        and len(tokens[after - 1].low) <= 3
    ):
        after += 1
    if reading.low_at(after) in MAGNITUDES:
        after += 1
    return after


def _figure_end(reading: Reading, place: int) -> int:
    after = _digits_end(reading, place)
    while reading.low_at(after) in PERCENT | TIMES | {"per", "cent"} and after - place < 5:
        if reading.low_at(after) == "per" and reading.low_at(after + 1) != "cent":
            break
        after += 1
    return after


MAGNITUDES = bag("k m bn mn million billion thousand hundred")
TIMELESS = bag("times time costs levels level stage stages point turn hours")


def _whole_of_something(reading: Reading, place: int) -> bool:
    """Whether all of something is meant: all 14 integrations, but not at all times."""
    before, after = reading.low_at(place - 1), reading.low_at(place + 1)
    if before in ("at", "with", "for"):
        return after not in TIMELESS
    if before in ("above", "after", "by") or (
        reading.low_at(place) == "both" and after in ("grow", "win", "gain", "profit", "benefit")
    ):
        return False
    return after not in ("", "times", "other", "day", "time", "possible", "kinds", "business") and (
        after[:1].isalnum()
    )


def _none_of_something(reading: Reading, place: int) -> bool:
    after = reading.low_at(place + 1)
    if reading.low_at(place) == "without":
        return False
    if not after:
        return reading.low_at(place - 1) in (":", "to", "at", "-")
    return after not in ("", "later", "longer", "matter", "doubt", "one", "time", "1")


NOT_BEFORE_ONE = bag("on from to of number no day tier year phase the or")


def _one_of_something(reading: Reading, place: int) -> bool:
    before, after = reading.low_at(place - 1), reading.low_at(place + 1)
    if before in NOT_BEFORE_ONE or not after:
        return before == "least"
    return after not in (
        "of",
        "another",
        "stop",
        "team",
        "voice",
        "day",
        "or",
        "on",
        "and",
        "to",
    )


def _refers(reading: Reading, place: int) -> bool:
    """Whether the figure stands elsewhere: hit quota, 95% of the plan, within the SLA."""
    word = reading.low_at(place)
    for step in range(1, 5):
        before = reading.low_at(place - step)
        if before in REFERRING:
            plan = word not in ("plan",) or before not in ("to", "on", "of", "make", "keep")
            dated = place + 2 < len(reading.tokens) and reading.timed[place + 2]
            return plan and (dated or reading.low_at(place + 1) not in ("for", "with", "to"))
        if not before:
            return False
    return False


BEFORE_AMOUNTS = bag("by to from than below above under at of over up down")
UNITS = bag("h hr hrs hour hours min mins minute minutes s sec seconds day days % percent")


# Before one of these stands what is measured, behind it of what.
PARTED = bag("of on in among across for")


def _bind(reading: Reading, quantity: Quantity) -> Found | None:
    """The nearest term of the same clause: after a count, before a rate or an amount."""
    clause = reading.clause_of(quantity.first)
    if clause.first and reading.low_at(clause.first - 1) == ":":
        first = reading.clause_of(clause.first - 1).first
    else:
        first = clause.first
    middle = bisect(reading.terms, quantity.first, key=lambda found: found.first)
    terms = [
        found
        for found in reading.terms[max(0, middle - NEARBY) : middle + NEARBY]
        if first <= found.first < clause.after and not found.term.party
    ]
    heads = [
        found
        for found in terms
        if reading.ends_noun(found)
        and "per" not in (reading.low_at(found.first - 1), reading.low_at(found.first - 2))
    ]
    after = [found for found in heads if found.first >= quantity.after]
    before = [found for found in heads if found.after <= quantity.first]
    word_before = reading.low_at(quantity.first - 1)
    word_after = reading.low_at(quantity.after)
    level = quantity.measure is Measure.PERCENT and word_before in ("to", "from", "below")
    moved = level and any(found.term.whose for found in before)
    follows = (word_after == "of" and not moved) or (
        word_before not in BEFORE_AMOUNTS and word_before not in CURRENCIES
    )
    if reading.low_at(quantity.after) in UNITS:
        of = reading.low_at(quantity.after + 1) == "of"
        named = reading.starting.get(quantity.after + 1 + of)
        if named and named.term.whose:
            return named
    nearest_after = next((found for found in after if _says_something(found)), None)
    nearest_before = next((found for found in reversed(before) if _says_something(found)), None)
    if quantity.measure is Measure.PERCENT and not follows:
        measured = (found for found in reversed(before) if found.term.whose or found.term.soft)
        nearest_before = next(measured, nearest_before)
    if follows and nearest_after:
        return nearest_after
    whole = next((f for f in before if f.term.whose and reading.low_at(f.after) in PARTED), None)
    if whole and not follows:
        return whole
    return nearest_before or nearest_after


def _says_something(found: Found) -> bool:
    term = found.term
    return term.whose is not None or term.soft or term.event or term.deal


LIMITS = re.compile(r"within|inside|in (?:under|less than|no more than|at most|\d{1,2} )")


def has_service_limit(reading: Reading) -> bool:
    """Whether a level of service is asked for: "within 4 hours of a call"."""
    return any(
        time.timing is Timing.MEASURE and LIMITS.match(reading.low, time.start)
        for time in reading.times
    )
