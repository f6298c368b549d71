"""The rail beside every page of an account."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access, Capability
from waypost.accounts.queries import plan_for
from waypost.health.models import AccountSummary, known_findings
from waypost.method.plan import TeamMember
from waypost.method.team import Function, function_of
from waypost.ui.addresses import address
from waypost.ui.formats import counted, short_date
from waypost.ui.rail import Rail, RailGroup, RailLink

# The letters that lead to the pages after G.
KEYS = {
    "plans:one-page": "P",
    "plans:objectives": "O",
    "plans:strategies": "S",
    "plans:short-term-plan": "T",
    "plans:lights": "L",
    "accounts:profile": "C",
    "contacts:people": "E",
    "opportunities:opportunities": "R",
    "health:health": "F",
    "planning:sessions": "N",
    "planning:reviews": "V",
    "planning:acceptance": "Y",
    "accounts:history": "H",
}


def rail_for(access: Access, current: str, team: tuple[TeamMember, ...] | None = None) -> Rail:
    """The rail on the page with the URL name ``current``.

    A page that has loaded the ``team`` of the plan anyway gives it; else it is loaded here.
    """
    account, into = access.account, access.merged_into
    members = plan_for(access, ("team",)).team if team is None else team
    managers = (member for member in members if function_of(member) is Function.FIRST_LINE)
    return Rail(
        name=account.name,
        url=address("plans:one-page", account.pk),
        groups=tuple(_groups(access, current, len(members))),
        tier=account.tier,
        sub=_("merged into %(name)s") % {"name": into.name} if into else account.parent,
        team=members,
        me=next((member for member in members if member.id == access.member_code), None),
        manager=next((member.name for member in managers), ""),
    )


def _groups(access: Access, current: str, members: int) -> Iterator[RailGroup]:
    counts = _counts(access)

    def link(name: str, label: str, **facts: str) -> RailLink:
        url = address(name, access.account.pk)
        known = counts.get(name, facts)
        return RailLink(
            label=label, url=url, current=name == current, key=KEYS.get(name, ""), **known
        )

    yield RailGroup(links=(link("plans:one-page", _("One-page plan")),))
    yield RailGroup(
        title=_("The plan"),
        links=(
            link("plans:objectives", _("Objectives")),
            link("plans:strategies", _("Strategies")),
            link("plans:short-term-plan", _("Short-term plan")),
            link("plans:lights", _("Traffic lights")),
            link("health:health", _("Plan health")),
        ),
    )
    yield RailGroup(
        title=_("The customer"),
        links=(
            link("accounts:profile", _("Profile")),
            link("contacts:people", _("People")),
            link("opportunities:opportunities", _("Opportunities")),
        ),
    )
    about = [
        link("accounts:team", _("Team"), count=str(members)),
        link("accounts:first-steps", _("First steps")),
    ]
    if access.can_edit_plan:
        about.append(link("accounts:settings", _("Settings")))
    yield RailGroup(title=_("The account"), links=tuple(about))
    record = (
        link("planning:sessions", _("Sessions")),
        link("planning:reviews", _("Reviews")),
        link("planning:resources", _("Resources")),
        link("planning:acceptance", _("Acceptance")),
        link("accounts:history", _("History")),
    )
    yield RailGroup(title=_("The record"), links=record)


def _counts(access: Access) -> dict[str, dict[str, str]]:
    """How much there is on each page, and what asks for attention there, by the last check; of
    what was found only what the person may know."""
    try:
        found = access.account.summary
    except AccountSummary.DoesNotExist:
        return {}
    late = _("%(count)s late") % {"count": found.late_actions}
    lights = found.reds + found.ambers + found.greens
    red = {"signal": "red", "signal_word": _("%(count)s red") % {"count": found.reds}}
    findings = known_findings(
        found.findings,
        (found.findings_on_margins, access.may(Capability.SEE_MARGINS)),
        (found.findings_on_notes, access.may(Capability.SEE_NOTES)),
    )
    signal = found.next_stage_signal
    danger = {"signal": signal, "signal_word": _("The next stage goal is in danger")}
    return {
        "plans:objectives": {
            "count": _count(found.objectives),
            **(danger if signal in {"amber", "red"} else {}),
        },
        "plans:strategies": {"count": _count(found.strategies)},
        "accounts:profile": {"count": counted(found.gaps, "gap") if found.gaps else ""},
        "plans:short-term-plan": {"count": late if found.late_actions else ""},
        "contacts:people": {"count": _count(found.people)},
        "opportunities:opportunities": {"count": _count(found.opportunities)},
        "health:health": {"count": _count(findings)},
        "planning:sessions": {"count": _to_come(found.next_session)},
        "planning:reviews": _review(found.next_review),
        "planning:acceptance": {"count": short_date(found.accepted_on, timezone.localdate())},
        "plans:lights": {"count": _count(lights), **(red if found.reds else {})},
    }


def _review(on: date | None) -> dict[str, str]:
    """When the next review is; one that should have been held is overdue."""
    today = timezone.localdate()
    overdue = {"signal": "amber", "signal_word": _("The review is overdue")}
    return {"count": short_date(on, today), **(overdue if on and on < today else {})}


def _to_come(on: date | None) -> str:
    """The day of what is to come, until it is over."""
    today = timezone.localdate()
    return short_date(on, today) if on and on >= today else ""


def _count(number: int) -> str:
    return str(number) if number else ""
