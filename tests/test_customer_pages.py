"""Everything that a plan file says of the customer stands on a page and can be changed there."""

import html
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from waypost import planfile
from waypost.accounts.models import Fact, Gap, SwotPoint
from waypost.contacts.queries.standing import ROLES, disposition_in_words
from waypost.health.models import Finding
from waypost.method import plan as p
from waypost.plans.tests.stored import LEAD, read, stored
from waypost.ui.formats import hours, money, short_date

pytestmark = pytest.mark.django_db

PLAN = """
as_of: 2026-11-24
account:
  name: Dunmore Mills
  locations: [{id: L1, name: Vejle plant, country: DK, lines: [PM1]}]
team: [{id: T1, name: Olga Hagen, role: account lead}, {id: T2, name: Tom Ferrari, role: service}]
profile:
  company_goals: [{text: Half the water}]
  swot: {strengths: [Own forest]}
  gaps: [Who signs?]
objectives: {relationship: [{id: R1, text: They call us first}]}
decision_groups:
  - id: D1
    decision: Frame contract
    people: [{id: P1, name: Eva Lund, roles: [coach]}, {id: P2, name: Bo Dahl}]
  - {id: D2, decision: Trial, people: [{id: P3, name: Ada Ros}]}
coach_development: [{person: P1, stage: believes in us}]
opportunities: [{id: O1, name: Seals, decision_group: D1}]
"""
SETTINGS: tuple[str, list[str]] = ("accounts:settings", [])
SITE = ("accounts:site", ["L1"])
MEMBER = ("accounts:member", ["T2"])
PERSON = ("contacts:person-edit", ["P2"])
GROUP = ("contacts:group-edit", ["D1"])
COACH = ("contacts:coach", ["P1"])
OPPORTUNITY = ("opportunities:edit", ["O1"])
FACT, POINT, GAP = (
    ("accounts:fact-change", Fact),
    ("accounts:swot-point", SwotPoint),
    (
        "accounts:gap",
        Gap,
    ),
)
# Where each key of a part is changed, and what its field is called there; None: the key names the
# part itself, or what stands beside it does.
WHERE: dict[Any, dict[str, Any]] = {
    p.Account: {
        **{key: (SETTINGS, key) for key in ("name", "also_known_as", "parent", "currency", "tier")},
        **dict.fromkeys(("settings", "locations")),
    },
    p.Settings: {
        key: (SETTINGS, key)
        for key in ("window_months", "review_day", "team_hours_next_12_months", "own_terms")
    },
    p.Location: {"id": None, **{key: (SITE, key) for key in ("name", "country", "lines")}},
    p.TeamMember: {
        "id": None,
        "role": (MEMBER, "function"),
        **{
            key: (MEMBER, key)
            for key in ("name", "location", "hours_per_week", "external", "in_planning")
        },
    },
    p.Fact: {"id": None, **{key: (FACT, key) for key in ("text", "source", "as_of")}},
    p.Swot: dict.fromkeys(("strengths", "weaknesses", "opportunities", "threats"), (POINT, "side")),
    p.Profile: {
        **dict.fromkeys(Fact.Topic.values, (FACT, "topic")),
        **{"swot": (POINT, "text"), "gaps": (GAP, "text")},
        "figures": (("accounts:figures-creation", []), "turnover_k"),
    },
    p.Person: {
        "id": None,
        **{
            key: (PERSON, key)
            for key in (
                *("name", "title", "location", "level", "reports_to", "wants", "personal_win"),
                *("company_win", "our_win", "known_by", "last_contact", "left_company"),
                "disposition",
            )
        },
    },
    p.Membership: {
        "person": (("contacts:group", ["D1"]), "person"),
        "roles": (("contacts:group", ["D1"]), "roles-P2"),
    },
    p.DecisionGroup: {
        **{"id": None, "people": None},
        **{key: (GROUP, key) for key in ("decision", "opportunity")},
    },
    p.CoachDevelopment: {
        "person": None,
        "stage": (COACH, "stage"),
        "next": (COACH, "next_step"),
        "confidential_information": (COACH, "confidential_information"),
    },
    p.EightQuestions: {
        "hours": (OPPORTUNITY, "hours_to_penetrate"),
        **{
            key: (OPPORTUNITY, key)
            for key in (
                *("need", "part", "where", "profitable", "importance_to_them", "history"),
                "knowledge",
            )
        },
    },
    p.Opportunity: {
        **{"id": None, "q": None},
        **{
            key: (OPPORTUNITY, key)
            for key in (*("name", "tier", "decision_group", "serves", "margin", "chance", "hours"),)
        },
    },
}


@pytest.fixture
def address(client, owner, time_machine):
    """The address of something of the account, by the name of its URL."""
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    account = stored(read(PLAN), team=[("T1", owner, LEAD)])
    client.force_login(owner)

    def of(name, key):
        keys = key if isinstance(key, list) else [key.objects.get().pk]
        return reverse(name, args=[account.pk, *keys])

    return of


