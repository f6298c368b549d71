"""The pages of the strategies: who sees what, and what the forms do."""

import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, TeamMember
from waypost.accounts.queries import access_to
from waypost.history.models import ChangeSet
from waypost.plans.models import Strategy
from waypost.plans.operations.strategies import update_strategy
from waypost.plans.tests.hostile import SCRIPT, hostile_plan
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db

PLAN = """
account: {name: Dunmore Mills}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
  - {id: T3, name: Priya Nair, role: product specialist}
  - {id: T4, name: Nils Aune, role: first-line manager}
objectives:
  business:
    - {id: B1, text: Five lines run on our bearings, metric: lines, target: 5}
    - {id: B2, text: Two mills}
strategies:
  - id: S1
    statement: Machine outwards
    serves: [B1]
    communicate: At the kick-off
    wording_version: 1
    members:
      - {who: T1, told: 2026-11-05, version: 1}
      - {who: T2, told: 2026-11-05, version: 1, committed: false, doubts: Who pays for it?}
  - {id: S2, statement: One new name from every visit}
short_term_plan:
  actions:
    - {id: A1, what: Call Mette, achieves: S1, owner: T1, due: 2098-12-08}
    - {id: A2, what: Find out who signs}
"""


@pytest.fixture
def account(owner, teammate):
    return stored(read(PLAN), team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])


def url(name, account, *args):
    return reverse(f"plans:{name}", args=[account.pk, *args])


def get(client, user, path, **headers):
    client.force_login(user)
    return client.get(path, headers=headers)


def post(client, user, path, **data):
    client.force_login(user)
    return client.post(path, data)


def s1():
    return Strategy.objects.get(ref__code="S1")


def answer_of(code):
    return s1().commitments.get(member__ref__code=code)


def reword(account, user, statement="Machine first"):
    row = s1()
    access = access_to(user, account.pk)
    update_strategy(access=access, strategy=row, version=row.version, statement=statement)


def test_page_shows_the_strategies_with_their_line_of_sight(client, owner, account):
    response = get(client, owner, url("strategies", account))
    assert response.status_code == 200
    content = response.content.decode()
    for text in (
        "Machine outwards",
        "5 lines",
        "8 Dec 2098, OH",
        "At the kick-off",
        "wording 1",
        "Who pays for it?",
        "Tom Ferrari, told 5 Nov",
        "You were told of this on 5 Nov",
        "Not yet communicated",
        "Find out who signs",
    ):
        assert text in content
    # S2 without an objective and actions, B2 without a strategy, A2 without anything
    assert content.count("join cut") == 6
    assert f'href="{url("objective", account, "B1")}"' in content


def test_manager_is_not_asked(client, owner, account):
    assert "Nils Aune, " not in get(client, owner, url("strategies", account)).content.decode()


@pytest.mark.parametrize("role", [VIEWER, AccessRole.PARTNER])
def test_doubts_are_kept_from_who_may_not_see_them(client, outsider, teammate, account, role):
    TeamMember.objects.filter(ref__code="T3").update(user=outsider, access_role=role)
    data = {"wording": 1, "answer": "no", "doubts": "Nobody has the time"}
    post(client, teammate, url("commitment", account, "S1", "T2"), **data)
    page = get(client, teammate, url("strategies", account)).content.decode()
    assert "Nobody has the time" in page
    for path in (
        url("strategies", account),
        url("strategy", account, "S1"),
        reverse("accounts:history", args=[account.pk]),
    ):
        content = get(client, outsider, path).content.decode()
        assert "Who pays for it?" not in content
        assert "Nobody has the time" not in content
        assert '<form method="post"' not in content.partition("<main")[2]
    assert "Doubt" in get(client, outsider, url("strategies", account)).content.decode()


def test_partner_sees_their_own_doubt(client, outsider, account):
    members = TeamMember.objects.filter(ref__code="T3")
    members.update(user=outsider, access_role=AccessRole.PARTNER)
    s1().commitments.create(member=members[0], committed=False, doubts="Paid by the visit")
    content = get(client, outsider, url("strategies", account)).content.decode()
    assert "Paid by the visit" in content
    assert "Who pays for it?" not in content


