"""The mails about planning sessions: when one can come, and the invitation for one's calendar."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from email.utils import parseaddr
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.notices.models import Notice
from waypost.notices.post.paper import Entry, Letter, Line, Section, absolute, said
from waypost.notices.queries.invitations import OFF, Standing, current_sessions, standings
from waypost.planning.models import PlanningSession, SlotAnswer
from waypost.planning.queries.answer_links import address_in_mail
from waypost.planning.queries.sessions import time_of, title_of
from waypost.planning.queries.sessions_calendar import event_of
from waypost.staff.models import User
from waypost.ui.calendar import Event, Method, Someone, calendar

UNKNOWN: Final = "?"  # somebody who sent it before may have died before it was noted


def times(person: User, notices: Collection[Notice], now: datetime) -> Letter | None:
    """The times proposed for one session, where one has not answered yet, with a link to do it."""
    standing = _standing(person, notices, now)
    if standing is None or not standing.slot:
        return None
    session, notice = standing.session, max(notices, key=lambda notice: notice.pk)
    words = {"account": session.account.name, "zone": timezone.get_current_timezone_name()}
    asker = next((notice.by.name for notice in notices if notice.by), "")
    title = {"name": asker, "title": title_of(session)}
    asks = (
        _("%(name)s asks when you can come to “%(title)s”.")
        if asker
        else _("You are asked when you can come to “%(title)s”.")
    )
    return Letter(
        subject=_("When can you come? Planning session of %(account)s") % words,
        lede=f"{asks % title} {_('Times are those of %(zone)s.') % words}",
        sections=[Section(title=_("Proposed times"), lines=_proposed(standing, now))],
        page=address_in_mail(notice),
        page_words=_("Say when you can come, without signing in"),
        told=str(standing.slot),
    )


def invitation(person: User, notices: Collection[Notice], now: datetime) -> Letter | None:
    """What is new of one session for a calendar: that one is asked to come, at another time or
    place, or not any more."""
    standing = _standing(person, notices, now)
    if standing is None:
        return None
    was_tried = any(notice.attempts > 1 for notice in notices)
    had = standing.told.entry or (UNKNOWN if was_tried else OFF)
    if standing.entry == had or (had == OFF and not standing.entry):
        return None
    subject, lede = _news(standing, is_new=had in {OFF, UNKNOWN})
    session = standing.session
    page = reverse("portfolio:my-week")
    if standing.is_in_team and not session.deleted_at:
        page = reverse("planning:session", args=[session.account_id, session.ref.code])
    return Letter(
        subject=subject,
        lede=lede,
        sections=[_about(standing, absolute(page))],
        page=absolute(page),
        page_words=_("Open Waypost"),
        entry=_entry(standing, person, now),
        told=standing.entry or OFF,
    )


def _standing(person: User, notices: Collection[Notice], now: datetime) -> Standing | None:
    about = {notice.about_id for notice in notices}
    sessions = current_sessions(now).filter(ref__in=about)
    return next(iter(standings([person.pk], sessions, now)), None)


def _proposed(standing: Standing, now: datetime) -> list[Line]:
    """The times to come with what the person has said to them."""
    answers = SlotAnswer.objects.filter(invitee=standing.invitee)
    mine = {row.slot_id: row.get_answer_display() for row in answers}
    slots = standing.session.slots.filter(starts_at__gt=now).order_by("starts_at")
    minutes, today = standing.session.minutes, timezone.localdate(now)
    return [
        Line(text=time_of(slot.starts_at, minutes, today), facts=said(str(mine.get(slot.pk, ""))))
        for slot in slots
    ]


def _news(standing: Standing, *, is_new: bool) -> tuple[str, str]:
    """The subject, and what there is to say first."""
    session = standing.session
    words = {"title": title_of(session), "account": session.account.name}
    if standing.entry:
        subject = _("Invitation: %(title)s, %(account)s")
        changed = _("Changed: %(title)s, %(account)s")
        part = _("You are asked to the customer’s part only; then the team plans alone.")
        return (subject if is_new else changed) % words, (
            part if standing.customer_part_only else ""
        )
    if not standing.is_in_team:
        return _("You are not invited to a planning session any more"), ""
    if session.called_off_at or session.deleted_at:
        return _("Called off: %(title)s, %(account)s") % words, session.called_off_why
    if standing.is_invited:
        again = _("It has no time any more. You are asked when there is one again.")
        return _("No time yet: %(title)s, %(account)s") % words, again
    return _("You are not expected any more: %(title)s, %(account)s") % words, ""


def _about(standing: Standing, page: str) -> Section:
    """Whoever has left the team is told no more of it than that."""
    session, facts = standing.session, []
    if standing.is_in_team:
        today = timezone.localdate()
        at = session.starts_at
        facts = said(
            session.account.name,
            time_of(at, session.minutes, today) if at else "",
            timezone.get_current_timezone_name() if at else "",
            session.place,
        )
    text = title_of(session) if standing.is_in_team else _("Planning session")
    return Section(title=_("Planning session"), lines=[Line(text=text, url=page, facts=facts)])


def _entry(standing: Standing, person: User, now: datetime) -> Entry:
    """For this one person: nobody else's address is in it but that of who leads."""
    method: Method = "REQUEST" if standing.entry else "CANCEL"
    event = _event(standing)
    if event.organiser is None or event.organiser.email == person.email:
        name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
        event = replace(event, organiser=Someone(name=name or "Waypost", email=address))
    event = replace(
        event,
        invited=[Someone(name=person.name, email=person.email)],
        is_called_off=not standing.entry,
    )
    return Entry(method=method, content=calendar([event], now=now, method=method))


def _event(standing: Standing) -> Event:
    session: PlanningSession = standing.session
    if standing.is_in_team:
        part = _("You are asked to the customer’s part only; then the team plans alone.")
        return event_of(session, part if standing.customer_part_only else "")
    event = event_of(session)
    return replace(event, title=_("Planning session"), text="", place="", url="")
