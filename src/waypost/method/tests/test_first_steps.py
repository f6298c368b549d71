import pytest

from waypost.method import plan as p
from waypost.method.first_steps import Step, first_steps

LEAD = p.TeamMember(id="T1", name="Olga Hagen", role="account lead")
MANAGER = p.TeamMember(id="T2", name="Henrik Aas", role="First-line manager, north")
SUPPORT = p.TeamMember(id="T3", name="Tom Ferrari", role="field service")
SOURCED = p.Fact(text="Half the water by 2029.", source="annual report")
HEARSAY = p.Fact(text="They may buy a mill.")

DONE, NOW, LATER = (
    Step(done=True, now=False),
    Step(done=False, now=True),
    Step(done=False, now=False),
)


def plan_with(**parts):
    return p.Plan(
        supplier=p.Supplier(name="Fernhill Controls"),
        account=p.Account(name="Brightwater Mills"),
        **parts,
    )


def group(*people):
    members = tuple(p.Membership(person=person) for person in people)
    return p.DecisionGroup(id=f"G{people[0]}", decision="Who buys", people=members)


COMPLETE = {
    "team": (LEAD, MANAGER),
    "profile": p.Profile(company_goals=(SOURCED,), value_chain=(SOURCED, SOURCED)),
    "decision_groups": (group("P1", "P2"), group("P2", "P3")),
    "objectives": p.Objectives(relationship=(p.RelationshipObjective(id="R1", text="They ask."),)),
    "short_term_plan": p.ShortTermPlan(actions=(p.Action(id="A1", what="Visit"),)),
}
STEPS = ("team", "knowledge", "people", "relationship", "actions")


def states(plan):
    steps = first_steps(plan)
    return [getattr(steps, name) for name in STEPS]


def test_first_steps_of_an_empty_plan_begin_with_the_team():
    assert states(plan_with()) == [NOW, LATER, LATER, LATER, LATER]


def test_first_steps_of_a_complete_plan_are_all_done():
    steps = first_steps(plan_with(**COMPLETE))

    assert steps.all_done
    assert (steps.lead, steps.manager) == (LEAD, MANAGER)


@pytest.mark.parametrize("missing", COMPLETE)
def test_first_steps_without_one_part_are_at_that_step(missing):
    parts = {name: part for name, part in COMPLETE.items() if name != missing}
    expected = [NOW if name == missing else DONE for name in COMPLETE]

    steps = first_steps(plan_with(**parts))

    assert states(plan_with(**parts)) == expected
    assert not steps.all_done


def test_first_steps_need_a_first_line_manager():
    steps = first_steps(plan_with(team=(LEAD, SUPPORT)))

    assert steps.team == NOW
    assert (steps.lead, steps.manager) == (LEAD, None)


def test_first_steps_count_facts_with_a_source_only():
    profile = p.Profile(
        company_goals=(SOURCED, HEARSAY),
        markets_and_positioning=(SOURCED,),
        swot=p.Swot(strengths=("Own forest",)),
        gaps=("Who signs?",),
    )

    assert first_steps(plan_with(profile=profile)).knowledge == LATER


def test_first_steps_count_each_person_once():
    groups = (group("P1", "P2"), group("P2", "P1"))

    assert first_steps(plan_with(decision_groups=groups)).people == LATER
