"""Ids are unique, references known and of the right kind, and nothing stands in a list twice."""

import pytest

from waypost import planfile
from waypost.planfile.tests.files import SMALLEST, problems_after

TEAM = "team: [{id: T1, name: Noor, role: lead}]\n"
OBJECTIVE = "objectives: {business: [{id: B1, text: More}]}\n"


@pytest.mark.parametrize("code", ["A", "a", "B2", "L-3", "x.y_z-1", "no", "A" * 32])
def test_id_is_letters_digits_and_three_signs(code: str):
    plan = planfile.read(f"{SMALLEST}team: [{{id: {code}, name: Noor, role: lead}}]\n")
    assert plan.team[0].id == code


@pytest.mark.parametrize("code", ["1", "1A", "-a", "B 2", "Ä1", "B/2", "A" * 33, "T\u0661"])
def test_other_id_is_refused(code: str):
    assert problems_after(f"team:\n  - {{id: {code}, name: Noor, role: lead}}\n") == [
        "line 5, team[0].id: Enter an id of at most 32 letters, digits, dots, hyphens and "
        f"underscores that begins with a letter, not “{code}”."
    ]


def test_id_is_not_the_word_for_the_account():
    assert problems_after("team:\n  - {id: account, name: Noor, role: lead}\n") == [
        "line 5, team[0].id: Choose another id: “account” stands for the account as a whole."
    ]


def test_id_is_unique_over_all_kinds():
    assert problems_after(
        TEAM + "traffic_lights:\n  - {id: T1, colour: red, on: account, text: X}\n"
    ) == [
        "line 6, traffic_lights[0].id: "
        "Choose another id: “T1” is already the id of a team member in line 4."
    ]


def test_person_is_described_in_full_only_once():
    rest = (
        "decision_groups:\n"
        "  - {id: D1, decision: Dryer, people: [{id: P1, name: Edith}]}\n"
        "  - {id: D2, decision: Mixer, people: [{id: P1, name: Edith}]}\n"
    )
    assert problems_after(rest) == [
        "line 6, decision_groups[1].people[0].id: "
        "Choose another id: “P1” is already the id of a person in line 5."
    ]


def test_unknown_reference_says_what_is_expected_and_the_nearest():
    rest = OBJECTIVE + "short_term_plan:\n  actions:\n    - {id: A1, what: Call, achieves: B9}\n"
    assert problems_after(rest) == [
        "line 7, short_term_plan.actions[0].achieves: There is no objective, stage goal, "
        "strategy or opportunity with the id “B9”; the nearest is “B1”."
    ]


def test_unknown_reference_to_any_part_is_refused():
    assert problems_after("customer_facing: {show: [X1]}\n") == [
        "line 4, customer_facing.show[0]: There is no part with the id “X1”."
    ]


def test_reference_to_another_kind_says_what_the_id_is():
    rest = TEAM + "traffic_lights:\n  - {id: L1, colour: red, on: T1, text: X}\n"
    assert problems_after(rest) == [
        "line 6, traffic_lights[0].on: “T1” is a team member; "
        "enter “account” or the id of an objective, stage goal or opportunity."
    ]


def test_reference_may_stand_before_what_it_names():
    rest = "strategies: [{id: S1, statement: So, serves: [B1]}]\n" + OBJECTIVE
    assert planfile.read(SMALLEST + rest).strategies[0].serves == ("B1",)


def test_word_instead_of_a_reference_is_the_account():
    rest = "traffic_lights: [{id: L1, colour: red, on: account, text: X}]\n"
    assert planfile.read(SMALLEST + rest).traffic_lights[0].on == "account"


@pytest.mark.parametrize(
    ("gaps", "message"),
    [
        ("[Who signs?]", "There is no “gaps[1]”: the last of gaps is gaps[0]."),
        ("[]", "There is no “gaps[1]”: there are none."),
    ],
)
def test_gap_that_is_not_there_is_refused(gaps: str, message: str):
    rest = (
        "short_term_plan: {actions: [{id: A1, what: Ask, from_gap: 'gaps[1]'}]}\n"
        f"profile: {{gaps: {gaps}}}\n"
    )
    assert problems_after(rest) == [f"line 4, short_term_plan.actions[0].from_gap: {message}"]


