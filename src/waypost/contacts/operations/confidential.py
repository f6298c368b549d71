"""Confidential material does not belong in a plan (DMG-3)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from waypost.method.confidential import marked_confidential


def check_nothing_confidential(**texts: str) -> None:
    """Raise a ValidationError at each field whose text says that it is confidential."""
    errors = {
        field: _(
            "This says “%(words)s”. Nothing confidential belongs here: leave it out, and give back "
            "what you were given."
        )
        % {"words": words}
        for field, text in texts.items()
        if (words := marked_confidential(text))
    }
    if errors:
        raise ValidationError(errors)
