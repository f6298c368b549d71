"""One mail a person and week, reminders, nothing where there is nothing."""

import pytest
from django.utils import timezone

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Ref, TeamMember
from waypost.accounts.queries import access_to
from waypost.method.shape import Kind
from waypost.notices.models import MailChoices, Notice
from waypost.notices.post.occasions import note_occasions
from waypost.notices.tests.conftest import in_berlin
from waypost.notices.tests.post import sent, tick, to
from waypost.planning.models import Invitee, PlanningSession
from waypost.plans.models import Action, Commitment, Strategy
from waypost.plans.operations.lights import add_light
from waypost.staff.models import User

pytestmark = pytest.mark.django_db

WEEK = """\
Late

- Call Mette Friis
  Halvorsen Foods · Fri 4 Dec · 2\u00a0h
  http://localhost:8000/accounts/{pk}/actions/A1/

Later this week

- Walk line 4
  Halvorsen Foods · Wed 9
  http://localhost:8000/accounts/{pk}/actions/A2/

Asked of you

- You are asked to commit to One plant at a time.
  Halvorsen Foods · asked 6 Dec
  http://localhost:8000/accounts/{pk}/strategies/S1/

- You are asked to agree to Product lines.
  Halvorsen Foods · owned by Olga Hagen
  http://localhost:8000/accounts/{pk}/objectives/B1/

Stage goals at risk

- 3 product lines in use
  Halvorsen Foods · 5 Dec · Missed · now 2
  http://localhost:8000/accounts/{pk}/objectives/B1/

- 5 product lines in use
  Halvorsen Foods · 8 Feb 2027 · Will be missed · now 2 · trend reaches 2
  http://localhost:8000/accounts/{pk}/objectives/B1/

Open my week:
http://localhost:8000/my-week/
"""


def test_one_mail_says_the_whole_week(account, teammate, mailoutbox):
    assert tick() == 2
    assert sent(mailoutbox) == [
        ("olga", "Your week from Mon 7 Dec"),
        ("tom", "Your week from Mon 7 Dec"),
    ]
    mail = to(mailoutbox, teammate)
    text, _line, foot = mail.body.partition("\n--\n")
    assert text == WEEK.format(pk=account.pk)
    ((html, kind),) = mail.alternatives
    assert kind == "text/html"
    assert "src=" not in html
    assert f'href="http://localhost:8000/accounts/{account.pk}/actions/A2/">Walk line 4<' in html
    link = mail.extra_headers["List-Unsubscribe"].strip("<>")
    assert link in foot
    assert f'href="{link}"' in html
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nothing_is_said_twice_or_where_there_is_nothing(
    account, owner, outsider, mailoutbox, time_machine
):
    """The outsider has no account, so no week; a day later only what is new then is said."""
    in_berlin(outsider)
    assert [tick() for _ in range(3)] == [2, 0, 0]
    week = Notice.objects.get(person=outsider, kind="week")
    assert week.outcome == Notice.Outcome.NOTHING
    time_machine.move_to("2026-12-08T05:59:00Z", tick=False)
    assert tick() == 0
    time_machine.move_to("2026-12-10T07:00:00Z", tick=False)
    assert tick() == 1  # the review of the day before was missed
    assert to(mailoutbox, owner, "Review").subject == "Review of Halvorsen Foods"
    assert "overdue since 9 Dec" in to(mailoutbox, owner, "Review").body
    time_machine.move_to("2026-12-14T06:00:00Z", tick=False)
    assert tick() == 2  # the next week


def test_review_is_announced_two_days_before_to_those_who_run_it(account, owner, mailoutbox):
    MailChoices.objects.create(person=owner, weekly=False)
    tick()
    assert "Review of Halvorsen Foods" in [mail.subject for mail in mailoutbox]
    assert "due on 9 Dec" in to(mailoutbox, owner).body
    MailChoices.objects.update(reviews=False)
    Notice.objects.all().delete()
    mailoutbox.clear()
    tick()
    assert [mail.to for mail in mailoutbox] == [["tom@waypost.example"]]


def test_weekly_mail_says_what_others_changed_since_the_last_one(
    account, owner, teammate, mailoutbox, time_machine
):
    tick()
    mailoutbox.clear()
    time_machine.move_to("2026-12-09T06:00:00Z", tick=False)
    add_light(access=access_to(owner, account.pk), colour="red", text="Kestrel offers stock")
    time_machine.move_to("2026-12-14T06:00:00Z", tick=False)
    tick()
    page = f"http://localhost:8000/accounts/{account.pk}/history/"
    changed = f"What others changed\n\n- Halvorsen Foods\n  Lights: 1 added\n  {page}\n"
    assert changed in to(mailoutbox, teammate).body
    assert "What others changed" not in to(mailoutbox, owner, "Your week").body
    assert "Kestrel offers stock\n  New, red · Halvorsen Foods" in to(mailoutbox, teammate).body


