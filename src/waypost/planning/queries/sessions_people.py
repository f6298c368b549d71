"""Who comes to a planning session, who is missing, and who speaks for the customer (SES-2 to 5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.accounts.queries import team_of
from waypost.method.plan import Person
from waypost.method.sessions import is_low, speakers
from waypost.method.team import Function, named_function
from waypost.planning.models import Invitee, Participation, PlanningSession
from waypost.plans.queries.wording import Reader, listed, names

BY_ACCESS = {
    AccessRole.LEAD: Function.LEAD,
    AccessRole.FIRST_LINE: Function.FIRST_LINE,
    AccessRole.SENIOR: Function.SENIOR,
    AccessRole.PARTNER: Function.PARTNER,
}
State = PlanningSession.State


@dataclass(frozen=True, kw_only=True, slots=True)
class Guest:
    """One of us: whether they are invited, and whether they are expected or there; ``mail`` is what
    they were written last."""

    code: str
    name: str
    function: str
    kind: Function
    invited: bool
    there: bool
    mail: str = ""

    @property
    def customer_part_only(self) -> bool:
        return self.kind is Function.SENIOR


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """Who addresses the session; ``warning`` where somebody more senior should (SES-5)."""

    code: str
    name: str
    title: str
    warning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """``missing``: a sentence each about who is not there, and why that matters."""

    guests: tuple[Guest, ...]
    speaker: Speaker | None
    missing: tuple[str, ...]
    count: int

    @property
    def there(self) -> tuple[Guest, ...]:
        return tuple(one for one in self.guests if one.there)

    @property
    def planners(self) -> tuple[Guest, ...]:
        return tuple(one for one in self.guests if one.invited and not one.customer_part_only)

    @property
    def listeners(self) -> tuple[Guest, ...]:
        return tuple(one for one in self.guests if one.invited and one.customer_part_only)


def function_in(member: TeamMember) -> Function:
    """What a member is in a session: by the function in words, else by the access."""
    named = named_function(member.function) or BY_ACCESS.get(AccessRole(member.access_role))
    return named or (Function.PARTNER if member.external else Function.MEMBER)


def managers_of(account: Account) -> list[TeamMember]:
    """The first-line managers, without whom there is no session (SES-3)."""
    return [one for one in team_of(account) if function_in(one) is Function.FIRST_LINE]


def people_of(reader: Reader, session: PlanningSession) -> People:
    """Everybody of ours; where nobody was invited by name, those the plan file names are."""
    invited = set(Invitee.objects.filter(session=session).values_list("person__code", flat=True))
    took_part = Participation.objects.filter(session=session, participant__retired_at=None)
    there = set(took_part.values_list("participant__code", flat=True))
    guests = tuple(
        Guest(
            code=member.ref.code,
            name=member.name,
            function=member.function,
            kind=function_in(member),
            invited=member.ref.code in (invited or there),
            there=member.ref.code in there,
        )
        for member in team_of(session.account)
    )
    state = session.state_on(reader.today)
    is_planned = state is State.PLANNED
    absent = [one for one in guests if not (one.invited if is_planned else one.there)]
    known = is_planned or bool(there)
    return People(
        guests=guests,
        speaker=speaker_of(reader, session, is_planned=is_planned),
        missing=tuple(_missing(guests, absent, is_planned=is_planned)) if known else (),
        count=len(there),
    )


def _missing(
    guests: Sequence[Guest], absent: Sequence[Guest], *, is_planned: bool
) -> Iterator[str]:
    managers = [one for one in guests if one.kind is Function.FIRST_LINE]
    away = {one.code for one in absent}
    if not managers:
        yield _(
            "The team has no first-line manager. Nobody asks whether the plan is honest, so the "
            "session cannot be opened. Add the manager to the team first."
        )
    elif all(one.code in away for one in managers):
        who = {"name": names(one.name for one in managers)}
        yield (
            _(
                "%(name)s is not invited. Without the first-line manager, who keeps the team "
                "honest, the session cannot be opened."
            )
            if is_planned
            else _("%(name)s was not there, and nobody else asked whether the plan is honest.")
        ) % who
    others = [one for one in absent if one.kind not in {Function.FIRST_LINE, Function.SENIOR}]
    if others:
        who = {"names": names(listed_with_function(one) for one in others)}
        yield (
            _(
                "Not invited: %(names)s. Who is not there does not know the plan, and it does not "
                "know what they know."
            )
            if is_planned
            else _("Not there: %(names)s. Tell them what was planned, and hear what they know.")
        ) % who


def listed_with_function(guest: Guest) -> str:
    """Tom Okafor (field service)."""
    return f"{guest.name} ({guest.function})" if guest.function else guest.name


def speaker_of(reader: Reader, session: PlanningSession, *, is_planned: bool) -> Speaker | None:
    code = session.opened_by.ref.code if session.opened_by else ""
    person = next((one for one in reader.plan.people if one.id == code), None)
    if person is None:
        return None
    return Speaker(
        code=person.id,
        name=person.name,
        title=person.title or "",
        warning=_warning(reader, person) if is_planned else "",
    )


def _warning(reader: Reader, person: Person) -> str:
    if not is_low(reader.plan, person):
        return ""
    senior = next((one for one in speakers(reader.plan) if not is_low(reader.plan, one)), None)
    if senior is None or senior.level is None:
        return _(
            "%(name)s is not senior enough to speak for the business. Look for the most senior "
            "person that can be found."
        ) % {"name": person.name}
    return _(
        "%(name)s cannot speak for the whole business, and seldom opens the way up. Ask %(senior)s "
        "first: the most senior person that you have written down."
    ) % {"name": person.name, "senior": listed(senior.name, senior.title or "")}


def choices_of_speaker(reader: Reader) -> list[tuple[str, str]]:
    """Who can address the session, the most senior first."""
    return [
        ("", _("Nobody yet")),
        *((one.id, _speaker_words(one)) for one in speakers(reader.plan)),
    ]


def _speaker_words(person: Person) -> str:
    level = _("level %(level)s") % {"level": person.level} if person.level else _("level unknown")
    return listed(person.name, person.title or "", level)
