"""What each kind of field holds, and what is said when it is given something else."""

from datetime import date
from decimal import Decimal

import pytest

from waypost import planfile
from waypost.method.month import Month
from waypost.method.plan import Plan, Role, Tier
from waypost.planfile.tests.files import SMALLEST, problems, problems_after


def read(rest: str) -> Plan:
    return planfile.read(SMALLEST + rest)


def action(key: str, value: str) -> str:
    return f"short_term_plan:\n  actions:\n    - id: A1\n      what: Call\n      {key}: {value}\n"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("none", "none"),
        ("true", "yes"),
        ("FALSE", "no"),
        ('"true"', "true"),
        ("12", "12"),
        ("1.50", "1.50"),
        ("2026-12-31", "2026-12-31"),
        ('"null"', "null"),
        ("Null", None),
        ("~", None),
        ("", None),
        ('" "', None),
        ('" a \\r\\n  b\\t\\n"', "a b"),
    ],
)
def test_line_is_the_word_as_written(written: str, read_as: str | None):
    plan = read(f"opportunities:\n  - {{id: OP1, name: Dryer, q: {{profitable: {written}}}}}\n")
    assert plan.opportunities[0].q.profitable == read_as


def test_line_from_json_takes_flags_and_numbers_as_words():
    plan = planfile.read(
        '{"format": "waypost-plan/1", "supplier": {"name": 3}, "account": '
        '{"name": true, "parent": false, "currency": null}}'
    )
    assert (plan.supplier.name, plan.account.name) == ("3", "yes")
    assert (plan.account.parent, plan.account.currency) == ("no", None)


def test_prose_keeps_its_lines():
    plan = read('strategies:\n  - {id: S1, statement: "\\r\\n one\\r\\n\\r\\n  two\\rthree "}\n')
    assert plan.strategies[0].statement == "one\n\n  two\nthree"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3", "3"),
        ('"3"', "3"),
        ("+3.50", "3.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-0", "0"),
        ("1e3", "1000"),
        ("1.5E-3", "0.0015"),
        ("12345678901.1234", "12345678901.1234"),
        ("-99999999999.9999", "-99999999999.9999"),
        ("0.00010", "0.0001"),
    ],
)
def test_number_is_read_exactly(written: str, number: str):
    stage = f"objectives: {{business: [{{id: B1, text: More, target: {written}}}]}}\n"
    target = read(stage).objectives.business[0].target
    assert target == Decimal(number)
    assert str(target) == number


def test_number_of_thousands_is_held_in_units():
    plan = read("opportunities:\n  - {id: OP1, name: Dryer, margin_k: 112.3456789}\n")
    assert plan.opportunities[0].margin == Decimal("112345.6789")


