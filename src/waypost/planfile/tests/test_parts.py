"""Keys, what is required, what is left out, and what an empty part means."""

import pytest

from waypost import planfile
from waypost.method.plan import (
    Account,
    Agreed,
    Membership,
    Person,
    Plan,
    Role,
    Supplier,
)
from waypost.planfile.tests.files import SMALLEST, problems, problems_after


def test_smallest_plan_has_a_supplier_and_an_account():
    assert planfile.read(SMALLEST) == Plan(
        supplier=Supplier(name="Castor"), account=Account(name="Brambleholt")
    )


@pytest.mark.parametrize(
    "nothing",
    [
        "profile: null\n",
        "profile: {}\n",
        "profile: {swot: {strengths: []}, gaps: null}\n",
        "team: null\n",
        "objectives: {business: ~}\n",
        "short_term_plan:\n",
        "acceptance: {senior: null, sponsor: {person: null, outcome: ''}}\n",
        "people: []\n",
    ],
)
def test_part_that_says_nothing_is_as_if_it_were_not_there(nothing: str):
    assert planfile.read(SMALLEST + nothing) == planfile.read(SMALLEST)


def test_optional_parts_of_a_session_that_say_nothing_are_none():
    rest = (
        "sessions:\n  - {id: SE1, date: 2026-02-10, customer_opening: {}, second_level: {who: }}\n"
    )
    (session,) = planfile.read(SMALLEST + rest).sessions
    assert session.customer_opening is None
    assert session.second_level is None


@pytest.mark.parametrize(
    ("written", "agreed"),
    [
        ("{team: [], customer: null}", Agreed(team=False)),
        ("{team: [T1], customer: false}", Agreed(team=("T1",), customer=False)),
        ("{team: true}", Agreed(team=True)),
        ("{}", Agreed()),
    ],
)
def test_agreed_is_a_flag_or_those_who_agreed(written: str, agreed: Agreed):
    rest = (
        "team: [{id: T1, name: Noor, role: lead}]\n"
        f"objectives: {{business: [{{id: B1, text: More, agreed: {written}}}]}}\n"
    )
    assert planfile.read(SMALLEST + rest).objectives.business[0].agreed == agreed


def test_agreed_is_nothing_else():
    rest = (
        "objectives: {business: [{id: B1, text: More, agreed: {team: T1, customer: {P1: P2}}}]}\n"
    )
    assert problems_after(rest) == [
        "line 4, objectives.business[0].agreed.team: Write true, false or a list, not “T1”.",
        "line 4, objectives.business[0].agreed.customer: "
        "Write true, false or a list, not keys and values.",
    ]


def test_unknown_key_is_named_with_the_nearest_and_all_keys():
    rest = "resources_requested:\n  - what: Hours\n    whi: to measure\n"
    assert problems_after(rest) == [
        "line 6, resources_requested[0]: There is no key “whi” here; the nearest is “why”. "
        "The keys are what, kind, why and status."
    ]


def test_unknown_key_like_no_other_is_named_with_all_keys():
    assert problems(
        "format: waypost-plan/1\nsupplier: {name: A, zzzz: 1}\naccount: {name: B}\n"
    ) == ["line 2, supplier: There is no key “zzzz” here. The keys are name and sells."]


def test_key_given_twice_is_refused_with_both_lines():
    rest = "as_of: 2026-01-01\nteam: []\nas_of: 2026-01-02\n"
    assert problems_after(rest) == ["line 6: Remove one “as_of”: line 4 has it already."]


def test_merge_key_is_refused():
    assert problems_after("profile:\n  <<: {gaps: []}\n") == [
        "line 5, profile: Write the keys out: merge keys (<<) are not read."
    ]


def test_missing_and_empty_required_keys_are_named():
    assert problems(
        "format: waypost-plan/1\nsupplier: {sells: filters}\naccount:\n  name: ''\n"
    ) == [
        "line 2, supplier: Add “name”: it is required.",
        "line 4, account.name: Fill this in: it is required.",
    ]


def test_part_that_is_no_mapping_is_refused():
    assert problems("format: waypost-plan/1\nsupplier: Castor\naccount: [Brambleholt]\n") == [
        "line 2, supplier: Write keys and values here (name, sells), not “Castor”.",
        "line 3, account: Write keys and values here (name, also_known_as, parent, currency, "
        "class, settings, locations), not a list.",
    ]


def test_empty_file_is_told_how_to_begin():
    sentence = "Begin the file with “format: waypost-plan/1”, then the parts of the plan."
    assert problems("") == [sentence]
    assert problems("# nothing yet\n") == [sentence]
    assert problems("- a\n") == [f"line 1: {sentence}"]
    assert problems("\nplan\n") == [f"line 2: {sentence}"]


