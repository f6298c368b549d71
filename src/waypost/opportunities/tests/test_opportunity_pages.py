"""The page of an opportunity and its forms: what it says, what can be written, by whom."""

from decimal import Decimal

import pytest
from django.urls import reverse

from waypost.accounts.models import Location, TeamMember
from waypost.history.models import ChangeSet, SeenBy
from waypost.opportunities.models import Opportunity
from waypost.opportunities.tests.plans import PLAN
from waypost.plans.models import Action, TrafficLight
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored
from waypost.staff.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def viewer(db):
    return User.objects.create_user("vera@waypost.example", name="Vera Holm")


@pytest.fixture
def account(owner, teammate, viewer):
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER), ("T3", viewer, VIEWER)]
    return stored(read(PLAN), team=team)


def url(account, name="opportunity", *args):
    return reverse(f"opportunities:{name}", args=[account.pk, *(args or ("OP1",))])


def post(client, user, path, **data):
    client.force_login(user)
    return client.post(path, data)


def words(response):
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def page(client, user, path):
    client.force_login(user)
    return words(client.get(path))


def op(code="OP1"):
    return Opportunity.objects.get(ref__code=code)


def test_page_says_what_is_known(client, owner, account):
    text = page(client, owner, url(account))
    for word in (
        *("Frame contract", "€0.12 m", "50%", "60 h", 'Rank <b class="num">2/3</b>'),
        *("Five lines run on our bearings", "Leith (L1)", "all answered", "55 h"),
        *("Its figures suggest A.", "Its return an hour is high: number 2 of 3 that are rated."),
        *("It is above the line: it gets its hours out of 100 h.", "Drop it below the line"),
        *("Who supplies the seals", "Mette Krog", "economic", "A rival runs a trial"),
        *("Draft the contract", "Opportunity, owned by nobody yet."),
    ):
        assert word in text, word


def test_page_of_one_below_the_line_says_what_to_drop_for_it(client, owner, account):
    text = page(client, owner, url(account, "opportunity", "OP3"))
    assert "It is below the line of 100 h: 50 h too many." in text
    assert "To let Stores automation in, drop Frame contract: €42 k less expected." in text
    assert "8 not answered" in text


def test_viewer_sees_neither_margin_nor_reasons(client, viewer, account):
    Opportunity.objects.update(tier_reason="A secret")
    text = page(client, viewer, url(account))
    for word in ("€", "Rank", "profitable", "suggest", "A secret", "the line", "Return"):
        assert word not in text, word
    assert "Frame contract" in text
    for name in ("edit", "removal", "action", "light"):
        assert post(client, viewer, url(account, name), name="x").status_code == 403


def test_everything_can_be_changed_at_once(client, owner, account):
    place = Location.objects.get(ref__code="L2")
    data = {
        "version": 1,
        "name": "Frame contract, all sites",
        "stage": "proposed",
        "owner": TeamMember.objects.get(ref__code="T2").pk,
        "location": place.pk,
        "decision_group": "",
        "serves": ["F1"],
        "value": "400000",
        "margin": "-5",
        "chance": "12.5 %",
        "hours": "61.5",
        "closes_on": "2027-03-01",
        "renews_on": "2029-03-01",
        "budget_on": "2026-12-15",
        "tier": "C",
        "tier_reason": "They asked for it",
        "need": "low",
        "part": "declining",
        "where": "Perth",
        "hours_to_penetrate": "20",
        "profitable": "break-even",
        "importance_to_them": "unknown",
        "history": "",
        "knowledge": "high",
    }
    response = post(client, owner, url(account, "edit"), **data)
    assert response.url == url(account)
    stands = op()
    assert (stands.chance, stands.margin, stands.hours) == (0.125, -5, 61.5)
    assert (stands.stage, stands.owner.name, stands.location) == ("proposed", "Tom Ferrari", place)
    assert [link.target.code for link in stands.ref.links_out.all()] == ["F1"]
    text = page(client, owner, url(account))
    for word in ("12.5%", "Offer made", "Perth", "1 Mar 2027", "They asked for it", "declining"):
        assert word in text, word
    assert "Set to 1 Mar 2027." in text
    assert ChangeSet.objects.latest("pk").seen_by == SeenBy.MARGINS


