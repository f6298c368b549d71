"""Delivery: one mail for all that is due to somebody of a kind, exactly once (TRUST.md, R7)."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from waypost.notices.models import Kind, Notice
from waypost.notices.operations import outbox
from waypost.notices.operations.outbox import Claim, LeaseLostError
from waypost.notices.post.letters import letter
from waypost.notices.post.occasions import note_occasions
from waypost.notices.post.paper import Letter, absolute
from waypost.notices.queries.choices import choices_of
from waypost.notices.queries.moments import zone_of
from waypost.staff.models import User
from waypost.ui.formats import excerpt

log = logging.getLogger(__name__)

ENOUGH = 3  # failures in a row: the server is away, and the rest can wait
LONGEST_SUBJECT = 120

Outcome = Notice.Outcome


def post(now: datetime) -> int:
    """Note what has come up and send what is due; returns how many mails went out.

    It can be run as often as one likes, by as many processes as one likes. Nothing happens where
    no mail server is set up.
    """
    if not settings.MAIL_IS_SENT:
        return 0
    note_occasions(now)
    sent, failed, begun = 0, 0, timezone.now()
    for person, kinds, about in _bundles(now):
        if failed >= ENOUGH:
            break
        # A lease runs from when it is taken, which may be long after the first one.
        claim = outbox.claim(person, kinds, now + (timezone.now() - begun), about=about)
        if claim is None:
            continue
        outcome = _handle(claim, kinds[0], now)
        sent += outcome is Outcome.SENT
        failed = failed + 1 if outcome is None else 0
    outbox.forget(now)
    return sent


def _bundles(now: datetime) -> Iterator[tuple[int, Sequence[str], int | None]]:
    """What goes in one mail: things of one kind; in the weekly one there is all of it, but for what
    is about one planning session and has a mail of its own."""
    due = outbox.due(now)
    people = User.objects.select_related("mail_choices").in_bulk(due)
    for person, found in due.items():
        kinds = {kind for kind, about in found if about is None}
        if Kind.WEEK in kinds and choices_of(people[person]).wants(Kind.WEEK):
            yield person, (Kind.WEEK, *sorted(kinds - {Kind.WEEK})), None
        else:
            yield from ((person, (kind,), None) for kind in sorted(kinds))
        for kind, about in sorted(found, key=str):
            if about is not None:
                yield person, (kind,), about


def _handle(claim: Claim, kind: str, now: datetime) -> Outcome | None:
    """What became of it; None where it is to be tried again."""
    try:
        found = _write(claim, kind, now)
    except LeaseLostError:
        return Outcome.NOTHING
    except (OSError, SMTPException) as error:
        # What the server answered can name the person; what kind of trouble it was does not.
        log.error("A mail could not be sent: %s", type(error).__name__)
    except Exception:
        # One letter that cannot be written holds up nobody else's.
        log.exception("A mail could not be written")
    else:
        outcome = Outcome.SENT if found else Outcome.NOTHING
        outbox.settle(claim, outcome, timezone.now(), told=found.told if found else "")
        return outcome
    if not outbox.postpone(claim, timezone.now()):
        log.error("A mail was given up")
    return None


def _write(claim: Claim, kind: str, now: datetime) -> Letter | None:
    """The letter that went out. Whether the person is still here and wants it is looked at now, and
    so is what it says."""
    person = claim.person
    if not person.is_active or not choices_of(person).wants(kind):
        return None
    with timezone.override(zone_of(person)), translation.override(settings.LANGUAGE_CODE):
        found = letter(kind, person, claim.notices, now)
        if found is not None:
            _mail(found, kind, claim).send()
    return found


def _mail(found: Letter, kind: str, claim: Claim) -> EmailMultiAlternatives:
    link = absolute(reverse("notices:mail", args=[outbox.give_link(claim)]))
    context = {
        "letter": found,
        "kind": Kind(kind).label,
        "link": link,
        "settings_page": absolute(reverse("notices:settings")),
    }
    mail = EmailMultiAlternatives(
        subject=excerpt(" ".join(found.subject.split()), LONGEST_SUBJECT),
        body=render_to_string("notices/mail/letter.txt", context),
        to=[claim.person.email],
        headers={
            # The same when it goes out twice, so that a mailbox can tell.
            "Message-ID": f"<notice-{claim.notices[0].pk}@{settings.BASE_URL.hostname}>",
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{link}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    mail.attach_alternative(render_to_string("notices/mail/letter.html", context), "text/html")
    if found.entry:
        # To be read by the mail program, and once more for who keeps it as a file.
        words = found.entry.content.decode()
        mail.attach_alternative(words, f"text/calendar; method={found.entry.method}")
        mail.attach("invitation.ics", found.entry.content, "application/ics")
    return mail
