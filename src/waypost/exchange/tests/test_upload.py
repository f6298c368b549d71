"""The upload page: the same sentences as the command, nothing written before the last click."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from waypost import planfile
from waypost.accounts.models import Account, TeamMember
from waypost.accounts.policies import REFUSALS, Capability
from waypost.document.load import load
from waypost.exchange.plan_files import read_file
from waypost.exchange.tests.files import SHORT, named
from waypost.planfile import SIZE_LIMIT

pytestmark = pytest.mark.django_db

UPLOAD, CONFIRMATION = "/import/plan/", "/import/plan/confirmation/"
WRONG = """\
format: waypost-plan/1
supplier: {name: Fernhill Controls}
account: {name: Sandmark Glass, class: D, curency: EUR}
team:
  - {id: T1, name: Olga Hagen}
"""
PROBLEMS = [
    ("3", "account.class", "Write A, B or C, not “D”."),
    (
        "3",
        "account",
        "There is no key “curency” here; the nearest is “currency”. The keys are name, "
        "also_known_as, parent, currency, class, settings and locations.",
    ),
    ("5", "team[0]", "Add “role”: it is required."),
]


@pytest.fixture
def database():
    """What the database holds, but for the sessions that signing in writes."""

    def everything():
        return {
            model._meta.label: sorted(model._base_manager.values_list(), key=repr)
            for model in apps.get_models()
            if model._meta.label != "sessions.Session"
        }

    return everything


def send(client, text, name="plan.yaml", content_type="application/yaml"):
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data, content_type)})


def answers(page, **changes):
    """What the form of the second step sends."""
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', body(page)))
    chosen = re.search(r'name="seat" value="([^"]*)"[^>]*checked', body(page))
    return {**fields, **({"seat": chosen[1]} if chosen else {}), **changes}


def body(page):
    return unescape(page.content.decode())


def table(page):
    """The rows of the list of problems: line, place, message."""
    rows = re.findall(
        r'data-label="Line">(.*?)</td>\s*<th[^>]*>(.*?)</th>\s*<td[^>]*>(.*?)</td>',
        page.content.decode(),
        re.DOTALL,
    )
    return [tuple(map(unescape, row)) for row in rows]


@pytest.mark.parametrize("path", [UPLOAD, CONFIRMATION])
def test_stranger_is_led_to_the_sign_in(client, owner, path):
    for ask in (client.get, client.post):
        assert ask(path)["Location"] == f"{reverse('account_login')}?next={path}"


def test_upload_page_asks_for_a_file(client, owner):
    client.force_login(owner)
    page = client.get(UPLOAD)

    assert page.status_code == 200
    assert 'accept=".yaml,.yml,.json"' in body(page)


def test_wrong_file_is_answered_with_what_to_correct(client, owner, database):
    client.force_login(owner)
    before = database()

    page = send(client, WRONG)

    assert page.status_code == 422
    assert "3 things to put right in plan.yaml" in body(page)
    assert table(page) == PROBLEMS
    assert database() == before


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", id="picture"),
        pytest.param(b"PK\x03\x04" + bytes(200), id="archive"),
        pytest.param(SHORT.replace("Glass", "Gl\xe4ser").encode("latin-1"), id="latin-1"),
        pytest.param(SHORT.encode("utf-16"), id="utf-16"),
        pytest.param(b"a: &a [x]\nb: [*a, *a]\n", id="aliases"),
        pytest.param(b"[" * 10_000, id="deep"),
        pytest.param(b"{" + b'"a":{' * 10_000, id="deep JSON"),
        pytest.param(b"format: waypost-plan/2\n", id="other format"),
        pytest.param(WRONG.encode(), id="wrong values"),
        pytest.param(b"format: waypost-plan/1\n" + b"x: 1\n" * 90, id="more than fifty"),
    ],
)
def test_page_says_what_the_command_says_and_changes_nothing(client, owner, database, data):
    client.force_login(owner)
    before = database()
    with pytest.raises(planfile.PlanFileError) as command:
        planfile.read(data)

    page = send(client, data)

    assert page.status_code == 422
    assert table(page) == [
        (str(problem.line or "–"), problem.path or "the whole file", problem.message)
        for problem in command.value.problems
    ]
    assert database() == before


def test_file_that_is_too_large_is_refused(client, owner, database):
    client.force_login(owner)
    before = database()

    page = send(client, b"#" * (6 * 1024 * 1024))

    assert page.status_code == 422
    assert table(page) == [
        ("–", "the whole file", "Choose a smaller file: a plan file has at most 5 MB.")
    ]
    assert len(page.content) < 20_000
    assert database() == before


def test_no_file_is_asked_for_in_the_words_of_the_label(client, owner, database):
    client.force_login(owner)
    before = database()

    page = client.post(UPLOAD, {})

    assert page.status_code == 422
    assert "Choose “Plan file”" in body(page)
    assert database() == before


def test_file_is_read_by_what_is_in_it_whatever_it_is_called(client, owner):
    client.force_login(owner)

    assert send(client, SHORT, name="picture.png", content_type="image/png").status_code == 200
    json = planfile.write_json(planfile.read(SHORT))
    assert send(client, json, name="plan.yaml").status_code == 200


def test_name_of_a_file_is_only_text(client, owner):
    client.force_login(owner)
    page = send(client, WRONG, name="<img src=x onerror=alert(1)>.yaml")

    assert page.status_code == 422
    assert b"<img" not in page.content


def test_second_step_shows_what_is_in_the_file_and_writes_nothing(client, owner, database):
    client.force_login(owner)
    before = database()

    page = send(client, SHORT)

    assert page.status_code == 200
    for words in (
        "plan.yaml is a plan file. Nothing is written yet.",
        "The account Sandmark Glass is new and holds this plan.",
        "<dt>Team</dt><dd>3</dd>",
        "<dt>Strategies</dt><dd>0</dd>",
        "Which of them are you?",
        "You join the team as account lead.",
    ):
        assert words in body(page)
    assert answers(page)["seat"] == "T1"  # has the owner's name
    assert database() == before


def test_confirming_imports_and_leads_to_the_one_page_plan(client, owner):
    client.force_login(owner)

    answer = client.post(CONFIRMATION, answers(send(client, SHORT)))

    account = Account.objects.get()
    assert answer["Location"] == reverse("plans:one-page", args=[account.pk])
    assert load(account.pk) == planfile.read(SHORT)
    assert TeamMember.objects.get(account=account, ref__code="T1").user == owner
    assert "Imported the plan of Sandmark Glass" in body(client.get(answer["Location"]))


def test_confirming_with_none_of_the_seats_joins_as_lead(client, outsider):
    client.force_login(outsider)
    page = send(client, SHORT)

    client.post(CONFIRMATION, answers(page))

    assert answers(page)["seat"] == ""
    member = TeamMember.objects.get(user=outsider)
    assert (member.access_role, member.ref.code) == ("lead", "T3")


def test_confirming_twice_makes_one_account(client, outsider, database):
    client.force_login(outsider)
    sent = answers(send(client, SHORT))

    first = client.post(CONFIRMATION, sent)
    before = database()
    second = client.post(CONFIRMATION, sent)

    assert first["Location"] == second["Location"]
    assert database() == before


@pytest.mark.parametrize(
    "changes", [{"seat": "T9"}, {"key": ""}, {"key": "k" * 33}], ids=["seat", "no key", "long key"]
)
def test_confirmation_with_other_values_than_offered_is_refused(client, owner, database, changes):
    client.force_login(owner)
    sent = answers(send(client, SHORT), **changes)
    before = database()

    assert client.post(CONFIRMATION, sent).status_code == 422
    assert database() == before


@pytest.mark.parametrize("content", ["", "garbage", "A" * 1000])
def test_confirmation_without_the_file_asks_for_it_again(client, owner, database, content):
    client.force_login(owner)
    sent = answers(send(client, SHORT), content=content)
    before = database()

    page = client.post(CONFIRMATION, sent)

    assert page.status_code == 422
    assert table(page) == [
        ("–", "the whole file", "Choose the file again: it did not come back whole.")
    ]
    assert database() == before


def test_confirmation_cannot_be_opened_by_its_address(client, owner):
    client.force_login(owner)

    assert client.get(CONFIRMATION)["Location"] == UPLOAD


def test_lead_replaces_the_plan_of_the_account_with_the_name(client, account, owner):
    client.force_login(owner)
    page = send(client, named("Brightwater Mills"))

    assert "As it stands now it is kept as a snapshot." in body(page)
    assert "No access any more for Tom Ferrari." in body(page)
    assert "Replace the plan" in body(page)
    answer = client.post(CONFIRMATION, answers(page))

    assert answer["Location"] == reverse("plans:one-page", args=[account.pk])
    assert load(account.pk) == planfile.read(named("Brightwater Mills"))
    assert account.snapshots.count() == 1


def test_lead_who_keeps_the_place_is_not_asked_for_it(client, account, owner):
    client.force_login(owner)
    page = send(client, named("Brightwater Mills").replace("T1", "OH"))

    assert "Which of them are you?" not in body(page)
    assert "Access stays with Olga Hagen." in body(page)
    assert client.post(CONFIRMATION, answers(page)).status_code == 302


def test_lead_without_a_place_in_the_file_has_to_choose_one(client, account, owner, database):
    client.force_login(owner)
    page = send(client, named("Brightwater Mills").replace("Olga Hagen", "Olga Berg"))
    before = database()

    assert "seat" not in answers(page)
    refused = client.post(CONFIRMATION, answers(page))

    assert refused.status_code == 422
    assert "Choose “Which of them are you?”" in body(refused)
    assert database() == before
    assert client.post(CONFIRMATION, answers(refused, seat="T1")).status_code == 302


def test_teammate_is_told_who_may_replace_the_plan(client, account, teammate, database):
    client.force_login(teammate)
    page = send(client, named("Brightwater Mills"))
    before = database()

    assert page.status_code == 200
    assert "There is an account with the name “Brightwater Mills” already." in body(page)
    sentence = str(REFUSALS[Capability.REPLACE_PLAN])
    assert sentence in body(page)
    assert "content" not in answers(page)

    forged = answers(send(client, SHORT))
    content = read_file(BytesIO(named("Brightwater Mills").encode()), name="plan.yaml").packed()
    refused = client.post(CONFIRMATION, {**forged, "content": content, "replacing": "1"})
    assert refused.status_code == 403
    assert sentence in body(refused)
    assert database() == before


def test_refusal_of_the_plan_is_shown_in_place(client, account, owner, database):
    client.force_login(owner)
    text = named("Brightwater Mills") + "strategies: [{id: OH, statement: Listen.}]\n"
    sent = answers(send(client, text))
    before = database()

    page = client.post(CONFIRMATION, sent)

    assert page.status_code == 422
    assert "OH was a team member of this account and cannot become a strategy." in body(page)
    assert database() == before


def test_account_that_appeared_meanwhile_is_not_replaced_unasked(client, owner):
    client.force_login(owner)
    sent = answers(send(client, SHORT))
    client.post(CONFIRMATION, answers(send(client, SHORT)))

    page = client.post(CONFIRMATION, sent)

    assert page.status_code == 422
    assert "There is an account with the name “Sandmark Glass” already." in body(page)
    assert answers(page)["replacing"] == "1"
    assert Account.objects.count() == 1


def test_outsider_learns_nothing_of_an_account_with_the_name(client, account, outsider):
    client.force_login(outsider)
    text = named("Brightwater Mills")
    seen = send(client, text)
    Account.objects.filter(pk=account.pk).update(name="Another name")
    unseen = send(client, text)

    secret = re.compile(r'name="(?:key|csrfmiddlewaretoken)" value="[^"]*"')
    assert secret.sub("", body(seen)) == secret.sub("", body(unseen))
    assert "is new and holds this plan" in body(seen)


def test_file_of_the_largest_size_goes_through_both_steps(client, owner):
    client.force_login(owner)
    text = SHORT + "#" * (SIZE_LIMIT - len(SHORT))

    assert client.post(CONFIRMATION, answers(send(client, text))).status_code == 302
