"""R7: once an occasion, by whoever holds it; and by the clock on the reader's wall."""

import smtplib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.mail import get_connection
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from waypost.notices.models import MailChoices, Notice
from waypost.notices.operations.outbox import LeaseLostError, claim, give_link
from waypost.notices.queries.moments import mail_day, moment, weekly_day, zone_of
from waypost.notices.tests.post import sent, tick, to
from waypost.staff.models import User

pytestmark = pytest.mark.django_db


class Failing(EmailBackend):
    """Takes a mail, then fails as told with those to ``whom``; ``takes`` a while for each."""

    whom = ""
    takes: Callable[[], None] = staticmethod(lambda: None)
    how: BaseException = ZeroDivisionError()

    def send_messages(self, messages):
        count = super().send_messages(messages)
        Failing.takes()
        if Failing.whom and any(mail.to[0].startswith(Failing.whom) for mail in messages):
            raise Failing.how
        return count


@pytest.fixture
def failing(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    assert isinstance(get_connection(), Failing)

    def fail(whom, how=None):
        monkeypatch.setattr(Failing, "whom", whom)
        if how:
            monkeypatch.setattr(Failing, "how", how)

    return fail


def test_worker_that_dies_after_sending_costs_one_mail_twice(
    account, owner, teammate, mailoutbox, failing, time_machine
):
    failing("olga", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        tick()
    failing("")
    assert tick() == 1  # the other one's
    time_machine.shift(timedelta(minutes=9))
    assert tick() == 0  # still in the hands of who died
    time_machine.shift(timedelta(minutes=2))
    assert [tick(), tick()] == [1, 0]
    assert [mail.to[0][:4] for mail in mailoutbox] == ["olga", "tom@", "olga"]
    first, _other, again = mailoutbox
    assert first.extra_headers["Message-ID"] == again.extra_headers["Message-ID"]
    assert first.body.split("\n--\n")[0] == again.body.split("\n--\n")[0]


def test_mail_that_cannot_be_sent_is_tried_ever_more_seldom_and_given_up(
    account, owner, teammate, failing, time_machine, caplog
):
    MailChoices.objects.create(person=teammate, off=True)
    failing("olga", smtplib.SMTPRecipientsRefused({"olga@waypost.example": (550, b"who is Olga")}))
    week = Notice.objects.filter(person=owner, kind="week")
    attempts = []
    for _five_minutes in range(12 * 3):
        tick()
        attempts.append(week.get().attempts)
        time_machine.shift(timedelta(minutes=5))
    assert attempts[::6] == [1, 3, 4, 5, 5, 5]
    started = timezone.now()
    while not week.get().outcome:
        time_machine.shift(timedelta(hours=3))
        tick()
    assert week.get().outcome == Notice.Outcome.GIVEN_UP
    assert timedelta(days=2) < timezone.now() - started < timedelta(days=5)
    assert "A mail was given up" in caplog.text
    assert "olga" not in caplog.text.lower()


def test_mail_that_fails_in_any_way_holds_up_nobody(account, mailoutbox, failing, caplog):
    failing("olga")
    assert [tick(), tick()] == [1, 0]
    assert Notice.objects.get(person__name="Olga Hagen", kind="week").outcome == ""
    assert Notice.objects.get(person__name="Tom Ferrari", kind="week").outcome == "sent"
    assert "A mail could not be written" in caplog.text


def test_lease_runs_from_when_it_is_taken(
    account, owner, teammate, failing, monkeypatch, time_machine
):
    """The server takes eight minutes for each mail; nobody else takes the second one over."""
    leases: list[timedelta] = []

    def eight_minutes():
        held = Notice.objects.exclude(lease=None).filter(kind="week")
        until = held.values_list("leased_until", flat=True)
        leases.extend(at - timezone.now() for at in until if at)
        time_machine.shift(timedelta(minutes=8))

    failing("")
    monkeypatch.setattr(Failing, "takes", eight_minutes)
    assert tick() == 2
    assert leases == [timedelta(minutes=10)] * 2


def test_notice_that_came_up_meanwhile_waits_for_the_next_look(teammate):
    """The weekly mail is in other hands: what came up since makes no second weekly mail."""
    now = timezone.now()
    note = {"person": teammate, "due_at": now}
    Notice.objects.create(kind="week", occasion="week", leased_until=now + timedelta(1), **note)
    Notice.objects.create(kind="ask", occasion="ask", **note)
    assert claim(teammate.pk, ("week", "ask"), now) is None
    held = claim(teammate.pk, ("ask",), now)
    assert held is not None
    assert [notice.kind for notice in held.notices] == ["ask"]
    assert claim(teammate.pk, ("ask",), now) is None
    again = claim(teammate.pk, ("ask",), now + timedelta(minutes=10))
    assert again is not None
    assert give_link(again)
    with pytest.raises(LeaseLostError):
        give_link(held)


@pytest.mark.parametrize(
    ("zone", "weekday", "hour", "day", "at"),
    [
        # Clocks go forward at 2: there is no such hour, so it is 3 by then.
        ("Europe/Berlin", 6, 2, "2027-03-28", "2027-03-28T01:00"),
        # They go back at 3: there are two such hours, and the mail is sent in the first.
        ("Europe/Berlin", 6, 2, "2027-10-31", "2027-10-31T00:00"),
        # Here they go forward at midnight, and the day begins at 1.
        ("America/Santiago", 6, 0, "2027-09-05", "2027-09-05T04:00"),
        # Half an hour forward.
        ("Australia/Lord_Howe", 6, 2, "2027-10-03", "2027-10-02T15:30"),
        ("Pacific/Kiritimati", 0, 7, "2027-01-04", "2027-01-03T17:00"),
        ("Nowhere/At_All", 0, 7, "2027-01-04", "2027-01-04T07:00"),
    ],
)
def test_weekly_mail_is_sent_once_whatever_clocks_do(
    account, teammate, mailoutbox, time_machine, zone, weekday, hour, day, at
):
    User.objects.filter(pk=teammate.pk).update(time_zone=zone)
    MailChoices.objects.create(person=teammate, weekday=weekday, hour=hour, asks=False)
    now = datetime.fromisoformat(at).replace(tzinfo=UTC) - timedelta(hours=2)
    went = []
    for _half_hour in range(2 * 6):
        time_machine.move_to(now, tick=False)
        before = len(mailoutbox)
        tick()
        went += [f"{now:%Y-%m-%dT%H:%M}"] * ("tom" in str(sent(mailoutbox[before:])))
        now += timedelta(minutes=30)
    assert went == [at]
    assert zone_of(User.objects.get(pk=teammate.pk)) is not None
    mine = Notice.objects.get(person=teammate, kind="week")
    assert mine.due_at == datetime.fromisoformat(at).replace(tzinfo=UTC)


def test_days_of_mails():
    zone = zone_of(User(time_zone="Europe/Berlin"))
    morning = moment(datetime(2026, 12, 7, tzinfo=UTC).date(), 7, zone)
    assert morning == datetime(2026, 12, 7, 6, tzinfo=UTC)
    assert str(mail_day(morning, 7, zone)) == "2026-12-07"
    assert str(mail_day(morning - timedelta(seconds=1), 7, zone)) == "2026-12-06"
    thursday = datetime(2026, 12, 10, tzinfo=UTC).date()
    assert str(weekly_day(thursday, 0)) == "2026-12-07"
    assert weekly_day(thursday, 4) is None


def test_old_notices_are_forgotten(account, owner):
    old = timezone.now() - timedelta(days=401)
    Notice.objects.create(person=owner, kind="week", occasion="old", due_at=old, settled_at=old)
    tick()
    assert not Notice.objects.filter(occasion="old").exists()


def test_weekly_mail_of_the_week_before_is_not_sent_late(account, teammate, mailoutbox):
    tick("2026-12-11T06:00")  # Friday: Monday's is four days late
    assert [mail for mail in mailoutbox if mail.to == [teammate.email]] == [
        to(mailoutbox, teammate, "Your answer")
    ]