def test_on_a_friday_the_next_week_is_part_of_it(account, teammate, mailoutbox):
    MailChoices.objects.create(person=teammate, weekday=4, hour=16)
    Action.objects.filter(ref__code="A2").update(due="2026-12-16")
    tick("2026-12-04T15:00")
    assert "Next week\n\n- Walk line 4\n  Halvorsen Foods · Wed 16" not in WEEK
    tick("2026-12-11T15:00")
    friday = [mail for mail in mailoutbox if mail.subject == "Your week from Fri 11 Dec"]
    assert "Next week\n\n- Walk line 4\n  Halvorsen Foods · Wed 16" in friday[0].body


def test_session_is_announced_the_day_before_and_again_when_moved(account, teammate, mailoutbox):
    MailChoices.objects.create(person=teammate, weekly=False, asks=False)
    session = planned_session(account, "2026-12-08T13:00:00Z")
    Invitee.objects.create(session=session, person=account.refs.get(code="T2"))
    tick()
    mail = to(mailoutbox, teammate)
    assert mail.subject == "Planning session of Halvorsen Foods"
    assert "- Two-year goals\n  Halvorsen Foods · Tue 8 Dec · 14:00 · Room 2\n" in mail.body
    assert f"/accounts/{account.pk}/sessions/{session.ref.code}/" in mail.body
    tick()
    session.starts_at = "2026-12-08T15:00:00Z"
    session.save()
    tick()
    session.called_off_at = timezone.now()
    session.starts_at = "2026-12-08T16:00:00Z"
    session.save()
    tick()
    mine = [mail for mail in mailoutbox if mail.to == [teammate.email]]
    assert [("14:00" in mail.body, "16:00" in mail.body) for mail in mine] == [
        (True, False),
        (False, True),
    ]


def test_what_is_asked_and_answered_meanwhile_is_not_reminded_of(account, teammate, mailoutbox):
    MailChoices.objects.create(person=teammate, weekly=False)
    tick()
    mail = to(mailoutbox, teammate)
    assert mail.subject == "Your answer is asked for: One plant at a time"
    assert "agree" not in mail.body
    Notice.objects.all().delete()
    Commitment.objects.filter(member__user=teammate).update(committed=True)
    mailoutbox.clear()
    tick()
    assert [mail.to for mail in mailoutbox] == [["olga@waypost.example"]]


@pytest.mark.parametrize("gone", ["deactivated", "not in the team", "all off", "account gone"])
def test_who_has_no_access_any_more_gets_nothing(account, teammate, mailoutbox, monkeypatch, gone):
    """Looked at when it is sent: the notices are there already."""
    Notice.objects.bulk_create(
        Notice(
            person=teammate,
            kind=kind,
            occasion=kind,
            account=account,
            about=Strategy.objects.get().ref,
            due_at=timezone.now(),
        )
        for kind in ("week", "ask", "review", "session")
    )
    if gone == "deactivated":
        User.objects.filter(pk=teammate.pk).update(deactivated_at=timezone.now())
    elif gone == "not in the team":
        TeamMember.objects.filter(user=teammate).update(deleted_at=timezone.now())
    elif gone == "account gone":
        account.deleted_at = timezone.now()
        account.save()
    else:
        MailChoices.objects.create(person=teammate, off=True)
    tick()
    assert [mail for mail in mailoutbox if mail.to == [teammate.email]] == []
    assert set(Notice.objects.filter(person=teammate).values_list("outcome", flat=True)) == {
        "nothing"
    }


def test_without_a_mail_server_nothing_is_noted(account, mailoutbox, settings):
    settings.MAIL_IS_SENT = False
    assert tick() == 0
    assert Notice.objects.count() == 0


def test_people_of_the_sample_and_newcomers_get_nothing(account, owner, teammate, mailoutbox):
    User.objects.filter(pk=owner.pk).update(is_sample=True)
    User.objects.filter(pk=teammate.pk).update(created_at="2026-12-07T06:30:00Z")
    Commitment.objects.all().delete()
    tick("2026-12-07T07:00")
    assert mailoutbox == []


@pytest.mark.parametrize("count", [1, 3])
def test_looking_for_occasions_takes_the_same_queries(account, count, django_assert_num_queries):
    session = planned_session(account, "2026-12-08T13:00:00Z")
    for number in range(count):
        person = User.objects.create_user(
            f"p{number}@waypost.example", name=f"{'ABC'[number]} Nairn"
        )
        member = add_to_team(account, in_berlin(person), AccessRole.FIRST_LINE)
        Invitee.objects.create(session=session, person=member.ref)
    with django_assert_num_queries(14):  # and two more while a time is looked for
        note_occasions(timezone.now())
    assert Notice.objects.filter(kind="session").count() == count


def planned_session(account, starts_at):
    ref = Ref.objects.create(account=account, code="SES1", kind=Kind.SESSION)
    return PlanningSession.objects.create(
        account=account,
        ref=ref,
        date=starts_at[:10],
        starts_at=starts_at,
        purpose="Two-year goals",
        place="Room 2",
        minutes=90,
    )
