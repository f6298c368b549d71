"""A person is erased for good: the plan stays, no word of who they are does."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from waypost.accounts.models import Gap
from waypost.accounts.operations import undo, update_account
from waypost.accounts.queries import access_to
from waypost.comments.models import Comment
from waypost.contacts.models import Contact, GroupMembership, PrivateNote
from waypost.contacts.operations.contacts import change_contact
from waypost.contacts.operations.erasing import erase_contact
from waypost.contacts.operations.merging import merge_contacts
from waypost.contacts.operations.words import add_note, add_quote
from waypost.contacts.queries.erasure import preview_of
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.snapshots import frozen_plan, take_snapshot
from waypost.history.models import ChangeSet
from waypost.history.stale import StaleError
from waypost.planning.operations.sessions import plan_session
from waypost.planning.operations.sessions_agenda import add_topic, park_point
from waypost.planning.operations.sessions_people import invite_people
from waypost.plans.models import Action

pytestmark = pytest.mark.django_db
# Words that stand nowhere but in what is stored about Eva Lund.
TRACES = re.compile(r"(?i)\beva\b|lund|surprises|early|sailing|thursday|chieftain|gardening")


def person(account, code="P1"):
    return Contact.objects.select_related("ref").get(account=account, ref__code=code)


def everywhere():
    """Every text of every table with the words that tell of Eva Lund."""
    found = []
    for model in apps.get_models():
        for row in model._base_manager.values():
            text = json.dumps(row, default=str, ensure_ascii=False)
            found += [
                (model._meta.label, text[one.start() - 40 : one.end() + 40])
                for one in TRACES.finditer(text)
            ]
    return found


@pytest.fixture
def written(account, access):
    """Her traces in every place that keeps any."""
    reason = {"tier_reason": "Eva Lund asked us to wait"}
    update_account(access=access, version=1, name=account.name, **reason)
    change_contact(access=access, contact=person(account), version=1, title="Chieftain")
    eva = person(account)
    change_contact(access=access, contact=eva, version=2, name="Eva Lund-Holm", title="CFO")
    change_contact(
        access=access, contact=person(account), version=3, name="Eva Lund", interests="Gardening"
    )
    ref = account.refs.create(code="P8", kind="person")
    twin = Contact.objects.create(account=account, ref=ref, name="E. Lund", title="CFO")
    merge_contacts(
        access=access, kept=person(account), gone=twin, version=4, gone_version=1, values={}
    )
    eva = person(account)
    add_note(access=access, contact=eva, text="Likes sailing")
    add_quote(access=access, contact=eva, text="Thursday it is", on=None, objective="")
    add_quote(access=access, contact=eva, text="Early again", on=date(2026, 11, 3), objective="R1")
    Gap.objects.create(account=account, text="Does LUND sign alone?")
    Comment.objects.create(
        account=account,
        on=account.refs.get(code="T1"),
        author=access.user,
        author_name="Olga Hagen",
        text="Eva's word counts, M. Lundgren agrees",
    )
    take_snapshot(account, Snapshot.Occasion.REVIEW, taken_by=None)
    return person(account)


def hear(account, access):
    """A planning session at which she is to speak, and where they speak of her."""
    facts: dict[str, Any] = {"on": None, "at": None, "minutes": 60, "place": "", "led_by": ""}
    session = plan_session(access=access, purpose="Hear Eva Lund", **facts).row
    add_topic(access=access, session=session, title="What Eva wants", kind="other")
    park_point(access=access, session=session, words="Is Lund for us?")
    invite_people(access=access, session=session, people=[], speaker="P1")
    decision = session.decisions.create(words="Eva first", later="Ask Eva Lund")
    decision.authors.create(person=account.refs.get(code="P1"))


def erase(access, contact):
    return erase_contact(access=access, contact=contact, version=contact.version)


def test_no_word_of_the_person_stays_in_any_table(account, access, written):
    Comment.objects.update(text="Eva's word counts")
    hear(account, access)
    assert {label for label, _text in everywhere()} >= {
        *("contacts.Contact", "contacts.Said", "contacts.PrivateNote", "plans.Heard"),
        *("history.Change", "history.ChangeSet", "document.Snapshot", "comments.Comment"),
        *("plans.Action", "accounts.Gap", "planning.PlanningSession", "planning.AgendaTopic"),
        *("planning.ParkedPoint", "planning.SessionDecision"),
    }
    erase(access, written)
    assert everywhere() == []


def test_plan_stays_as_it_was_without_the_person(account, access, written):
    before = load(account.pk)
    erase(access, written)
    after = load(account.pk)
    eva = person(account)
    assert (eva.name, eva.title, eva.wants, eva.last_contact) == ("[erased]", "", "", None)
    assert (eva.level, eva.location.ref.code, eva.deleted_at) == (1, "L1", None)
    assert person(account, "P2").reports_to == eva
    assert GroupMembership.objects.filter(contact=eva).exists()
    assert [one.id for one in after.people] == [one.id for one in before.people]
    assert after.objectives.relationship[0].text == before.objectives.relationship[0].text
    assert {one.what for one in after.short_term_plan.actions} == {
        *("Ask [erased] about the budget", "Send the figures"),
    }
    assert Action.objects.get(ref__code="A2").owner == eva.ref
    assert Comment.objects.get().text == "[erased]'s word counts, M. Lundgren agrees"
    snapshot = frozen_plan(Snapshot.objects.get())
    assert next(one for one in snapshot.people if one.id == "P1").name == "[erased]"


def test_erasure_is_in_the_history_and_final(account, access, written):
    earlier = list(ChangeSet.objects.filter(changes__table="contacts.contact").distinct())
    done = erase(access, written).change_set
    assert done.what == "Erased a person: P1"
    assert (done.actor, done.is_final) == (access.user, True)
    for change_set in (done, *earlier):
        change_set.refresh_from_db()
        with pytest.raises(PermissionDenied):
            undo(access=access, change_set=change_set)


def test_others_stay_as_they_are(account, access, written):
    before = Contact.objects.filter(ref__code__in=("P2", "P3", "P4")).order_by("pk").values()
    expected = list(before)
    note = PrivateNote.objects.create(
        person=person(account, "P2").ref, text="Mornings", on=date(2026, 11, 4)
    )
    erase(access, written)
    assert list(before.all()) == expected
    assert PrivateNote.objects.get() == note


def test_preview_shows_texts_that_name_the_person(account, written):
    preview = preview_of(written)
    assert set(preview.texts) == {
        ("Account", "Eva Lund asked us to wait"),
        ("Action", "Ask E. Lund about the budget"),
        ("Comment", "Eva's word counts, M. Lundgren agrees"),
        ("Gap", "Does LUND sign alone?"),
    }
    assert (preview.notes, preview.snapshots) == (4, 1)


def test_only_the_lead_erases(account, teammate, written):
    with pytest.raises(PermissionDenied):
        erase(access_to(teammate, account.pk), written)
    assert person(account).name == "Eva Lund"


def test_somebody_changed_since_is_not_erased(access, written):
    with pytest.raises(StaleError):
        erase_contact(access=access, contact=written, version=1)


def test_page_asks_for_a_yes(client, owner, account, written):
    client.force_login(owner)
    page = reverse("contacts:erasure", args=[account.pk, "P1"])
    assert page in client.get(reverse("contacts:privacy", args=[account.pk, "P1"])).content.decode()
    found = client.get(page).content.decode()
    assert "Ask E. Lund about the budget" in found
    assert "Their entry in 1 earlier plan<" in found
    Snapshot.objects.all().delete()
    assert "earlier plan<" not in client.get(page).content.decode()
    assert client.post(page, {"version": written.version}).status_code == 422
    assert client.post(page, {"version": 1, "understood": "on"}).status_code == 409
    assert person(account).name == "Eva Lund"
    answer = client.post(page, {"version": written.version, "understood": "on"})
    assert answer.headers["Location"] == reverse("contacts:people", args=[account.pk])
    assert person(account).name == "[erased]"


def test_page_is_for_the_lead_alone(client, account, teammate, viewer, outsider):
    page = reverse("contacts:erasure", args=[account.pk, "P1"])
    for user, status in {teammate: 403, viewer: 403, outsider: 404}.items():
        client.force_login(user)
        assert client.get(page).status_code == status


def test_history_of_a_replaced_plan_is_erased_and_that_of_another_with_the_id_is_not(
    account, access, written
):
    """A plan put in place of another has new rows; its ids may mean somebody else."""
    change_set = ChangeSet.objects.create(
        account=account, actor=access.user, at=account.created_at, what="Read a plan"
    )
    for row, name, title in ((9001, "Eva Lund", "Chieftain"), (9002, "Ole Madsen", "Baker")):
        after = {"id": row, "ref_id": written.ref_id, "name": name, "title": title}
        change_set.changes.create(table="contacts.contact", row=row, after=after)
    erase(access, written)
    kept = change_set.changes.order_by("row").values_list("after__name", "after__title")
    assert list(kept) == [("[erased]", ""), ("Ole Madsen", "Baker")]
