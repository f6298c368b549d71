"""The page of a person at the customer: what it says, what of it is changed, who sees what."""

import re

import pytest
from django.urls import reverse

from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to
from waypost.contacts.models import Contact, PrivateNote, Said
from waypost.contacts.operations.contacts import change_contact
from waypost.history.models import ChangeSet, SeenBy
from waypost.plans.models import Heard

pytestmark = pytest.mark.django_db


def at(account, name="person", code="P1", *args):
    return reverse(f"contacts:{name}", args=[account.pk, code, *args])


def get(client, user, url):
    client.force_login(user)
    return client.get(url)


def send(client, user, url, **data):
    client.force_login(user)
    return client.post(url, data)


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def whole(person, **values):
    """The full form of a person as it stands, with these values."""
    return {
        "version": person.version,
        "name": person.name,
        "title": person.title,
        "known_by": ["T1", "T2"],
        "location": "L1",
        "level": "1",
        "disposition": "open",
        "wants": person.wants,
        "last_contact": "2026-11-12",
        **values,
    }


def test_page_says_what_is_known(client, owner, account):
    page = get(client, owner, at(account)).context["page"]
    assert (page.name, page.lede) == ("Eva Lund", "CFO, Vejle plant")
    assert {spot.label: spot.text for spot in page.facts} == {
        "Title": "CFO",
        "Site": "Vejle plant",
        "Level": "Level 1, the top",
        "Last contact": "12 Nov",
        "It was about": "",
        "Next contact": "",
        "It is about": "",
        "Left the company": "",
    }
    assert {spot.label: spot.text for spot in page.texts}["What drives them"] == "no surprises"
    assert [(one.text, one.more) for one in page.roles] == [("Frame contract", "Economic")]
    assert [one.text for one in page.reports] == ["Jonas Ek", "Bo Dahl"]
    assert [one.name for one in page.known_by] == ["Olga Hagen", "Tom Ferrari"]
    assert [(one.code, one.more) for one in page.own_actions] == [("A2", "Eva Lund, done")]
    assert [(one.code, one.more) for one in page.actions] == [("A1", "Olga Hagen")]
    assert [(said.text, said.day) for said in page.quotes] == [("You were early", "2 Nov, for R1")]


def test_finding_stands_beside_the_person_and_goes_when_it_is_settled(client, owner, account):
    assert "What Jonas Ek wants and would personally win" in words(
        get(client, owner, at(account, code="P2"))
    )
    edit = f"{at(account, 'person-edit', 'P2')}?field="
    send(client, owner, f"{edit}wants", version=1, wants="Quiet shifts")
    send(client, owner, f"{edit}personal_win", version=2, personal_win="Weekends")
    assert "personally win" not in words(get(client, owner, at(account, code="P2")))


def test_one_field_is_edited_where_it_stands(client, owner, account):
    url = f"{at(account, 'person-edit')}?field=title"
    client.force_login(owner)
    small = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert 'name="title" value="CFO"' in small
    assert "<html" not in small
    answer = send(client, owner, url, version=1, title="Finance director")
    assert answer["Location"] == f"{at(account)}#title"
    assert Contact.objects.get(ref__code="P1").title == "Finance director"


def test_whole_form_changes_everything(client, owner, account):
    row = Contact.objects.get(ref__code="P1")
    data = whole(
        row,
        name="Eva Lund-Berg",
        known_by=["T2"],
        needs="Figures by cause",
        interests="Sailing",
        our_win="A reference",
        next_contact="2026-12-04",
        next_contact_about="The trial",
        left_company="False",
        reports_to="P4",
        level="2",
        location="L2",
    )
    assert send(client, owner, at(account, "person-edit"), **data).status_code == 302
    row.refresh_from_db()
    assert (row.name, row.needs, row.interests, row.our_win) == (
        *("Eva Lund-Berg", "Figures by cause", "Sailing", "A reference"),
    )
    assert (str(row.next_contact), row.next_contact_about) == ("2026-12-04", "The trial")
    assert (row.left_company, str(row.reports_to), str(row.location)) == (False, "Ada Ros", "Skive")
    assert [one.member.name for one in row.acquaintances.all()] == ["Tom Ferrari"]
    assert Heard.objects.get().who == "Eva Lund-Berg"
    assert [q.text for q in get(client, owner, at(account)).context["page"].quotes] == [
        "You were early"
    ]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Fill in “Name”"),
        ("reports_to", "P2", "Jonas Ek already reports to Eva Lund: choose another."),
        ("reports_to", "P1", "Choose one of the list."),
        ("reports_to", "P99", "Choose one of the list."),
        ("level", "21", "Enter a level from 1, the top, to 20."),
        ("level", "top", "Enter a level from 1, the top, to 20."),
        ("last_contact", "2026-11-25", "Enter today or an earlier day."),
        ("last_contact", "1980-01-01", "Enter a date from 1990 on."),
        ("next_contact", "2057-01-01", "Enter a date up to 2056."),
        ("next_contact", "2026-11-23", "Enter today or a later day."),
        ("next_contact", "1989-12-31", "Enter a date from 1990 on."),
        ("next_contact", "soon", "Enter the date as day, month, year."),
        ("wants", "x" * 10_001, "Shorten this to 10,000 characters, it has 10,001."),
        ("name", "Eva \u202e Lund", "Remove the character U+202E"),
        ("location", "L9", "Choose one of the list."),
        ("known_by", "T9", "Choose one of the list."),
    ],
)
def test_bad_input_is_said_at_the_field_and_kept(client, owner, account, field, value, sentence):
    row = Contact.objects.get(ref__code="P1")
    answer = send(client, owner, at(account, "person-edit"), **whole(row, **{field: value}))
    assert answer.status_code == 422
    assert any(sentence in text for text in answer.context["form"][field].messages)
    assert value in answer.context["form"][field].value()
    row.refresh_from_db()
    assert row.version == 1


