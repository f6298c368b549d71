"""A planning session for the calendars of those who are invited (RFC 5545)."""

from dataclasses import replace
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.planning.models import Invitee, PlanningSession
from waypost.planning.queries.sessions import title_of
from waypost.ui.calendar import Event, Someone, calendar

USUAL = timedelta(hours=3)


def is_in_calendars(session: PlanningSession) -> bool:
    """Whether it has an hour: a day alone is no invitation."""
    return session.starts_at is not None


def calendar_of(session: PlanningSession) -> bytes:
    """The invitation of everybody as it stands, or that it was called off."""
    leader = session.led_by.user if session.led_by else None
    members = TeamMember.objects.live().filter(
        account=session.account_id, user__isnull=False, user__deactivated_at=None
    )
    invited = Invitee.objects.filter(session=session).values("person")
    people = members.filter(ref__in=invited).select_related("user").order_by("pk")
    others = [
        Someone(name=member.name, email=member.user.email)
        for member in people
        if member.user is not None and member.user != leader
    ]
    event = replace(event_of(session), invited=others)
    return calendar(
        [event], now=timezone.now(), method="CANCEL" if session.called_off_at else "REQUEST"
    )


def event_of(session: PlanningSession, text: str = "") -> Event:
    """The session without those who are invited; ``text`` comes after what it is."""
    account, code = session.account, session.ref.code
    words = {"title": title_of(session), "account": account.name}
    leader = session.led_by.user if session.led_by else None
    return Event(
        key=f"session-{session.ref_id}",
        title=_("%(title)s, %(account)s") % words,
        starts=session.starts_at,
        lasts=timedelta(minutes=session.minutes) if session.minutes else USUAL,
        text=" ".join(filter(None, (_("Planning session for %(account)s.") % words, text))),
        place=session.place,
        url=reverse("planning:session", args=[account.pk, code]),
        sequence=session.calendar_sequence,
        is_called_off=session.called_off_at is not None,
        organiser=Someone(name=leader.name, email=leader.email) if leader else None,
    )
