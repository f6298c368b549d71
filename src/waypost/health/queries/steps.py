"""The step that settles a finding: what a page offers beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.accounts.policies import Access
from waypost.method.checks import Remedy
from waypost.method.shape import OBJECTIVES, Kind
from waypost.ui.addresses import address

LEVELS: Final = {"visionary", "relationship", "business"}
# What an action and an objective let one edit where it stands.
ACTION_FIELDS: Final = {"due", "owner", "what", "hours", "achieves"}
OBJECTIVE_FIELDS: Final = {"due", "owner", "text", "metric", "target", "condition"}
KNOWLEDGE: Final = {Remedy.ADD_FACT, Remedy.ADD_SOURCE, Remedy.CHECK_FACT}
# What an opportunity lets one edit where it stands, by the name of the plan file.
OPPORTUNITY_FIELDS: Final = {
    "hours": "hours",
    "margin_k": "margin",
    "chance": "chance",
    "class": "tier",
}
# What is found at a session that is over and settled by the next one.
NEXT_SESSION: Final = {Remedy.PLAN_SESSION, Remedy.INVITE_MEMBER}
LABELS: Final[dict[str, str | Promise]] = {
    Remedy.PLAN_ACTION: _("Add the action"),
    Remedy.CHECK_IN: _("Check in"),
    Remedy.MOVE_STAGE: _("Move it"),
    Remedy.CORRECT_STAGE: _("Correct it"),
    Remedy.WRITE_OBJECTIVE: _("Write it"),
    Remedy.LINK_OBJECTIVE: _("Say what it serves"),
    Remedy.AGREE_OBJECTIVE: _("Agree on it"),
    Remedy.CHECK_CONDITION: _("Check in"),
    Remedy.WRITE_STRATEGY: _("Write a strategy"),
    Remedy.REWORD: _("Reword it"),
    Remedy.TELL_TEAM: _("Tell the team"),
    Remedy.ASK_MEMBER: _("Ask"),
    Remedy.ANSWER_DOUBT: _("Answer the doubt"),
    Remedy.SET_DATE: _("Set the date"),
    Remedy.SET_OWNER: _("Set the owner"),
    Remedy.SETTLE_ACTION: _("Settle it"),
    Remedy.ADD_LIGHT: _("Add a light"),
    Remedy.RESPOND: _("Respond"),
    Remedy.CONFIRM_LIGHT: _("Look at it"),
    Remedy.ADD_MEMBER: _("Add somebody"),
    Remedy.ADD_PEOPLE: _("Add people"),
    Remedy.SETTLE_ROLES: _("Give the role"),
    Remedy.MERGE_PEOPLE: _("Look at them"),
    Remedy.ASK_PERSON: _("Look at it"),
    Remedy.MEET_PERSON: _("Look at the people"),
    Remedy.HOLD_REVIEW: _("Hold the review"),
    Remedy.ADD_FACT: _("Add what you know"),
    Remedy.ADD_SOURCE: _("Add it"),
    Remedy.CHECK_FACT: _("Look at it again"),
    Remedy.ESTIMATE_HOURS: _("Estimate the hours"),
    Remedy.ANSWER_QUESTIONS: _("Answer it"),
    Remedy.CLASS_OPPORTUNITY: _("Look at its class"),
    Remedy.PLAN_SESSION: _("Plan a session"),
    Remedy.DOCUMENT_SESSION: _("Put the record right"),
    Remedy.INVITE_MANAGER: _("Look at the session"),
    Remedy.INVITE_MEMBER: _("Look at the sessions"),
    Remedy.INVITE_CUSTOMER: _("Look at the session"),
    Remedy.SUBMIT_PLAN: _("Look at the acceptance"),
    Remedy.PRESENT_PLAN: _("Plan the presentation"),
    Remedy.RECORD_OUTCOME: _("Write it down"),
    Remedy.JUSTIFY_RESOURCE: _("Look at what is asked for"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """``now``: done at once by one press. Else ``url`` leads to where it is done; with ``spot`` the
    one field to fill in also opens right there."""

    label: str
    url: str = ""
    spot: bool = False
    now: bool = False


def step_for(
    access: Access,
    step: Mapping[str, Any],
    *,
    at: str,
    kind: str,
    objective: str,
    subject: str = "",
) -> Step | None:
    """What this person can do about a finding; None where no page offers anything yet.

    ``kind`` is that of the part with the id ``at``, ``objective`` the id above a stage goal,
    ``subject`` what else the finding is about.
    """
    if not access.can_edit_plan:
        return None
    if step.get("action"):
        return Step(label=str(LABELS[Remedy.PLAN_ACTION]), now=True)
    label = str(LABELS.get(step.get("kind", ""), ""))
    if step.get("kind") in KNOWLEDGE:
        return Step(label=label, url=_knowledge(access.account.pk, step, at))
    if step.get("kind") == Remedy.RESPOND and kind != Kind.LIGHT and subject:
        return Step(label=label, url=address("plans:light-answer", access.account.pk, subject))
    if kind == Kind.PERSON:
        return Step(label=label, url=_person(access.account.pk, step, at, subject))
    if kind == Kind.OPPORTUNITY:
        return _opportunity(access.account.pk, step, at, label)
    if kind == Kind.SESSION and step.get("kind") not in NEXT_SESSION:
        return _session(access.account.pk, step, at)
    url, spot = _place(access.account.pk, step, at, kind, objective)
    return Step(label=label, url=url, spot=spot) if label and url else None


def _place(
    account: int, step: Mapping[str, Any], at: str, kind: str, objective: str
) -> tuple[str, bool]:
    """Where the step is done, and whether it is one field that can be edited in its place."""
    field, remedy = step.get("field"), step.get("kind")

    def url(name: str, *codes: str, **query: str) -> str:
        return f"{address(name, account, *codes)}{_query(**query)}"

    if kind == Kind.ACTION:
        if field in ACTION_FIELDS:
            return url("plans:action-change", at, field=field), True
        return url("plans:action", at), False
    if kind in OBJECTIVES:
        if field in OBJECTIVE_FIELDS:
            return url("plans:objective-edit", at, field=field), True
        edits = remedy in {Remedy.LINK_OBJECTIVE, Remedy.REWORD, Remedy.SET_DATE, Remedy.SET_OWNER}
        return url("plans:objective-edit" if edits else "plans:objective", at), False
    if kind == Kind.STAGE and objective:
        edits = remedy in {Remedy.MOVE_STAGE, Remedy.CORRECT_STAGE}
        page = ("plans:stage", objective, at) if edits else ("plans:objective", objective)
        return url(*page), False
    if kind == Kind.STRATEGY:
        edits = remedy in {Remedy.LINK_OBJECTIVE, Remedy.REWORD}
        return url("plans:strategy-edit" if edits else "plans:strategy", at), False
    if kind == Kind.LIGHT:
        return url("plans:light-answer" if remedy == Remedy.RESPOND else "plans:light", at), False
    if remedy == Remedy.WRITE_OBJECTIVE and at in LEVELS:
        return url("plans:objective-create", level=at), False
    return _page(url, remedy), False


def _knowledge(account: int, step: Mapping[str, Any], at: str) -> str:
    """Where something is added to the profile, given a source, or asked about anew."""
    field = str(step.get("field") or "")
    name, query = "profile-place", {"at": at, "field": field}
    if step["kind"] == Remedy.CHECK_FACT:
        query = {"at": at}
    elif step["kind"] == Remedy.ADD_FACT:
        topic = field.removeprefix("profile.")
        swot = topic == "swot"
        name, query = ("swot-point-creation", {}) if swot else ("fact-creation", {"topic": topic})
    return f"{address(f'accounts:{name}', account)}{_query(**query)}"


@lru_cache(maxsize=4096)
def _query(**asked: str) -> str:
    return f"?{urlencode(asked)}" if asked else ""


def _person(account: int, step: Mapping[str, Any], at: str, subject: str) -> str:
    """Somebody at the customer, the decision in which they have no role, or how one coaches."""
    match step.get("kind"):
        case Remedy.SETTLE_ROLES if subject:
            return f"{address('contacts:group', account, subject)}#seat-{at}"
        case Remedy.MERGE_PEOPLE if subject:
            return address("contacts:merge", account, at, subject)
        case Remedy.ASK_PERSON if subject == "confidential":
            return address("contacts:coach", account, at)
    return address("contacts:person", account, at)


def _session(account: int, step: Mapping[str, Any], at: str) -> Step:
    """What was written down of a planning session, or its page."""
    if step.get("kind") == Remedy.DOCUMENT_SESSION:
        label, name = LABELS[Remedy.DOCUMENT_SESSION], "planning:correction"
    else:
        label, name = LABELS[Remedy.INVITE_MANAGER], "planning:session"
    return Step(label=str(label), url=address(name, account, at))


def _opportunity(account: int, step: Mapping[str, Any], at: str, label: str) -> Step | None:
    """One field of an opportunity, its eight questions, or the page as a whole."""
    field = OPPORTUNITY_FIELDS.get(str(step.get("field") or ""))
    if field:
        edit = address("opportunities:edit", account, at)
        return Step(label=label, url=f"{edit}?field={field}", spot=True)
    page = address("opportunities:opportunity", account, at)
    place = "questions" if step.get("kind") == Remedy.ANSWER_QUESTIONS else "class"
    return Step(label=label, url=f"{page}#{place}") if label else None


def _page(url: Any, remedy: str | None) -> str:
    """The page as a whole, for what is not at one part."""
    pages = {
        Remedy.ADD_MEMBER: "accounts:team",
        Remedy.ADD_PEOPLE: "contacts:people",
        Remedy.MEET_PERSON: "contacts:people",
        Remedy.HOLD_REVIEW: "planning:reviews",
        Remedy.WRITE_OBJECTIVE: "plans:objective-create",
        Remedy.WRITE_STRATEGY: "plans:strategy-create",
        Remedy.ADD_LIGHT: "plans:lights",
        Remedy.PLAN_ACTION: "plans:short-term-plan",
        Remedy.PLAN_SESSION: "planning:session-new",
        Remedy.INVITE_MEMBER: "planning:sessions",
        Remedy.SUBMIT_PLAN: "planning:acceptance",
        Remedy.PRESENT_PLAN: "planning:acceptance",
        Remedy.RECORD_OUTCOME: "planning:acceptance",
        Remedy.JUSTIFY_RESOURCE: "planning:resources",
    }
    return url(pages[Remedy(remedy)]) if remedy in pages else ""
