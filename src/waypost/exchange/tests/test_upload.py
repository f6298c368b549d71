"""The upload page: the same sentences as the command, nothing written before the last click."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waypost import planfile
from waypost.exchange.tests.files import SHORT
from waypost.exchange.tests.pages import CONFIRMATION, UPLOAD, answers, body, send, table

pytestmark = pytest.mark.django_db

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


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.integers(0, len(SHORT)),
    length=st.integers(0, 20),
    instead=st.binary(max_size=20) | st.sampled_from([b"{", b"- ", b": ", b"&a ", b"\xff", b"\0"]),
)
def test_damaged_file_is_shown_or_refused_and_writes_nothing(
    client, owner, database, start, length, instead
):
    client.force_login(owner)
    before = database()
    data = SHORT.encode()

    page = send(client, data[:start] + instead + data[start + length :])

    assert page.status_code in {200, 422}
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
