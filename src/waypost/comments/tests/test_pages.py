"""The page of a thread and what its forms answer, with and without htmx."""

import pytest

from waypost.accounts.models import AccessRole, Ref
from waypost.comments.models import Comment, Mention
from waypost.comments.queries import place_of
from waypost.contacts.models import Contact, DecisionGroup
from waypost.document.load import load
from waypost.document.store import replace
from waypost.history.operations import record
from waypost.method.shape import Kind
from waypost.opportunities.models import Opportunity
from waypost.plans.models import Action, Objective, Strategy, TrafficLight
from waypost.ui.texts import LONGEST_TEXT

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def page(account, objective):
    """The address of the objective's thread."""
    Objective.objects.create(
        account=account, ref=objective, level=Objective.Level.BUSINESS, text="Five lines in 2027"
    )
    return f"/accounts/{account.pk}/comments/B1/"


def test_page_shows_the_part_and_what_was_said(client, teammate, owner, say, page):
    say(owner, "@Tom, is <b>this</b>\nright?")
    client.force_login(teammate)

    html = client.get(page).content.decode()

    assert "<h1>Comments on B1</h1>" in html
    assert "Five lines in 2027" in html
    assert "@Tom, is &lt;b&gt;this&lt;/b&gt;<br>right?" in html
    assert "Told Tom Ferrari" in html
    assert "One comment mentions you" in html
    assert f'action="{page}"' in html


def test_page_of_each_element_shows_its_words(client, owner, account):
    made = [
        (Kind.VISION, Objective, {"level": Objective.Level.VISIONARY, "text": "First choice"}),
        (Kind.STRATEGY, Strategy, {"statement": "Win the plant managers"}),
        (Kind.ACTION, Action, {"what": "Call Mette"}),
        (Kind.LIGHT, TrafficLight, {"colour": "red", "text": "Budget frozen"}),
        (Kind.PERSON, Contact, {"name": "Eva Lund"}),
        (Kind.GROUP, DecisionGroup, {"decision": "Who supplies the seals"}),
        (Kind.OPPORTUNITY, Opportunity, {"name": "Frame contract"}),
    ]
    client.force_login(owner)
    for kind, model, values in made:
        ref = account.refs.create(code=f"X-{kind.name}", kind=kind)
        part = model.objects.create(account=account, ref=ref, **values)
        html = client.get(f"/accounts/{account.pk}/comments/X-{kind.name}/").content.decode()
        assert str(part) in html
        place = place_of(ref)
        assert place != place_of(Ref(account=account, code="TF", kind=Kind.MEMBER))
        assert f'href="{place}"' in html


def test_fact_stands_in_the_profile(account):
    place = place_of(Ref(account=account, code="F1", kind=Kind.FACT))
    assert place == f"/accounts/{account.pk}/profile/place/?at=F1"


def test_page_of_a_part_without_words_is_named_by_its_id(client, owner, account):
    client.force_login(owner)
    response = client.get(f"/accounts/{account.pk}/comments/TF/")
    assert response.status_code == 200
    assert b"<h1>Comments on TF</h1>" in response.content


def test_opening_the_page_writes_nothing_and_the_button_marks_as_read(
    client, teammate, owner, say, page
):
    say(owner, "@Tom")
    client.force_login(teammate)
    client.get(page)
    assert Mention.objects.get().seen_at is None

    response = client.post(f"{page}reading/")

    assert (response.status_code, response.url) == (302, page)
    assert Mention.objects.get().seen_at is not None
    assert "Mark as read" not in client.get(page).content.decode()


def test_comment_is_added_and_can_be_taken_back(client, owner, page):
    client.force_login(owner)

    response = client.post(page, {"text": "They agreed"}, follow=True)

    comment = Comment.objects.get()
    assert response.redirect_chain == [(f"{page}#comment-{comment.pk}", 302)]
    html = response.content.decode()
    assert "Commented on B1: They agreed" in html
    assert "/undo/" in html


def test_comment_added_in_place_answers_with_the_thread_and_an_empty_field(client, owner, page):
    client.force_login(owner)

    response = client.post(page, {"text": "They agreed"}, headers=HTMX)

    html = response.content.decode()
    assert response.status_code == 200
    assert html.lstrip().startswith("<section")
    assert "They agreed" in html
    assert "autofocus></textarea>" in html
    assert 'hx-swap-oob="beforeend"' in html
    assert "<h1" not in html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Fill in “Comment”"),
        (" \n ", "Fill in “Comment”"),
        ("x" * (LONGEST_TEXT + 1), "Shorten this to 10,000 characters, it has 10,001."),
        ("a\x00b", "Remove the character U+0000: it cannot be stored."),
    ],
)
def test_comment_that_cannot_be_stored_is_refused_at_the_field(client, owner, page, text, message):
    client.force_login(owner)
    for headers in ({}, HTMX):
        response = client.post(page, {"text": text}, headers=headers)
        assert response.status_code == 422
        assert message in response.content.decode()
    assert not Comment.objects.exists()


