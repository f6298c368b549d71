"""The profile as it is drawn: what is known, how fresh it is, what is missing, what to do next."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Fact, Gap, SwotPoint
from waypost.accounts.queries import access_to
from waypost.plans.models import Action
from waypost.plans.tests.stored import LEAD, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """account:
  name: Dunmore Mills
  currency: NOK
  locations: [{id: L1, name: Pexley, country: GB, lines: [PM3, PM4]}]
team: [{id: T1, name: Olga Hagen, role: account lead}]
profile:
  company_goals:
    - {id: G1, text: Half the water by 2029, source: Annual report, as_of: %(new)s}
    - {text: No stop in summer, source: M. Friis, as_of: %(old)s}
  industry_trends: [{text: Newsprint falls, source: Statistics}]
  competitors: [{text: Norrland builds a board machine, as_of: %(new)s}]
  structure: [{text: Purchasing is central, source: Visit, as_of: %(new)s}]
  markets_and_positioning: [{text: Exports of board are growing, source: Press, as_of: %(new)s}]
  financial_performance: [{text: Exports of board are shrinking, source: Report, as_of: %(new)s}]
  value_chain: [{text: Clean board sells, source: Visit, as_of: %(new)s}]
  swot: {strengths: [Own forest]}
  gaps: ["Who signs above 1 m?", "Which line stops next?"]
  figures:
    - {year: 2024, turnover_k: 487000, margin: 4, source: Annual report, as_of: %(new)s}
    - {year: 2025, turnover_k: 502000, investment_room_k: 9000, our_share: 31}
