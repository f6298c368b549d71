"""Why two accounts cannot be merged as they stand, each with what to do first."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import AccessRole, Account, Distinct, TeamMember
from waypost.planning.models import PlanningSession, Review, Round, RoundStep, Submission
from waypost.ui.formats import short_date


def reasons_against(gone: Account, kept: Account) -> list[str]:
    """Sentences; none where ``gone`` can go into ``kept``."""
    return [*_of_the_two(gone, kept), *_of_the_teams(gone, kept), *_of_what_runs(gone, kept)]


def _of_the_two(gone: Account, kept: Account) -> Iterator[str]:
    names = {"gone": gone.name, "kept": kept.name}
    if gone.is_sample != kept.is_sample:
        yield _("One of them is a sample. A customer and a sample are not merged.")
    if gone.currency and kept.currency and gone.currency != kept.currency:
        words = {**names, "first": gone.currency, "second": kept.currency}
        sentence = _(
            "%(gone)s counts in %(first)s and %(kept)s in %(second)s, and nothing is converted. "
            "Bring the figures of one into the currency of the other first."
        )
        yield sentence % words
    above = {(gone.parent.casefold(), kept.name.casefold())}
    above.add((kept.parent.casefold(), gone.name.casefold()))
    if any(parent == name for parent, name in above):
        yield _(
            "One of the two is the parent company of the other. Change that in its settings first."
        )
    told = Q(account=gone, other=kept) | Q(account=kept, other=gone)
    if Distinct.objects.filter(told).exists():
        yield _("Somebody said that these are two customers. Take that back in the history first.")


def _of_the_teams(gone: Account, kept: Account) -> Iterator[str]:
    """Nobody is to see through a merge what they did not see before, so the teams are alike."""
    there, here = _log_ins(gone), _log_ins(kept)
    for user, (name, role) in there.items():
        if user not in here:
            yield _only_in(name, gone, kept)
        elif here[user][1] != role:
            words = {"name": name, "gone": gone.name, "kept": kept.name}
            words["first"] = str(AccessRole(role).label)
            words["second"] = str(AccessRole(here[user][1]).label)
            sentence = _(
                "%(name)s has another access in each: %(first)s in %(gone)s, %(second)s in "
                "%(kept)s. Give them the same in both teams first."
            )
            yield sentence % words
    for user, (name, _role) in here.items():
        if user not in there:
            yield _only_in(name, kept, gone)
    managers = [name for name in (_manager(gone), _manager(kept)) if name is not None]
    if len({name.casefold() for name in managers}) > 1:
        yield _(
            "Both have a first-line manager: %(one)s and %(other)s. A team has one: change that "
            "first."
        ) % {"one": managers[0], "other": managers[1]}


def _only_in(name: str, account: Account, other: Account) -> str:
    words = {"name": name, "account": account.name, "other": other.name}
    sentence = _(
        "%(name)s is in the team of %(account)s alone and would see more than now, or less. Take "
        "them into the team of %(other)s with the same access first, or out of this one."
    )
    return sentence % words


def _log_ins(account: Account) -> dict[int, tuple[str, str]]:
    team = TeamMember.objects.live().filter(account=account).exclude(user=None).order_by("pk")
    rows = team.values_list("user", "name", "access_role")
    return {user: (name, role) for user, name, role in rows if user is not None}


def _manager(account: Account) -> str | None:
    team = TeamMember.objects.live().filter(account=account, access_role=AccessRole.FIRST_LINE)
    return team.values_list("name", flat=True).first()


def _of_what_runs(gone: Account, kept: Account) -> Iterator[str]:
    today = timezone.localdate()
    states = PlanningSession.State
    for account in (gone, kept):
        words = {"account": account.name}
        for session in PlanningSession.objects.live().filter(account=account).order_by("date"):
            state = session.state_on(today)
            if state == states.OPEN:
                yield _("A session of %(account)s is under way. Close it first.") % words
            elif state == states.PLANNED and account == gone:
                day = short_date(session.date, today) if session.date else _("without a date")
                yield _(
                    "A session of %(account)s is planned (%(day)s) and people were asked to it. "
                    "Hold it first, or call it off."
                ) % {**words, "day": day}
        if _open_rounds(account):
            sentence = _(
                "People are answering a question of %(account)s, each for themselves. Reveal the "
                "answers first, or call it off."
            )
            yield sentence % words
        if Review.objects.filter(account=account, started_at__isnull=False, held=None).exists():
            yield _("A review of %(account)s is under way. Finish it first.") % words
        if Submission.objects.filter(account=account, state__in=Submission.OPEN).exists():
            sentence = _(
                "The plan of %(account)s is submitted and not yet decided. Wait for the decision, "
                "or take it back first."
            )
            yield sentence % words


def _open_rounds(account: Account) -> bool:
    """Rounds whose answers only their authors may know of."""
    beyond = RoundStep.objects.filter(round=OuterRef("pk")).exclude(step=RoundStep.Step.INPUT)
    rounds = Round.objects.filter(session__account=account, session__retired_at=None)
    return rounds.exclude(Exists(beyond)).exists()