def test_dates_months_flags_and_choices_are_read():
    plan = read(
        'as_of: "2026-12-31"\n'
        "team:\n  - {id: T1, name: Noor, role: lead, external: TRUE, in_planning: False}\n"
        "short_term_plan: {months: [2027-02, 2026-12, 2027-01]}\n"
        "opportunities:\n  - {id: OP1, name: Dryer, class: B}\n"
        "decision_groups:\n"
        "  - {id: D1, decision: Dryer, people: [{id: P1, name: Edith, roles: [coach, user]}]}\n"
    )
    assert plan.as_of == date(2026, 12, 31)
    assert (plan.team[0].external, plan.team[0].in_planning) == (True, False)
    assert plan.short_term_plan.months == (Month(2026, 12), Month(2027, 1), Month(2027, 2))
    assert plan.opportunities[0].tier is Tier.B
    assert plan.decision_groups[0].people[0].roles == (Role.COACH, Role.USER)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("due", "soon", "Enter the date as YYYY-MM-DD, not “soon”."),
        ("due", "31.12.2026", "Enter the date as YYYY-MM-DD, not “31.12.2026”."),
        ("due", "2026-1-5", "Enter the date as YYYY-MM-DD, not “2026-1-5”."),
        ("due", "2026-02-30", "Enter a day of the calendar; “2026-02-30” is none."),
        ("due", "1989-12-31", "Enter a date from 1990-01-01 to 2100-12-31, not 1989-12-31."),
        ("due", "2101-01-01", "Enter a date from 1990-01-01 to 2100-12-31, not 2101-01-01."),
        ("due", "[2026-12-31]", "Write one value here, not a list."),
        ("due", "{on: 2026-12-31}", "Write one value here, not keys and values."),
        ("month", "December", "Enter the month as YYYY-MM, not “December”."),
        ("month", "2026-13", "Enter the month as YYYY-MM, not “2026-13”."),
        ("month", "2101-01", "Enter a month from 1990-01 to 2100-12, not 2101-01."),
        ("status", "later", "Write open, done or dropped, not “later”."),
        ("urgent", "yes", "Write true or false, not “yes”."),
        ("urgent", "1", "Write true or false, not “1”."),
        ("hours", "many", "Enter a number, not “many”."),
        ("hours", ".inf", "Enter a number, not “.inf”."),
        ("hours", "1_000", "Enter a number, not “1_000”."),
        ("hours", "٣", "Enter a number, not “٣”."),
        ("hours", "1,5", "Enter a number with a decimal point, not “1,5”."),
        ("hours", "-1", "Enter a number from 0 to 100,000, not “-1”."),
        ("hours", "1e999", "Enter a number from 0 to 100,000, not “1e999”."),
        ("hours", "1e9999", "Enter a number, not “1e9999”."),
        (
            "hours",
            "0.00001",
            "Enter a number of at most 11 digits before and 4 after the decimal point.",
        ),
        (
            "hours",
            "1.00000000000000000000000000000000001",
            "Enter a number of at most 11 digits before and 4 after the decimal point.",
        ),
        ("from_gap", "0", "Write the place in the list, gaps[0] for the first, not “0”."),
        ("depends_on", "A2", "Write a list here, not “A2”."),
        ("depends_on", "{A2: A3}", "Write a list here, not keys and values."),
        ("depends_on", "[null]", "Fill this entry in or remove it."),
        ("what", "{a: b}", "Write one value here, not keys and values."),
    ],
)
def test_value_of_another_kind_is_refused_in_its_line(key: str, value: str, message: str):
    if key == "what":
        rest = "short_term_plan:\n  actions:\n    - id: A1\n      owner: null\n      what: {a: b}\n"
    else:
        rest = action(key, value)
    place = f"{key}[0]" if value == "[null]" else key
    assert problems_after(rest) == [f"line 8, short_term_plan.actions[0].{place}: {message}"]


def test_number_without_a_range_has_at_most_eleven_digits():
    rest = "objectives: {business: [{id: B1, text: More, target: -1e11}]}\n"
    assert problems_after(rest) == [
        "line 4, objectives.business[0].target: "
        "Enter a number of at most 11 digits before and 4 after the decimal point."
    ]


def test_number_of_thousands_has_three_digits_less():
    rest = "opportunities:\n  - {id: OP1, name: Dryer, margin_k: 123456789}\n"
    assert problems_after(rest) == [
        "line 5, opportunities[0].margin_k: "
        "Enter a number of at most 8 digits before and 7 after the decimal point."
    ]


def test_whole_number_with_a_fraction_is_refused():
    rest = "objectives: {visionary: [{id: V1, horizon_years: 2.5, text: All}]}\n"
    assert problems_after(rest) == [
        "line 4, objectives.visionary[0].horizon_years: Enter a whole number, not “2.5”."
    ]


def test_whole_number_may_be_written_with_a_point():
    plan = read("objectives: {visionary: [{id: V1, horizon_years: 3.0, text: All}]}\n")
    assert plan.objectives.visionary[0].horizon_years == 3


@pytest.mark.parametrize(
    ("part", "path", "limit"),
    [
        ("supplier: {name: Castor, sells: %s}\naccount: {name: B}\n", "supplier.sells", 10_000),
        ("supplier: {name: Castor}\naccount: {name: %s}\n", "account.name", 200),
        ("supplier: {name: Castor}\naccount: {name: B, currency: %s}\n", "account.currency", 3),
    ],
)
def test_text_that_is_too_long_is_refused(part: str, path: str, limit: int):
    start = "format: waypost-plan/1\n"
    line = 2 if path == "supplier.sells" else 3
    assert planfile.read(start + part % ("x" * limit))
    assert problems(start + part % ("x" * (limit + 1))) == [
        f"line {line}, {path}: Shorten this to {limit:,} characters; it has {limit + 1:,}."
    ]


