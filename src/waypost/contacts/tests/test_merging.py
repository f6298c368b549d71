"""Two entries of one person become one; taken back they are two again."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.urls import reverse

from tests.changes import change_set_of
from waypost.accounts.models import Location, TeamMember
from waypost.accounts.operations import undo
from waypost.accounts.queries import access_to
from waypost.comments.models import Comment
from waypost.contacts.models import (
    Acquaintance,
    BuyingRole,
    CoachDevelopment,
    Contact,
    DecisionGroup,
    GroupMembership,
    PrivateNote,
    Said,
)
from waypost.contacts.operations.contacts import change_contact
from waypost.contacts.operations.merging import merge_contacts
from waypost.contacts.queries.duplicates import pairs_of
from waypost.contacts.queries.person_page import person_page
from waypost.document.load import load
from waypost.health.models import Dismissal, Finding
from waypost.health.operations import refresh
from waypost.history.operations import row_values
from waypost.history.stale import StaleError
from waypost.planning.models import Participation, PlanningSession, SponsorPresentation
from waypost.plans.models import Action, Heard
from waypost.plans.tests.stored import LEAD, MEMBER, VIEWER, read, stored

pytestmark = pytest.mark.django_db
PLAN = """
as_of: 2026-11-24
account: {name: Dunmore Mills, locations: [{id: L1, name: Vejle}]}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
  - {id: T3, name: Vera Lind, role: guest}
objectives:
  relationship: [{id: R1, text: They call us first, heard: [{who: E. Lund, text: You were early}]}]
short_term_plan:
  actions: [{id: A1, what: Send the figures, owner: P9}]
decision_groups:
  - id: D1
    decision: Frame contract
    people:
      - {id: P1, name: Eva Lund, title: CFO, location: L1, wants: no surprises, known_by: [T1], last_contact: 2026-10-02, disposition: wary, roles: [economic]}
      - {id: P9, name: E. Lund, title: Finance director, known_by: [T1, T2], last_contact: 2026-11-12, disposition: open, roles: [economic, user]}
      - {id: P2, name: Jonas Ek, reports_to: P9, roles: [coach]}
  - id: D2
    decision: Service
    people: [{id: P4, name: Bo Dahl}]
coach_development:
  - {person: P1, stage: trusts us, next: lunch}
  - {person: P9, stage: has doubts, confidential_information: false}