def test_another_class_than_suggested_asks_for_the_reason(client, owner, account):
    path = f"{url(account, 'edit')}?field=tier"  # its figures suggest A
    asked = page(client, owner, path)
    assert 'name="tier"' in asked
    assert 'name="tier_reason"' in asked
    assert 'name="margin"' not in asked
    refused = post(client, owner, path, version=1, tier="C", tier_reason=" ")
    assert refused.status_code == 422
    assert refused.context["form"]["tier_reason"].messages == [
        "Its figures suggest A. Say why it is another class."
    ]
    assert '<option value="C" selected>' in words(refused)
    assert op().version == 1

    post(client, owner, path, version=1, tier="C", tier_reason="They asked for it")
    assert (op().tier, op().tier_reason) == ("C", "They asked for it")
    emptied = f"{url(account, 'edit')}?field=tier_reason"
    assert post(client, owner, emptied, version=2, tier_reason="").status_code == 422
    post(client, owner, path, version=2, tier="A", tier_reason="They asked for it")
    assert (op().tier, op().tier_reason) == ("A", "")


def test_class_is_judged_by_the_figures_that_are_saved_with_it(client, owner, account):
    rated = {"margin": "1000", "chance": "10", "hours": "90"}
    new = reverse("opportunities:create", args=[account.pk])
    assert post(client, owner, new, name="Pumps", tier="B", **rated).status_code == 422
    made = post(client, owner, new, name="Pumps", tier="B", tier_reason="A way in", **rated)
    assert made.status_code == 302
    assert op("OP5").tier_reason == "A way in"
    client.force_login(owner)
    form = client.get(url(account, "edit", "OP5")).context["form"]
    data = {name: value for name, value in form.initial.items() if value not in (None, [])}
    data |= {"margin": "900000", "chance": "10", "owner": "", "tier": "B", "tier_reason": ""}
    assert post(client, owner, url(account, "edit", "OP5"), **data).status_code == 302
    # A file may give it a class without a reason: nobody is asked before they change it.
    Opportunity.objects.filter(ref__code="OP1").update(tier="C")
    path = f"{url(account, 'edit')}?field=need"
    assert post(client, owner, path, version=1, need="High").status_code == 302


def test_close_date_keeps_its_changes(client, owner, account):
    for version, day in enumerate(("2027-03-01", "2027-05-01", "2027-04-01", ""), start=1):
        post(
            client, owner, f"{url(account, 'edit')}?field=closes_on", version=version, closes_on=day
        )
    text = page(client, owner, url(account))
    for sentence in (
        "No close date any more, it was 1 Apr 2027.",
        "Moved forward from 1 May 2027 to 1 Apr 2027.",
        "Moved back from 1 Mar 2027 to 1 May 2027.",
        "Set to 1 Mar 2027.",
    ):
        assert sentence in text, sentence


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("chance", "101", "Enter a chance from 0 to 100%."),
        ("chance", "-1", "Enter a chance from 0 to 100%."),
        ("chance", "0.005", "Enter at most 2 digits after the point."),
        ("chance", "half", "Enter a number, such as 3 or 2.5."),
        ("hours", "-1", "Enter hours from 0 to 100,000."),
        ("hours_to_penetrate", "1e6", "Enter hours from 0 to 100,000."),
        ("margin", "1,900", "Enter a number, such as 3 or 2.5."),
        ("value", "-1", "Enter 0 or more."),
        ("closes_on", "1989-12-31", "Enter a date from 1990 on."),
        ("closes_on", "2099-01-01", "Enter a date up to "),
        ("renews_on", "31 February", "Enter the date as day, month, year."),
        ("name", "", "Fill in “What there is to win”"),
        ("name", "n" * 10_000, "Shorten this to 200 characters, it has 10,000."),
        ("need", "🦊" * 201, "Shorten this to 200 characters, it has 201."),
        ("tier", "D", "Choose one of the list."),
        ("owner", "999", "Choose one of the list."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(client, owner, account, field, typed, sentence):
    response = post(
        client, owner, f"{url(account, 'edit')}?field={field}", version=1, **{field: typed}
    )
    assert response.status_code == 422
    text = words(response)
    assert sentence in text
    assert typed in text or field in {"tier", "owner"}
    assert op().version == 1


def test_emoji_and_other_scripts_are_kept(client, owner, account):
    said = "🦊 שלום, مرحبا"
    post(client, owner, f"{url(account, 'edit')}?field=history", version=1, history=said)
    assert op().history == said
    assert said in page(client, owner, url(account))


def test_somebody_saved_first(client, owner, account):
    post(client, owner, f"{url(account, 'edit')}?field=chance", version=1, chance="60")
    late = post(client, owner, f"{url(account, 'edit')}?field=chance", version=1, chance="70")
    assert late.status_code == 409
    assert "Now <del>60%</del>, you typed <ins>70%</ins>" in words(late)
    assert op().chance == Decimal("0.6")


def test_new_one_needs_a_name_alone(client, owner, account):
    response = post(client, owner, reverse("opportunities:create", args=[account.pk]), name="Pumps")
    assert response.url == url(account, "opportunity", "OP5")
    assert ChangeSet.objects.latest("pk").what == "Added the opportunity: Pumps"
    assert "not known" in page(client, owner, response.url)


def test_removed_one_can_be_brought_back(client, owner, account):
    assert post(client, owner, url(account, "removal")).url == reverse(
        "opportunities:opportunities", args=[account.pk]
    )
    client.force_login(owner)
    assert client.get(url(account)).status_code == 404
    undo = reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk])
    client.post(undo)
    assert client.get(url(account)).status_code == 200
    assert "Draft the contract" in page(client, owner, url(account))


