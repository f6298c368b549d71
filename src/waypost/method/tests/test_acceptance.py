"""The table of acceptance: every step by every role from every state."""

from itertools import product

import pytest

from waypost.method.acceptance import (
    ALWAYS,
    ONLY_LEAD,
    OPEN,
    RULES,
    STANDS,
    Because,
    Refusal,
    Role,
    Standing,
    State,
    Step,
    Topic,
    refusal,
    state_of,
)

# The same table once more, as one reads it: who, from which states, to which.
EXPECTED = {
    "submit": ("lead", "draft accepted conditional returned withdrawn", "submitted"),
    "withdraw": ("lead", "submitted", "withdrawn"),
    "challenge": ("first-line", "submitted", None),
    "answer": ("lead member", "submitted", None),
    "send back": ("first-line", "submitted", "returned"),
    "confirm": ("first-line", "submitted", "confirmed"),
    "return": ("senior", "confirmed", "returned"),
    "accept": ("senior", "confirmed", "accepted"),
    "accept on conditions": ("senior", "confirmed", "conditional"),
    "take back": ("senior", "accepted conditional", "returned"),
    "say who meets a condition": ("lead first-line senior", "*", None),
    "show a condition is met": ("lead member first-line senior", "*", None),
    "plan the presentation": ("lead member first-line", "*", None),
    "record the presentation": ("lead member first-line", "*", None),
    "ask for a resource": ("lead member first-line", "*", None),
    "answer for a resource": ("first-line senior", "*", None),
}
ROLES = (*Role, "partner", "viewer", None)


def ready(state):
    """Everything is there that a step could need."""
    return Standing(state=state, in_force=State.CONDITIONAL, challenged=frozenset(Topic))


@pytest.mark.parametrize("step", Step)
def test_step_by_every_role_from_every_state(step):
    who, states, to = EXPECTED[step]
    from_states = set(ALWAYS) if states == "*" else set(states.split())
    found = {
        (role, state)
        for role, state in product(ROLES, State)
        if refusal(step, role, ready(state)) is None
    }
    assert found == set(product(who.split(), from_states))
    assert RULES[step].to == to


def test_every_step_is_in_the_table():
    assert set(RULES) == set(Step)
    assert set(STANDS) == set(State)


def test_role_is_refused_before_the_state():
    found = refusal(Step.SUBMIT, "member", Standing(state=State.SUBMITTED))
    assert found == Refusal(because=Because.ROLE, sentences=(ONLY_LEAD,))


def test_state_is_named_where_a_step_does_not_start_from_it():
    found = refusal(Step.SUBMIT, "lead", Standing(state=State.CONFIRMED, first_line=False))
    assert found == Refusal(because=Because.STATE, sentences=(STANDS[State.CONFIRMED],))


def test_plan_without_managers_cannot_be_submitted():
    found = refusal(
        Step.SUBMIT, "lead", Standing(state=State.DRAFT, first_line=False, senior=False)
    )
    assert found == Refusal(
        because=Because.NEED,
        sentences=(
            "The team has no first-line manager with a log-in who could confirm the plan.",
            "The team has no senior reviewer with a log-in who could accept the plan.",
        ),
    )


@pytest.mark.parametrize(
    ("challenged", "unanswered", "beginnings"),
    [
        ((), 0, ("Challenge the pipeline", "Challenge the selling", "Challenge the barriers")),
        ((Topic.PIPELINE, Topic.BARRIERS), 0, ("Challenge the selling",)),
        ((Topic.PIPELINE, Topic.ENVIRONMENT), 1, ("Challenge the barriers", "A challenge has no")),
        (tuple(Topic), 2, ("A challenge has no",)),
    ],
)
def test_plan_is_confirmed_after_each_challenge_got_its_answer(challenged, unanswered, beginnings):
    standing = Standing(
        state=State.SUBMITTED, challenged=frozenset(challenged), unanswered=unanswered
    )
    found = refusal(Step.CONFIRM, "first-line", standing)
    assert found is not None
    assert found.because is Because.NEED
    assert len(found.sentences) == len(beginnings)
    assert all(map(str.startswith, found.sentences, beginnings))


def test_challenged_and_answered_plan_can_be_confirmed():
    standing = Standing(state=State.SUBMITTED, challenged=frozenset(Topic))
    assert refusal(Step.CONFIRM, "first-line", standing, "") is None


@pytest.mark.parametrize(
    ("step", "role", "state"),
    [
        (Step.SEND_BACK, "first-line", State.SUBMITTED),
        (Step.RETURN, "senior", State.CONFIRMED),
        (Step.TAKE_BACK, "senior", State.ACCEPTED),
        (Step.ACCEPT_ON_CONDITIONS, "senior", State.CONFIRMED),
    ],
)
def test_words_are_asked_for(step, role, state):
    standing = Standing(state=state)
    missing = refusal(step, role, standing, "")
    assert missing is not None
    assert missing.because is Because.NEED
    assert refusal(step, role, standing, "No baseline") is None
    assert refusal(step, role, standing) is None


def test_presentation_needs_an_acceptance_in_force():
    waiting = Standing(state=State.CONFIRMED)
    again = Standing(state=State.CONFIRMED, in_force=State.ACCEPTED)
    found = refusal(Step.PRESENT, "lead", waiting)
    assert found is not None
    assert found.sentences[0].startswith("The plan is not accepted yet.")
    assert refusal(Step.PRESENT, "lead", again) is None
    assert refusal(Step.PLAN_PRESENTATION, "lead", waiting) is None


def test_conditions_need_an_acceptance_on_conditions():
    found = refusal(
        Step.SHOW_CONDITION_MET, "lead", Standing(state=State.ACCEPTED, in_force=State.ACCEPTED)
    )
    assert found is not None
    assert found.sentences == ("The plan is not accepted on conditions.",)


@pytest.mark.parametrize("last", sorted(OPEN))
def test_open_round_says_how_far_the_plan_is(last):
    assert state_of(last, State.ACCEPTED) is last


@pytest.mark.parametrize("last", [None, State.RETURNED, State.WITHDRAWN, State.ACCEPTED])
def test_acceptance_in_force_holds_after_a_round_that_came_to_nothing(last):
    assert state_of(last, State.CONDITIONAL) is State.CONDITIONAL


@pytest.mark.parametrize(
    ("last", "refused", "state"),
    [
        (None, False, State.DRAFT),
        (None, True, State.RETURNED),
        (State.RETURNED, False, State.RETURNED),
        (State.WITHDRAWN, False, State.WITHDRAWN),
        (State.WITHDRAWN, True, State.RETURNED),
        (State.ACCEPTED, False, State.DRAFT),
    ],
)
def test_without_acceptance_the_last_round_says_it(last, refused, state):
    assert state_of(last, None, refused=refused) is state
