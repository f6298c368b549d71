"""Where a plan stands on its way to the sponsor, as the table of `method.acceptance` reads it."""

from dataclasses import dataclass

from waypost.accounts.models import AccessRole, Account, TeamMember
from waypost.method.acceptance import OPEN, Standing, State, Topic, state_of
from waypost.planning.models import Challenge, SeniorAcceptance, Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """The standing with its rows: the last round, the senior's answer, what was asked in the last
    round; ``members`` are those of the team who have a log-in."""

    standing: Standing
    last: Submission | None
    senior: SeniorAcceptance | None
    challenges: tuple[Challenge, ...]
    members: tuple[TeamMember, ...]

    @property
    def open(self) -> Submission | None:
        """The round that is under way."""
        return self.last if self.last is not None and self.last.state in OPEN else None

    @property
    def accepted(self) -> Submission | None:
        """The round that the acceptance in force came from; one from a plan file has none."""
        in_force = self.standing.in_force is not None and self.senior is not None
        return self.senior.submission if in_force and self.senior else None

    @property
    def shown(self) -> Submission | None:
        """The round that a page is about."""
        return self.open or (self.accepted if self.standing.in_force else self.last)

    def name_of(self, role: AccessRole) -> str:
        """Who has this role in the team; empty where nobody with a log-in has."""
        return next((one.name for one in self.members if one.access_role == role), "")


def way_of(account: Account) -> Way:
    """Four queries, however many rounds there were."""
    last = Submission.objects.filter(account=account).order_by("-pk").first()
    answers = SeniorAcceptance.objects.filter(account=account)
    senior = answers.select_related("who__ref", "submission").first()
    challenges = _challenges(last)
    in_force = _in_force(senior)
    team = TeamMember.objects.live().filter(account=account, user__deactivated_at=None)
    members = tuple(team.exclude(user=None).order_by("pk"))
    roles = {member.access_role for member in members}
    return Way(
        standing=Standing(
            state=state_of(
                State(last.state) if last else None,
                in_force,
                refused=senior is not None and senior.accepted is False,
            ),
            in_force=in_force,
            challenged=frozenset(Topic(one.topic) for one in challenges),
            unanswered=sum(not one.answer for one in challenges),
            first_line=AccessRole.FIRST_LINE in roles,
            senior=AccessRole.SENIOR in roles,
        ),
        last=last,
        senior=senior,
        challenges=challenges,
        members=members,
    )


def _in_force(senior: SeniorAcceptance | None) -> State | None:
    if senior is None or not senior.accepted:
        return None
    return State.CONDITIONAL if senior.conditions.strip() else State.ACCEPTED


def _challenges(last: Submission | None) -> tuple[Challenge, ...]:
    """Those of the last round, in the order they were asked."""
    if last is None:
        return ()
    asked = Challenge.objects.filter(submission=last).select_related("by", "answered_by")
    return tuple(asked.order_by("pk"))


def conditions_of(senior: SeniorAcceptance | None) -> tuple[str, ...]:
    """The conditions in force, a line each."""
    if senior is None or not senior.accepted:
        return ()
    return lines_of(senior.conditions)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
