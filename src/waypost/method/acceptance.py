"""From the submitted plan to the customer's sponsor: who does which step from which state, and what
has to be there first (SES-3, SES-4, SES-7, SES-8).

One table. The pages offer what it allows, the operations refuse what it does not, and
docs/reference/acceptance.md is written from it.
"""

from collections.abc import Callable, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from waypost.method.words import gettext_noop as _


class Role(StrEnum):
    """Who takes part, by their role in the account team."""

    LEAD = "lead"
    MEMBER = "member"
    FIRST_LINE = "first-line"
    SENIOR = "senior"


class State(StrEnum):
    """How far a plan is on its way."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    CONDITIONAL = "conditional"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Topic(StrEnum):
    """What the first-line manager challenges to keep the team honest (SES-3)."""

    PIPELINE = "pipeline"
    ENVIRONMENT = "environment"
    BARRIERS = "barriers"


class Step(StrEnum):
    """What somebody can do on the way."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    CHALLENGE = "challenge"
    ANSWER = "answer"
    SEND_BACK = "send back"
    CONFIRM = "confirm"
    RETURN = "return"
    ACCEPT = "accept"
    ACCEPT_ON_CONDITIONS = "accept on conditions"
    TAKE_BACK = "take back"
    ASSIGN_CONDITION = "say who meets a condition"
    SHOW_CONDITION_MET = "show a condition is met"
    PLAN_PRESENTATION = "plan the presentation"
    PRESENT = "record the presentation"
    ASK_FOR_RESOURCE = "ask for a resource"
    ANSWER_RESOURCE = "answer for a resource"


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where a plan stands: its state, and what the needs of a step look at.

    ``in_force`` is the acceptance that holds, which one may while a next round is under way.
    ``unanswered`` counts the challenges of this round without an answer.
    """

    state: State
    in_force: State | None = None
    challenged: Set[Topic] = frozenset()
    unanswered: int = 0
    first_line: bool = True
    senior: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """What has to be there before a step: as docs say it, what to do where it is missing, and
    whether it is there; ``words`` is what the person says with the step."""

    name: str
    missing: str
    met: Callable[[Standing, str], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A step: what it does, by whom, from which states to which one (None: it stays), and what it
    needs. ``only`` says so to whoever may not."""

    does: str
    by: Set[Role]
    only: str
    states: Set[State]
    to: State | None = None
    needs: tuple[Need, ...] = ()


class Because(StrEnum):
    """Why a step is refused."""

    ROLE = "role"
    STATE = "state"
    NEED = "need"


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    because: Because
    sentences: tuple[str, ...]


def _challenged(topic: Topic) -> Callable[[Standing, str], bool]:
    return lambda standing, _words: topic in standing.challenged


REASONS = Need(
    name=_("a reason"),
    missing=_("Say why: the team works on with it."),
    met=lambda _standing, words: bool(words),
)
CONDITIONS = Need(
    name=_("at least one condition"),
    missing=_("Write the conditions, each on a line of its own."),
    met=lambda _standing, words: bool(words),
)
SOMEBODY_TO_CONFIRM = Need(
    name=_("a first-line manager in the team"),
    missing=_("The team has no first-line manager with a log-in who could confirm the plan."),
    met=lambda standing, _words: standing.first_line,
)
SOMEBODY_TO_ACCEPT = Need(
    name=_("a senior reviewer in the team"),
    missing=_("The team has no senior reviewer with a log-in who could accept the plan."),
    met=lambda standing, _words: standing.senior,
)
CHALLENGES = (
    Need(
        name=_("a challenge to the pipeline"),
        missing=_("Challenge the pipeline first: will these opportunities come, and when?"),
        met=_challenged(Topic.PIPELINE),
    ),
    Need(
        name=_("a challenge to the selling environment"),
        missing=_("Challenge the selling environment first: what has changed at the customer?"),
        met=_challenged(Topic.ENVIRONMENT),
    ),
    Need(
        name=_("a challenge to the barriers"),
        missing=_("Challenge the barriers first: what could stop the team, and what then?"),
        met=_challenged(Topic.BARRIERS),
    ),
)
ANSWERS = Need(
    name=_("an answer to each challenge"),
    missing=_("A challenge has no answer yet. The lead or a member answers it."),
    met=lambda standing, _words: standing.unanswered == 0,
)
IN_FORCE = Need(
    name=_("an acceptance in force"),
    missing=_("The plan is not accepted yet. The sponsor hears of it after that."),
    met=lambda standing, _words: standing.in_force is not None,
)
ON_CONDITIONS = Need(
    name=_("an acceptance in force on conditions"),
    missing=_("The plan is not accepted on conditions."),
    met=lambda standing, _words: standing.in_force is State.CONDITIONAL,
)

OPEN: Final = frozenset({State.SUBMITTED, State.CONFIRMED})
ALWAYS: Final = frozenset(State)
TEAM: Final = frozenset({Role.LEAD, Role.MEMBER, Role.FIRST_LINE})
ONLY_LEAD = _("Only the account lead can submit the plan and withdraw it.")
ONLY_FIRST_LINE = _("Only the first-line manager can challenge, confirm and send back the plan.")
ONLY_SENIOR = _("Only the senior reviewer can accept the plan and return it.")
ONLY_TEAM = _("Only the account lead, the members and the first-line manager can do this.")

