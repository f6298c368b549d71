"""Mail about log-ins. It goes out beside the answer, which so takes as long for a stranger."""

import logging
from smtplib import SMTPException
from threading import Thread
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

log = logging.getLogger(__name__)
THREAD_NAME = "mail"


def send(*, to: str, template: str, context: dict[str, Any]) -> None:
    """Send template.txt, whose first line is the subject. Nothing happens without a mail server."""
    if settings.MAIL_IS_SENT:
        Thread(target=deliver, args=(to, template, context), name=THREAD_NAME).start()


def deliver(to: str, template: str, context: dict[str, Any]) -> None:
    subject, _line_end, body = render_to_string(f"{template}.txt", context).partition("\n")
    try:
        EmailMessage(subject.strip(), body.strip() + "\n", to=[to]).send()
    except (OSError, SMTPException) as error:
        # What the server answered can name the person; what kind of trouble it was does not.
        log.error("A mail could not be sent: %s", type(error).__name__)
