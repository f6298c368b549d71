"""Hypothesis strategies for whole plans, from the same description of the fields as the reader."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from waypost.method import shape
from waypost.method.currency import parse_currency
from waypost.method.month import Month
from waypost.method.plan import Plan
from waypost.method.review_day import checked_review_day
from waypost.planfile.fields import (
    PLAN,
    Choice,
    Day,
    Field,
    FlagOrMany,
    Identifier,
    Many,
    MonthOfYear,
    Number,
    Part,
    Place,
    Reference,
    Text,
    Value,
)
from waypost.planfile.problems import REORDERING, UNSTORABLE
from waypost.planfile.reader import in_order
from waypost.planfile.values import canonical, tidy

_LONGEST_LIST = 3
_LONGEST_TEXT = 12
_RICHNESS = (0.2, 0.6, 0.95)  # how many of the optional fields say something
_USED_PART = st.sampled_from([False, *[True] * 7])

# What careless readers and writers of YAML, JSON, CSV and HTML take for something else.
AWKWARD_TEXTS = (
    *("yes", "no", "on", "y", "true", "null", "~", "1", "-1.5", "1e3", "0x1F", "012", "1:30"),
    *("2026-12-31", "2026-12", ".inf", "<<", "=", "=1+1", "- a", "# b", "a # b", "a: b", "a:"),
    *("{x}", "[x", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "'", '"', "\\", "\\n", "a\\"),
    *(
        "<b>&amp;</b>",
        "ß",
        "Ålsund",
        "日本語",
        "🦀",
        "a\u0301",
        "\u202eabc",
        "a\ufeffb",
        "a\u2028b",
    ),
)
AWKWARD_IDS = ("no", "on", "y", "Null", "true", "e1", "A.1", "b_-.", "relationship", "x" * 32)


@dataclass
class _Draft:
    """A part whose references are still to be drawn: they need all ids."""

    part: Part
    values: dict[str, Any]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan that can be read from a file."""
    return _Maker(draw).plan()


UNDERSTOOD: dict[Any, st.SearchStrategy[str]] = {
    parse_currency: st.from_regex("[A-Z]{3}", fullmatch=True),
    checked_review_day: st.sampled_from(["last Thursday of the month", "15", "Last working day"]),
}


def texts(value: Text) -> st.SearchStrategy[str]:
    """Texts that the field holds and that reading leaves as they are."""
    if value.reads:
        return UNDERSTOOD[value.reads.read]
    letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    alphabet = st.one_of(letters, st.sampled_from("\n\t ")) if value.lines else letters
    free = st.text(alphabet, min_size=1, max_size=min(value.limit, _LONGEST_TEXT))
    chosen = st.one_of(st.sampled_from(AWKWARD_TEXTS), free)
    return chosen.map(lambda text: tidy(text, lines=value.lines)).filter(
        lambda text: (
            0 < len(text) <= value.limit
            and not UNSTORABLE.search(text)
            and (value.lines or not REORDERING.search(text))
        )
    )


def numbers(value: Number) -> st.SearchStrategy[Any]:
    """Numbers in the range of the field, with as many digits as it holds."""
    if value.whole:
        return st.integers(int(value.least or 0), int(value.most or 0))
    limit = Decimal(10**shape.DIGITS_BEFORE_POINT) - Decimal(1).scaleb(-shape.DIGITS_AFTER_POINT)
    least = -limit if value.least is None else value.least
    most = limit if value.most is None else value.most
    return st.decimals(least, most, places=shape.DIGITS_AFTER_POINT).map(canonical)


def singles(value: Value) -> st.SearchStrategy[Any]:
    """What a field without references holds."""
    match value:
        case Text():
            return texts(value)
        case Number():
            return numbers(value)
        case Day():
            return st.dates(shape.FIRST_DAY, shape.LAST_DAY)
        case MonthOfYear():
            return st.dates(shape.FIRST_DAY, shape.LAST_DAY).map(Month.of)
        case Choice(words):
            return st.sampled_from(list(words))
    return st.booleans()


