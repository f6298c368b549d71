"""Reading a round: what there is of it for one person, and nothing that is somebody else's.

Before the reveal a person reads their own answers here and no others; before the vote is closed
their own dots. Nothing else in the program reads these tables.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.accounts.policies import MAY, Access, Capability
from waypost.accounts.queries import LAST_KEY
from waypost.history.models import Change
from waypost.method.rounds import (
    COLOURS,
    DISPOSITIONS,
    Apart,
    ballots_apart,
    differs,
    disagreement,
    on_line,
)
from waypost.planning.models import (
    Contribution,
    Dot,
    PlanningSession,
    Round,
    RoundDone,
    RoundStep,
)
from waypost.staff.models import User

Step = RoundStep.Step
APART: Mapping[str, "Apart[str]"] = {
    Round.Kind.LIGHT: on_line(COLOURS),
    Round.Kind.DISPOSITION: on_line(DISPOSITIONS),
    Round.Kind.ROLE: differs,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """Who is asked, and who of them said that they are done: that is all there is to count."""

    everybody: tuple[TeamMember, ...]
    done: frozenset[int]  # users

    @property
    def count(self) -> int:
        return len(self.done)

    @property
    def is_everybody(self) -> bool:
        return self.count == len(self.everybody)


def rounds_of(session: PlanningSession) -> QuerySet[Round]:
    """The rounds of a session as they were begun, each with its steps."""
    steps = Prefetch("steps", RoundStep.objects.select_related("by"))
    rows = Round.objects.filter(session=session.ref_id).order_by("pk")
    return rows.select_related("about", "within", "topic").prefetch_related(steps)


def round_of(session: PlanningSession, key: int) -> Round:
    """One round of it; Http404 where there is none."""
    if key > LAST_KEY:
        raise Http404
    return get_object_or_404(rounds_of(session), pk=key)


def everybody_in(session: PlanningSession) -> list[TeamMember]:
    """Those of us who are expected or there, and can answer for themselves; where nobody is noted,
    all who could."""
    roles = [role for role in AccessRole if role in MAY[Capability.EDIT_OWN]]
    team = TeamMember.objects.live().filter(account=session.account_id, access_role__in=roles)
    team = team.filter(user__isnull=False, user__deactivated_at=None).select_related("user")
    there = set(session.participations.values_list("participant", flat=True))
    able = list(team.order_by("pk"))
    return [one for one in able if one.ref_id in there] or able


def asked_before(row: Round) -> str:
    """The words of the question before it was changed last; empty where it never was."""
    changes = Change.objects.filter(table=Round._meta.label_lower, row=row.pk)
    found = changes.exclude(before=None).order_by("-pk").values_list("before", "after")
    words = ((before["question"], after["question"]) for before, after in found)
    return next((before for before, after in words if before != after), "")


def done_of(session: PlanningSession, row: Round, step: Step) -> Done:
    everybody = everybody_in(session)
    marks = RoundDone.objects.filter(round=row, step=step).values_list("user", flat=True)
    asked = {one.user_id for one in everybody}
    return Done(everybody=tuple(everybody), done=frozenset(set(marks) & asked))


def is_done(access: Access, row: Round, step: Step) -> bool:
    return RoundDone.objects.filter(round=row, step=step, user=access.user).exists()


def own_answers(access: Access, row: Round) -> list[Contribution]:
    """What the person has written, whatever the step."""
    return list(Contribution.objects.filter(round=row, author=access.user).order_by("number"))


def revealed_answers(row: Round) -> list[Contribution]:
    """All answers in the order of the reveal; none before it."""
    if not row.is_revealed:
        return []
    found = Contribution.objects.filter(round=row, place__isnull=False).order_by("place")
    return list(found.select_related("became"))


def check_place(row: Round, place: int) -> None:
    """Http404 where no answer was ever revealed at this place."""
    if all(one.place != place for one in revealed_answers(row)):
        raise Http404


def own_ballot(access: Access, row: Round) -> Counter[int]:
    """How many dots the person has on which answer."""
    dots = Dot.objects.filter(round=row, voter=access.user)
    return Counter(dots.values_list("contribution", flat=True))


def ballots_of(row: Round) -> dict[int, Counter[int]]:
    """Everybody's dots by who they are of; nobody's before the vote is closed."""
    found: dict[int, Counter[int]] = defaultdict(Counter)
    if row.is_counted:
        for voter, answer in Dot.objects.filter(round=row).values_list("voter", "contribution"):
            found[voter][answer] += 1
    return found


def names_of(account: Account, users: Sequence[int]) -> dict[int, str]:
    """What those who wrote are called in this account."""
    named = dict(User.objects.filter(pk__in=users).values_list("pk", "name"))
    team = TeamMember.objects.filter(account=account, user__in=users).order_by("deleted_at", "pk")
    return named | {user: name for user, name in team.values_list("user", "name") if user}


def disagreement_about(
    row: Round, answers: Sequence[Contribution], ballots: Mapping[int, Counter[int]]
) -> Fraction | None:
    """How far people are apart, as far as that may be known yet (SES-1)."""
    if row.asks_for_choice:
        chosen = [one.choice for one in answers if one.choice]
        return disagreement(chosen, APART[row.kind])
    return disagreement(list(ballots.values()), ballots_apart)


def disagreements(rounds: Iterable[Round]) -> dict[int, Fraction | None]:
    """The same for each of these that is revealed, by its key; two queries."""
    rows = [row for row in rounds if row.is_revealed]
    answers: dict[int, list[Contribution]] = defaultdict(list)
    for answer in Contribution.objects.filter(round__in=[row.pk for row in rows]):
        answers[answer.round_id].append(answer)
    ballots: dict[int, dict[int, Counter[int]]] = defaultdict(partial(defaultdict, Counter))
    counted = [row.pk for row in rows if row.is_counted]
    dots: Any = Dot.objects.filter(round__in=counted)
    for key, voter, answer in dots.values_list("round", "voter", "contribution"):
        ballots[key][voter][answer] += 1
    return {row.pk: disagreement_about(row, answers[row.pk], ballots[row.pk]) for row in rows}


def took_part(rounds: Iterable[Round]) -> dict[int, int]:
    """How many have written something in each of these that is revealed; never who how much."""
    rows = [row.pk for row in rounds if row.is_revealed]
    written = Contribution.objects.filter(Q(place__isnull=False), round__in=rows)
    found: dict[int, set[int]] = {key: set() for key in rows}
    for key, author in written.values_list("round", "author"):
        found[key].add(author)
    return {key: len(authors) for key, authors in found.items()}
