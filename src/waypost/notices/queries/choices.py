"""What people chose to be mailed."""

from waypost.notices.models import MailChoices, Notice
from waypost.notices.queries.secrets import hash_of
from waypost.staff.models import User


def choices_of(person: User) -> MailChoices:
    """Theirs, else what holds for everybody who has said nothing."""
    try:
        return person.mail_choices
    except MailChoices.DoesNotExist:
        return MailChoices(person=person)


def notice_behind(token: str) -> Notice | None:
    """The notice that was mailed with this secret in its link."""
    found = Notice.objects.filter(token_hash=hash_of(token)).exclude(token_hash="")
    return found.select_related("person__mail_choices").first()
