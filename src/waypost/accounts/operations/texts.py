"""What stands against a text: it is confidential (DMG-3), or it stands there already."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
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


def check_new(rows: QuerySet[Any], field: str, text: str) -> None:
    """Raise a ValidationError at the field where one of the rows says the same already."""
    if rows.filter(**{f"{field}__iexact": text}).exists():
        raise ValidationError({field: _("This stands here already.")})
