"""What a finding is, and how a rule of METHOD.md is registered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from textwrap import shorten

from waypost.method.plan import Plan
from waypost.method.words import Value, Words, words

QUOTED_CHARACTERS = 80


class Severity(IntEnum):
    """How much a finding matters; a higher one is worse."""

    QUESTION = 1
    ADVICE = 2
    WARNING = 3
    SERIOUS = 4


class Remedy(StrEnum):
    """The kind of step that settles a finding, for the page that offers it."""

    PLAN_ACTION = "plan an action"
    CHECK_IN = "check in"
    MOVE_STAGE = "move the stage goal"
    CORRECT_STAGE = "correct the stage goal"
    WRITE_OBJECTIVE = "write an objective"
    LINK_OBJECTIVE = "link an objective"
    AGREE_OBJECTIVE = "agree on the objective"
    CHECK_CONDITION = "check the condition"
    WRITE_STRATEGY = "write a strategy"
    REWORD = "reword it"
    TELL_TEAM = "tell the team"
    ASK_MEMBER = "ask the member"
    ANSWER_DOUBT = "answer the doubt"
    SET_DATE = "set a date"
    SET_OWNER = "set an owner"
    SETTLE_ACTION = "settle the action"
    HOLD_REVIEW = "hold the review"
    ADD_LIGHT = "add a light"
    RESPOND = "respond to the light"
    CONFIRM_LIGHT = "confirm the light"
    ADD_FACT = "add a fact"
    ADD_SOURCE = "add the source"
    CHECK_FACT = "check the fact"
    ADD_PEOPLE = "add people"
    SETTLE_ROLES = "settle the buying roles"
    MERGE_PEOPLE = "merge the people"
    ASK_PERSON = "ask the person"
    MEET_PERSON = "meet the person"
    DEVELOP_COACH = "develop a coach"
    ADD_MEMBER = "add a member to the team"
    INVITE_MEMBER = "invite the member"
    INVITE_CUSTOMER = "invite the customer"
    PLAN_SESSION = "plan a session"
    DOCUMENT_SESSION = "document the session"
    INVITE_MANAGER = "invite the first-line manager"
    SUBMIT_PLAN = "submit the plan"
    PRESENT_PLAN = "present the plan"
    RECORD_OUTCOME = "record the outcome"
    JUSTIFY_RESOURCE = "justify the resource"
    ESTIMATE_HOURS = "estimate the hours"
    ANSWER_QUESTIONS = "answer the questions"
    CLASS_OPPORTUNITY = "class the opportunity"


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionDraft:
    """An action to propose: what to do, the id of what it achieves and of who could own it."""

    what: Words
    achieves: str | None = None
    owner: str | None = None
    from_gap: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Fix:
    """What to do about a finding: a kind of step, and an imperative.

    With what one needs to do it at once: the ``action`` to create, the id of the ``member`` of the
    team to ask, or the ``field`` to fill in, named as in the plan file, of the part found.
    """

    kind: Remedy
    words: Words
    action: ActionDraft | None = None
    member: str | None = None
    field: str | None = None

    def __str__(self) -> str:
        return str(self.words)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing the method would have otherwise: what is wrong, why that matters, what to do.

    ``rule`` is the number in METHOD.md; ``at`` the id of the part, else its path; ``subject`` tells
    apart what one rule finds at one place, such as the members at a strategy. A finding is the same
    one when these three are; it is about the same facts when the values of ``message`` are too.
    """

    rule: str
    at: str
    subject: str
    severity: Severity
    message: Words
    why: Words
    fix: Fix


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule: its number and title, the method's reason, and the function that applies it."""

    number: str
    title: str
    why: str
    apply: Callable[[Plan, date], Iterator[Finding]]

    def finding(
        self, at: str, severity: Severity, message: Words, fix: Fix, *, subject: str = ""
    ) -> Finding:
        """What this rule finds at a part of the plan."""
        return Finding(
            rule=self.number,
            at=at,
            subject=subject,
            severity=severity,
            message=message,
            why=words(self.why),
            fix=fix,
        )


def rule(
    number: str, *, title: str, why: str
) -> Callable[[Callable[[Plan, date], Iterator[Finding]]], Rule]:
    """Make a function a rule of METHOD.md; ``check`` finds it by its place in a module here."""

    def register(apply: Callable[[Plan, date], Iterator[Finding]]) -> Rule:
        return Rule(number=number, title=title, why=why, apply=apply)

    return register


def fix(
    kind: Remedy,
    text: str,
    /,
    *,
    action: ActionDraft | None = None,
    member: str | None = None,
    field: str | None = None,
    **values: Value,
) -> Fix:
    """What to do: a kind of step, its imperative, and what one needs to do it at once."""
    return Fix(kind=kind, words=words(text, **values), action=action, member=member, field=field)


def quoted(text: str) -> str:
    """The beginning of a text, short enough to stand in a sentence."""
    whole = " ".join(text.split())  # far quicker than shortening, and most texts are short
    if len(whole) <= QUOTED_CHARACTERS:
        return whole
    return shorten(whole, QUOTED_CHARACTERS, placeholder="…")
