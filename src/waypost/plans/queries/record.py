"""Where the plan stands on its way: accepted, presented, rolled forward (SES-4, SES-7, STP-2)."""

from django.utils.translation import gettext as _

from waypost.method.horizon import NextReview
from waypost.plans.queries.wording import Reader, known, names


def record(reader: Reader, review: NextReview) -> tuple[str, ...]:
    """Sentences about the plan as a whole."""
    return known(_senior(reader), _conditions(reader), _sponsor(reader), _rolled(reader, review))


def _senior(reader: Reader) -> str:
    senior = reader.plan.acceptance.senior
    if senior is None or senior.accepted is None:
        return _("Not accepted by senior management yet.")
    day = reader.day(senior.on)
    who = _member(reader, senior.who) or _("senior management")
    words = {"who": who, "day": day}
    if senior.accepted:
        accepted = (
            _("Plan accepted on %(day)s by %(who)s.") if day else _("Plan accepted by %(who)s.")
        )
        return accepted % words
    refused = _("Sent back on %(day)s by %(who)s.") if day else _("Sent back by %(who)s.")
    return refused % words


def _conditions(reader: Reader) -> str:
    senior = reader.plan.acceptance.senior
    if senior is None or senior.conditions is None:
        return ""
    lines = "; ".join(line.strip() for line in senior.conditions.splitlines() if line.strip())
    ended = lines if lines.endswith((".", "!", "?")) else f"{lines}."
    return _("Conditions: %(conditions)s") % {"conditions": ended}


def _sponsor(reader: Reader) -> str:
    """The presentation to the customer's sponsor; nothing while nobody has thought of one."""
    sponsor = reader.plan.acceptance.sponsor
    if sponsor is None:
        return ""
    words = {
        "who": reader.name(sponsor.person) or _("the sponsor"),
        "day": reader.day(sponsor.planned),
        "outcome": sponsor.outcome or "",
    }
    if sponsor.presented:
        presented = (
            _("Presented to %(who)s: %(outcome)s")
            if sponsor.outcome
            else _("Presented to %(who)s.")
        )
        return presented % words
    return _("To be presented to %(who)s on %(day)s.") % words if sponsor.planned else ""


def _rolled(reader: Reader, review: NextReview) -> str:
    """When the months were last moved on, and by whom (STP-2)."""
    held = [found for found in reader.plan.reviews if found.held and found.date == review.last_held]
    planned_on = reader.plan.short_term_plan.planned_on
    if not held:
        if planned_on is None or planned_on > reader.today:
            return ""
        return _("Short-term plan made on %(day)s.") % {"day": reader.day(planned_on)}
    who = names(reader.name(member) for found in held for member in found.by)
    words = {"day": reader.day(review.last_held), "who": who}
    return (
        _("Rolled forward %(day)s by %(who)s.") % words
        if who
        else _("Rolled forward %(day)s.") % words
    )


def _member(reader: Reader, code: str | None) -> str:
    """Claire Dumont, managing director."""
    member = next((member for member in reader.plan.team if member.id == code), None)
    return f"{member.name}, {member.role}" if member else ""