def test_hostile_text_is_kept_and_shown_as_text(client, owner, page):
    client.force_login(owner)
    text = "🛤️ \u202eabc </textarea><script>alert(1)</script> שלום {{ 7 }}"
    client.post(page, {"text": text})
    assert Comment.objects.get().text == text
    html = client.get(page).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; שלום {{ 7 }}" in html


def test_author_changes_a_comment_in_its_place(client, owner, say, page):
    comment = say(owner, "They agred")
    client.force_login(owner)
    assert "They agred</textarea>" in client.get(f"{page}{comment.pk}/edit/").content.decode()

    response = client.post(f"{page}{comment.pk}/edit/", {"version": 1, "text": "They agreed"})

    assert (response.status_code, response.url) == (302, f"{page}#comment-{comment.pk}")
    comment.refresh_from_db()
    assert comment.text == "They agreed"
    assert "<span>edited</span>" in client.get(page).content.decode()


def test_change_that_somebody_overtook_shows_both_and_keeps_what_was_typed(
    client, owner, say, page
):
    comment = say(owner, "First")
    client.force_login(owner)
    client.post(f"{page}{comment.pk}/edit/", {"version": 1, "text": "Second"})

    response = client.post(f"{page}{comment.pk}/edit/", {"version": 1, "text": "Third"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "<del>Second</del>" in html
    assert "<ins>Third</ins>" in html
    assert "Third</textarea>" in html
    response = client.post(f"{page}{comment.pk}/edit/", {"version": 2, "text": "Third"})
    comment.refresh_from_db()
    assert (response.status_code, comment.text) == (302, "Third")


def test_teammate_can_neither_change_nor_remove_what_somebody_else_said(
    client, teammate, owner, say, page
):
    comment = say(owner, "Mine")
    client.force_login(teammate)
    html = client.get(page).content.decode()
    assert "/edit/" not in html
    assert "/removal/" not in html
    assert client.get(f"{page}{comment.pk}/edit/").status_code == 403
    assert client.post(f"{page}{comment.pk}/removal/").status_code == 403


def test_lead_removes_a_comment(client, teammate, owner, say, page):
    comment = say(teammate, "Not here, please")
    client.force_login(owner)
    html = client.post(f"{page}{comment.pk}/removal/", follow=True).content.decode()
    assert "Removed a comment on B1: Not here, please" in html
    assert "Nobody has said anything yet." in html
    assert client.get(f"{page}{comment.pk}/edit/").status_code == 404


def test_part_of_another_thread_is_not_found(client, owner, say, page, account):
    comment = say(owner, "On B1")
    client.force_login(owner)
    elsewhere = f"/accounts/{account.pk}/comments/OH/{comment.pk}"
    assert client.get(f"{elsewhere}/edit/").status_code == 404
    assert client.post(f"{elsewhere}/removal/").status_code == 404


def test_outsider_and_viewer_find_nothing(client, outsider, owner, joined, say, page):
    comment = say(owner, "For us")
    for user in (outsider, joined("Vera Viewer", AccessRole.VIEWER)):
        client.force_login(user)
        for address in ("", f"{comment.pk}/edit/"):
            assert client.get(f"{page}{address}").status_code == 404
        for address in ("", "reading/", f"{comment.pk}/edit/", f"{comment.pk}/removal/"):
            assert client.post(f"{page}{address}").status_code == 404


@pytest.mark.parametrize("count", [1, 3, 300])
def test_page_takes_as_many_queries_for_many_comments_as_for_one(
    client, owner, teammate, say, page, count, django_assert_num_queries
):
    for number in range(count):
        say(owner, f"@Tom, {number}")
    client.force_login(teammate)
    with django_assert_num_queries(7):  # the page 4, the thread 2, the plan 1
        client.get(page)


def test_plan_read_anew_keeps_comments_and_whom_they_told(
    client, account, owner, teammate, say, page
):
    """They hang on ids and on people, and a plan read anew has the rows of its team anew."""
    say(owner, "@Tom, still true?")
    with record(actor=owner, account=account, what="Replaced") as recording:
        replace(load(account.pk), account, recording)
    client.force_login(teammate)
    html = client.get(page).content.decode()
    assert "@Tom, still true?" in html
    assert "One comment mentions you" in html
