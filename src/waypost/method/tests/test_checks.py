"""What every rule has in common."""

from datetime import date

from waypost.method.checks import RULES, Finding, Remedy, Severity, check
from waypost.method.checks.registry import fix, quoted, rule
from waypost.method.plan import Opportunity
from waypost.method.tests.build import plan
from waypost.method.words import words

TODAY = date(2026, 11, 24)


def test_rule_makes_findings_of_its_number_and_reason():
    @rule("OBJ-9", title="A title", why="Because.")
    def nothing(_plan, _today):
        yield nothing.finding("B1", Severity.ADVICE, words("Odd."), fix(Remedy.SET_DATE, "Set."))

    assert list(nothing.apply(plan(), TODAY)) == [
        Finding(
            rule="OBJ-9",
            at="B1",
            subject="",
            severity=Severity.ADVICE,
            message=words("Odd."),
            why=words("Because."),
            fix=fix(Remedy.SET_DATE, "Set."),
        )
    ]


def test_fix_reads_as_its_imperative():
    assert str(fix(Remedy.ASK_MEMBER, "Ask %(name)s.", name="Ingrid")) == "Ask Ingrid."


def test_quoted_text_ends_at_a_word():
    assert quoted("one  two\nthree") == "one two three"
    assert quoted("word " * 30) == "word " * 15 + "word…"


def test_severities_rise():
    assert [severity.name for severity in sorted(Severity)] == [
        "QUESTION",
        "ADVICE",
        "WARNING",
        "SERIOUS",
    ]


def test_rules_have_one_title_each():
    titles = [found.title for found in RULES]
    assert len(titles) == len(set(titles))


def test_rules_of_all_families_are_found():
    assert {found.number for found in RULES} >= {
        "OBJ-3", "OBJ-4", "OBJ-5", "OBJ-6", "OBJ-7", "STR-1", "STR-2", "STR-3", "STP-1", "STP-2",
        "STP-3", "STP-4", "STP-5", "STP-6", "STP-7", "STP-8", "MOD-1", "TL-1", "TL-4", "PRO-1",
        "PRO-2", "DMG-1", "DMG-2", "DMG-3", "DMG-4", "ROTI-2", "SES-1", "SES-2", "SES-3", "SES-4",
        "SES-5", "SES-6", "SES-7", "SES-8",
    }  # fmt: skip


def test_check_puts_the_worst_first():
    found = check(plan(opportunities=(Opportunity(id="OP1", name="Stock"),)), TODAY)
    assert [(finding.rule, finding.at, finding.severity) for finding in found] == [
        ("OBJ-6", "visionary", Severity.WARNING),
        ("OBJ-6", "relationship", Severity.WARNING),
        ("OBJ-6", "business", Severity.WARNING),
        ("PRO-1", "account", Severity.ADVICE),
        ("DMG-1", "account", Severity.ADVICE),
        ("ROTI-2", "OP1", Severity.ADVICE),
        ("SES-2", "account", Severity.ADVICE),
    ]
