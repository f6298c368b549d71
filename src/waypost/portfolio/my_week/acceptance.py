"""Plans that wait for the person on their way to acceptance (SES-3, SES-4)."""

from functools import cache
from typing import Final

from django.db.models import Count, OuterRef, Q, Subquery

from waypost.accounts.models import AccessRole
from waypost.document.among import among
from waypost.document.statements import USER, Statement, write
from waypost.method.acceptance import RULES, Step
from waypost.planning.models import Challenge, Submission, SubmissionStep
from waypost.portfolio.my_week.places import places_by

MOST: Final = 20
State = Submission.State
ANSWERERS: Final = sorted(RULES[Step.ANSWER].by)


@cache
def to_accept() -> Statement:
    """Open rounds: of lead and members those with challenges that nobody answered, of the
    first-line manager the others that are not confirmed, of the senior reviewer the confirmed."""
    own = places_by(USER).filter(account=OuterRef("account"))
    open_ = Challenge.objects.filter(submission=OuterRef("pk"), answer="")
    counted = open_.order_by().values("submission").annotate(n=Count("pk")).values("n")
    steps = SubmissionStep.objects.filter(submission=OuterRef("pk")).order_by("-pk")
    asked = Q(state=State.SUBMITTED)
    found = (
        Submission.objects.filter(among("account", places_by(USER).values("account")))
        .filter(state__in=Submission.OPEN)
        .annotate(
            role=Subquery(own.values("access_role")[:1]),
            unanswered=Subquery(counted),
            asker=Subquery(open_.order_by("-pk").values("by__name")[:1]),
            asked_at=Subquery(open_.order_by("pk").values("at")[:1]),
            moved_at=Subquery(steps.values("at")[:1]),
        )
        .filter(
            asked & Q(role__in=ANSWERERS, unanswered__isnull=False)
            | asked & Q(role=AccessRole.FIRST_LINE, unanswered=None)
            | Q(state=State.CONFIRMED, role=AccessRole.SENIOR)
        )
        .order_by("submitted_at", "pk")
    )
    names = ("account_id", "account__name", "role", "unanswered", "asker", "asked_at", "moved_at")
    return write(found[:MOST], *names)