def test_file_without_its_format_is_read_to_the_end():
    assert problems("supplier: {name: A}\naccount: {}\n") == [
        "line 1, format: Add the line “format: waypost-plan/1” at the top.",
        "line 2, account: Add “name”: it is required.",
    ]


@pytest.mark.parametrize("other", ["waypost-plan/2", "2", "[waypost-plan/1]", "null"])
def test_file_of_another_format_is_not_read(other: str):
    assert problems(f"supplier: 1\nformat: {other}\n") == [
        "line 2, format: Write “waypost-plan/1”: "
        "it is the format that this version of Waypost reads."
    ]


def test_all_problems_are_told_in_the_order_of_lines():
    rest = (
        "team:\n"
        "  - {id: T1, name: Noor, role: lead, location: L9}\n"
        "  - {id: T1, name: Pål, role: rep, hours_per_week: some}\n"
        "as_of: today\n"
    )
    assert problems_after(rest) == [
        "line 5, team[0].location: There is no location with the id “L9”.",
        "line 6, team[1].id: Choose another id: “T1” is already the id of a team member in line 5.",
        "line 6, team[1].hours_per_week: Enter a number, not “some”.",
        "line 7, as_of: Enter the date as YYYY-MM-DD, not “today”.",
    ]


def test_at_most_fifty_problems_are_told():
    told = problems_after("".join(f"key{n}: 1\n" for n in range(80)))
    assert len(told) == 50
    assert told[0].startswith("line 4: There is no key “key0” here")
    assert told[-1].startswith("line 53: There is no key “key49” here")


def test_error_names_the_file_before_each_problem():
    with pytest.raises(planfile.PlanFileError) as refused:
        planfile.read(SMALLEST + "as_of: x\nteam: y\n", name="dairy.yaml")
    assert str(refused.value) == (
        "dairy.yaml: line 4, as_of: Enter the date as YYYY-MM-DD, not “x”.\n"
        "dairy.yaml: line 5, team: Write a list here, not “y”."
    )
    assert [(p.line, p.column, p.path) for p in refused.value.problems] == [
        (4, 8, "as_of"),
        (5, 7, "team"),
    ]


def test_people_stand_in_the_order_in_which_groups_name_them():
    rest = (
        "people:\n"
        "  - {id: P4, name: Four}\n"
        "  - {id: P3, name: Three}\n"
        "decision_groups:\n"
        "  - {id: D1, decision: One, people: [{ref: P2, roles: [user]}, {id: P1, name: First}]}\n"
        "  - {id: D2, decision: Two, people: [{id: P2, name: Second, roles: [coach]}, {ref: P3}]}\n"
    )
    plan = planfile.read(SMALLEST + rest)
    assert plan.people == (
        Person(id="P2", name="Second"),
        Person(id="P1", name="First"),
        Person(id="P3", name="Three"),
        Person(id="P4", name="Four"),
    )
    assert [group.people for group in plan.decision_groups] == [
        (Membership(person="P2", roles=(Role.USER,)), Membership(person="P1")),
        (Membership(person="P2", roles=(Role.COACH,)), Membership(person="P3")),
    ]


def test_person_with_a_reference_is_not_described_at_the_same_place():
    rest = (
        "people: [{id: P1, name: Edith}]\n"
        "decision_groups:\n"
        "  - {id: D1, decision: Dryer, people: [{ref: P1, wants: peace}]}\n"
    )
    assert problems_after(rest) == [
        "line 6, decision_groups[0].people[0]: There is no key “wants” here. "
        "The keys are ref and roles."
    ]


def test_problem_of_a_person_is_told_where_the_person_stands():
    rest = "decision_groups:\n  - {id: D1, decision: Dryer, people: [{id: P1, level: 99}]}\n"
    assert problems_after(rest) == [
        "line 5, decision_groups[0].people[0]: Add “name”: it is required.",
        "line 5, decision_groups[0].people[0].level: Enter a number from 1 to 20, not “99”.",
    ]


def test_second_first_line_manager_is_refused():
    team = (
        "team:\n"
        "  - {id: M1, name: Nils Berg, role: first-line manager}\n"
        "  - {id: T1, name: Olga Hagen, role: account lead}\n"
        "  - {id: M2, name: Mia Dahl, role: 'First-line  manager, north'}\n"
        "  - {id: M3, name: Jo Lind, role: first-line manager}\n"
    )
    sentence = "Give another role: the team’s first-line manager is in line 5 already."
    assert problems_after(team) == [
        f"line 7, team[2].role: {sentence}",
        f"line 8, team[3].role: {sentence}",
    ]
