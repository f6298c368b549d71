"""What is different between two states of a plan, in sentences."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from waypost.method.difference_words import Area
from waypost.method.differences import differences
from waypost.method.month import Month
from waypost.method.plan import (
    Action,
    ActionStatus,
    Agreed,
    CheckIn,
    Colour,
    Commitment,
    Fact,
    Heard,
    LightChange,
    Objectives,
    Opportunity,
    Person,
    Profile,
    RelationshipObjective,
    ShortTermPlan,
    StageGoal,
    Strategy,
    TrafficLight,
    Vision,
)
from waypost.method.tests.build import member, objective, plan

GOAL = objective(target=5, due=date(2027, 9, 30), owner="T1")
ACTION = Action(id="A1", what="Send the list", month=Month(2026, 11), owner="T1")
LIGHT = TrafficLight(id="L1", colour=Colour.GREEN, on="B1", text="We are approved")
STRATEGY = Strategy(id="S1", statement="Machine by machine")
PERSON = Person(id="P1", name="Marit Berg")
OPPORTUNITY = Opportunity(id="O1", name="Pumps")
WORDS = RelationshipObjective(id="R1", text="They answer before we ask")
TEAM = (member("T1"), member("T2"))


def of(**parts):
    """A plan with these parts; lists of objectives and actions at their places."""
    levels = {name: parts.pop(name, ()) for name in ("visionary", "relationship", "business")}
    actions = parts.pop("actions", ())
    return plan(
        team=TEAM,
        objectives=Objectives(**levels),
        short_term_plan=ShortTermPlan(actions=actions),
        **parts,
    )


def said(before, after):
    return [(d.at, [str(words) for words in d.sentences]) for d in differences(before, after)]


def turned(name, before, **changes):
    """What is said where one part has other values."""
    [(at, sentences)] = said(of(**{name: (before,)}), of(**{name: (replace(before, **changes),)}))
    assert at == before.id
    return sentences


def test_equal_plans_have_no_difference():
    full = of(business=(GOAL,), actions=(ACTION,), traffic_lights=(LIGHT,), people=(PERSON,))
    assert differences(full, full) == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"target": Decimal(4)}, "The target is now 4; it was 5."),
        ({"target": None}, "The target was 5 and is no longer given."),
        ({"metric": "machines"}, "The metric is now machines; there was none."),
        ({"due": date(2027, 12, 31)}, "The due date is now 31 Dec 2027; it was 30 Sep 2027."),
        ({"owner": "T2"}, "The owner is now Member T2; it was Member T1."),
        ({"agreed": Agreed(customer=True)}, "The customer agreed to it."),
        ({"agreed": Agreed(team=("T2",))}, "Member T2 agreed to it."),
        (
            {"customer_text": "Five of your machines run."},
            "The wording to the customer is now “Five of your machines run”; there was none.",
        ),
        ({"serves": ("V1", "R1")}, "The purpose is now V1, R1; there was none."),
        (
            {"text": "Six machines"},
            "It now reads “Six machines”; it read “Five machines run on our bearings”.",
        ),
        (
            {"check_ins": (CheckIn(on=date(2026, 11, 24), value=Decimal(3)),)},
            "The check-in of 24 Nov 2026 says 3.",
        ),
    ],
)
def test_objective_says_what_is_different(changes, sentence):
    assert turned("business", GOAL, **changes) == [sentence]


def test_objective_says_who_no_longer_agrees():
    one = replace(GOAL, agreed=Agreed(team=("T1", "T2")))
    assert turned("business", one, agreed=Agreed(team=("T2",))) == [
        "Member T1 no longer agrees to it."
    ]
    both = replace(GOAL, agreed=Agreed(team=True, customer=True))
    assert turned("business", both, agreed=Agreed(team=("T1",))) == [
        "The team no longer agrees to it.",
        "Member T1 agreed to it.",
        "The customer no longer agrees to it.",
    ]


def test_texts_that_end_themselves_are_quoted_without_their_full_stop():
    assert turned("business", GOAL, text="Six machines.") == [
        "It now reads “Six machines”; it read “Five machines run on our bearings”."
    ]
    lit = replace(LIGHT, response="Call them.")
    assert turned("traffic_lights", lit, response=None) == [
        "The response was “Call them” and is no longer given."
    ]


def test_team_and_profile_say_who_came_and_what_is_known():
    fact = Fact(text="They sell board", id="F1")
    same, why = Fact(text="They own two mills"), "Why did they leave?"
    before = replace(of(), profile=Profile(competitors=(fact, same), gaps=("Who signs?", why)))
    known = Profile(company_goals=(Fact(text="Fewer stops"), same), gaps=("Who pays?", why))
    third = replace(member("T3"), role="service")
    after = replace(of(), team=(replace(TEAM[0], role="lead"), third), profile=known)
    assert [(d.area, d.at, d.text, *map(str, d.sentences)) for d in differences(before, after)] == [
        (Area.TEAM, "T1", "Member T1", f"The role is now lead; it was {TEAM[0].role}."),
        (Area.TEAM, "T3", "Member T3", "New in the team: service."),
        (Area.TEAM, "T2", "Member T2", "No longer in the team."),
        (Area.PROFILE, "", "Fewer stops", "It is known now."),
        (Area.PROFILE, "F1", "They sell board", "It is no longer in the profile."),
        (Area.PROFILE, "", "Who pays?", "The gap is new."),
        (Area.PROFILE, "", "Who signs?", "The gap is no longer open."),
    ]


def test_several_things_of_one_part_stand_together():
    assert turned("business", GOAL, target=Decimal(4), owner=None) == [
        "The target is now 4; it was 5.",
        "The owner was Member T1 and is no longer given.",
    ]


def test_sentence_says_what_was_heard():
    heard = (Heard(text="You called first"),)
    assert turned("relationship", WORDS, heard=heard) == ["It was heard: “You called first”."]


def test_vision_says_how_far_it_looks_now():
    vision = Vision(id="V1", horizon_years=5, text="Their first call")
    assert turned("visionary", vision, horizon_years=3) == [
        "The number of years is now 3; it was 5."
    ]


def test_stage_goal_says_what_is_different():
    stages = (StageGoal(id="G1", due=date(2027, 3, 31), value=Decimal(4)),)
    with_stage = of(business=(replace(GOAL, stages=stages),))
    without = of(business=(GOAL,))
    later = of(business=(replace(GOAL, stages=(replace(stages[0], due=date(2027, 4, 30)),)),))
    assert differences(without, with_stage)[0].text == "Five machines run on our bearings"
    assert differences(with_stage, without)[0].text == "Five machines run on our bearings"
    assert said(without, with_stage) == [("G1", ["The stage goal is new: 4 by 31 Mar 2027."])]
    assert said(with_stage, without) == [("G1", ["The stage goal is no longer in the plan."])]
    assert said(with_stage, later) == [
        ("G1", ["The due date is now 30 Apr 2027; it was 31 Mar 2027."])
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"month": Month(2026, 12)}, "It was carried from Nov 2026 to Dec 2026."),
        ({"month": Month(2026, 10)}, "It was brought forward from Nov 2026 to Oct 2026."),
        ({"status": ActionStatus.DONE}, "It is done."),
        (
            {"status": ActionStatus.DROPPED, "reason": "They have it"},
            "It was dropped: “They have it”.",
        ),
        ({"reason": "No time"}, "The reason given is “No time”."),
        ({"hours": Decimal("2.5")}, "The number of hours is now 2.5; there was none."),
    ],
)
def test_action_says_what_became_of_it(changes, sentence):
    assert turned("actions", ACTION, **changes) == [sentence]


def test_action_can_be_open_again():
    done = replace(ACTION, status=ActionStatus.DONE)
    assert turned("actions", done, status=ActionStatus.OPEN) == ["It is open again."]


def test_light_says_how_it_turned_and_why():
    day = date(2026, 11, 24)
    history = (
        LightChange(on=day, from_colour=Colour.GREEN, to_colour=Colour.RED, why="Off the list"),
    )
    assert turned("traffic_lights", LIGHT, colour=Colour.RED, history=history) == [
        "It turned from green to red.",
        "The reason given is “Off the list”.",
    ]
    same = (LightChange(on=day, from_colour=Colour.GREEN, to_colour=Colour.GREEN),)
    assert turned("traffic_lights", LIGHT, history=same) == [
        "It was found still true on 24 Nov 2026."
    ]


@pytest.mark.parametrize(
    ("colour", "word"), [(Colour.AMBER, "amber"), (Colour.RED, "red"), (Colour.GREEN, "green")]
)
def test_light_turns_to_each_colour(colour, word):
    before = Colour.RED if colour is Colour.GREEN else Colour.GREEN
    light = replace(LIGHT, colour=before)
    assert turned("traffic_lights", light, colour=colour) == [
        f"It turned from {before.value} to {word}."
    ]


def test_strategy_says_who_committed():
    yes = Commitment(who="T1", committed=True)
    assert turned("strategies", STRATEGY, members=(yes,)) == ["Member T1 committed to it."]
    no = replace(STRATEGY, members=(yes,))
    assert turned("strategies", no, members=(replace(yes, committed=False),)) == [
        "Member T1 is no longer committed to it."
    ]
    assert turned("strategies", STRATEGY, serves=("B1",)) == [
        "The purpose is now B1; there was none."
    ]


def test_person_says_who_knows_them_and_where_they_went():
    assert turned("people", PERSON, known_by=("T2",), last_contact=date(2026, 11, 20)) == [
        "Member T2 knows the person now.",
        "The last contact was on 20 Nov 2026.",
    ]
    assert turned("people", PERSON, left_company=True) == ["The person has left the company."]


def test_opportunity_says_its_figures():
    assert turned("opportunities", OPPORTUNITY, margin=Decimal(40_000)) == [
        "The margin is now 40000; there was none."
    ]


def test_chance_is_said_in_percent():
    chance = replace(OPPORTUNITY, chance=Decimal("0.5"))
    assert turned("opportunities", chance, chance=Decimal("0.8")) == [
        "The chance in percent is now 80; it was 50."
    ]


def test_part_that_is_new_or_gone_says_so_after_those_that_stay():
    before = of(actions=(ACTION,), traffic_lights=(LIGHT,), people=(PERSON,))
    after = of(business=(GOAL,), strategies=(STRATEGY,), opportunities=(OPPORTUNITY,))
    assert said(before, after) == [
        ("B1", ["It is new in the plan."]),
        ("S1", ["The strategy is new."]),
        ("A1", ["The action is no longer in the plan."]),
        ("L1", ["The light has gone out; it was green."]),
        ("P1", ["The person is no longer in the plan."]),
        ("O1", ["The opportunity is new."]),
    ]


def test_difference_names_its_area_and_its_words():
    [found] = differences(of(), of(actions=(ACTION,)))
    assert (found.area, found.text) == (Area.ACTIONS, "Send the list")


def test_what_stood_there_before_is_not_said_again():
    check = CheckIn(on=date(2026, 10, 29), value=Decimal(2))
    heard = Heard(text="You called first")
    told = Commitment(who="T1")
    amber, green = Colour.AMBER, Colour.GREEN
    turn = LightChange(on=date(2026, 10, 1), from_colour=amber, to_colour=green, why="Approved")
    with_check = replace(GOAL, check_ins=(check,))
    assert turned("business", with_check, target=Decimal(4)) == ["The target is now 4; it was 5."]
    with_heard = replace(WORDS, heard=(heard,))
    assert turned("relationship", with_heard, text="They answer") == [
        "It now reads “They answer”; it read “They answer before we ask”."
    ]
    with_answer = replace(STRATEGY, members=(told,))
    assert turned("strategies", with_answer, serves=("B1",)) == [
        "The purpose is now B1; there was none."
    ]
    turned_before = replace(LIGHT, history=(turn,))
    assert turned("traffic_lights", turned_before, on=None) == [
        "The place it stands on was B1 and is no longer given."
    ]
    known = replace(PERSON, known_by=("T1",))
    assert turned("people", known, known_by=("T1", "T2")) == ["Member T2 knows the person now."]


def test_turn_without_a_reason_gives_none():
    amber, green = Colour.AMBER, Colour.GREEN
    turn = LightChange(on=date(2026, 11, 20), from_colour=green, to_colour=amber)
    assert turned("traffic_lights", LIGHT, colour=amber, history=(turn,)) == [
        "It turned from green to amber."
    ]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ({"business": (GOAL,)}, {"business": (replace(GOAL, target=Decimal(4)),)}, True),
        ({"business": (GOAL,)}, {}, True),
        (
            {"business": (GOAL,)},
            {"business": (replace(GOAL, agreed=Agreed(team=True)),)},
            False,
        ),
        (
            {"relationship": (WORDS,)},
            {"relationship": (replace(WORDS, heard=(Heard(text="Always"),)),)},
            False,
        ),
        ({"strategies": (STRATEGY,)}, {}, False),
    ],
)
def test_only_what_makes_a_goal_another_one_changes_goals(before, after, changed):
    [found] = differences(of(**before), of(**after))
    assert found.changes_goals is changed
