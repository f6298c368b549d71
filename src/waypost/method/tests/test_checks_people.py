"""Rules on the people of the customer (DMG)."""

from datetime import date

import pytest

from waypost.method.checks import Severity, decision_groups, people
from waypost.method.plan import (
    CoachDevelopment,
    DecisionGroup,
    Location,
    Membership,
    Person,
    Role,
)
from waypost.method.tests.build import found, member, plan

TODAY = date(2026, 11, 24)
ECONOMIC, USER, TECHNICAL, COACH = (Role.ECONOMIC,), (Role.USER,), (Role.TECHNICAL,), (Role.COACH,)


def person(code="P1", name=None, **fields):
    return Person(id=code, name=name or f"Person {code}", **fields)


def of(rule, *having, roles=None, **parts):
    members = tuple(Membership(person=who, roles=has) for who, has in (roles or {}).items())
    groups = (
        (DecisionGroup(id="D1", decision="Seals for line 1", people=members),) if members else ()
    )
    return found(rule, plan(people=having, decision_groups=groups, **parts), TODAY)


@pytest.mark.parametrize(
    ("roles", "known", "severity", "message"),
    [
        (
            ECONOMIC,
            {},
            Severity.WARNING,
            "What Person P1 wants and would personally win is not known.",
        ),
        (
            ECONOMIC,
            {"wants": "x"},
            Severity.ADVICE,
            "What Person P1 would personally win is not known.",
        ),
        (USER, {"personal_win": "x"}, Severity.QUESTION, "What Person P1 wants is not known."),
        (
            USER,
            {"known_by": ("T1",)},
            Severity.ADVICE,
            "What Person P1 wants and would personally win is not known.",
        ),
    ],
)
def test_motives_unknown(roles, known, severity, message):
    held = of(people.motives_unknown, person(**known), roles={"P1": roles})
    assert held == [("P1", "", severity, message)]


@pytest.mark.parametrize(
    ("roles", "known"),
    [
        (ECONOMIC, {"wants": "x", "personal_win": "y"}),
        ((), {"known_by": ("T1",)}),
        (USER, {}),
        (ECONOMIC, {"left_company": True}),
    ],
)
def test_motives_unknown_is_silent(roles, known):
    assert of(people.motives_unknown, person(**known), roles={"P1": roles}) == []


def test_fix_of_unknown_motives_asks_who_knows_the_person():
    def asked(**known):
        group = DecisionGroup(
            id="D1", decision="Seals", people=(Membership(person="P1", roles=ECONOMIC),)
        )
        having = plan(
            people=(person(**known),),
            decision_groups=(group,),
            team=(member("T1", "account lead"), member("T2")),
        )
        (finding,) = people.motives_unknown.apply(having, TODAY)
        assert finding.fix.action is not None
        return finding.fix.member, finding.fix.action.owner, finding.fix.field

    assert asked(known_by=("T2",)) == ("T2", "T2", "wants")
    assert asked(wants="x") == ("T1", "T1", "personal_win")


@pytest.mark.parametrize(
    ("known", "severity", "message"),
    [
        ({"left_company": True}, Severity.WARNING, "Person P1, a coach, has left the customer."),
        (
            {"disposition": "Now against us"},
            Severity.WARNING,
            "Person P1, a coach, is no longer for us.",
        ),
        (
            {"last_contact": date(2026, 7, 26)},
            Severity.ADVICE,
            "Nobody has met Person P1, a coach, for long.",
        ),
    ],
)
def test_coach_lost(known, severity, message):
    assert of(people.coach_lost, person(**known), roles={"P1": COACH}) == [
        ("P1", "coach", severity, message)
    ]


@pytest.mark.parametrize(
    ("roles", "known"),
    [
        (COACH, {"disposition": "for us", "last_contact": date(2026, 7, 27)}),
        (COACH, {}),
        (USER, {"left_company": True}),
    ],
)
def test_coach_lost_is_silent(roles, known):
    assert of(people.coach_lost, person(**known), person("P2"), roles={"P1": roles}) == []


def test_leaking_says_nothing_of_what_it_was():
    development = (
        CoachDevelopment(person="P1", stage="shares prices", confidential_information=True),
        CoachDevelopment(person="P2", confidential_information=False),
    )
    assert of(people.leaking, person(), person("P2"), coach_development=development) == [
        (
            "P1",
            "confidential",
            Severity.SERIOUS,
            "Keep what you hear from Person P1 free of anything confidential.",
        )
    ]


def test_not_met_for_four_months_who_releases_the_money():
    having = (
        person("P1", last_contact=date(2026, 7, 26)),
        person("P2", last_contact=date(2026, 7, 27)),
        person("P3", last_contact=date(2026, 1, 5)),
        person("P4"),
    )
    roles = {"P1": ECONOMIC, "P2": ECONOMIC, "P3": USER, "P4": ECONOMIC}
    assert of(people.not_met, *having, roles=roles) == [
        (
            "P1",
            "met",
            Severity.ADVICE,
            "Person P1, who releases the money, was last met on 26 Jul 2026.",
        )
    ]


