"""The pages of a round: what each shows at which step, and that nothing typed is ever lost."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from waypost.accounts.models import AccessRole, Ref, TeamMember
from waypost.method.shape import Kind
from waypost.planning.models import Contribution, Dot, PlanningSession, Round, RoundDone
from waypost.planning.operations import rounds
from waypost.planning.tests.rounds import asked, joined, opened, run, vote, write
from waypost.staff.models import User

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def session(account):
    return opened(account)


@pytest.fixture
def at(client, account):
    """Somebody at an address of a round: reads it, or sends this form."""

    def ask(user, row, name="round", place=None, htmx=False, **data):
        client.force_login(user)
        more = [] if place is None else [place]
        path = reverse(f"planning:{name}", args=[account.pk, "PS1", row.pk, *more])
        send = client.post if data or name not in {"round", "round-state"} else client.get
        return send(path, data, headers=HTMX if htmx else None)

    return ask


def body(response):
    text = response.content.decode()
    return re.sub(r'value="[A-Za-z0-9]{16,64}"', "", text)


def test_input_is_shown_to_its_author_alone(at, session, account, owner, teammate):
    row = asked(session)
    answer = at(teammate, row, "round-answers", text_1="You call first", done="yes")
    assert (answer.status_code, answer.url) == (
        302,
        f"/accounts/{account.pk}/sessions/PS1/rounds/{row.pk}/#saved",
    )
    own, other = at(teammate, row), at(owner, row)
    assert "You call first" in body(own)
    assert "You have handed in" in body(own)
    assert "You call first" not in body(other)
    assert "1 of 2" in body(other)
    assert at(teammate, row, "round-done", step="input").status_code == 302
    assert "0 of 2" in body(at(owner, row))


def test_viewer_reads_what_is_revealed_and_writes_nothing(at, session, account, owner, teammate):
    row = asked(session)
    vera = joined(account, "Vera Holm", AccessRole.VIEWER)
    page = body(at(vera, row))
    assert "Everybody in the session answers alone" in page
    assert "data-draft" not in page
    write(session, row, owner, "You call first")
    write(session, row, teammate)
    run(session, row, rounds.reveal)
    page = body(at(vera, row))
    assert "You call first" in page
    assert "Open the vote" not in page


def test_autosave_answers_with_words_and_leaves_the_fields(at, session, teammate):
    row = asked(session)
    answer = at(teammate, row, "round-answers", htmx=True, text_1="You", page="a")
    page = answer.content.decode()
    assert (answer.status_code, "Saved" in page, "<textarea" in page) == (200, True, False)
    stamp = Contribution.objects.get().stamp
    assert f'id="answer-seen_1" value="{stamp}" hx-swap-oob' in page
    answer = at(teammate, row, "round-answers", htmx=True, text_1="Me", page="b")
    assert answer.status_code == 409
    assert "You have also written this on another page" in answer.content.decode()
    answer = at(teammate, row, "round-answers", text_1="Me", page="b")
    page = answer.content.decode()
    assert (answer.status_code, "Me</textarea>" in page, "<bdi>You</bdi>" in page) == (
        *(409, True),
        True,
    )


def test_what_came_too_late_is_given_back(at, session, owner, teammate):
    row = asked(session)
    for person in (owner, teammate):
        write(session, row, person, "In time")
    run(session, row, rounds.reveal)
    answer = at(teammate, row, "round-answers", text_1="In time", text_2="Too late")
    page = body(answer)
    assert answer.status_code == 409
    assert "The answers were revealed before this arrived" in page
    assert "<blockquote" in page
    assert "Too late" in page
    assert not Contribution.objects.filter(text="Too late").exists()
    answer = at(teammate, row, "round-answers", htmx=True, text_2="Too late")
    assert (answer.status_code, "Your text stays here" in body(answer)) == (422, True)


def test_text_that_cannot_be_stored_stays_in_its_field(at, session, teammate):
    row = asked(session)
    answer = at(teammate, row, "round-answers", text_1="You\x00 call", text_2="Fine")
    assert answer.status_code == 422
    assert "Remove the character U+0000" in body(answer)
    assert "Fine</textarea>" in body(answer)
    assert not Contribution.objects.exists()


def test_state_says_that_the_round_has_moved_on(at, client, session, account, owner, teammate):
    row = asked(session)
    path = reverse("planning:round-state", args=[account.pk, "PS1", row.pk])
    client.force_login(teammate)
    assert "hx-get" in body(client.get(path, {"step": "input"}))
    for person in (owner, teammate):
        write(session, row, person, "In time")
    run(session, row, rounds.reveal)
    moved = body(client.get(path, {"step": "input"}))
    assert ("data-moved" in moved, "hx-get" in moved, "In time" in moved) == (True, False, False)


def test_votes_are_given_without_a_script(at, session, owner, teammate):
    row = asked(session)
    for person in (owner, teammate):
        write(session, row, person, "Two words")
    run(session, row, rounds.reveal)
    assert at(owner, row, "round-vote", minutes="").status_code == 302
    assert at(teammate, row, "round-dots", place=2, change="add").url.endswith("#answer-2")
    page = body(at(teammate, row, "round-dots", place=2, htmx=True, change="add"))
    assert 'aria-label="2 dots from you"' in page
    assert "3 of 5 dots left" in page
    assert "hx-swap-oob" in page
    at(teammate, row, "round-dots", place=2, change="add")
    refused = at(teammate, row, "round-dots", place=2, change="add")
    assert (refused.status_code, "Three dots on one answer" in body(refused)) == (422, True)
    assert at(teammate, row, "round-dots", place=2, change="take").status_code == 302
    assert "5 of 5 dots left" in body(at(owner, row))
    assert at(teammate, row, "round-dots", place=9, change="add").status_code == 404


def test_ranking_shows_ties_and_what_was_decided(at, session, account, owner, teammate):
    row = asked(session)
    write(session, row, teammate, "First", "Second")
    write(session, row, owner)
    run(session, row, rounds.reveal)
    run(session, row, rounds.open_vote)
    vote(session, row, owner, 1)
    vote(session, row, teammate, 2)
    assert at(owner, row, "round-closing").status_code == 302
    assert body(at(teammate, row)).count("1 dot, tied") == 2
    assert at(owner, row, "round-decision").status_code == 422
    assert at(owner, row, "round-decision", places=[2]).status_code == 302
    assert "in the plan as R2" in body(at(teammate, row))
    assert "Far apart" in body(at(teammate, row))


def test_question_asks_for_what_it_needs(client, session, account, owner):
    client.force_login(owner)
    path = reverse("planning:round-new", args=[account.pk, "PS1"])
    topic = session.topics.create(title="Lights", kind="lights")
    shown = client.get(path, {"topic": topic.pk}).content.decode()
    assert re.search(r'value="light"[^>]*checked', shown)
    question = {"question": "How do they stand?", "minutes": 5}
    for data, words in (
        ({"kind": "disposition"}, "Choose the person"),
        ({"kind": "role", "about": "P1"}, "Choose the decision"),
        ({"kind": "light", "about": "P1"}, "Choose a part of the plan"),
        ({"kind": "sentence", "dots": 99}, "a whole number from 1 to 10"),
    ):
        answer = client.post(path, {**question, **data})
        assert (answer.status_code, words in answer.content.decode()) == (422, True), data
    assert client.post(path, {**question, "kind": "disposition", "about": "P1"}).status_code == 302
    row = Round.objects.get()
    assert (row.dots, row.about and row.about.code) == (0, "P1")
    assert row.ends_at
    assert row.ends_at > timezone.now()


def test_list_begins_where_people_are_most_apart(client, session, account, owner, teammate):
    for question, colours in (("Near?", ("red", "amber")), ("Far?", ("red", "green"))):
        row = asked(session, "light", question, topic=session.topics.create(title="Lights"))
        for person, colour in zip((owner, teammate), colours, strict=True):
            write(session, row, person, "Because", choice=colour)
        run(session, row, rounds.reveal)
    asked(session, question="Open?")
    client.force_login(owner)
    page = client.get(reverse("planning:rounds", args=[account.pk, "PS1"])).content.decode()
    assert page.index("Far?") < page.index("Near?") < page.index("Open?")
    assert page.count("2 people took part") == 2
    agenda = reverse("planning:rounds-agenda", args=[account.pk, "PS1"])
    assert client.post(agenda).status_code == 302
    shown = client.get(reverse("planning:session", args=[account.pk, "PS1"])).content.decode()
    assert shown.index("Far?") < shown.index("Near?")


def crowd(account, session, row, count, of):
    """So many more people, each with two answers and three dots, and done."""
    before = row.contributions.count()
    for number in range(count):
        name = f"{of}-{number}"
        user = User.objects.create_user(f"{name}@waypost.example", name=name)
        ref = Ref.objects.create(account=account, code=name, kind=Kind.MEMBER)
        values = {"name": name, "function": "rep", "access_role": AccessRole.MEMBER}
        TeamMember.objects.create(account=account, ref=ref, user=user, **values)
        session.participations.create(participant=ref)
        for line in (1, 2):
            place = before + 2 * number + line if row.step != "input" else None
            made = Contribution.objects.create(
                round=row, author=user, number=line, text=f"{name} {line}", place=place
            )
        for dot in range(3):
            Dot.objects.create(round=row, contribution=made, voter=user, number=dot)
        RoundDone.objects.create(round=row, user=user, step=row.step)


@pytest.mark.parametrize(
    ("step", "pages"),
    [
        ("input", {"round": 13, "round-state": 9}),
        ("revealed", {"round": 11, "round-state": 6}),
        ("voting", {"round": 15, "round-state": 9}),
        ("closed", {"round": 12, "round-state": 6}),
    ],
)
def test_forty_people_cost_as_many_queries_as_three(
    client, session, account, owner, teammate, django_assert_num_queries, step, pages
):
    row = asked(session)
    order = ("input", "revealed", "voting", "closed")
    for taken in order[1 : order.index(step) + 1]:
        row.steps.create(step=taken)
    client.force_login(owner)
    for name, queries in pages.items():
        path = reverse(f"planning:{name}", args=[account.pk, "PS1", row.pk])
        crowd(account, session, Round.objects.get(), 1, name)
        client.get(path)
        with django_assert_num_queries(queries):
            assert client.get(path).status_code == 200
        crowd(account, session, Round.objects.get(), 37, f"{name}-more")
        with django_assert_num_queries(queries):
            client.get(path)


def test_session_that_is_over_says_that_nothing_was_revealed(at, session, owner, teammate):
    row = asked(session)
    write(session, row, teammate, "You call first")
    PlanningSession.objects.update(closed_at=timezone.now())
    for person, is_author in ((owner, False), (teammate, True)):
        page = body(at(person, row))
        assert "The session is over, and these answers were not revealed" in page
        assert ("You call first" in page) == is_author
        assert "data-draft" not in page
    late = at(teammate, row, "round-answers", text_1="Later")
    assert (late.status_code, "This session is over" in body(late)) == (422, True)


def test_session_closes_once_no_round_waits_for_its_reveal(client, at, session, owner, teammate):
    empty = asked(session, question="What is to come?")
    row = asked(session, question="What do they say?")
    write(session, row, teammate, "You call first")
    client.force_login(owner)
    closing = reverse("planning:closing", args=[session.account_id, "PS1"])
    refused = client.post(closing, {"outcome": "Agreed"})
    assert refused.status_code == 422
    page = unescape(refused.content.decode())
    for question in ("What is to come?", "What do they say?"):
        assert f"The answers to “{question}” are not revealed." in page
    assert "You call first" not in page
    assert "Agreed" in page

    assert at(teammate, row, "round-calling-off").status_code == 403
    for one in (row, empty, row):  # a second click says nothing new
        assert at(owner, one, "round-calling-off").status_code == 302
    assert list(row.steps.order_by("pk").values_list("step", flat=True)) == ["input", "off"]
    own, other = body(at(teammate, row)), body(at(owner, row))
    assert "This round was called off" in own
    assert "This round was called off" in other
    assert "You call first" in own
    assert "You call first" not in other
    late = at(teammate, row, "round-answers", text_1="And ask before")
    assert late.status_code == 409
    assert "The round was called off before this arrived" in body(late)
    assert "And ask before" in body(late)
    for name in ("round-reveal", "round-time"):
        again = at(owner, row, name, minutes="5")
        assert again.status_code == 422
        assert "This round was called off." in body(again)
    assert client.post(closing, {"outcome": "Agreed"}).status_code == 302
    session.refresh_from_db()
    assert session.closed_at is not None
    assert row.contributions.get().place is None