def test_names_in_any_script_are_taken(client, owner, account):
    for name in ("محمد علي", "李雯", "Zoë 🙂 Ångström"):
        send(client, owner, reverse("contacts:person-create", args=[account.pk]), name=name)
        assert Contact.objects.filter(name=name).exists()


def test_person_who_was_changed_meanwhile_is_a_conflict(client, owner, teammate, account):
    row = Contact.objects.get(ref__code="P1")
    change_contact(
        access=access_to(teammate, account.pk), contact=row, version=1, title="Treasurer"
    )
    answer = send(client, owner, at(account, "person-edit"), **whole(row, title="Director"))
    assert answer.status_code == 409
    said = words(answer)
    assert "Tom Ferrari has changed this since you opened it" in said
    assert "Treasurer" in said
    again = whole(row, title="Director", version=2)
    assert send(client, owner, at(account, "person-edit"), **again).status_code == 302


def test_disposition_tells_what_it_was(client, owner, account):
    url = f"{at(account, 'person-edit')}?field=disposition"
    send(client, owner, url, version=1, disposition="wary")
    page = get(client, owner, at(account)).context["page"]
    assert "disp-1" in page.disposition
    assert [(turn.before, turn.day, turn.by) for turn in page.turns] == [
        ("Open", "24 Nov", "Olga Hagen")
    ]


def test_disposition_in_other_words_stays(client, owner, account):
    Contact.objects.filter(ref__code="P1").update(disposition="likes us on Mondays")
    answer = get(client, owner, at(account, "person-edit"))
    assert answer.context["form"]["disposition"].value() == "likes us on Mondays"
    assert "likes us on Mondays" in words(get(client, owner, at(account)))


def test_contact_is_noted_with_the_next_time(client, teammate, account):
    url = at(account, "meeting", "P3")
    send(
        client,
        teammate,
        url,
        last_contact="2026-11-20",
        last_contact_about="Plant visit",
        next_contact="2026-12-01",
        next_contact_about="Prices",
    )
    row = Contact.objects.get(ref__code="P3")
    assert (str(row.last_contact), row.last_contact_about) == ("2026-11-20", "Plant visit")
    assert (str(row.next_contact), row.next_contact_about) == ("2026-12-01", "Prices")
    assert [one.member.name for one in row.acquaintances.all()] == ["Tom Ferrari"]
    past = send(client, teammate, url, last_contact="2026-11-20", next_contact="2026-11-23")
    assert (past.status_code, "Enter today or a later day." in words(past)) == (422, True)
    late = send(client, teammate, url, last_contact="2026-11-25")
    assert (late.status_code, "Enter today or an earlier day." in words(late)) == (422, True)


def test_how_well_we_know_them_is_said_for_each(client, owner, account):
    url = at(account, "acquaintance", "P1", "T2")
    send(client, owner, url, how_well="trusted")
    assert [
        (one.name, one.words) for one in get(client, owner, at(account)).context["page"].known_by
    ] == [("Olga Hagen", ""), ("Tom Ferrari", "Is trusted by them")]
    assert send(client, owner, url, how_well="adored").status_code == 422
    send(client, owner, url, how_well="trusted")
    assert ChangeSet.objects.filter(what__startswith="Said how well").count() == 1