objectives: {business: [{id: B1, text: Five machines run on our seals, serves: [G1]}]}
strategies: [{id: S1, statement: From the machine outwards, serves: [G1]}]
short_term_plan: {actions: [{id: A1, what: Ask who signs, from_gap: "gaps[0]"}]}
"""


@pytest.fixture
def account(owner, outsider):
    today = timezone.localdate()
    days = {"new": today - timedelta(days=20), "old": today - timedelta(days=500)}
    team = [("T1", owner, LEAD)]
    return stored(read(PLAN % days), team=team)


def show(client, user, account):
    client.force_login(user)
    response = client.get(reverse("accounts:profile", args=[account.pk]))
    assert response.status_code == 200
    return response


def words(response):
    return response.content.decode()


def test_profile_shows_everything_a_plan_file_says_of_the_customer(client, owner, account):
    response = show(client, owner, account)
    text, page = words(response), response.context["page"]

    for known in (
        *("Half the water by 2029", "Newsprint falls", "Norrland builds a board machine"),
        *("Purchasing is central", "Clean board sells", "Own forest", "Who signs above 1 m?"),
        *("Pexley", "PM3, PM4", "NOK\xa0502\xa0m", "NOK\xa09.00\xa0m", "31%"),
    ):
        assert known in text
    assert dict(page.ages) == {"fresh": 6, "old": 1, "gap": 1}
    assert [line.year for line in page.finances.years] == [2024, 2025]
    assert [bar.label for bar in page.finances.bars] == ["487\xa0m", "502\xa0m"]


def test_goal_shows_what_we_do_for_it(client, owner, account):
    goals = show(client, owner, account).context["page"].sections["company_goals"].facts

    assert [[does.code for does in goal.does] for goal in goals] == [["B1", "S1"], []]


def test_fact_says_who_entered_it_and_what_stood_there_before(client, owner, account):
    client.force_login(owner)
    fact = Fact.objects.get(text="No stop in summer")
    url = reverse("accounts:fact-change", args=[account.pk, fact.pk])
    client.post(f"{url}?field=text", {"text": "No stop at all", "version": 1})

    [_first, goal] = show(client, owner, account).context["page"].sections["company_goals"].facts
    page = client.get(reverse("accounts:fact", args=[account.pk, fact.pk]))

    assert (goal.text, goal.by, goal.before) == ("No stop at all", "entered by Olga Hagen", 1)
    assert "No stop in summer" in words(page)
    assert page.context["page"].before[0].text == "No stop in summer"


def test_contradiction_stands_at_both_facts(client, owner, account):
    sections = show(client, owner, account).context["page"].sections

    [market] = sections["markets_and_positioning"].facts
    [money] = sections["financial_performance"].facts
    assert [one.text for one in market.against] == ["Exports of board are shrinking"]
    assert [one.message for one in money.found] == [
        "It seems to contradict “Exports of board are growing”."
    ]


def test_gap_is_one_step_from_an_action(client, owner, account):
    page = show(client, owner, account).context["page"]
    [filled, open_one] = page.gaps
    [finding] = open_one.found
    named = {"rule": finding.rule, "at": finding.at, "subject": finding.subject}

    client.post(reverse("health:action", args=[account.pk]), named)

    assert filled.actions == ("A1",)
    assert finding.step.now
    action = Action.objects.get(what="Find out: Which line stops next?")
    assert str(action.from_gap) == "Which line stops next?"


def test_what_is_missing_is_named_with_its_step(client, owner, account):
    page = show(client, owner, account).context["page"]

    assert [one.text for one in page.missing] == [
        "Nothing in the SWOT on: Weaknesses",
        "Nothing in the SWOT on: Opportunities",
        "Nothing in the SWOT on: Threats",
        "No date: Newsprint falls",
        "No source: Norrland builds a board machine",
        "No place in the value chain: Clean board sells",
        "Nothing says where we add value to their chain",
    ]
    assert [one.text for one in page.research] == ["No stop in summer"]


def test_competitors_are_hidden_from_whoever_does_not_see_margins(client, outsider, owner, account):
    add_to_team(account, outsider, VIEWER)
    fact = Fact.objects.get(topic="competitors")

    response = show(client, outsider, account)

    assert "Norrland" not in words(response)
    assert "Competitors" not in words(response)
    assert client.get(reverse("accounts:fact", args=[account.pk, fact.pk])).status_code == 404


def test_finding_leads_to_where_it_is_settled(client, owner, account):
    fact = Fact.objects.get(topic="competitors")
    sections = show(client, owner, account).context["page"].sections
    [finding] = sections["competitors"].facts[0].found

    response = client.get(finding.step.url)

    change = reverse("accounts:fact-change", args=[account.pk, fact.pk])
    assert response.url == f"{change}?field=source"
    client.post(response.url, {"source": "Trade press", "version": 1})
    assert show(client, owner, account).context["page"].sections["competitors"].facts[0].found == ()


@pytest.mark.parametrize("at", ["competitors[7]", "gaps[9]", "nothing", "swot", "B1", ""])
def test_place_of_nothing_is_not_found(client, owner, account, at):
    client.force_login(owner)
    page = reverse("accounts:profile-place", args=[account.pk])
    assert client.get(page, {"at": at}).status_code == 404


def test_empty_profile_says_what_belongs_there(client, owner, outsider):
    account = stored(
        read("account: {name: Dunmore Mills}\nteam: [{id: T1, name: O, role: account lead}]"),
        team=[("T1", owner, LEAD)],
    )

    response = show(client, owner, account)

    assert "What do they want to reach, by when?" in words(response)
    assert "Three facts with a source are enough to begin." in words(response)
    assert len(response.context["page"].missing) == 12


@pytest.mark.parametrize("known", [1, 3, 300])
def test_number_of_queries_is_that_of_one_fact(client, owner, known, django_assert_num_queries):
    facts = ", ".join(f"{{text: Fact {n}, source: s, id: G{n}}}" for n in range(known))
    gaps = ", ".join(f"Gap {n}" for n in range(known))
    sites = ", ".join(f"{{id: L{n}, name: n, lines: [a]}}" for n in range(known))
    years = ", ".join(f"{{year: {2000 + n % 50}, turnover_k: 5}}" for n in range(known))
    text = f"""account: {{name: Dunmore Mills, locations: [{sites}]}}
team: [{{id: T1, name: Olga Hagen, role: account lead}}]
profile: {{company_goals: [{facts}], swot: {{threats: [{gaps}]}}, gaps: [{gaps}],
  figures: [{years}]}}
objectives: {{business: [{{id: B1, text: Five machines, serves: [G0]}}]}}
"""
    account = stored(read(text), team=[("T1", owner, LEAD)])
    show(client, owner, account)
    with django_assert_num_queries(9):
        show(client, owner, account)


def test_outsider_finds_nothing(client, outsider, account):
    client.force_login(outsider)
    for name in ("profile", "fact-creation", "gap-creation", "figures-creation", "site-creation"):
        url = reverse(f"accounts:{name}", args=[account.pk])
        assert client.get(url).status_code == 404


def test_viewer_is_offered_no_change(client, owner, account, as_role):
    text = words(show(client, as_role(AccessRole.VIEWER), account))

    assert "Half the water by 2029" in text
    assert "/new/" not in text
    assert "editable" not in text
    assert "Make it an action" not in text
    assert Gap.objects.count() == 2
    assert SwotPoint.objects.count() == 1
    assert access_to(owner, account.pk).can_edit_plan