"""  # noqa: E501  # one part a line


@pytest.fixture
def viewer(db, django_user_model):
    return django_user_model.objects.create_user("vera@waypost.example", name="Vera Lind")


@pytest.fixture
def account(owner, teammate, viewer, time_machine):
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    team = [("T1", owner, LEAD), ("T2", teammate, MEMBER), ("T3", viewer, VIEWER)]
    account = stored(read(PLAN), team=team)
    eva, e = person(account, "P1"), person(account, "P9")
    Acquaintance.objects.filter(contact=e, member__ref__code="T1").update(how_well="trusted")
    group = DecisionGroup.objects.get(ref__code="D2")
    GroupMembership.objects.create(group=group, contact=e).roles.create(role="technical")
    Said.objects.create(person=e.ref, text="Thursday it is", on=date(2026, 11, 3))
    PrivateNote.objects.create(person=e.ref, text="Likes to sail", on=date(2026, 11, 4))
    author = TeamMember.objects.get(account=account, ref__code="T1").user
    Comment.objects.create(account=account, on=e.ref, author=author, author_name="O", text="Who?")
    SponsorPresentation.objects.update_or_create(account=account, defaults={"person": e})
    ref = account.refs.create(code="X1", kind="session")
    session = PlanningSession.objects.create(account=account, ref=ref, date="2026-11-01")
    for one in (eva, e):
        Participation.objects.create(session=session, participant=one.ref)
    return account


@pytest.fixture
def access(owner, account):
    return access_to(owner, account.pk)


def person(account, code):
    return Contact.objects.select_related("ref").get(account=account, ref__code=code)


def merge(access, kept="P1", gone="P9", **values):
    kept, gone = person(access.account, kept), person(access.account, gone)
    versions = {"version": kept.version, "gone_version": gone.version}
    return merge_contacts(access=access, kept=kept, gone=gone, values=values, **versions)


def everything(account):
    """All rows that a merge could write, without the versions that only go up."""
    tables: tuple[type[Model], ...] = (
        *(Acquaintance, GroupMembership, BuyingRole, CoachDevelopment, Said, PrivateNote),
        *(Comment, Participation, SponsorPresentation, Action, Heard, Contact),
    )
    rows = [
        {name: value for name, value in row_values(row).items() if name != "version"}
        for model in tables
        for row in model._default_manager.order_by("pk")
    ]
    return rows, replace(load(account.pk), as_of=None)


def roles(contact):
    places = GroupMembership.objects.filter(contact=contact).order_by("group")
    return {
        place.group.ref.code: sorted(place.roles.values_list("role", flat=True)) for place in places
    }


def test_likely_pair_is_the_one_known_less_and_the_other(account, access):
    (pair,) = pairs_of(access)
    assert (pair.gone.ref.code, pair.kept.ref.code) == ("P9", "P1")


def test_everything_that_points_at_either_points_at_the_one(account, access):
    written = merge(access, title="Finance director", disposition="open")
    assert change_set_of(written).what == "Merged E. Lund (P9) into Eva Lund (P1)"
    eva, gone = person(account, "P1"), person(account, "P9")
    assert (eva.name, eva.title, eva.disposition, eva.wants) == (
        *("Eva Lund", "Finance director", "open", "no surprises"),
    )
    assert gone.deleted_at is not None
    assert gone.ref.retired_at is not None
    assert gone.merged_into == eva
    known = Acquaintance.objects.filter(contact=eva).order_by("member__ref__code")
    assert list(known.values_list("member__ref__code", "how_well")) == [
        ("T1", "trusted"),
        ("T2", ""),
    ]
    assert roles(eva) == {"D1": ["economic", "user"], "D2": ["technical"]}
    coach = CoachDevelopment.objects.get(contact=eva)
    assert (coach.stage, coach.next_step) == ("trusts us\nhas doubts", "lunch")
    assert coach.confidential_information is False
    assert Said.objects.get().person == eva.ref
    assert PrivateNote.objects.get().person == eva.ref
    assert Comment.objects.get().on == eva.ref
    assert SponsorPresentation.objects.get(account=account).person == eva
    assert Participation.objects.filter(participant=eva.ref).count() == 1
    assert Action.objects.get(ref__code="A1").owner == eva.ref
    assert Heard.objects.get().who == "Eva Lund"
    assert person(account, "P2").reports_to == eva
    assert not pairs_of(access)


def test_dispositions_of_both_stay_on_the_page(account, access):
    for code, before in (("P9", "open"), ("P1", "wary")):
        row = person(account, code)
        assert row.disposition == before
        change_contact(access=access, contact=row, version=1, disposition="ally")
    merge(access)
    page = person_page(access, person(account, "P1"), date(2026, 11, 24))
    assert [turn.before for turn in page.turns] == ["Wary", "Open"]


def test_taken_back_everything_is_as_it_was(account, access):
    before = everything(account)
    written = merge(access, name="Eva-Marie Lund", title="Finance director")
    assert everything(account) != before
    undo(access=access, change_set=change_set_of(written))
    assert everything(account) == before
    assert len(pairs_of(access)) == 1


@pytest.mark.parametrize(
    ("eva", "e", "expected"),
    [
        ("P9", None, None),  # one reported to the other
        (None, "P1", None),
        ("P2", None, None),  # Jonas reports to the one who goes
        ("P2", "P3", "P3"),
        ("P3", "P2", "P3"),
    ],
)
def test_nobody_comes_to_report_to_themselves(account, access, eva, e, expected):
    ref = account.refs.create(code="P3", kind="person")
    Contact.objects.create(account=account, ref=ref, name="Ada Ros")
    for code, above in (("P1", eva), ("P9", e)):
        superior = person(account, above) if above else None
        Contact.objects.filter(ref__code=code).update(reports_to=superior)
    merge(access, reports_to=person(account, eva) if eva else None)
    superior = person(account, "P1").reports_to
    assert (superior.ref.code if superior else None) == expected


def test_who_looked_at_older_values_does_not_merge(account, access):
    old = person(account, "P9")
    Contact.objects.filter(pk=old.pk).update(version=2)
    kept = person(account, "P1")
    with pytest.raises(StaleError):
        merge_contacts(access=access, kept=kept, gone=old, version=1, gone_version=1, values={})
    assert person(account, "P9").deleted_at is None


def test_one_entry_is_not_merged_with_itself(access):
    with pytest.raises(ValidationError):
        merge(access, kept="P1", gone="P1")


def test_only_who_edits_the_plan_merges(account, viewer):
    with pytest.raises(PermissionDenied):
        merge(access_to(viewer, account.pk))
    assert person(account, "P9").deleted_at is None


def at(account, name, *args):
    return reverse(f"contacts:{name}", args=[account.pk, *args])


def test_finding_leads_to_both_side_by_side_and_one_chooses(client, owner, account):
    client.force_login(owner)
    page = at(account, "merge", "P9", "P1")
    assert page in client.get(at(account, "person", "P9")).content.decode()
    assert page in client.get(at(account, "duplicates")).content.decode()
    assert at(account, "duplicates") in client.get(at(account, "people")).content.decode()
    answer = client.get(page)
    values = {one.key: one for one in answer.context["page"].values}
    assert (values["title"].kept, values["title"].gone) == ("CFO", "Finance director")
    assert {key for key, one in values.items() if one.differs} == {
        *("name", "title", "last_contact", "disposition"),
    }
    assert values["last_contact"].first == "gone"
    chosen = {"name": "kept", "title": "gone", "last_contact": "gone", "disposition": "kept"}
    answer = client.post(page, {"version": 1, "gone_version": 1, **chosen})
    assert answer.headers["Location"] == at(account, "person", "P1")
    eva = person(account, "P1")
    assert (eva.name, eva.title, eva.last_contact, eva.disposition, eva.location) == (
        *("Eva Lund", "Finance director", date(2026, 11, 12), "wary"),
        Location.objects.get(),
    )


@pytest.mark.parametrize("count", [1, 3, 20])
def test_list_takes_the_same_queries_however_many_there_are(
    client, owner, account, count, django_assert_num_queries
):
    for number in range(count - 1):
        for name in ("Ada Holmberg", "A. Holmberg"):
            ref = account.refs.create(code=f"X{number}{name[1]}", kind="person")
            words = f"{name}{'abcdefghijklmnopqrstuvwxyz'[number] * 6}"
            Contact.objects.create(account=account, ref=ref, name=words)
    refresh(account)
    client.force_login(owner)
    with django_assert_num_queries(6):
        answer = client.get(at(account, "duplicates"))
    assert len(answer.context["pairs"]) == count


def test_texts_of_both_can_stay(client, owner, account):
    Contact.objects.filter(ref__code="P9").update(wants="to retire")
    client.force_login(owner)
    chosen = dict.fromkeys(("name", "title", "last_contact", "disposition"), "kept")
    data = {"version": 1, "gone_version": 1, **chosen, "wants": "both"}
    client.post(at(account, "merge", "P9", "P1"), data)
    assert person(account, "P1").wants == "no surprises\nto retire"


def test_missing_choice_is_asked_for_and_older_values_are_shown_anew(client, owner, account):
    client.force_login(owner)
    page = at(account, "merge", "P9", "P1")
    answer = client.post(page, {"version": 1, "gone_version": 1, "name": "kept"})
    assert answer.status_code == 422
    Contact.objects.filter(ref__code="P9").update(version=2)
    chosen = dict.fromkeys(("name", "title", "last_contact", "disposition"), "kept")
    answer = client.post(page, {"version": 1, "gone_version": 1, **chosen})
    assert answer.status_code == 409
    assert "One of the two was changed" in answer.content.decode()
    assert person(account, "P9").deleted_at is None


def test_two_people_are_not_asked_about_again(client, owner, account, access):
    client.force_login(owner)
    answer = client.post(at(account, "distinct", "P9", "P1"))
    assert answer.headers["Location"] == at(account, "duplicates")
    dismissal = Dismissal.objects.get()
    assert (dismissal.rule, dismissal.at, dismissal.subject) == ("DMG-1", "P9", "P1")
    assert dismissal.reason == "Not the same person"
    assert not pairs_of(access)
    assert "Nobody seems" in client.get(at(account, "duplicates")).content.decode()
    assert client.post(at(account, "distinct", "P9", "P1")).status_code == 302
    assert Dismissal.objects.count() == 1
    assert Finding.objects.filter(account=account, at="P9", subject="P1").count() == 1


@pytest.mark.parametrize(("code", "other"), [("P1", "P1"), ("P9", "P77"), ("T1", "P1")])
def test_what_is_no_pair_is_not_there(client, owner, account, code, other):
    client.force_login(owner)
    assert client.get(at(account, "merge", code, other)).status_code == 404


def test_viewer_sees_pairs_and_outsider_nothing(client, viewer, outsider, account):
    client.force_login(viewer)
    assert client.get(at(account, "duplicates")).status_code == 200
    assert client.get(at(account, "merge", "P9", "P1")).status_code == 403
    client.force_login(outsider)
    assert client.get(at(account, "duplicates")).status_code == 404