@pytest.mark.parametrize(
    ("written", "point"),
    [('"\\0"', "0000"), ('"a\\x1b[31m"', "001B"), ('"\\x9f"', "009F"), ('"\\uFFFE"', "FFFE")],
)
def test_text_with_a_character_that_cannot_be_stored_is_refused(written: str, point: str):
    assert problems_after(f"team:\n  - {{id: T1, role: lead, name: {written}}}\n") == [
        f"line 5, team[0].name: Remove the character U+{point}: it cannot be stored."
    ]


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_line_with_a_character_that_turns_the_direction_is_refused(code: int):
    written = f"Olga{chr(code)} Hagen"
    assert problems_after(f"team:\n  - {{id: T1, role: lead, name: {written}}}\n") == [
        f"line 5, team[0].name: Remove the character U+{code:04X}: "
        "with it a name can look like another."
    ]


@pytest.mark.parametrize(
    "name", ["\u05d3\u05e0\u05d4", "\u0644\u064a\u0644\u0649", "Dana \u05d3\u200f (Haifa)"]
)
def test_line_from_right_to_left_is_kept(name: str):
    assert read(f"team: [{{id: T1, role: lead, name: {name}}}]\n").team[0].name == name


def test_prose_may_turn_the_direction():
    plan = read("strategies:\n  - {id: S1, statement: a \u2067\u05e9\u2069 b}\n")
    assert plan.strategies[0].statement == "a \u2067\u05e9\u2069 b"


def test_message_shows_no_character_that_turns_the_direction():
    assert problems_after("as_of: 1\u202e2\n") == [
        "line 4, as_of: Enter the date as YYYY-MM-DD, not “1�2”."
    ]


@pytest.mark.parametrize(("written", "code"), [("EUR", "EUR"), ("nok", "NOK"), ('" Chf "', "CHF")])
def test_currency_is_three_capital_letters(written: str, code: str):
    plan = planfile.read(SMALLEST.replace("holt}", f"holt, currency: {written}}}"))
    assert plan.account.currency == code


@pytest.mark.parametrize("written", ["€", "EU", "12", "E1R", "\u0415UR"])
def test_currency_that_is_none_is_refused(written: str):
    text = SMALLEST.replace("holt}", f"holt, currency: {written}}}")
    assert problems(text) == [
        "line 3, account.currency: Enter the currency in three letters, such as EUR."
    ]


@pytest.mark.parametrize("written", ["last Thursday of the month", "15", "Last  working day"])
def test_review_day_is_kept_as_written(written: str):
    text = SMALLEST.replace("holt}", f"holt, settings: {{review_day: {written}}}}}")
    assert planfile.read(text).account.settings.review_day == written


@pytest.mark.parametrize("written", ["soon", "32", "2027-01-15", "every week"])
def test_review_day_that_is_none_is_refused(written: str):
    text = SMALLEST.replace("holt}", f"holt, settings: {{review_day: {written}}}}}")
    assert problems(text) == [
        "line 3, account.settings.review_day: Write the review day as a weekday "
        "(last Thursday of the month), a day number (15), or last working day."
    ]


def test_message_shows_no_control_character():
    assert problems_after('as_of: "\\e[31m\\nred"\n') == [
        "line 4, as_of: Enter the date as YYYY-MM-DD, not “�[31m red”."
    ]


def test_message_shows_the_beginning_of_a_long_value():
    assert problems_after(f"as_of: {'x' * 100_000}\n") == [
        f"line 4, as_of: Enter the date as YYYY-MM-DD, not “{'x' * 40}…”."
    ]


@pytest.mark.parametrize("told", ["the price", "yes", "[the price]", "{price: 12}", "1"])
def test_confidential_information_itself_is_not_read_and_not_repeated(told: str):
    rest = (
        "people: [{id: P1, name: Edith}]\n"
        f"coach_development:\n  - {{person: P1, confidential_information: {told}}}\n"
    )
    assert problems_after(rest) == [
        "line 6, coach_development[0].confidential_information: Write only true or false: "
        "whether confidential information was offered. "
        "Confidential material itself does not belong in a plan (DMG-3)."
    ]