def test_every_key_has_a_field(client, address):
    missing = []
    drawn: dict[str, str] = {}
    for part, keys in WHERE.items():
        assert {field.name for field in fields(part)} == set(keys), part
        for (name, key), field in filter(None, keys.values()):
            url = address(name, key)
            if url not in drawn:
                drawn[url] = client.get(url).content.decode()
            if f'name="{field}"' not in drawn[url]:
                missing.append((part.__name__, field))
    assert missing == []


def shared(client, owner, request, time_machine):
    """The shared plan and its account, opened by its lead."""
    path = request.config.rootpath.parent / "shared" / "plans" / "nordvik.yaml"
    if not path.is_file():
        pytest.skip("the optional input ../shared/plans is not there")
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    plan = planfile.read(path.read_text(encoding="utf-8"))
    account = stored(plan, team=[("T1", owner, LEAD)])
    client.force_login(owner)
    return plan, account


def test_shared_plan_shows_completely(client, owner, request, time_machine):
    plan, account = shared(client, owner, request, time_machine)

    shown = " ".join(text(client, url) for url in pages(plan, account.pk))

    parts = (
        *(plan.account, plan.team, plan.profile, plan.people, plan.decision_groups),
        *(plan.coach_development, plan.opportunities),
    )
    said = {words for words in said_in(parts, plan) if words not in shown}
    assert said == set()


def pages(plan, pk):
    """All pages about the customer."""
    names = ("accounts:settings", "accounts:team", "accounts:profile", "contacts:people")
    for name in (*names, "opportunities:opportunities"):
        yield reverse(name, args=[pk])
    for name, codes in (
        ("accounts:site", [site.id for site in plan.account.locations]),
        ("accounts:member", [member.id for member in plan.team]),
        ("contacts:person", [person.id for person in plan.people]),
        ("contacts:person-edit", [person.id for person in plan.people]),
        ("contacts:coach", [coach.person for coach in plan.coach_development]),
        ("contacts:group", [group.id for group in plan.decision_groups]),
        ("opportunities:opportunity", [one.id for one in plan.opportunities]),
    ):
        for code in codes:
            yield reverse(name, args=[pk, code])


def text(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return " ".join(html.unescape(response.content.decode()).split())


def said_in(value, plan, name=""):
    """What is to be read somewhere: texts as they are, days, money and hours as pages say them."""
    if isinstance(value, tuple):
        for one in value:
            yield from said_in(one, plan, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from said_in(getattr(value, field.name), plan, field.name)
    elif value is not None and not isinstance(value, bool):
        yield " ".join(in_words(value, plan, name).split())


def in_words(value, plan, name):
    match name:
        case "roles":
            return str(ROLES[value])
        case "disposition":
            return disposition_in_words(value)
        case "margin":
            return money(value, plan.account.currency)
        case "chance":
            return f"{value * 100:.0f}%"
        case "hours" | "hours_per_week":
            return hours(value)
    if isinstance(value, date):
        return short_date(value, plan.as_of)
    return str(value)


def test_findings_stand_beside_the_thing_and_go_when_it_is_settled(
    client, owner, request, time_machine
):
    plan, account = shared(client, owner, request, time_machine)
    before = found_in(account)
    shown = " ".join(text(client, url) for url in pages(plan, account.pk))
    assert [message for message in before if message not in shown] == []
    assert set(SETTLED) <= before

    for (name, where), data in SETTLED.values():
        code, _mark, query = where.partition("?")
        key = Fact.objects.get(topic=code).pk if code in Fact.Topic.values else code
        url = reverse(name, args=[account.pk, key])
        assert client.post(f"{url}?{query}", {"version": 1, **data}).status_code == 302, name

    left = found_in(account)
    assert set(SETTLED) & left == set()
    shown = " ".join(text(client, url) for url in pages(plan, account.pk))
    assert [message for message in SETTLED if message in shown] == []


# What was found in the shared plan, and what is sent where to settle it.
SETTLED: dict[str, tuple[tuple[str, str], dict[str, Any]]] = {
    "A fact about a competitor has no source.": (
        ("accounts:fact-change", "competitors?field=source"),
        {"source": "Trade press"},
    ),
    "Nobody of us knows Dr Wen Li.": (
        ("contacts:person-edit", "P5?field=known_by"),
        {"known_by": "T4"},
    ),
    "K. Nilsen has no buying role in D2.": (
        ("contacts:roles", "D2?"),
        {"roles-P1": ["economic", "coach"], "roles-P6": "user", "roles-P7": "user"},
    ),
    "The hours for OP7, Stock on consignment, are not known.": (
        ("opportunities:edit", "OP7?field=hours"),
        {"hours": "20"},
    ),
}


def found_in(account):
    found = Finding.objects.filter(account=account, rule__regex="^(PRO|DMG|ROTI)-")
    return {" ".join(message.split()) for message in found.values_list("message", flat=True)}