def test_quote_feeds_the_objective_it_is_about(client, owner, account):
    url = at(account, "said", "P2")
    send(client, owner, url, text="Call me first", on="2026-11-20", objective="R1")
    heard = Heard.objects.latest("pk")
    assert (heard.objective.ref.code, heard.who, heard.text) == ("R1", "Jonas Ek", "Call me first")
    send(client, owner, url, text="No time", on="")
    said = Said.objects.get()
    page = get(client, owner, at(account, code="P2")).context["page"]
    assert [(one.text, one.objective) for one in page.quotes] == [
        ("Call me first", "R1"),
        ("No time", ""),
    ]
    send(client, owner, at(account, "said-removal", "P2", said.pk))
    assert not Said.objects.exists()
    undo(access=access_to(owner, account.pk), change_set=ChangeSet.objects.latest("pk"))
    assert Said.objects.get().text == "No time"


def test_quote_for_no_objective_of_ours_is_refused_at_the_field(client, owner, account):
    answer = send(client, owner, at(account, "said"), text="Well", objective="B9")
    assert answer.status_code == 422
    assert answer.context["quote"]["objective"].messages == ["Choose one of the list."]


def test_private_notes_are_for_lead_and_members_alone(client, owner, teammate, manager, account):
    send(client, teammate, at(account, "notes"), text="Likes to sail")
    assert "Likes to sail" in words(get(client, owner, at(account)))
    note = PrivateNote.objects.get()
    assert (note.by_name, str(note.on)) == ("Tom Ferrari", "2026-11-24")
    assert ChangeSet.objects.latest("pk").seen_by == SeenBy.NOTES
    theirs = words(get(client, manager, at(account)))
    assert "Likes to sail" not in theirs
    assert "Private notes" not in theirs
    assert "Likes to sail" not in words(
        get(client, manager, reverse("accounts:history", args=[account.pk]))
    )
    assert send(client, manager, at(account, "notes"), text="X").status_code == 404
    send(client, owner, at(account, "note-removal", "P1", note.pk))
    assert not PrivateNote.objects.exists()


def test_note_that_is_marked_confidential_is_refused(client, owner, account):
    answer = send(client, owner, at(account, "notes"), text="Confidential: their price")
    assert answer.status_code == 422
    assert "This says “Confidential”. Nothing confidential belongs here" in words(answer)
    assert answer.context["note"]["text"].value() == "Confidential: their price"
    assert not PrivateNote.objects.exists()


@pytest.mark.parametrize(
    ("name", "field", "more"),
    [
        ("said", "text", {}),
        ("meeting", "last_contact_about", {"last_contact": "2026-11-24"}),
        ("person-edit", "company_win", {"name": "Eva Lund", "version": 1}),
    ],
)
def test_nothing_marked_confidential_is_stored_of_a_person(
    client, owner, account, name, field, more
):
    before = ChangeSet.objects.count()
    answer = send(client, owner, at(account, name), **more, **{field: "Vertraulich: 5 million"})
    assert answer.status_code == 422
    assert "This says “Vertraulich”." in words(answer)
    assert "Vertraulich: 5 million" in answer.content.decode()
    assert ChangeSet.objects.count() == before


def test_text_that_stood_there_already_bars_nothing(client, owner, account):
    Contact.objects.filter(ref__code="P1").update(wants="Confidential talks")
    Contact.objects.filter(ref__code="P1").update(next_contact="2026-11-03")
    data = {"name": "Eva Lund", "wants": "Confidential talks", "title": "CEO", "version": 1}
    data |= {"next_contact": "2026-11-03"}
    assert send(client, owner, at(account, "person-edit"), **data).status_code == 302
    assert Contact.objects.get(ref__code="P1").title == "CEO"


def test_last_contact_does_not_become_an_earlier_one(client, owner, account):
    answer = send(client, owner, at(account, "meeting"), last_contact="2026-11-11")
    assert answer.status_code == 422
    assert answer.context["meeting"]["last_contact"].messages == [
        "You met on 12 Nov since: note what is new, or correct the last contact."
    ]
    assert send(client, owner, at(account, "meeting"), last_contact="2026-11-12").status_code == 302


def test_person_is_removed_and_brought_back(client, owner, account):
    assert send(client, owner, at(account, "person-removal")).status_code == 302
    assert get(client, owner, at(account)).status_code == 404
    undo(access=access_to(owner, account.pk), change_set=ChangeSet.objects.latest("pk"))
    page = get(client, owner, at(account)).context["page"]
    assert [one.more for one in page.roles] == ["Economic"]


def test_viewer_reads_and_cannot_write(client, viewer, account):
    assert "no surprises" in words(get(client, viewer, at(account)))
    for name in ("person-edit", "meeting", "said", "person-removal"):
        assert send(client, viewer, at(account, name)).status_code == 403


def test_nothing_of_others_is_there(client, outsider, owner, account):
    assert get(client, outsider, at(account)).status_code == 404
    assert get(client, owner, at(account, code="P99")).status_code == 404
    for name, key in (("said-removal", 10**30), ("note-removal", 1)):
        assert send(client, owner, at(account, name, "P1", key)).status_code == 404
