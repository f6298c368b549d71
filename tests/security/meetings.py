"""A planning session in each of its states, with a canary in every text that one holds."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests.security.canaries import Aviary
from waypost.accounts.models import Account, Ref
from waypost.method.shape import Kind
from waypost.planning.models import AgendaTopic, Invitee, PlanningSession, SessionSlot

STATES = ("planned", "open", "closed", "called-off")
TOKEN = "a-secret-of-one-person"


def session_code(state: str) -> str:
    return f"SE-{state}"


def write_sessions(account: Account, aviary: Aviary) -> None:
    for state in STATES:
        _write(account, aviary, state)
    planned = PlanningSession.objects.get(account=account, ref__code=session_code("planned"))
    member = Ref.objects.get(account=account, code="T1")
    invitee, _made = Invitee.objects.get_or_create(session=planned, person=member)
    invitee.token_hash = Invitee.hash_token(f"{TOKEN}-{aviary.owner}")
    invitee.save()


def _write(account: Account, aviary: Aviary, state: str) -> None:
    now = timezone.now()
    moments: dict[str, dict[str, Any]] = {
        "planned": {},
        "open": {"opened_at": now},
        "closed": {"opened_at": now, "closed_at": now, "documented": True},
        "called-off": {"called_off_at": now},
    }
    ref = Ref.objects.create(account=account, code=session_code(state), kind=Kind.SESSION)
    day = timezone.localdate() + timedelta(days=5 if state == "planned" else 0)
    session = PlanningSession.objects.create(
        account=account,
        ref=ref,
        date=day,
        starts_at=now + timedelta(days=5),
        minutes=180,
        purpose=aviary.canary(f"session {state} purpose"),
        place=aviary.canary(f"session {state} place"),
        called_off_why=aviary.canary(f"session {state} why"),
        outcome=aviary.canary(f"session {state} outcome"),
        **moments[state],
    )
    SessionSlot.objects.create(session=session, starts_at=now + timedelta(days=6))
    for member in Ref.objects.filter(account=account, kind=Kind.MEMBER).order_by("pk"):
        Invitee.objects.create(session=session, person=member)
        session.participations.create(participant=member)
    topic = AgendaTopic.objects.create(
        session=session, position=1, title=aviary.canary(f"session {state} topic"), minutes=30
    )
    AgendaTopic.objects.create(session=session, position=2, title="Lights", minutes=20)
    session.parked.create(words=aviary.canary(f"session {state} parked"))
    session.decisions.create(
        topic=topic,
        words=aviary.canary(f"session {state} decision"),
        later=aviary.canary(f"session {state} later"),
        part=Ref.objects.get(account=account, code="B1"),
    )
