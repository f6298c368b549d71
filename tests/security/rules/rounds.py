"""Rounds: everybody who sees the plan sees what is revealed, whoever works on it answers."""

from typing import Any

from tests.security.places import session_under_way
from tests.security.rounds import round_in
from tests.security.rules.rule import EDIT_LIGHTS, SEE, Rule, of_account
from tests.security.world import World

RUN = frozenset({"lead", "first-line"})  # the member would, leading the session
ANSWERING = "page choice_1" + "".join(f" text_{n} seen_{n}" for n in range(1, 6))


def at(step: str, place: int | None = None) -> Any:
    """The address of the round at this step, or of an answer in it."""

    def arguments(world: World) -> dict[str, Any]:
        key = round_in(world.guarded, step).pk
        return {
            **session_under_way(world),
            "key": key,
            **({} if place is None else {"place": place}),
        }

    return arguments


ROUNDS: dict[str, Rule] = {
    "planning:rounds": of_account(get=SEE, arguments=session_under_way),
    "planning:round-new": of_account(
        get=RUN,
        post=RUN,
        arguments=session_under_way,
        data={"kind": "sentence", "question": "What do we want to hear?"},
        optional="topic about within dots minutes",
    ),
    "planning:rounds-agenda": of_account(post=RUN, arguments=session_under_way),
    "planning:round": of_account(get=SEE, arguments=at("input")),
    "planning:round-state": of_account(get=SEE, arguments=at("input")),
    "planning:round-question": of_account(
        get=RUN,
        post=RUN,
        arguments=at("input"),
        data={"question": "What do they say of us?"},
        optional="again was",
    ),
    "planning:round-answers": of_account(
        post=EDIT_LIGHTS,
        arguments=at("input"),
        data={"text_2": "You answer before we ask"},
        optional=f"{ANSWERING} asked done",
    ),
    "planning:round-done": of_account(
        post=EDIT_LIGHTS, arguments=at("voting"), data={"step": "voting", "done": "on"}
    ),
    "planning:round-dots": of_account(
        post=EDIT_LIGHTS, arguments=at("voting", 1), data={"change": "add"}
    ),
    "planning:round-time": of_account(post=RUN, arguments=at("input"), data={"minutes": 5}),
    "planning:round-reveal": of_account(post=RUN, arguments=at("input")),
    "planning:round-calling-off": of_account(post=RUN, arguments=at("input")),
    "planning:round-vote": of_account(post=RUN, arguments=at("revealed"), optional="minutes"),
    "planning:round-closing": of_account(post=RUN, arguments=at("voting")),
    "planning:round-merge": of_account(post=RUN, arguments=at("revealed", 1), data={"into": 2}),
    "planning:round-separation": of_account(post=RUN, arguments=at("revealed", 1)),
    "planning:round-decision": of_account(
        post=RUN, arguments=at("closed"), data={"places": 1}, optional="horizon_years"
    ),
}
