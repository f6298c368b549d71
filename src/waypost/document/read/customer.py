"""The customer: account, team, profile, people, opportunities."""

from dataclasses import replace
from typing import Any

from waypost.accounts.models import (
    AlsoKnownAs,
    Fact,
    Gap,
    Link,
    Location,
    SwotPoint,
    TeamMember,
    YearFigures,
)
from waypost.accounts.models import ProductionLine as Line
from waypost.contacts.models import (
    BuyingRole,
    CoachDevelopment,
    Contact,
    DecisionGroup,
    GroupMembership,
)
from waypost.document.rows import Source, grouped, without
from waypost.document.statements import Row
from waypost.method import plan as p
from waypost.opportunities.models import Opportunity


def account(
    row: Row, locations: tuple[p.Location, ...], also_known_as: tuple[str, ...]
) -> p.Account:
    return p.Account(
        name=row["name"],
        also_known_as=also_known_as,
        parent=row["parent"],
        currency=row["currency"],
        tier=p.Tier(row["tier"]) if row["tier"] else None,
        settings=p.Settings(
            window_months=row["window_months"],
            review_day=row["review_day"],
            team_hours_next_12_months=row["team_hours_next_12_months"],
            own_terms=tuple(row["own_terms"].split("\n")) if row["own_terms"] else (),
        ),
        locations=locations,
    )


def locations(source: Source) -> tuple[tuple[p.Location, ...], tuple[str, ...]]:
    """The sites with their lines, and the other names of the account."""
    lines = grouped(
        source.rows(Line, "location__account", "location_id", "name"),
        by="location_id",
    )
    sites = tuple(
        p.Location(
            id=row["id"],
            name=row["name"],
            country=row["country"],
            lines=tuple(line["name"] for line in lines[row["pk"]]),
        )
        for row in source.parts(Location, "name", "country")
    )
    names = source.rows(AlsoKnownAs, "account", "name")
    return sites, tuple(row["name"] for row in names)


def team(source: Source) -> tuple[p.TeamMember, ...]:
    return tuple(
        p.TeamMember(
            location=source.codes.get(row.pop("location_ref")), **without(row, "pk", "ref_id")
        )
        for row in source.parts(
            TeamMember,
            *("name", "hours_per_week", "external", "in_planning"),
            role="function",
            location_ref="location__ref_id",
        )
    )


def profile(source: Source) -> p.Profile:
    swot = grouped(_live(source, SwotPoint, "side"), by="side")
    return replace(
        _profile(source, _live(source, Fact, *_FACT_COLUMNS)),
        swot=p.Swot(**{side: tuple(row["text"] for row in rows) for side, rows in swot.items()}),
        gaps=tuple(row["text"] for row in _live(source, Gap)),
        figures=tuple(
            p.YearFigures(**without(row, "pk"))
            for row in source.rows(YearFigures, "account", *_FIGURES, live="deleted_at")
        ),
    )


def named_facts(source: Source) -> p.Profile:
    """Of the profile what can be served: the facts that have an id."""
    rows = _live(source, Fact, *_FACT_COLUMNS)
    return _profile(source, [row for row in rows if row["ref_id"] in source.codes])


_FIGURES = ("year", "turnover_k", "margin", "investment_room_k", "our_share", "source", "as_of")
_FACT_COLUMNS = ("topic", "source", "as_of", "ref_id")


def _profile(source: Source, facts: list[Row]) -> p.Profile:
    topics: dict[str, Any] = {
        topic: tuple(
            p.Fact(id=source.codes.get(row["ref_id"]), **without(row, "pk", "ref_id"))
            for row in rows
        )
        for topic, rows in grouped(facts, by="topic").items()
    }
    return p.Profile(**topics)


def _live(
    source: Source,
    model: type[Fact | SwotPoint | Gap],
    *names: str,
) -> list[Row]:
    return source.rows(model, "account", "text", *names, live="deleted_at")


def people(source: Source) -> tuple[p.Person, ...]:
    """Contacts: those in decision groups first, as the groups name them, then the others."""
    return _people(source, "wants", "personal_win", "company_win", "our_win")


