"""A session under way with its people, and rounds in it, for the tests of rounds."""

from datetime import date

from django.utils import timezone

from waypost.accounts.models import AccessRole, Ref, TeamMember
from waypost.accounts.queries import access_to
from waypost.method.shape import Kind
from waypost.planning.models import Contribution, PlanningSession, Round
from waypost.planning.operations import rounds, rounds_input
from waypost.planning.operations.rounds_input import Answer
from waypost.planning.queries.sessions import session_of
from waypost.staff.models import User


def opened(account, **columns):
    """A session of today that is open; whoever is in the team is there."""
    ref = Ref.objects.create(account=account, code="PS1", kind=Kind.SESSION)
    values = {"date": date(2026, 11, 24), "opened_at": timezone.now(), "purpose": "The next years"}
    session = PlanningSession.objects.create(account=account, ref=ref, **values | columns)
    for member in TeamMember.objects.live().filter(account=account):
        session.participations.create(participant=member.ref)
    return session_of(access_to(lead_of(account), account.pk), "PS1")


def lead_of(account):
    return TeamMember.objects.get(account=account, access_role=AccessRole.LEAD).user


def joined(account, name, role=AccessRole.MEMBER, code=""):
    """Somebody with a log-in and a place in the team."""
    user = User.objects.create_user(f"{name.split()[0].lower()}@waypost.example", name=name)
    code = code or f"T{account.refs.filter(kind=Kind.MEMBER).count() + 1}"
    ref = Ref.objects.create(account=account, code=code, kind=Kind.MEMBER)
    TeamMember.objects.create(
        account=account, ref=ref, user=user, name=name, function="Colleague", access_role=role
    )
    return user


def asked(session, kind=Round.Kind.SENTENCE, question="What do we want to hear?", **values):
    """A round that has begun, with five dots."""
    access = access_to(lead_of(session.account), session.account_id)
    facts = {"dots": 5, **values}
    made = rounds.begin_round(access=access, session=session, kind=kind, question=question, **facts)
    return made.row


def write(session, row, user, *texts, choice=""):
    """Somebody writes these answers and is done."""
    facts = {"access": access_to(user, session.account_id), "session": session, "row": row}
    answers = {n: Answer(text=text, choice=choice) for n, text in enumerate(texts, 1)}
    rounds_input.save_answers(**facts, answers=answers)
    rounds_input.set_done(**facts, step="input", done=True)


def vote(session, row, user, *places):
    """Somebody gives a dot to each of these, and hands in."""
    facts = {"access": access_to(user, session.account_id), "session": session, "row": row}
    for place in places:
        rounds_input.spend_dot(**facts, place=place)
    rounds_input.set_done(**facts, step="voting", done=True)


def run(session, row, operation, **facts):
    """The lead takes a step."""
    access = access_to(lead_of(session.account), session.account_id)
    return operation(access=access, session=session, row=row, **facts)


def fresh(row):
    """The round as it stands now."""
    return Round.objects.get(pk=row.pk)


def place_of(row, text):
    return Contribution.objects.get(round=row, text=text).place


def revealed(session, owner, teammate, **values):
    """What the two have written is on the table."""
    row = asked(session, **values)
    write(session, row, teammate, "You call us first", "You know our lines")
    write(session, row, owner, "You never surprise us")
    run(session, row, rounds.reveal)
    return row


def counted(session, owner, teammate, **values):
    row = revealed(session, owner, teammate, **values)
    run(session, row, rounds.open_vote)
    place = place_of(row, "You know our lines")
    vote(session, row, owner, place, place)
    vote(session, row, teammate, place, place_of(row, "You never surprise us"))
    run(session, row, rounds.close_vote)
    return row
