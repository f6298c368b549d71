"""What of the recorded rows may be shown, and which part of the plan they belong to."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What may be shown of a row, by table: nothing that is hidden in the plan from whoever sees this.
# A column that is not here changes without its values being shown.
SHOWN: Final[dict[str, frozenset[str]]] = {
    "accounts.account": frozenset(
        {"name", "tier", "parent", "currency", "review_day", "window_months", "own_terms"}
        | {"team_hours_next_12_months", "tier_reason"}
    ),
    "accounts.alsoknownas": frozenset({"name"}),
    "accounts.teammember": frozenset({"name", "function", "access_role", "hours_per_week"}),
    "accounts.fact": frozenset({"text", "source", "as_of", "topic", "stage", "adds_value"}),
    "accounts.gap": frozenset({"text", "could_know"}),
    "accounts.swotpoint": frozenset({"text", "side", "source", "as_of"}),
    "accounts.yearfigures": frozenset(
        {"year", "turnover_k", "margin", "investment_room_k", "our_share", "source", "as_of"}
    ),
    "accounts.location": frozenset({"name", "country"}),
    "comments.comment": frozenset({"text"}),
    "contacts.contact": frozenset(
        {"name", "title", "location_id", "level", "reports_to_id", "wants", "needs", "interests"}
        | {"personal_win", "company_win", "our_win", "last_contact", "last_contact_about"}
        | {"next_contact", "next_contact_about", "left_company", "disposition"}
    ),
    "contacts.acquaintance": frozenset({"how_well"}),
    "contacts.decisiongroup": frozenset(
        {"decision", "account_gains", "we_gain", "opportunity_ref_id"}
    ),
    "contacts.said": frozenset({"text", "on"}),
    "health.dismissal": frozenset({"reason"}),
    "opportunities.offering": frozenset({"name"}),
    "opportunities.cell": frozenset({"state", "potential"}),
    "opportunities.opportunity": frozenset(
        {"name", "tier", "tier_reason", "stage", "value", "margin", "chance", "hours", "decided"}
        | {"need", "part", "where", "hours_to_penetrate", "profitable", "importance_to_them"}
        | {"history", "knowledge", "closes_on", "renews_on", "budget_on"}
    ),
    "plans.objective": frozenset(
        {"text", "customer_text", "horizon_years", "metric", "unit", "baseline", "target"}
        | {"due", "condition", "agreed_team", "agreed_customer", "owner_id"}
    ),
    "plans.heard": frozenset({"on", "who", "text"}),
    "plans.prerequisite": frozenset({"text", "by", "owner_id"}),
    "plans.stagegoal": frozenset({"due", "value", "customer_sees"}),
    "plans.checkin": frozenset({"on", "value", "condition_value", "note"}),
    "plans.strategy": frozenset({"statement", "communicate"}),
    "plans.commitment": frozenset({"told", "committed", "doubts"}),
    "plans.action": frozenset(
        {"month", "what", "due", "status", "urgent", "important", "hours", "reason"}
        | {"owner_id", "achieves_id"}
    ),
    "plans.trafficlight": frozenset({"colour", "text", "since", "response", "on_id"}),
    "plans.lightchange": frozenset({"on", "from_colour", "to_colour", "why"}),
    "planning.acceptancecondition": frozenset({"text", "due", "owner_id", "met_on", "proof"}),
    "planning.challenge": frozenset({"topic", "text", "answer"}),
    "planning.resourcerequest": frozenset({"what", "kind", "why", "status", "answer"}),
    "planning.agendatopic": frozenset({"title", "minutes", "kind"}),
    "planning.parkedpoint": frozenset({"words"}),
    "planning.planningsession": frozenset(
        {"date", "purpose", "place", "starts_at", "minutes", "led_by_id", "opened_by_id"}
        | {"opening_note", "first_line_manager_present", "second_level_left_after"}
        | {"second_level_id", "called_off_why", "documented", "outcome"}
    ),
    "planning.sessiondecision": frozenset({"words", "later", "later_by"}),
    "planning.review": frozenset({"date", "held", "notes"}),
    "planning.senioracceptance": frozenset({"accepted", "on", "conditions"}),
    "planning.sponsorpresentation": frozenset({"presented", "planned", "presented_on", "outcome"}),
    "planning.submission": frozenset({"state"}),
    "planning.submissionstep": frozenset({"step", "words"}),
    "planning.sentenceanswer": frozenset({"would_say", "words"}),
    "planning.round": frozenset({"question"}),
    "planning.contribution": frozenset({"text"}),
}
# Of these the values are hidden in the plan from whoever does not see margins.
MARGINS_ONLY: Final = frozenset(
    {
        ("accounts.account", "tier_reason"),
        ("accounts.fact", "text"),  # of competitors too
        ("accounts.fact", "source"),
        ("comments.comment", "text"),
        ("health.dismissal", "reason"),
        ("opportunities.cell", "potential"),
        ("opportunities.opportunity", "margin"),
        ("opportunities.opportunity", "profitable"),
        ("opportunities.opportunity", "tier_reason"),
        ("plans.objective", "condition"),
        ("plans.checkin", "condition_value"),
        ("plans.commitment", "doubts"),
        ("planning.challenge", "text"),
        ("planning.challenge", "answer"),
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """A part of the plan as people look for it, and the tables that hold it."""

    key: str
    label: str | Promise
    tables: frozenset[str]


def area(key: str, label: str | Promise, *tables: str) -> Area:
    return Area(key=key, label=label, tables=frozenset(tables))


# A change set belongs to the first of these of which it wrote a table.
AREAS: Final = (
    area("comments", _("Comments"), "comments.comment", "comments.mention"),
    area(
        *("reviews", _("Reviews"), "planning.review"),
        *("planning.reviewattendance", "planning.sentenceanswer"),
    ),
    area(
        *("acceptance", _("Acceptance"), "planning.submission", "planning.submissionstep"),
        *("planning.challenge", "planning.acceptancecondition"),
        *("planning.senioracceptance", "planning.sponsorpresentation"),
    ),
    area("resources", _("Resources"), "planning.resourcerequest"),
    area(
        *("sessions", _("Sessions"), "planning.planningsession", "planning.participation"),
        *("planning.invitee", "planning.sessionslot", "planning.slotanswer"),
        *("planning.agendatopic", "planning.parkedpoint"),
        *("planning.sessiondecision", "planning.decisionauthor"),
        *("planning.round", "planning.roundstep", "planning.contribution"),
    ),
    area(
        *("objectives", _("Objectives")),
        *("plans.objective", "plans.stagegoal", "plans.checkin"),
        *("plans.heard", "plans.agreement", "plans.prerequisite"),
    ),
    area("strategies", _("Strategies"), "plans.strategy", "plans.commitment"),
    area("lights", _("Lights"), "plans.trafficlight", "plans.lightchange"),
    area("actions", _("Actions"), "plans.action", "plans.shorttermplan", "plans.plannedmonth"),
    area(
        *("people", _("People")),
        *("contacts.contact", "contacts.acquaintance", "contacts.said", "contacts.privatenote"),
        *("contacts.decisiongroup", "contacts.groupmembership", "contacts.buyingrole"),
        "contacts.coachdevelopment",
    ),
    area(
        *("opportunities", _("Opportunities"), "opportunities.opportunity"),
        *("opportunities.offering", "opportunities.cell"),
    ),
    area("health", _("Plan health"), "health.dismissal"),
    area("team", _("Team"), "accounts.teammember"),
    area(
        *("profile", _("Profile"), "accounts.fact", "accounts.gap"),
        *("accounts.swotpoint", "accounts.location", "accounts.yearfigures"),
    ),
    area(
        *("settings", _("Settings")),
        *("accounts.account", "accounts.alsoknownas", "accounts.distinct", "accounts.merging"),
    ),
)