def places(*having):
    locations = (Location(id="L1", name="Mill"), Location(id="L2", name="Board mill"))
    empty = plan()
    account = type(empty.account)(name=empty.account.name, locations=locations)
    held = type(empty)(supplier=empty.supplier, account=account, people=having)
    return found(people.white_places, held, TODAY)


def known(code, **fields):
    return person(code, known_by=("T1",), **fields)


def test_white_places_in_breadth():
    there = [known(f"P{n}", location="L1") for n in (1, 2, 3)]
    assert places(*there) == [
        ("L2", "", Severity.QUESTION, "Nobody of us knows anybody at Board mill.")
    ]
    assert places(*there, person("P4", location="L2")) == places(*there)
    assert places(*there, known("P4", location="L2")) == []
    assert places(*there[:2]) == []
    assert places(*(known(f"P{n}") for n in (1, 2, 3))) == []


def test_white_places_in_height():
    there = [known(f"P{n}", level=level) for n, level in ((1, 3), (2, 4), (3, None))]
    assert places(*there, person("P4", level=1)) == [
        (
            "account",
            "level",
            Severity.QUESTION,
            "The highest level at which anybody of us knows somebody is 3.",
        )
    ]
    assert places(*there, known("P4", level=2)) == []


def test_nobody_known():
    assert of(decision_groups.nobody_known) == [
        ("account", "", Severity.ADVICE, "Nobody who decides at the customer is written down.")
    ]
    assert of(decision_groups.nobody_known, person()) == []
    assert of(decision_groups.nobody_known, roles={"P1": USER}) == []


def test_likely_twice():
    having = (person("P6", "Kåre Nilsen", level=4), person("P7", "K. Nilsen", level=4))
    assert of(decision_groups.likely_twice, *having) == [
        ("P7", "P6", Severity.QUESTION, "K. Nilsen may be the same as Kåre Nilsen (P6).")
    ]


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ({"location": "L1"}, {"location": "L1"}, ["P7"]),
        ({"location": "L1"}, {"location": "L2"}, []),
        ({"level": 2}, {"level": 4}, []),
        ({"level": 2}, {}, ["P7"]),
        ({"left_company": True}, {}, []),
    ],
)
def test_likely_twice_looks_at_place_and_level(first, second, places):
    having = (person("P6", "Kåre Nilsen", **first), person("P7", "K. Nilsen", **second))
    assert [at for at, *_ in of(decision_groups.likely_twice, *having)] == places


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ({"name": "K. Nilsen", "wants": "x"}, {"name": "Kåre Nilsen"}, ["P6"]),
        ({"name": "Kåre Nilsen"}, {"name": "Kare Nilsen", "wants": "x"}, ["P6"]),
        ({"name": "Kåre Nilsen"}, {"name": "Kare Nilsen"}, ["P7"]),
    ],
)
def test_likely_twice_stands_at_the_one_of_whom_less_is_known(first, second, places):
    having = (person("P6", **first), person("P7", **second))
    assert [at for at, *_ in of(decision_groups.likely_twice, *having)] == places


def test_likely_twice_compares_with_the_nearest_fifty():
    def count(between):
        letters = "abcdefghijklmnopqrstuvwxyz" * 2
        others = [person(f"P{n}", f"Ka{letters[n]} Ny{'x' * n}") for n in range(between)]
        having = (person("X1", "Kåre Nilsen"), *others, person("X2", "Kåre Nilsen"))
        return sum(at == "X2" for at, *_ in of(decision_groups.likely_twice, *having))

    assert (count(49), count(50)) == (1, 0)


def test_likely_twice_by_full_names_whatever_their_levels():
    having = (person("P6", "Kåre Nilsen", level=2), person("P7", "Kare Nilsen", level=4))
    assert [at for at, *_ in of(decision_groups.likely_twice, *having)] == ["P7"]


def test_no_coach_once_two_roles_are_known():
    both = (person("P1"), person("P2"))
    assert of(decision_groups.no_coach, *both, roles={"P1": ECONOMIC, "P2": USER}) == [
        ("D1", "", Severity.ADVICE, "D1 has no coach: “Seals for line 1”")
    ]
    assert of(decision_groups.no_coach, *both, roles={"P1": ECONOMIC, "P2": COACH}) == []
    assert of(decision_groups.no_coach, *both, roles={"P1": ECONOMIC, "P2": ()}) == []
    gone = person("P3", left_company=True)
    roles = {"P1": ECONOMIC, "P2": USER, "P3": COACH}
    assert of(decision_groups.no_coach, *both, gone, roles=roles) == []


def test_fix_of_a_missing_buyer_asks_whoever_knows_somebody():
    def owner(*having):
        group = DecisionGroup(id="D1", decision="Seals", opportunity="OP1")
        held = plan(people=having, decision_groups=(group,), team=(member("T1", "account lead"),))
        (finding,) = decision_groups.economic_buyer.apply(held, TODAY)
        assert finding.fix.action is not None
        assert finding.fix.action.achieves == "OP1"
        return finding.fix.action.owner

    assert owner(person("P1", known_by=("T2",))) == "T2"
    assert owner(person("P1")) == "T1"
