"""Where an objective came from: who proposed it in which planning session (SES-1, SES-6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.document.statements import ROW, Row
from waypost.planning.models import DecisionAuthor
from waypost.plans.models import Objective
from waypost.plans.queries.wording import Reader, names

# What the statements of the pages of objectives read, of each thing in its own way.
COLUMNS = ("pk", "of", "about", "said", "code", "day")
NONE = Value("", output_field=TextField())
NO_DAY = Cast(Value(None), DateField())


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """A sentence about a session, and its id."""

    text: str
    code: str


def authors() -> QuerySet[Any, Any]:
    """Whose input the objective ROW was, session by session."""
    names_ = TeamMember.objects.filter(ref=OuterRef("person")).order_by("-pk").values("name")
    part = Objective.objects.filter(pk=ROW).values("ref")[:1]
    found = DecisionAuthor.objects.filter(decision__part=Subquery(part))
    listed: QuerySet[Any, Any] = found.annotate(
        of=Value("author"),
        about=Subquery(names_[:1], output_field=TextField()),
        said=NONE,
        code=F("decision__session__ref__code"),
        day=F("decision__session__date"),
    ).values(*COLUMNS)
    return listed


def origins(rows: Sequence[Row], reader: Reader) -> tuple[Origin, ...]:
    """Proposed by Ola and Tom in the session of 10 Dec: a sentence for each session."""
    by_session: dict[tuple[str, date | None], list[str]] = {}
    for row in rows:
        by_session.setdefault((row["code"], row["day"]), []).append(row["about"] or "")
    return tuple(
        Origin(text=_origin(names(dict.fromkeys(who)), day, reader), code=code)
        for (code, day), who in by_session.items()
    )


def _origin(who: str, day: date | None, reader: Reader) -> str:
    words = {"names": who or _("somebody who left"), "day": reader.day(day)}
    if day is None:
        return _("Proposed by %(names)s in a planning session") % words
    return _("Proposed by %(names)s in the session of %(day)s") % words