class _Maker:
    """Draws the parts with their ids first, then what refers to them.

    Hypothesis draws which parts of the plan there are and the values to choose from, and makes them
    simpler when a test fails. Which value stands where comes from a seed: a plan has hundreds of
    fields, and drawn one by one they would leave most parts of most plans empty.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._random = Random(draw(st.integers(0, 2**32 - 1)))  # noqa: S311 - sample data
        self._richness = draw(st.sampled_from(_RICHNESS))
        self._values: dict[Value, list[Any]] = {}
        self._ids: dict[shape.Kind, list[str]] = {kind: [] for kind in shape.Kind}
        self._used: set[str] = set()
        self._lengths: dict[str, int] = {}

    def plan(self) -> Plan:
        """The plan, its people in the order in which groups name them."""
        drafted = _Draft(
            PLAN,
            {
                field.name: self._drafted(field.value)
                for field in PLAN.fields
                if field.required or self._draw(_USED_PART)
            },
        )
        profile = drafted.values.get("profile")
        self._lengths = {
            name: len(value)
            for name, value in (profile.values.items() if profile else ())
            if isinstance(value, list)
        }
        plan: Plan = self._finished_part(drafted)
        named = [member.person for group in plan.decision_groups for member in group.people]
        return replace(plan, people=in_order(plan.people, dict.fromkeys(named)))

    def _drafted_part(self, part: Part) -> _Draft:
        given = (field for field in part.fields if field.required or self._chance())
        return _Draft(part, {field.name: self._drafted(field.value) for field in given})

    def _drafted(self, value: Value) -> Any:
        match value:
            case Part():
                return self._drafted_part(value)
            case Identifier(kind):
                return self._new_id(kind)
            case Reference() | Many(Reference()) | FlagOrMany() | Place():
                return value
            case Many(item, distinct, ordered):
                items = [self._drafted(item) for _ in range(self._length())]
                items = list(dict.fromkeys(items)) if distinct else items
                return sorted(items) if ordered else items
        return self._choose(self._values_for(value))

    def _values_for(self, value: Value) -> list[Any]:
        if value not in self._values:
            self._values[value] = self._draw(st.lists(singles(value), min_size=3, max_size=8))
        return self._values[value]

    def _chance(self) -> bool:
        return self._random.random() < self._richness

    def _length(self) -> int:
        return self._random.randint(0, _LONGEST_LIST)

    def _choose(self, values: list[Any]) -> Any:
        return self._random.choice(values) if values else None

    def _new_id(self, kind: shape.Kind) -> str:
        unused = [code for code in AWKWARD_IDS if code not in self._used]
        plain = f"{kind[0]}{len(self._used)}"
        code = self._choose(unused) if unused and self._random.random() < 0.1 else plain
        self._used.add(code)
        self._ids[kind].append(code)
        return code

    def _finished_part(self, draft: _Draft) -> Any:
        """The part, or None when it has to refer to something and there is nothing."""
        given = {}
        for field in draft.part.fields:
            value = self._finished(draft.values.get(field.name), field, draft)
            if value is None and field.required:
                return None
            if value is not None and not _says_nothing(field, value):
                given[field.name] = value
        return draft.part.of(**given)

    def _finished(self, value: Any, field: Field, within: _Draft) -> Any:
        match value:
            case _Draft():
                return self._finished_part(value)
            case list():
                return self._finished_items(value, field, within)
            case Reference():
                return self._choose(self._candidates(value, field, within))
            case Many(Reference() as item):
                return self._several(self._candidates(item, field, within))
            case FlagOrMany(Many(Reference() as item)):
                several = self._several(self._candidates(item, field, within))
                return several or self._choose([True, False])
            case Place(list_name):
                return self._choose(list(range(self._lengths.get(list_name, 0))))
        return value

    def _finished_items(self, values: list[Any], field: Field, within: _Draft) -> tuple[Any, ...]:
        items = [self._finished(value, field, within) for value in values]
        items = [item for item in items if item is not None]
        match field.value:
            case Many(Part(once=Field(name=once))):
                return tuple({getattr(item, once): item for item in items}.values())
        return tuple(items)

    def _candidates(self, value: Reference, field: Field, within: _Draft) -> list[str]:
        ids = [code for kind in value.kinds for code in self._ids[kind]]
        if field.upwards:
            return ids[: ids.index(within.values["id"])]
        return [*value.words, *ids]

    def _several(self, candidates: list[str]) -> tuple[str, ...]:
        return tuple(self._random.sample(candidates, min(len(candidates), self._length())))


def _says_nothing(field: Field, value: Any) -> bool:
    match field.value:
        case Part(fields=inner):
            return not field.required and all(getattr(value, f.name) == f.default for f in inner)
    return False