RULES: Final[dict[Step, Rule]] = {
    Step.SUBMIT: Rule(
        does=_("Submit the plan"),
        by={Role.LEAD},
        only=ONLY_LEAD,
        states=ALWAYS - OPEN,
        to=State.SUBMITTED,
        needs=(SOMEBODY_TO_CONFIRM, SOMEBODY_TO_ACCEPT),
    ),
    Step.WITHDRAW: Rule(
        does=_("Withdraw the submission"),
        by={Role.LEAD},
        only=ONLY_LEAD,
        states={State.SUBMITTED},
        to=State.WITHDRAWN,
    ),
    Step.CHALLENGE: Rule(
        does=_("Challenge the plan"),
        by={Role.FIRST_LINE},
        only=ONLY_FIRST_LINE,
        states={State.SUBMITTED},
    ),
    Step.ANSWER: Rule(
        does=_("Answer a challenge"),
        by={Role.LEAD, Role.MEMBER},
        only=_("Only the account lead and the members can answer a challenge."),
        states={State.SUBMITTED},
    ),
    Step.SEND_BACK: Rule(
        does=_("Send the plan back"),
        by={Role.FIRST_LINE},
        only=ONLY_FIRST_LINE,
        states={State.SUBMITTED},
        to=State.RETURNED,
        needs=(REASONS,),
    ),
    Step.CONFIRM: Rule(
        does=_("Confirm the plan"),
        by={Role.FIRST_LINE},
        only=ONLY_FIRST_LINE,
        states={State.SUBMITTED},
        to=State.CONFIRMED,
        needs=(*CHALLENGES, ANSWERS),
    ),
    Step.RETURN: Rule(
        does=_("Return the plan"),
        by={Role.SENIOR},
        only=ONLY_SENIOR,
        states={State.CONFIRMED},
        to=State.RETURNED,
        needs=(REASONS,),
    ),
    Step.ACCEPT: Rule(
        does=_("Accept the plan"),
        by={Role.SENIOR},
        only=ONLY_SENIOR,
        states={State.CONFIRMED},
        to=State.ACCEPTED,
    ),
    Step.ACCEPT_ON_CONDITIONS: Rule(
        does=_("Accept the plan on conditions"),
        by={Role.SENIOR},
        only=ONLY_SENIOR,
        states={State.CONFIRMED},
        to=State.CONDITIONAL,
        needs=(CONDITIONS,),
    ),
    Step.TAKE_BACK: Rule(
        does=_("Take the acceptance back"),
        by={Role.SENIOR},
        only=ONLY_SENIOR,
        states={State.ACCEPTED, State.CONDITIONAL},
        to=State.RETURNED,
        needs=(REASONS,),
    ),
    Step.ASSIGN_CONDITION: Rule(
        does=_("Say who meets a condition by when"),
        by={Role.LEAD, Role.FIRST_LINE, Role.SENIOR},
        only=_("Only the account lead and the managers can say who meets a condition by when."),
        states=ALWAYS,
        needs=(ON_CONDITIONS,),
    ),
    Step.SHOW_CONDITION_MET: Rule(
        does=_("Show that a condition is met"),
        by=TEAM | {Role.SENIOR},
        only=_("Only the account team and the senior reviewer can show that a condition is met."),
        states=ALWAYS,
        needs=(ON_CONDITIONS,),
    ),
    Step.PLAN_PRESENTATION: Rule(
        does=_("Plan the presentation to the sponsor"), by=TEAM, only=ONLY_TEAM, states=ALWAYS
    ),
    Step.PRESENT: Rule(
        does=_("Record the presentation and what came of it"),
        by=TEAM,
        only=ONLY_TEAM,
        states=ALWAYS,
        needs=(IN_FORCE,),
    ),
    Step.ASK_FOR_RESOURCE: Rule(
        does=_("Ask for a resource"), by=TEAM, only=ONLY_TEAM, states=ALWAYS
    ),
    Step.ANSWER_RESOURCE: Rule(
        does=_("Grant or refuse a resource"),
        by={Role.FIRST_LINE, Role.SENIOR},
        only=_("Only the senior reviewer and the first-line manager answer for a resource."),
        states=ALWAYS,
    ),
}
# What to say where a step does not start from here.
STANDS: Final[dict[State, str]] = {
    State.DRAFT: _("The plan is not submitted."),
    State.SUBMITTED: _("The plan is submitted and with the first-line manager."),
    State.CONFIRMED: _("The plan is confirmed and with the senior reviewer."),
    State.ACCEPTED: _("The plan is accepted."),
    State.CONDITIONAL: _("The plan is accepted on conditions."),
    State.RETURNED: _("The plan is returned to the team."),
    State.WITHDRAWN: _("The submission is withdrawn."),
}


def state_of(last: State | None, in_force: State | None, *, refused: bool = False) -> State:
    """How far a plan is: in its ``last`` round while that is open, else at the acceptance in force.

    Without either it is returned where senior management ``refused`` it last, else it is as the
    last round ended.
    """
    if last in OPEN:
        return last
    if in_force is not None:
        return in_force
    if refused or last is State.RETURNED:
        return State.RETURNED
    return State.WITHDRAWN if last is State.WITHDRAWN else State.DRAFT


def refusal(
    step: Step, role: str | None, standing: Standing, words: str | None = None
) -> Refusal | None:
    """Why somebody in this role cannot do the step now; None where they can.

    ``words`` is what they say with it; None asks whether they could do it by saying something.
    """
    rule = RULES[step]
    if role not in rule.by:
        return Refusal(because=Because.ROLE, sentences=(rule.only,))
    if standing.state not in rule.states:
        return Refusal(because=Because.STATE, sentences=(STANDS[standing.state],))
    said = "…" if words is None else words
    missing = tuple(need.missing for need in rule.needs if not need.met(standing, said))
    return Refusal(because=Because.NEED, sentences=missing) if missing else None
