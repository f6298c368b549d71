"""The page of acceptance: how far the plan is, whose turn it is, what changed since (SES-4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import AccessRole
from waypost.accounts.policies import Access, Capability
from waypost.method.acceptance import RULES, Because, State, Step, refusal
from waypost.method.plan import ResourceRequest
from waypost.planning.models import (
    Challenge,
    SponsorPresentation,
    Submission,
    SubmissionStep,
)
from waypost.planning.queries.acceptance_changes import Changes, changes_since
from waypost.planning.queries.acceptance_rounds import RoundLine, Stop, earlier, stops
from waypost.planning.queries.acceptance_standing import Way, conditions_of
from waypost.planning.queries.acceptance_terms import Term, terms_of
from waypost.plans.queries.wording import Reader, known


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptancePage:
    """``may`` are the steps that the person can take now, ``missing`` says by step what has to be
    there before, ``turn`` is the one that moves the plan on; ``challenges`` are for those who read
    what the team says."""

    title: str
    number: int
    lede: str
    state: State
    in_force: State | None
    open: Submission | None
    turn: str
    may: frozenset[str]
    missing: dict[str, tuple[str, ...]]
    no_managers: tuple[str, ...]
    stops: tuple[Stop, ...]
    challenges: tuple[Challenge, ...] | None
    terms: tuple[Term, ...]
    terms_met: int
    sponsor: SponsorPresentation | None
    changes: Changes | None
    since: str
    asked: tuple[ResourceRequest, ...]
    earlier: tuple[RoundLine, ...]


def acceptance_page(access: Access, reader: Reader, way: Way) -> AcceptancePage:
    """The same few queries however many rounds there were."""
    rounds = list(Submission.objects.filter(account=access.account).order_by("pk"))
    steps = list(
        SubmissionStep.objects.filter(submission__in=rounds).select_related("by").order_by("pk")
    )
    presentations = SponsorPresentation.objects.filter(account=access.account)
    sponsor = presentations.select_related("person__ref").first()
    terms = terms_of(access, way, reader)
    base = way.accepted if way.standing.in_force else way.last
    changes = changes_since(access, base, reader) if base else None
    may, missing = _offers(access, way)
    sees_talk = access.may(Capability.SEE_MARGINS)
    return AcceptancePage(
        title=_title(way, reader),
        number=rounds.index(way.shown) + 1 if way.shown in rounds else 0,
        lede=" ".join(known(_lede(way, reader), _holds(way, reader), _changed(way, changes))),
        state=way.standing.state,
        in_force=way.standing.in_force,
        open=way.open,
        turn=_turn(way, may, missing),
        may=may,
        missing=missing,
        no_managers=_no_managers(way),
        stops=stops(reader, way, steps, sponsor),
        challenges=way.challenges if sees_talk and way.shown == way.last else None,
        terms=terms,
        terms_met=sum(bool(term.met) for term in terms),
        sponsor=sponsor,
        changes=changes,
        since=_since(way, reader),
        asked=reader.plan.resources_requested,
        earlier=earlier(reader, way, rounds, steps, talk=sees_talk),
    )


def _offers(access: Access, way: Way) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    may, missing = set(), {}
    for step in Step:
        found = refusal(step, access.role, way.standing)
        if found is None or found.because is Because.NEED:
            may.add(step.name.lower())
        if found is not None and found.because is Because.NEED:
            missing[step.name.lower()] = tuple(_(sentence) for sentence in found.sentences)
    return frozenset(may), missing


def _turn(way: Way, may: frozenset[str], missing: Mapping[str, tuple[str, ...]]) -> str:
    """The button that leads to it."""
    if "accept" in may or "confirm" in may:
        return _("Answer the team")
    if "submit" not in may or "submit" in missing:
        return ""
    return _("Submit the changes") if way.standing.in_force else _("Submit the plan")


def _no_managers(way: Way) -> tuple[str, ...]:
    """Also while a round is under way: it would wait for nobody."""
    needs = RULES[Step.SUBMIT].needs
    return tuple(_(need.missing) for need in needs if not need.met(way.standing, ""))


def _title(way: Way, reader: Reader) -> str:
    if way.shown is not None:
        day = {"day": reader.day(timezone.localdate(way.shown.submitted_at))}
        return _("Plan of %(day)s") % day
    if way.standing.in_force and way.senior and way.senior.on:
        return _("Plan accepted on %(day)s") % {"day": reader.day(way.senior.on)}
    return _("The way to a yes")


def _lede(way: Way, reader: Reader) -> str:
    words = {
        "first": way.name_of(AccessRole.FIRST_LINE) or _("the first-line manager"),
        "senior": way.name_of(AccessRole.SENIOR) or _("the senior reviewer"),
        "day": _accepted_day(way, reader),
    }
    match way.standing.state:
        case State.SUBMITTED:
            return _("The plan is with %(first)s, who challenges and then confirms it.") % words
        case State.CONFIRMED:
            return _("The plan is with %(senior)s, who accepts it or returns it.") % words
        case State.ACCEPTED:
            return _("The plan accepted on %(day)s is in force.") % words
        case State.CONDITIONAL:
            conditions = len(conditions_of(way.senior))
            return ngettext(
                "The plan accepted on %(day)s is in force, on %(count)s condition.",
                "The plan accepted on %(day)s is in force, on %(count)s conditions.",
                conditions,
            ) % {**words, "count": conditions}
        case State.RETURNED:
            return _("The plan is with the team again: settle what was asked for, then submit it.")
        case State.WITHDRAWN:
            return _("The submission was withdrawn. Submit the plan when it is ready.")
    return _("Who has accepted a plan stands behind what it asks for.")


def _holds(way: Way, reader: Reader) -> str:
    """What was accepted before the round under way."""
    if way.open is None or way.standing.in_force is None:
        return ""
    day = {"day": _accepted_day(way, reader)}
    return _("The one accepted on %(day)s holds until then.") % day


def _accepted_day(way: Way, reader: Reader) -> str:
    on = way.senior.on if way.senior else None
    return reader.day(on) or _("a day that is not known")


def _changed(way: Way, changes: Changes | None) -> str:
    if changes is None or way.standing.in_force is None or not changes.count:
        return ""
    since = ngettext(
        "Since then %(count)s part has changed",
        "Since then %(count)s parts have changed",
        changes.count,
    ) % {"count": changes.count}
    if not changes.goals:
        return f"{since}."
    goals = ngettext(
        "%(count)s of them needs acceptance again",
        "%(count)s of them need acceptance again",
        changes.goals,
    ) % {"count": changes.goals}
    return f"{since}; {goals}."


def _since(way: Way, reader: Reader) -> str:
    """The heading over what changed."""
    if way.standing.in_force is not None:
        return _("Different since it was accepted")
    if way.last is None:
        return ""
    day = {"day": reader.day(timezone.localdate(way.last.submitted_at))}
    return _("Different since it was submitted on %(day)s") % day
