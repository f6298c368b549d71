"""What the mails say: what the pages say, looked up when they are sent, for who reads them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.queries import access_to
from waypost.accounts.timeline.short import in_short
from waypost.method.shape import Kind as Part
from waypost.notices.models import Kind, Notice
from waypost.notices.post.invitations import invitation, times
from waypost.notices.post.paper import Letter, Line, Section, absolute, said
from waypost.notices.queries.sessions import Coming, planned_sessions, sessions_for
from waypost.portfolio.my_week.actions import Slot, groups
from waypost.portfolio.my_week.ask import Ask
from waypost.portfolio.my_week.asks import asks_of
from waypost.portfolio.my_week.changes import lights_changed
from waypost.portfolio.my_week.places import places_by
from waypost.portfolio.my_week.rows import Row, sections
from waypost.portfolio.my_week.stage_goals import stages_due
from waypost.portfolio.my_week.weeks import Week
from waypost.staff.models import User
from waypost.ui.formats import weekday_date

A_WEEK: Final = timedelta(days=7)
ENDING: Final = 4  # from Friday on the next week is part of the letter
SERIOUS: Final = {"amber", "red"}
PAGES: Final = {Part.STRATEGY: "plans:strategy", Part.BUSINESS: "plans:objective"}


def letter(kind: str, person: User, notices: Collection[Notice], now: datetime) -> Letter | None:
    """The letter about these notices; None where there is nothing to say any more."""
    write = {
        Kind.WEEK: _week,
        Kind.REVIEW: _reviews,
        Kind.SESSION: _sessions,
        Kind.ASK: _asks,
    }
    about_sessions = {Kind.INVITE: invitation, Kind.TIMES: times}
    found = Kind(kind)
    if found in about_sessions:
        return about_sessions[found](person, notices, now)
    return write[found](person, notices, timezone.localdate(now))


def _week(person: User, notices: Collection[Notice], today: date) -> Letter | None:
    """Late, this week, asked of me; stage goals missed or foreseen to be; what changed."""
    found = [
        *_doings(person, today),
        Section(title=_("Planning sessions"), lines=list(_coming_sessions(person, today))),
        Section(title=_("Asked of you"), lines=[_ask(ask) for ask in asks_of(person, today)]),
        Section(title=_("Stage goals at risk"), lines=list(_stages(person, today))),
        Section(title=_("Lights that changed"), lines=list(_lights(person, today))),
        Section(
            title=_("What others changed"), lines=list(_changes(person, _last(person, notices)))
        ),
    ]
    shown = [section for section in found if section.lines]
    if not shown:
        return None
    return Letter(
        subject=_("Your week from %(day)s") % {"day": weekday_date(today, today)},
        sections=shown,
        page=absolute(reverse("portfolio:my-week")),
        page_words=_("Open my week"),
    )


def _doings(person: User, today: date) -> Iterator[Section]:
    week = Week.of(today)
    page = reverse("portfolio:my-week")
    found = [group for group in groups(person, week, today) if group.slot is not Slot.BEFORE]
    for section in sections(found, week, today, page):
        yield Section(
            title=section.title, lines=[_doing(row) for row in section.rows if not row.done]
        )
    if today.weekday() >= ENDING:
        coming = week.plus(1)
        due = [group for group in groups(person, coming, today) if group.slot is Slot.LATER]
        for section in sections(due, coming, today, page):
            lines = [_doing(row) for row in section.rows if not row.done]
            yield Section(title=_("Next week"), lines=lines)


def _doing(row: Row) -> Line:
    return Line(text=row.what, url=absolute(row.url), facts=said(row.account, row.day, row.hours))


def _coming_sessions(person: User, today: date) -> Iterator[Line]:
    sessions = planned_sessions().filter(date__range=(today, today + A_WEEK)).order_by("date")
    return map(_session, sessions_for([person.pk], sessions))


def _ask(ask: Ask) -> Line:
    words = " ".join(said(ask.who, ask.words, ask.text))
    return Line(text=f"{words}.", url=absolute(ask.url), facts=said(ask.account, ask.when))


def _stages(person: User, today: date) -> Iterator[Line]:
    """Missed in the last week, or foreseen to be."""
    due = stages_due(person, today, all_of_them=True, days_past=A_WEEK.days)
    for goal in due.goals:
        if goal.signal in SERIOUS:
            facts = [fact for fact in goal.facts if fact.lower() != goal.word.lower()]
            facts = said(goal.account, goal.due, goal.word, *facts)
            yield Line(text=goal.text, url=absolute(goal.url), facts=facts)


def _lights(person: User, today: date) -> Iterator[Line]:
    for light in lights_changed(person, today).lights:
        turn = " ".join(said(light.was_word, light.now_word))
        yield Line(text=light.text, url=absolute(light.url), facts=said(turn, light.account))


def _last(person: User, notices: Collection[Notice]) -> datetime:
    """When the last weekly mail was looked up; a week before this one where there was none."""
    due = max(notice.due_at for notice in notices)
    weeks = Notice.objects.filter(person=person, kind=Kind.WEEK, settled_at__gte=due - 5 * A_WEEK)
    last = weeks.order_by("-settled_at").values_list("settled_at", flat=True).first()
    return last or due - A_WEEK


def _changes(person: User, since: datetime) -> Iterator[Line]:
    """A line for each account of theirs in which somebody else did something."""
    accounts = places_by(person.pk).order_by("account__name", "account")
    for account, name in accounts.values_list("account", "account__name"):
        try:
            access = access_to(person, account)
        except Http404:
            continue
        facts = [f"{line.label}: {line.text}" for line in in_short(access, since, by_others=True)]
        if facts:
            url = absolute(reverse("accounts:history", args=[account]))
            yield Line(text=name, url=url, facts=facts)


def _reviews(person: User, notices: Collection[Notice], today: date) -> Letter | None:
    asked = {
        reverse("planning:reviews", args=[notice.account_id])
        for notice in notices
        if notice.account_id
    }
    due = [ask for ask in asks_of(person, today) if ask.url in asked]
    if not due:
        return None
    return Letter(
        subject=_one_or_many(
            [_("Review of %(account)s") % {"account": ask.account} for ask in due],
            ngettext("%(count)s review", "%(count)s reviews", len(due)),
        ),
        sections=[Section(title=_("Reviews"), lines=[_ask(ask) for ask in due])],
        page=absolute(due[0].url),
        page_words=_("Open the reviews"),
    )


def _asks(person: User, notices: Collection[Notice], today: date) -> Letter | None:
    """What is still without an answer of what was asked; who reminds is named."""
    reminders = {_page_of(notice): notice.by for notice in notices if notice.about}
    due = [ask for ask in asks_of(person, today) if ask.url in reminders]
    if not due:
        return None
    named = [
        replace(ask, who=by.name) if (by := reminders[ask.url]) and ask.who else ask for ask in due
    ]
    return Letter(
        subject=_one_or_many(
            [_("Your answer is asked for: %(text)s") % {"text": ask.text} for ask in due],
            ngettext("%(count)s answer is asked for", "%(count)s answers are asked for", len(due)),
        ),
        sections=[Section(title=_("Asked of you"), lines=[_ask(ask) for ask in named])],
        page=absolute(reverse("portfolio:my-week")),
        page_words=_("Answer in my week"),
    )


def _page_of(notice: Notice) -> str:
    about = notice.about
    page = PAGES.get(Part(about.kind)) if about else None
    return reverse(page, args=[notice.account_id, about.code]) if page and about else ""


def _sessions(person: User, notices: Collection[Notice], today: date) -> Letter | None:
    refs = {notice.about_id for notice in notices}
    sessions = sessions_for([person.pk], planned_sessions().filter(ref__in=refs))
    due = [found for found in sessions if _day_of(found) >= today]
    if not due:
        return None
    return Letter(
        subject=_one_or_many(
            [_("Planning session of %(account)s") % {"account": one.account_name} for one in due],
            ngettext("%(count)s planning session", "%(count)s planning sessions", len(due)),
        ),
        sections=[Section(title=_("Planning sessions"), lines=[_session(one) for one in due])],
        page=absolute(_session_page(due[0])),
        page_words=_("Open the session"),
    )


def _day_of(found: Coming) -> date:
    return timezone.localdate(found.starts_at) if found.starts_at else found.on


def _session(found: Coming) -> Line:
    begins = timezone.localtime(found.starts_at) if found.starts_at else None
    return Line(
        text=found.purpose or _("Planning session"),
        url=absolute(_session_page(found)),
        facts=said(
            found.account_name,
            weekday_date(_day_of(found), timezone.localdate()),
            f"{begins:%H:%M}" if begins else "",
            found.place,
        ),
    )


def _session_page(found: Coming) -> str:
    return reverse("planning:session", args=[found.account, found.code])


def _one_or_many(words: Sequence[str], many: str) -> str:
    """A subject: of one thing its own words."""
    return words[0] if len(words) == 1 else many % {"count": len(words)}