def test_outsider_finds_nothing(client, outsider, account):
    for path in (url("strategies", account), url("strategy", account, "S1")):
        assert get(client, outsider, path).status_code == 404


def test_strategy_that_is_not_there_is_404(client, owner, account):
    assert get(client, owner, url("strategy", account, "S9")).status_code == 404
    assert get(client, owner, url("strategy-edit", account, "B1")).status_code == 404
    assert get(client, owner, url("commitment", account, "S1", "T4")).status_code == 404


def test_one_click_commits_and_can_be_taken_back(client, owner, account):
    path = url("commitment", account, "S1", "T1")
    back = f"{url('strategies', account)}#S1"
    response = post(client, owner, path, wording=1, answer="yes", next=back)
    assert response["Location"] == back
    assert answer_of("T1").committed is True
    content = client.get(url("strategies", account)).content.decode()
    assert "Committed to S1" in content
    client.post(reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk]))
    assert answer_of("T1").committed is None


def test_doubt_needs_words(client, teammate, account):
    path = url("commitment", account, "S1", "T2")
    response = post(client, teammate, path, wording=1, answer="no", doubts=" ")
    assert response.status_code == 422
    assert "Say in a sentence what is in the way." in response.content.decode()
    assert answer_of("T2").doubts == "Who pays for it?"


def test_answer_to_an_earlier_wording_keeps_the_text_and_shows_the_change(client, owner, account):
    reword(account, owner)
    path = url("commitment", account, "S1", "T1")
    data = {"wording": 1, "answer": "no", "doubts": "Not on nights"}
    response = post(client, owner, path, **data)
    content = response.content.decode()
    assert response.status_code == 422
    assert "The wording has changed since you opened this" in content
    assert "<del>outwards</del> <ins>first</ins>" in content
    assert "Not on nights" in content
    assert '<input type="hidden" name="wording" value="2"' in content
    assert post(client, owner, path, **{**data, "wording": 2}).status_code == 302
    assert (answer_of("T1").doubts, answer_of("T1").wording_version) == ("Not on nights", 2)


def test_rewording_asks_again_with_the_change_in_view(client, owner, account):
    response = post(
        client,
        owner,
        url("strategy-edit", account, "S1"),
        version=1,
        statement="Machine first",
        communicate="At the kick-off",
        serves=["B1"],
    )
    assert response["Location"] == f"{url('strategies', account)}#S1"
    content = client.get(url("strategies", account)).content.decode()
    assert "Reworded S1, 2 answers to ask for again" in content
    assert "Wording 2 changed what it says. 2 people were told wording 1." in content
    assert "Machine <del>outwards</del> <ins>first</ins>" in content
    assert "Ask all 2 again" in content
    post(client, owner, url("strategy-telling", account, "S1"), member=["T1", "T2"])
    assert [answer_of(code).wording_version for code in ("T1", "T2")] == [2, 2]
    assert "Ask all 2 again" not in client.get(url("strategies", account)).content.decode()


def test_all_who_are_asked_are_told_where_nobody_is_named(client, owner, account):
    post(client, owner, url("strategy-telling", account, "S2"))
    told = Strategy.objects.get(ref__code="S2").commitments
    assert sorted(told.values_list("member__ref__code", flat=True)) == ["T1", "T2", "T3"]


def test_stale_save_shows_both_versions(client, owner, teammate, account):
    reword(account, teammate)
    data = {"version": 1, "statement": "Machine by machine", "communicate": "x", "serves": ["B2"]}
    response = post(client, owner, url("strategy-edit", account, "S1"), **data)
    content = response.content.decode()
    assert response.status_code == 409
    assert "Tom Ferrari has changed this since you opened it" in content
    assert "Now <del>Machine first</del>, you typed <ins>Machine by machine</ins>" in content
    assert "Now <del>B1</del>, you typed <ins>B2</ins>" in content
    assert s1().statement == "Machine first"
    assert post(client, owner, url("strategy-edit", account, "S1"), **{**data, "version": 2})
    assert s1().statement == "Machine by machine"


