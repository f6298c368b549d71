"""R7: two workers and a kill between sending and noting it: none missed, one twice at most."""

import subprocess
import sys
from collections import Counter
from email.message import Message
from threading import Event

import pytest

from tests.reliability.mailserver import MailServer

pytestmark = pytest.mark.database
PEOPLE, SECONDS = 6, 60
# Everybody has something late, had their weekly mail due yesterday at midnight, and is asked to a
# planning session.
TEAM = f"""
from datetime import timedelta
from django.utils import timezone
from waypost.accounts.models import Account, Ref, Supplier, TeamMember
from waypost.notices.models import MailChoices
from waypost.planning.models import Invitee, PlanningSession
from waypost.plans.models import Action
from waypost.staff.models import User
yesterday = timezone.localdate() - timedelta(days=1)
account = Account.objects.create(supplier=Supplier.objects.create(name="Fernhill"), name="Mills")
ref = Ref.objects.create(account=account, code="SE1", kind="planning session")
soon = timezone.now() + timedelta(days=9)
session = PlanningSession.objects.create(account=account, ref=ref, date=soon, starts_at=soon)
for n in range({PEOPLE}):
    user = User.objects.create_user(f"p{{n}}@waypost.example", name=f"P{{n}}")
    User.objects.filter(pk=user.pk).update(created_at=timezone.now() - timedelta(days=30))
    MailChoices.objects.create(person=user, weekday=yesterday.weekday(), hour=0)
    place = Ref.objects.create(account=account, code=f"T{{n}}", kind="team member")
    TeamMember.objects.create(
        account=account, ref=place, user=user, name=user.name, access_role="member", function="rep"
    )
    Invitee.objects.create(session=session, person=place)
    ref = Ref.objects.create(account=account, code=f"A{{n}}", kind="action")
    Action.objects.create(account=account, ref=ref, owner=place, what="Call", due=yesterday)
"""
LEASES_OVER = """
from django.utils import timezone
from waypost.notices.models import Notice
Notice.objects.exclude(leased_until=None).update(leased_until=timezone.now())
"""
INVITED_BY_NOW = """
from django.utils import timezone
from waypost.notices.models import Notice
Notice.objects.filter(kind="invite").update(due_at=timezone.now())
"""


def test_two_workers_one_of_them_killed(installation):
    run(installation, TEAM)
    got: list[Message] = []
    workers: dict[str, subprocess.Popen[str]] = {}
    killed = Event()

    def kill():
        workers["killed"].kill()
        workers["killed"].wait(SECONDS)
        killed.set()

    deadly, patient = MailServer(got, kill), MailServer(got, lambda: killed.wait(SECONDS))
    workers["killed"] = tick(installation, deadly)
    workers["other"] = tick(installation, patient)
    assert said_by(workers["other"]) == PEOPLE - 1
    assert workers["killed"].returncode == -9
    assert Counter(map(to, got)) == {f"p{n}@waypost.example": 1 for n in range(PEOPLE)}

    # What the killed one held is free after a while, and sent by whoever looks next.
    again = MailServer(got)
    run(installation, LEASES_OVER)
    two = [tick(installation, again) for _ in range(2)]
    assert sorted(map(said_by, two)) == [0, 1]
    twice = [address for address, count in Counter(map(to, got)).items() if count == 2]
    assert len(got) == PEOPLE + 1
    assert len(twice) == 1
    assert len({mail["Message-ID"] for mail in got if to(mail) == twice[0]}) == 1

    # Both have noted who is invited; now that there was time for second thoughts, both send.
    got.clear()
    run(installation, INVITED_BY_NOW)
    assert sum(map(said_by, [tick(installation, again) for _ in range(2)])) == PEOPLE
    assert Counter(map(to, got)) == {f"p{n}@waypost.example": 1 for n in range(PEOPLE)}
    assert {mail["Subject"] for mail in got} == {"Invitation: Planning session, Mills"}
    kinds = {part.get_content_type() for mail in got for part in mail.walk()}
    assert {"text/calendar", "application/ics"} <= kinds


def run(installation, code):
    done = installation.waypost("manage", "shell", "--no-imports", "-c", code)
    assert (done.returncode, done.stderr) == (0, "")


def tick(installation, server):
    return subprocess.Popen(
        [sys.executable, "-m", "waypost.cli.main", "tick"],
        env=installation.environment | {"WAYPOST_MAIL_URL": server.url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said_by(worker):
    said, errors = worker.communicate(timeout=SECONDS)
    assert (worker.returncode, errors) == (0, "")
    return int(said.rpartition("Mails sent: ")[2].rstrip(".\n"))


def to(mail):
    return mail["To"]
