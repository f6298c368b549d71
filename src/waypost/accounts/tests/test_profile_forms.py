"""What is entered in the profile: in one line, in place, by page; conflicts and odd input."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import Fact, Gap, Link, Location, SwotPoint, YearFigures
from waypost.document.load import load
from waypost.history.models import ChangeSet, SeenBy
from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db

PLAN = """account: {name: Dunmore Mills, locations: [{id: L1, name: Pexley, lines: [PM3]}]}
team: [{id: T1, name: Olga Hagen, role: account lead}]
profile:
  company_goals: [{text: Half the water, source: Annual report, as_of: 2026-03-12}]
  competitors: [{text: Norrland builds, source: Press, as_of: 2026-03-12}]
  swot: {strengths: [Own forest]}
  gaps: [Who signs?]
objectives: {business: [{id: B1, text: Five machines}]}
strategies: [{id: S1, statement: Machine outwards}]
opportunities: [{id: O1, name: Seals}]
"""


@pytest.fixture
def account(owner):
    return stored(read(PLAN), team=[("T1", owner, LEAD)])


@pytest.fixture
def send(client, owner, account):
    """Send a form of the profile, as the account lead."""
    client.force_login(owner)

    def make(of, /, *args, query="", **data):
        url = reverse(f"accounts:{of}", args=[account.pk, *args])
        return client.post(f"{url}{query}", data)

    return make


def goal():
    return Fact.objects.get(topic=Fact.Topic.COMPANY_GOALS)


def told():
    return ChangeSet.objects.latest("pk")


def test_line_is_a_fact_a_point_of_the_swot_or_a_gap(send):
    today = {"as_of": timezone.localdate()}
    send("profile", line="They grow, trade press", topic="industry_trends", **today)
    send("profile", line="Own forest, cheap power", topic="threats", **today)
    send("profile", line="? Who decides", topic="industry_trends", **today)

    fact = Fact.objects.latest("pk")
    assert (fact.text, fact.source, fact.topic) == ("They grow", "trade press", "industry_trends")
    point = SwotPoint.objects.latest("pk")
    assert (point.text, point.side) == ("Own forest, cheap power", "threats")
    assert Gap.objects.latest("pk").text == "Who decides"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"line": "They grow"}, "Add who said it or where it stands, after a comma."),
        ({"line": "They grow, press", "topic": "nothing"}, "Choose one of the list."),
        ({"line": "They grow, press", "as_of": "1989-12-31"}, "Enter the day it was said"),
        ({"line": f"{'x' * 10_001}, press"}, "Shorten this to 10,000 characters"),
        ({"line": "", "topic": "threats"}, "Fill in “Add a fact”"),
        ({"line": "They grow, a confidential paper"}, "This says “confidential”."),
        ({"line": "THEY GROW, again"}, "This stands here already."),
        ({"line": "old presses", "topic": "threats"}, "This stands here already."),
        ({"line": "? who decides"}, "This stands here already."),
    ],
)
def test_line_to_put_right_stays_typed(send, account, data, error):
    Fact.objects.create(account=account, topic="structure", text="They grow", source="Press")
    SwotPoint.objects.create(account=account, side="threats", text="Old presses")
    Gap.objects.create(account=account, text="Who decides")
    response = send("profile", **{"topic": "structure", "as_of": "2026-11-01", **data})

    assert response.status_code == 422
    assert error in response.content.decode()
    assert response.context["form"]["line"].value() == data["line"]


def test_fact_is_changed_where_it_stands(send, account):
    fact = goal()

    response = send("fact-change", fact.pk, query="?field=source", source="M. Friis", version=1)

    fact.refresh_from_db()
    assert response.url == f"/accounts/{account.pk}/profile/#fact-{fact.pk}"
    assert (fact.text, fact.source) == ("Half the water", "M. Friis")


def test_fact_of_somebody_else_is_not_overwritten(send, account):
    fact = goal()
    send("fact-change", fact.pk, query="?field=text", text="A third of the water", version=1)

    response = send("fact-change", fact.pk, query="?field=text", text="No water", version=1)

    assert response.status_code == 409
    assert "A third of the water" in response.content.decode()
    assert response.context["form"]["text"].value() == "No water"
    fact.refresh_from_db()
    assert fact.text == "A third of the water"


def test_refreshed_fact_is_dated_or_replaced(send):
    fact = goal()
    today = timezone.localdate()

    send("fact-refresh", fact.pk, line="", as_of=today, version=1)
    assert told().what == "Noted that “Half the water” is still true"
    secret = send("fact-refresh", fact.pk, line="A third, top secret", as_of=today, version=2)
    assert "This says “top secret”." in secret.content.decode()
    send("fact-refresh", fact.pk, line="A third, M. Friis", as_of=today, version=2)

    fact.refresh_from_db()
    assert (fact.text, fact.source, fact.as_of) == ("A third", "M. Friis", today)
    assert told().what == "Replaced “Half the water” by “A third”"
    assert send("fact-refresh", fact.pk, line="A third", as_of=today, version=3).status_code == 422


def test_goal_gets_its_id_when_something_serves_it(send, account):
    fact = goal()

    send("fact-serving", fact.pk, served_by=["B1", "S1"], version=1)
    plan = load(account.pk)
    assert plan.profile.company_goals[0].id == "G1"
    assert plan.objectives.business[0].serves == ("G1",)
    assert plan.strategies[0].serves == ("G1",)

    send("fact-serving", fact.pk, served_by=["S1"], version=2)
    assert load(account.pk).objectives.business[0].serves == ()
    assert send("fact-serving", fact.pk, served_by=["B1"], version=1).status_code == 409
    assert send("fact-serving", fact.pk, served_by=["T1"], version=3).status_code == 422
    assert Link.objects.count() == 1


@pytest.mark.parametrize(
    ("of", "code", "more"),
    [
        ("plans:objective-edit", "B1", {"text": "Five machines"}),
        ("plans:strategy-edit", "S1", {"statement": "Machine outwards"}),
        ("opportunities:edit", "O1", {"name": "Seals"}),
    ],
)
def test_goal_gets_its_id_where_it_is_chosen(client, send, account, of, code, more):
    url = reverse(of, args=[account.pk, code])
    page = client.get(url)
    assert page.content.decode().count("Half the water") == 1
    (choice,) = [
        one for one, label in page.context["form"]["serves"].field.choices if "Half" in label
    ]

    response = client.post(url, {"version": 1, "serves": ["B1", choice][code == "B1" :], **more})

    assert response.status_code == 302
    plan = load(account.pk)
    assert plan.profile.company_goals[0].id == "G1"
    parts: list[Any] = [*plan.objectives.business, *plan.strategies, *plan.opportunities]
    served = next(part.serves for part in parts if part.id == code)
    assert set(served) == {"B1", "G1"} - {code}
    assert "G1 Half the water" in client.get(url).content.decode()
    undo = reverse("accounts:undo", args=[account.pk, told().pk])
    client.post(undo)
    assert load(account.pk).profile.company_goals[0].id is None


def test_changes_of_competitors_are_for_those_who_see_margins(send):
    fact = Fact.objects.get(topic=Fact.Topic.COMPETITORS)
    whole = {"text": "Norrland waits", "source": "Press", "topic": "structure"}

    send("fact-change", fact.pk, version=1, **whole)
    assert told().seen_by == SeenBy.MARGINS
    send("fact-removal", fact.pk)
    assert told().seen_by == SeenBy.PLAN


def test_figures_are_written_in_millions_and_kept_in_the_plan(send, account):
    send(
        "figures-creation",
        **{"year": 2025, "turnover_k": "502.5", "margin": "-4.6", "investment_room_k": "0"},
        **{"our_share": "31", "source": "Annual report", "as_of": "2026-03-12"},
    )

    [figures] = load(account.pk).profile.figures
    assert (figures.year, figures.turnover_k, figures.margin) == (
        2025,
        Decimal(502_500),
        Decimal("-4.6"),
    )
    assert (figures.investment_room_k, figures.our_share) == (Decimal(0), Decimal(31))
    row = YearFigures.objects.get()
    page = send("figures", row.pk, query="?field=turnover_k", turnover_k="x", version=1)
    assert page.context["form"]["turnover_k"].value() == "x"
    assert "Enter a number, such as 3 or 2.5." in page.content.decode()
    again = send("figures-creation", year=2025, margin="3")
    assert "There are figures of 2025 already. Change those." in again.content.decode()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"year": "1989", "margin": "3"}, "Enter a year from 1990 to"),
        ({"year": "2100", "margin": "3"}, "Enter a year from 1990 to"),
        ({"year": "soon", "margin": "3"}, "Enter a year from 1990 to"),
        ({"year": "2025"}, "Enter at least one figure of the year."),
        ({"year": "2025", "turnover_k": "-1"}, "Enter millions from 0 to 10,000,000."),
        ({"year": "2025", "turnover_k": "99999999999"}, "Enter millions from 0 to 10,000,000."),
        ({"year": "2025", "turnover_k": "1e99"}, "digits"),
        ({"year": "2025", "turnover_k": "NaN"}, "Enter a number, such as 3 or 2.5."),
        ({"year": "2025", "margin": "101"}, "Enter the margin in percent"),
        ({"year": "2025", "our_share": "101"}, "Enter the share in percent, from 0 to 100."),
        ({"year": "2025", "margin": "3", "as_of": "2999-01-01"}, "Enter the day it was said"),
        ({"year": "2025", "margin": "3", "as_of": "tomorrow"}, "Enter the date as day, month"),
    ],
)
def test_absurd_figure_is_told_at_its_field(send, data, error):
    response = send("figures-creation", **data)

    assert response.status_code == 422
    assert error in response.content.decode()
    assert not YearFigures.objects.exists()


def test_site_is_kept_with_its_lines(send, account):
    site = Location.objects.get()
    send("site-creation", name="Herning", country="DK", lines="C1\n C2 \n\nC1")
    again = send("site-creation", name="herning")
    assert (again.status_code, "This stands here already." in again.content.decode()) == (422, True)
    send("site", "L1", name="Pexley", country="GB", lines="PM3\nPM4", version=1)
    send("site", "L1", name="Pexley", country="GB", lines="PM3\nPM4", version=2)

    sites = load(account.pk).account.locations
    assert [(one.id, one.name, one.country, one.lines) for one in sites] == [
        ("L1", "Pexley", "GB", ("PM3", "PM4")),
        ("L2", "Herning", "DK", ("C1", "C2")),
    ]
    site.refresh_from_db()
    assert site.version == 2
    assert send("site", "L1", name="P", lines="x" * 201, version=2).status_code == 422
    assert send("site", "L1", name="P", lines="PM9", version=1).status_code == 409
    send("site-removal", "L1")
    assert [one.id for one in load(account.pk).account.locations] == ["L2"]


def test_point_and_gap_are_changed_and_removed(send, account):
    point, gap = SwotPoint.objects.get(), Gap.objects.get()
    send("swot-point", point.pk, text="Forest", side="threats", source="M. Friis", version=1)
    send("gap", gap.pk, text="Who signs there?", could_know="Eva Lund", version=1)

    point.refresh_from_db()
    gap.refresh_from_db()
    assert (point.text, point.side, point.source) == ("Forest", "threats", "M. Friis")
    assert (gap.text, gap.could_know) == ("Who signs there?", "Eva Lund")
    send("swot-point-removal", point.pk)
    send("gap-removal", gap.pk)
    profile = load(account.pk).profile
    assert (profile.swot.threats, profile.gaps) == ((), ())


def test_removed_fact_comes_back_with_undo(send, client, account):
    fact = goal()
    send("fact-removal", fact.pk)
    assert load(account.pk).profile.company_goals == ()

    client.post(reverse("accounts:undo", args=[account.pk, told().pk]))

    assert [one.text for one in load(account.pk).profile.company_goals] == ["Half the water"]


@pytest.mark.parametrize("text", ["מים פחות 🌊", "x" * 10_000, "<b>&amp;</b> {{ x }}"])
def test_any_text_is_kept_and_shown_as_it_is(send, client, account, text):
    said = timezone.localdate() - timedelta(days=1)
    send("fact-creation", text=text, source=text, topic="structure", as_of=said)

    assert Fact.objects.latest("pk").text == text
    page = client.get(reverse("accounts:profile", args=[account.pk]))
    assert page.status_code == 200
    assert "<b>&amp;" not in page.content.decode()


def test_form_of_a_new_fact_begins_with_what_it_is_about(client, owner, account):
    client.force_login(owner)
    url = reverse("accounts:fact-creation", args=[account.pk])

    form = client.get(url, {"topic": "value_chain", "stage": "suppliers"}).context["form"]

    assert (form["topic"].value(), form["stage"].value()) == ("value_chain", "suppliers")
    assert "version" not in form.fields
    assert form["as_of"].value() is None
    assert date(2026, 3, 12) == goal().as_of