def test_action_and_light_are_for_the_opportunity(client, owner, account):
    made = post(client, owner, url(account, "action"), what="Call Mette", hours="2")
    assert made.url == f"{url(account)}#how"
    assert Action.objects.latest("pk").achieves == op().ref
    lit = post(client, owner, url(account, "light"), text="They wait", colour="amber")
    assert lit.url == f"{url(account)}#lights"
    assert TrafficLight.objects.latest("pk").on == op().ref
    text = page(client, owner, url(account))
    assert "Call Mette" in text
    assert "They wait" in text


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("action", {"what": ""}, "Fill in “What is to be done”"),
        ("action", {"what": "Go", "hours": "-2"}, "Enter hours from 0 to 100,000."),
        ("light", {"text": "They wait"}, "Choose “Colour”"),
    ],
)
def test_action_or_light_without_its_words_is_refused(client, owner, account, name, data, sentence):
    response = post(client, owner, url(account, name), **data)
    assert response.status_code == 422
    assert sentence in words(response)


@pytest.mark.parametrize("name", ["opportunity", "edit"])
def test_outsider_finds_nothing(client, outsider, account, name):
    client.force_login(outsider)
    assert client.get(url(account, name)).status_code == 404


def test_script_in_a_name_stays_a_name(client, owner, account):
    Opportunity.objects.update(name="<script>alert(1)</script>", need="<b>high</b>")
    for path in (url(account), reverse("opportunities:opportunities", args=[account.pk])):
        assert "<script>alert" not in page(client, owner, path)


def test_findings_stand_beside_it_with_their_step(client, owner, viewer, account):
    text = page(client, owner, url(account, "opportunity", "OP4"))
    assert "The hours for OP4, Training, are not known." in text
    assert f"{url(account, 'edit', 'OP4')}?field=hours" in text
    post(client, owner, f"{url(account, 'edit', 'OP4')}?field=hours", version=1, hours="4")
    text = page(client, owner, url(account, "opportunity", "OP4"))
    assert "are not known" not in text
    assert "has no class" not in page(client, viewer, url(account, "opportunity", "OP4"))
    assert "Not answered for OP2" in page(client, owner, url(account, "opportunity", "OP2"))
    assert f"{url(account, 'opportunity', 'OP2')}#questions" in words(
        client.get(url(account, "opportunity", "OP2"))
    )


def test_light_that_it_may_fall_under_is_one_step_away(client, owner, account):
    post(client, owner, url(account, "light"), text="Capex freeze until June", colour="red")
    code = TrafficLight.objects.latest("pk").ref.code
    text = page(client, owner, url(account))
    assert f"Does OP1 fall under {code}?" in text
    assert reverse("plans:light-answer", args=[account.pk, code]) in text