def test_one_field_is_edited_where_it_stands(client, owner, account):
    path = f"{url('strategy-edit', account, 'S1')}?field=communicate"
    form = get(client, owner, path, **{"HX-Request": "true"}).content.decode()
    assert "<html" not in form
    assert 'name="communicate"' in form
    assert 'name="statement"' not in form
    post(client, owner, path, version=1, communicate="By letter")
    assert (s1().communicate, s1().statement) == ("By letter", "Machine outwards")


def test_strategy_is_added_for_an_objective(client, owner, account):
    path = url("strategy-create", account)
    asked = get(client, owner, f"{path}?serves=B2").content.decode()
    assert '<input type="checkbox" name="serves" value="B2" id="id_serves_1" checked>' in asked
    response = post(client, owner, path, statement="One list", serves=["B2"])
    assert response["Location"] == f"{url('strategies', account)}#S3"
    assert Strategy.objects.get(ref__code="S3").wording_version == 1


@pytest.mark.parametrize("serves", ["T1", "A1", "S1", "B9"])
def test_strategy_serves_no_part_that_is_no_objective(client, owner, account, serves):
    response = post(
        client, owner, url("strategy-create", account), statement="One list", serves=[serves]
    )
    assert response.status_code == 422
    assert Strategy.objects.count() == 2


@pytest.mark.parametrize("text", ["x" * 10_001, " ", "a\x00b"])
def test_text_that_cannot_be_kept_is_said_at_the_field(client, owner, account, text):
    response = post(client, owner, url("strategy-create", account), statement=text)
    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()
    assert Strategy.objects.count() == 2


def test_removed_strategy_comes_back(client, owner, account):
    response = post(client, owner, url("strategy-removal", account, "S1"))
    assert response["Location"] == url("strategies", account)
    assert "Machine outwards" not in str(Strategy.objects.live())
    client.post(reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk]))
    page = client.get(url("strategies", account)).content.decode()
    assert "Call Mette" in page
    assert Strategy.objects.live().filter(ref__code="S1").exists()


def test_wordings_are_listed_newest_first(client, owner, teammate, account):
    reword(account, teammate)
    content = get(client, owner, url("strategy", account, "S1")).content.decode()
    assert content.index("Wording 2") < content.index("Wording 1")
    assert "Tom Ferrari" in content.partition("Wordings")[2]
    assert "Machine <del>outwards</del> <ins>first</ins>" in content


def test_wording_taken_back_is_none(client, owner, account):
    reword(account, owner)
    client.force_login(owner)
    client.post(reverse("accounts:undo", args=[account.pk, ChangeSet.objects.latest("pk").pk]))
    content = client.get(url("strategy", account, "S1")).content.decode()
    assert "Wording 2" not in content
    assert "wording 1" in content


def test_hostile_texts_are_shown_as_texts(client, owner):
    account = stored(hostile_plan(), team=[("T1", owner, LEAD)])
    for path in (url("strategies", account), url("strategy", account, "S1")):
        assert SCRIPT not in get(client, owner, path).content.decode()


@pytest.mark.parametrize("count", [1, 3, 300])
def test_queries_do_not_grow_with_the_strategies(
    client, owner, teammate, count, django_assert_num_queries
):
    strategies = "".join(
        f"  - {{id: S{n}, statement: Way {n}, serves: [B1], members: [{{who: T2, doubts: No}}]}}\n"
        for n in range(1, count + 1)
    )
    head, _sep, rest = PLAN.partition("strategies:\n")
    tail = rest[rest.index("short_term_plan:") :]
    plan = read(f"{head}strategies:\n{strategies}{tail}")
    account = stored(plan, team=[("T1", owner, LEAD), ("T2", teammate, MEMBER)])
    client.force_login(owner)
    client.get(url("strategies", account))
    with django_assert_num_queries(7):
        client.get(url("strategies", account))
    with django_assert_num_queries(10):
        client.get(url("strategy", account, "S1"))