def faces(source: Source) -> tuple[p.Person, ...]:
    """The same without what they want and win, of which there is most."""
    return _people(source)


def names(source: Source) -> tuple[p.Person, ...]:
    """The people as one chooses from: who they are, and whether they are still there."""
    rows = source.parts(Contact, "name", "title", "left_company")
    return tuple(p.Person(**without(row, "pk", "ref_id")) for row in rows)


def _people(source: Source, *texts: str) -> tuple[p.Person, ...]:
    found = source.families(
        Contact,
        *("ref_id", "location__ref_id", "reports_to__ref_id"),
        *("name", "title", "level", *texts, "last_contact", "left_company", "disposition"),
        children="acquaintances",
        member_ref="member__ref_id",
    )
    named = source.rows(
        GroupMembership,
        "group__account",
        *("group_id", "contact_id"),
        live="group__deleted_at",
    )
    named.sort(key=lambda row: (row["group_id"], row["pk"]))
    place = {
        contact: index
        for index, contact in enumerate(dict.fromkeys(row["contact_id"] for row in named))
    }
    in_order = sorted(found, key=lambda pair: place.get(pair[0]["pk"], len(place)))
    codes = source.codes
    people = []
    for row, known_by in in_order:
        del row["pk"]
        row["location"] = codes.get(row.pop("location__ref_id"))
        row["reports_to"] = codes.get(row.pop("reports_to__ref_id"))
        row["known_by"] = source.known_codes(known["member_ref"] for known in known_by)
        people.append(p.Person(id=codes[row.pop("ref_id")], **row))
    return tuple(people)


def decision_groups(source: Source) -> tuple[p.DecisionGroup, ...]:
    roles = grouped(
        source.rows(BuyingRole, "membership__group__account", "membership_id", "role"),
        by="membership_id",
    )
    members = grouped(
        source.rows(GroupMembership, "group__account", "group_id", contact_ref="contact__ref_id"),
        by="group_id",
    )
    return tuple(
        p.DecisionGroup(
            id=row["id"],
            decision=row["decision"],
            opportunity=source.codes.get(row["opportunity_ref_id"]),
            people=tuple(
                p.Membership(
                    person=source.codes[member["contact_ref"]],
                    roles=tuple(p.Role(role["role"]) for role in roles[member["pk"]]),
                )
                for member in members[row["pk"]]
                if member["contact_ref"] in source.codes
            ),
        )
        for row in source.parts(DecisionGroup, "decision", "opportunity_ref_id")
    )


def coach_development(source: Source) -> tuple[p.CoachDevelopment, ...]:
    rows = source.rows(
        CoachDevelopment,
        "contact__account",
        *("stage", "confidential_information"),
        live="contact__deleted_at",
        next="next_step",
        contact_ref="contact__ref_id",
    )
    return tuple(
        p.CoachDevelopment(person=source.codes[row.pop("contact_ref")], **without(row, "pk"))
        for row in rows
    )


def named_opportunities(source: Source) -> tuple[p.Opportunity, ...]:
    """Of the opportunities what they are called and what they serve."""
    return tuple(
        p.Opportunity(
            id=row["id"],
            name=row["name"],
            serves=source.links(Link.Relation.SERVES, row["ref_id"]),
        )
        for row in source.parts(Opportunity, "name")
    )


def opportunities(source: Source) -> tuple[p.Opportunity, ...]:
    questions = ("need", "part", "where", "profitable", "importance_to_them", "history")
    rows = source.parts(
        Opportunity,
        *("name", "tier", "margin", "chance", "hours", "hours_to_penetrate", "knowledge"),
        *questions,
        group_ref="decision_group__ref_id",
    )
    return tuple(
        p.Opportunity(
            id=row["id"],
            name=row["name"],
            tier=p.Tier(row["tier"]) if row["tier"] else None,
            decision_group=source.codes.get(row["group_ref"]),
            serves=source.links(Link.Relation.SERVES, row["ref_id"]),
            q=p.EightQuestions(
                hours=row["hours_to_penetrate"],
                **{name: row[name] for name in (*questions, "knowledge")},
            ),
            margin=row["margin"],
            chance=row["chance"],
            hours=row["hours"],
        )
        for row in rows
    )
