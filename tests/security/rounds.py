"""A round in each of its states, with a canary in every answer; what is not revealed is its
author's alone."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from tests.security.canaries import Aviary
from tests.security.meetings import session_code
from waypost.accounts.models import Account
from waypost.planning.models import AgendaTopic, Contribution, PlanningSession, Round, RoundStep
from waypost.staff.models import User

Step = RoundStep.Step
UNREVEALED = "unrevealed by "  # and the persona; the canary is for nobody else
WRITERS = ("member", "lead", "other lead")
LIGHTS = "lights"  # a round of colours, revealed


def write_rounds(account: Account, aviary: Aviary, users: Mapping[str, User]) -> None:
    """``users``: those personas who have written something in this account."""
    for step in Step:
        _write(account, aviary, users, step)
    session = PlanningSession.objects.get(account=account, ref__code=session_code("open"))
    topic = AgendaTopic.objects.get(session=session, position=2)
    lights = Round.objects.create(
        session=session.ref, kind=Round.Kind.LIGHT, question=LIGHTS, topic=topic, dots=0
    )
    for step in (Step.INPUT, Step.REVEALED):
        lights.steps.create(step=step)
    for place, colour in ((1, "green"), (2, "red")):
        text = aviary.canary(f"why it is {colour}")
        values = {"author": next(iter(users.values())), "number": place, "place": place}
        lights.contributions.create(text=text, choice=colour, **values)


def round_in(account: Account, step: str) -> Round:
    """The round that has come to this step, and no further."""
    rows = Round.objects.filter(session__account=account).prefetch_related("steps")
    return next(row for row in rows if row.step == step and row.question != LIGHTS)


def _write(account: Account, aviary: Aviary, users: Mapping[str, User], last: Step) -> None:
    ref = account.refs.get(code=session_code("open"))
    row = Round.objects.create(
        session=ref,
        kind=Round.Kind.SENTENCE,
        question=aviary.canary(f"question of the round {last}"),
        ends_at=timezone.now() - timedelta(minutes=1),
    )
    order = [step for step in Step if step in {Step.INPUT, last} or Step.OFF not in {step, last}]
    is_private = last in {Step.INPUT, Step.OFF}
    for step in order[: order.index(last) + 1]:
        row.steps.create(step=step, by=next(iter(users.values())))
    kept: Contribution | None = None
    for place, (persona, user) in enumerate(users.items(), 1):
        path = f"{UNREVEALED}{persona}, {last}" if is_private else f"{last} by {persona}"
        values = {"number": 1, "text": aviary.canary(path)}
        if not is_private:
            values["place"] = place
        one = row.contributions.create(author=user, **values)
        kept = kept or one
        row.done.create(user=user, step=Step.INPUT)
    if kept is not None and not is_private:
        text = aviary.canary(f"{last}: the same")
        values = {"number": 2, "place": len(users) + 1, "merged_into": kept, "text": text}
        row.contributions.create(author=kept.author, **values)
    if kept is not None and last in {Step.VOTING, Step.CLOSED, Step.DECIDED}:
        row.dots_spent.create(contribution=kept, voter=kept.author, number=1)
