"""S3: no mail and no calendar says what the person who gets it may not see."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.security.world import IN_THE_TEAM, World, build
from waypost.accounts.models import Account, TeamMember
from waypost.notices.models import Kind, MailChoices, Notice
from waypost.notices.operations.feeds import make_feed
from waypost.notices.post import post
from waypost.planning.models import Invitee, PlanningSession
from waypost.plans.models import Action
from waypost.staff.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(time_machine, settings):
    """On the day on which something of nearly everything is due in both plans."""
    time_machine.move_to("2026-12-01T12:00:00Z", tick=False)
    settings.MAIL_IS_SENT = True
    world = build()
    for session in PlanningSession.objects.all():
        session.starts_at = f"{session.date}T13:00:00Z"
        session.save()
        for ref in session.account.refs.filter(code__in=["L", "M", "FL", "F", "S", "P", "V", "O"]):
            Invitee.objects.get_or_create(session=session, person=ref)
    return world


@pytest.mark.parametrize("bundled", [True, False])
def test_mails_keep_to_what_their_reader_may_see(world, mailoutbox, bundled):
    """In one mail, and in one of each kind."""
    found = {name: mails_to(world, name, mailoutbox, bundled) for name in world.users}
    assert leaks(world, found) == []
    silent = {name for name, texts in found.items() if not texts}
    # A comment mentions everybody, which the second level may read too.
    assert silent == {"deactivated", "administrator", "opener"} | (
        set() if bundled else {"second level"}
    )
    invited = {name for name in found if "METHOD:REQUEST" in "".join(found[name])}
    assert invited == set(IN_THE_TEAM)
    if bundled:
        action = next(iter(world.aviary.at(".short_term_plan.actions[0].what")))
        assert {n for n in found if action in "".join(found[n])} == set(IN_THE_TEAM)


def test_calendars_keep_to_what_their_reader_may_see(world):
    found = {}
    for name, user in world.users.items():
        own_action(world.guarded, user)
        address = reverse("notices:calendar", args=[make_feed(actor=user)])
        answer = Client().get(address)
        assert answer.status_code == (404 if name == "deactivated" else 200)
        found[name] = [answer.content.decode().replace("\r\n ", "")]
    assert leaks(world, found) == []
    action = next(iter(world.aviary.at(".short_term_plan.actions[0].what")))
    assert {name for name in found if action in found[name][0]} == set(IN_THE_TEAM)


def mails_to(world: World, name: str, mailoutbox, bundled: bool) -> list[str]:
    """What is mailed to them when all there could be is due to them, as text."""
    user = world.users[name]
    own_action(world.guarded, user)
    mailoutbox.clear()
    Notice.objects.all().delete()
    MailChoices.objects.all().delete()
    MailChoices.objects.bulk_create(
        MailChoices(person=other, off=True) for other in world.users.values() if other != user
    )
    for account in (world.guarded, world.other):
        everything_due(user, account)
    if not bundled:
        Notice.objects.filter(kind=Kind.WEEK).delete()
        MailChoices.objects.create(person=user, weekly=False)
    post(timezone.now())
    assert {mail.to[0] for mail in mailoutbox} <= {user.email}
    return [
        f"{mail.subject} {mail.body} {mail.alternatives[0].content} {mail.extra_headers}"
        f"{[part.content.decode() for part in mail.attachments]}"
        for mail in mailoutbox
    ]


def own_action(account: Account, user: User) -> None:
    """The first action of the plan is theirs, if they have a place in its team."""
    place = TeamMember.objects.filter(account=account, user=user).first()
    Action.objects.filter(account=account, ref__code="A1").update(
        owner=place.ref if place else None, status="open", month="2026-12-01", due="2026-12-01"
    )


def everything_due(user: User, account: Account) -> None:
    sessions = PlanningSession.objects.filter(account=account)
    session = sessions.first()
    asked = sessions.filter(starts_at__gt=timezone.now(), opened_at=None, called_off_at=None)
    invited = [(Kind.INVITE, one.ref) for one in asked[:1]]
    refs = list(account.refs.filter(code__in=["B1", "B2", "S1", "S2"]))
    refs += [session.ref] if session else []
    kinds = {"strategy": Kind.ASK, "business objective": Kind.ASK, "planning session": Kind.SESSION}
    notices = [(kinds[str(ref.kind)], ref) for ref in refs]
    Notice.objects.bulk_create(
        Notice(
            person=user,
            kind=kind,
            occasion=f"{kind} {account.pk} {ref.pk if ref else ''}",
            account=account,
            about=ref,
            due_at=timezone.now(),
        )
        for kind, ref in [*notices, *invited, (Kind.REVIEW, None), (Kind.WEEK, None)]
    )


def leaks(world: World, found: dict[str, list[str]]) -> list[str]:
    return [
        f"{name}: {word}"
        for name, texts in found.items()
        for word in world.hidden_from(name)
        if any(word in text for text in texts)
    ]