def test_gap_is_held_by_its_place():
    rest = (
        "profile: {gaps: [Who signs?, When?]}\n"
        "short_term_plan: {actions: [{id: A1, what: Ask, from_gap: 'gaps[1]'}]}\n"
    )
    assert planfile.read(SMALLEST + rest).short_term_plan.actions[0].from_gap == 1


@pytest.mark.parametrize(
    ("rest", "path", "twice"),
    [
        (
            OBJECTIVE + "strategies: [{id: S1, statement: So, serves: [B1,\n  B1]}]\n",
            "strategies[0].serves[1]",
            "B1",
        ),
        (
            "short_term_plan:\n  months: [2026-12,\n  2026-12]\n",
            "short_term_plan.months[1]",
            "2026-12",
        ),
        (
            TEAM + "strategies: [{id: S1, statement: So, members: [{who: T1},\n  {who: T1}]}]\n",
            "strategies[0].members[1].who",
            "T1",
        ),
        (
            "people: [{id: P1, name: Edith}]\ncoach_development: [{person: P1},\n  {person: P1}]\n",
            "coach_development[1].person",
            "P1",
        ),
        (
            "people: [{id: P1, name: E}]\n"
            "decision_groups: [{id: D1, decision: X, people: [{ref: P1},\n  {ref: P1}]}]\n",
            "decision_groups[0].people[1].ref",
            "P1",
        ),
        (
            "\ndecision_groups: [{id: D1, decision: X, people: [{id: P1, name: E, roles: [user,\n"
            "  user]}]}]\n",
            "decision_groups[0].people[0].roles[1]",
            "user",
        ),
    ],
)
def test_what_stands_in_a_list_twice_is_refused(rest: str, path: str, twice: str):
    assert problems_after(rest) == [f"line 6, {path}: Remove one “{twice}”: line 5 has it already."]


def test_same_text_may_stand_in_a_list_twice():
    plan = planfile.read(SMALLEST + "profile: {gaps: [Who signs?, Who signs?]}\n")
    assert plan.profile.gaps == ("Who signs?", "Who signs?")


def test_person_who_reports_to_himself_is_refused():
    assert problems_after("people:\n  - {id: P1, name: Edith, reports_to: P1}\n") == [
        "line 5, people[0].reports_to: Choose somebody else: P1 → P1 goes in a circle."
    ]


def test_circle_of_people_is_refused_once():
    rest = (
        "people:\n"
        "  - {id: P1, name: One, reports_to: P2}\n"
        "  - {id: P2, name: Two, reports_to: P3}\n"
        "  - {id: P3, name: Three, reports_to: P2}\n"
        "  - {id: P4, name: Four, reports_to: P1}\n"
    )
    assert problems_after(rest) == [
        "line 7, people[2].reports_to: Choose somebody else: P2 → P3 → P2 goes in a circle."
    ]


def test_long_circle_of_people_is_shown_in_part():
    rest = "people:\n" + "".join(
        f"  - {{id: P{n}, name: Edith, reports_to: P{(n + 1) % 1000}}}\n" for n in range(1000)
    )
    assert problems_after(rest) == [
        "line 1004, people[999].reports_to: "
        "Choose somebody else: P0 → P1 → P2 → P3 → P4 → P5 → … → P0 goes in a circle."
    ]


def test_line_of_people_that_ends_is_read():
    rest = (
        "people: [{id: P1, name: One, reports_to: P2}, {id: P2, name: Two, reports_to: P3}, "
        "{id: P3, name: Three}]\n"
    )
    people = planfile.read(SMALLEST + rest).people
    assert [person.reports_to for person in people] == ["P2", "P3", None]
