"""The rounds of acceptance in words: the four yeses of one, and what came of the earlier ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.document.models import Snapshot
from waypost.planning.models import Challenge, SponsorPresentation, Submission, SubmissionStep
from waypost.planning.queries.acceptance_standing import Way
from waypost.plans.queries.wording import Reader, known

Step = SubmissionStep.Step
ANSWERS = (Step.ACCEPT, Step.ACCEPT_ON_CONDITIONS, Step.RETURN, Step.TAKE_BACK)
SAYS_YES = {Step.SUBMIT, Step.CONFIRM, Step.ACCEPT, Step.ACCEPT_ON_CONDITIONS}
YES = {Submission.State.ACCEPTED, Submission.State.CONDITIONAL}


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """One of the four yeses: given where ``done``, else still to come."""

    title: str
    done: bool = False
    name: str = ""
    day: str = ""
    sub: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundLine:
    """An earlier round; ``snapshot`` is the plan as it was submitted."""

    number: int
    day: str
    happened: tuple[str, ...]
    challenges: tuple[Challenge, ...]
    snapshot: int | None


def stops(
    reader: Reader, way: Way, steps: Sequence[SubmissionStep], sponsor: SponsorPresentation | None
) -> tuple[Stop, ...]:
    """Submitted, confirmed, accepted, presented: of the round that the page is about."""
    shown = way.shown
    done = {step.step: step for step in steps if shown and step.submission_id == shown.pk}
    if shown is None and way.standing.in_force:
        by_file = _("It came accepted with a plan file.")
        before = [Stop(title=_("Submitted"), done=True), Stop(title=_("Confirmed"), done=True)]
        before = [Stop(title=one.title, done=True, words=(by_file,)) for one in before]
    else:
        before = [_submitted(reader, done, way), _confirmed(reader, done, way)]
    return (*before, _answered(reader, done, way), _presented(reader, sponsor))


def _submitted(reader: Reader, done: Mapping[str, SubmissionStep], way: Way) -> Stop:
    step = done.get(Step.SUBMIT)
    if step is None:
        return Stop(title=_("Submit"), words=(_("The account lead submits the plan."),))
    return _stop(_("Submitted"), step, reader, way, done=Step.WITHDRAW not in done)


def _confirmed(reader: Reader, done: Mapping[str, SubmissionStep], way: Way) -> Stop:
    if step := done.get(Step.CONFIRM):
        return _stop(_("Confirmed"), step, reader, way)
    if step := done.get(Step.SEND_BACK):
        return _stop(_("Sent back"), step, reader, way, done=False)
    if step := done.get(Step.WITHDRAW):
        return _stop(_("Withdrawn"), step, reader, way, done=False)
    waits = _("The first-line manager challenges the plan, the team answers.")
    return Stop(title=_("Confirm"), words=(waits,))


def _answered(reader: Reader, done: Mapping[str, SubmissionStep], way: Way) -> Stop:
    given = [done[answer] for answer in ANSWERS if answer in done]
    if given:
        step = given[-1]
        title = str(Step(step.step).label)
        return _stop(title, step, reader, way, done=step.step in SAYS_YES)
    senior = way.senior
    if way.shown is None and senior is not None and senior.accepted is not None:
        yes = _("Accepted on conditions") if senior.conditions else _("Accepted")
        who = senior.who
        return Stop(
            title=yes if senior.accepted else _("Returned"),
            done=senior.accepted,
            name=who.name if who else _("Senior management"),
            day=reader.day(senior.on),
            sub=who.function if who else "",
            words=() if senior.accepted else known(senior.conditions),
        )
    return Stop(title=_("Accept"), words=(_("The senior reviewer answers."),))


def _presented(reader: Reader, sponsor: SponsorPresentation | None) -> Stop:
    if sponsor is None:
        return Stop(title=_("Present to the sponsor"), words=(_("The best trial close there is."),))
    person = sponsor.person
    outcome = _("Outcome: %(words)s") % {"words": sponsor.outcome} if sponsor.outcome else ""
    planned = _("planned for %(day)s") % {"day": reader.day(sponsor.planned)}
    presented_on = sponsor.presented_on or sponsor.planned
    return Stop(
        title=_("Presented to the sponsor") if sponsor.presented else _("Present to the sponsor"),
        done=bool(sponsor.presented),
        name=person.name if person else _("The sponsor"),
        day=reader.day(presented_on) if sponsor.presented else planned if sponsor.planned else "",
        sub=person.title if person else "",
        words=known(outcome),
    )


def _stop(title: str, step: SubmissionStep, reader: Reader, way: Way, *, done: bool = True) -> Stop:
    functions = {member.user_id: member.function for member in way.members}
    return Stop(
        title=title,
        done=done,
        name=step.by.name if step.by else _("Somebody who left"),
        day=_day(step.at, reader),
        sub=functions.get(step.by_id, ""),
        words=tuple(line for line in step.words.splitlines() if line.strip()),
    )


def earlier(
    reader: Reader,
    way: Way,
    rounds: Sequence[Submission],
    steps: Sequence[SubmissionStep],
    *,
    talk: bool,
) -> tuple[RoundLine, ...]:
    """The rounds but the one that the page is about, newest first; with what was asked and answered
    in them for those who read what the team says."""
    asked = Challenge.objects.filter(submission__in=rounds if talk else ()).order_by("pk")
    challenges = list(asked.select_related("by", "answered_by"))
    snapshots = dict(Snapshot.objects.filter(submission__in=rounds).values_list("submission", "pk"))
    numbered = list(enumerate(rounds, start=1))
    return tuple(
        RoundLine(
            number=number,
            day=_day(one.submitted_at, reader),
            happened=tuple(_happened(reader, [s for s in steps if s.submission_id == one.pk])),
            challenges=tuple(found for found in challenges if found.submission_id == one.pk),
            snapshot=snapshots.get(one.pk),
        )
        for number, one in reversed(numbered)
        if one != way.shown
    )


def _happened(reader: Reader, steps: Sequence[SubmissionStep]) -> Iterator[str]:
    for step in steps:
        words = {
            "what": str(Step(step.step).label),
            "name": step.by.name if step.by else _("somebody who left"),
            "day": _day(step.at, reader),
            "words": step.words,
        }
        if step.words:
            yield _("%(what)s by %(name)s, %(day)s: %(words)s") % words
        else:
            yield _("%(what)s by %(name)s, %(day)s") % words


def _day(at: datetime, reader: Reader) -> str:
    return reader.day(timezone.localdate(at))
