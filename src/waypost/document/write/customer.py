"""The customer: account, team, profile, people, opportunities."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.db import models

from waypost.accounts.models import (
    AccessRole,
    Account,
    AlsoKnownAs,
    Fact,
    Gap,
    Link,
    Location,
    ProductionLine,
    SwotPoint,
    TeamMember,
    YearFigures,
)
from waypost.contacts.models import (
    Acquaintance,
    BuyingRole,
    CoachDevelopment,
    Contact,
    DecisionGroup,
    GroupMembership,
)
from waypost.document.write.sink import Sink
from waypost.history.operations import Recording
from waypost.method import plan as p
from waypost.method.team import function_of
from waypost.opportunities.models import Opportunity

# (id, name) of a member -> the user and the access role he had in the account.
LogIns = dict[tuple[str, str], tuple[int | None, str]]


def log_ins(account: Account) -> LogIns:
    """The members of the account with their log-ins, to be kept when the plan is replaced."""
    members = TeamMember.objects.live().filter(account=account)
    return {
        (code, name): (user, role)
        for code, name, user, role in members.values_list(
            "ref__code", "name", "user_id", "access_role"
        )
    }


def remove(account: Account, recording: Recording) -> None:
    """Delete what `write_*` wrote; the ids stay claimed."""
    own = {"account": account}
    people: list[models.QuerySet[Any]] = [
        BuyingRole.objects.filter(membership__group__account=account),
        GroupMembership.objects.filter(group__account=account),
        CoachDevelopment.objects.filter(contact__account=account),
        Acquaintance.objects.filter(contact__account=account),
        Link.objects.filter(**own),
        Opportunity.objects.filter(**own),
        DecisionGroup.objects.filter(**own),
        Contact.objects.filter(**own),
        *(model._default_manager.filter(**own) for model in (Fact, SwotPoint, Gap, YearFigures)),
        TeamMember.objects.filter(**own),
        ProductionLine.objects.filter(location__account=account),
        Location.objects.filter(**own),
        AlsoKnownAs.objects.filter(**own),
    ]
    remove_rows(people, recording)


def remove_rows(querysets: Iterable["models.QuerySet[Any]"], recording: Recording) -> None:
    """Delete these rows, dependants first, and note each in the record."""
    for queryset in querysets:
        recording.removed(queryset)
        queryset.delete()


def write_account(plan: p.Plan, sink: Sink) -> None:
    account = sink.account
    sink.save(AlsoKnownAs(account=account, name=name) for name in plan.account.also_known_as)
    sink.save_parts(
        Location(
            account=account,
            ref=sink.ref(site.id),
            name=site.name,
            country=site.country or "",
        )
        for site in plan.account.locations
    )
    sink.save(
        ProductionLine(location_id=sink.key(site.id), name=line)
        for site in plan.account.locations
        for line in site.lines
    )


def write_team(plan: p.Plan, sink: Sink, known: LogIns) -> None:
    """Members without log-ins, but for those who had one in the account before."""
    rows = []
    for member in plan.team:
        user, role = known.get((member.id, member.name), (None, access_role(member)))
        rows.append(
            TeamMember(
                account=sink.account,
                ref=sink.ref(member.id),
                user_id=user,
                access_role=role,
                name=member.name,
                function=member.role,
                location_id=sink.key(member.location),
                hours_per_week=member.hours_per_week,
                external=member.external,
                in_planning=member.in_planning,
            )
        )
    sink.save_parts(rows)


def access_role(member: p.TeamMember) -> AccessRole:
    """What a member may do, from the function in words that the plan file recognises."""
    return AccessRole(function_of(member).value)


def write_profile(plan: p.Plan, sink: Sink) -> None:
    account = sink.account
    sink.save(
        Fact(
            account=account,
            ref=sink.ref(fact.id),
            topic=topic,
            text=fact.text,
            source=fact.source or "",
            as_of=fact.as_of,
        )
        for topic in Fact.Topic
        for fact in getattr(plan.profile, topic)
    )
    sink.save(
        SwotPoint(account=account, side=side, text=text)
        for side in SwotPoint.Side
        for text in getattr(plan.profile.swot, side)
    )
    sink.save(Gap(account=account, text=text) for text in plan.profile.gaps)
    sink.save(
        YearFigures(account=account, **{**asdict(figures), "source": figures.source or ""})
        for figures in plan.profile.figures
    )


def write_people(plan: p.Plan, sink: Sink) -> None:
    account = sink.account
    plain = ("title", "wants", "personal_win", "company_win", "our_win", "disposition")
    contacts = [
        Contact(
            account=account,
            ref=sink.ref(person.id),
            name=person.name,
            location_id=sink.key(person.location),
            level=person.level,
            last_contact=person.last_contact,
            left_company=person.left_company,
            **{name: getattr(person, name) or "" for name in plain},
        )
        for person in plan.people
    ]
    sink.save_parts(contacts)
    for person, contact in zip(plan.people, contacts, strict=True):
        contact.reports_to_id = sink.key(person.reports_to)
    Contact.objects.bulk_update(contacts, ["reports_to"], batch_size=500)
    sink.save(
        Acquaintance(contact_id=sink.key(person.id), member_id=sink.key(member))
        for person in plan.people
        for member in person.known_by
    )
    sink.save_parts(
        DecisionGroup(
            account=account,
            ref=sink.ref(group.id),
            decision=group.decision,
            opportunity_ref=sink.ref(group.opportunity),
        )
        for group in plan.decision_groups
    )
    members = [(group, member) for group in plan.decision_groups for member in group.people]
    memberships = sink.save(
        GroupMembership(group_id=sink.key(group.id), contact_id=sink.key(member.person))
        for group, member in members
    )
    sink.save(
        BuyingRole(membership=membership, role=role)
        for (_group, member), membership in zip(members, memberships, strict=True)
        for role in member.roles
    )
    sink.save(
        CoachDevelopment(
            contact_id=sink.key(coach.person),
            stage=coach.stage or "",
            next_step=coach.next or "",
            confidential_information=coach.confidential_information,
        )
        for coach in plan.coach_development
    )


def write_opportunities(plan: p.Plan, sink: Sink) -> None:
    rows = []
    for opportunity in plan.opportunities:
        answers = asdict(opportunity.q)
        hours = answers.pop("hours")
        rows.append(
            Opportunity(
                account=sink.account,
                ref=sink.ref(opportunity.id),
                name=opportunity.name,
                tier=opportunity.tier or "",
                decision_group_id=sink.key(opportunity.decision_group),
                hours_to_penetrate=hours,
                margin=opportunity.margin,
                chance=opportunity.chance,
                hours=opportunity.hours,
                **{name: answer or "" for name, answer in answers.items()},
            )
        )
        sink.link(opportunity.id, Link.Relation.SERVES, opportunity.serves)
    sink.save_parts(rows)
