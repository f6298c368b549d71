"""The conditions of the acceptance in force, each with what became of it (SES-4)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.planning.models import AcceptanceCondition
from waypost.planning.queries.acceptance_standing import Way, conditions_of
from waypost.plans.queries.wording import Reader, known


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A condition of the acceptance in force: open, met, or ``overdue``."""

    text: str
    met: str
    facts: tuple[str, ...]
    due: str
    overdue: bool
    owner: str
    due_on: date | None
    version: int


def terms_of(access: Access, way: Way, reader: Reader) -> tuple[Term, ...]:
    lines = conditions_of(way.senior)
    if not lines:
        return ()
    rows = AcceptanceCondition.objects.filter(
        account=access.account, submission=way.senior.submission if way.senior else None
    )
    found = {row.text: row for row in rows.select_related("met_by", "owner__ref").order_by("-pk")}
    set_by = way.senior.who.name if way.senior and way.senior.who else ""
    return tuple(_term(line, found.get(line), set_by, reader) for line in lines)


def _term(line: str, row: AcceptanceCondition | None, set_by: str, reader: Reader) -> Term:
    met_on: date | None = row.met_on if row else None
    due = row.due if row else None
    met_by = row.met_by.name if row and row.met_by else ""
    owner = row.owner if row else None
    overdue = due is not None and met_on is None and due < reader.today
    return Term(
        text=line,
        met=reader.day(met_on),
        facts=known(
            _("set by %(name)s") % {"name": set_by} if set_by else "",
            _("%(name)s sees to it") % {"name": owner.name} if owner else "",
            _("nobody sees to it yet") if owner is None and met_on is None else "",
            row.proof if row else "",
            _("noted by %(name)s") % {"name": met_by} if met_by else "",
        ),
        due=_due(due, reader, overdue=overdue) if met_on is None else "",
        overdue=overdue,
        owner=owner.ref.code if owner else "",
        due_on=due,
        version=row.version if row else 0,
    )


def _due(due: date | None, reader: Reader, *, overdue: bool) -> str:
    if due is None:
        return _("open")
    words = _("overdue since %(day)s") if overdue else _("open, due %(day)s")
    return words % {"day": reader.day(due)}
