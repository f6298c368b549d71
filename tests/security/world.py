"""Two accounts full of canaries, and everybody who could look at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from tests.personas import add_to_team
from tests.security.accepting import write_acceptance
from tests.security.canaries import Aviary
from tests.security.meetings import write_sessions
from tests.security.people import write_people
from tests.security.rounds import UNREVEALED, WRITERS, write_rounds
from waypost.accounts.models import AccessRole, Account, Gap, Merging, SwotPoint
from waypost.accounts.operations import open_plan
from waypost.comments.models import Comment
from waypost.document.models import Snapshot
from waypost.document.snapshots import take_snapshot
from waypost.document.store import store
from waypost.exchange.models import PlanImport
from waypost.health.models import Dismissal
from waypost.health.operations import refresh
from waypost.history.models import SeenBy
from waypost.history.operations import record
from waypost.opportunities.models import Offering, Opportunity
from waypost.planning.models import Review
from waypost.plans.models import Objective
from waypost.staff.models import Invitation, User
from waypost.staff.operations.invitations import invite_person

IN_THE_TEAM = {
    "lead": AccessRole.LEAD,
    "member": AccessRole.MEMBER,
    "first-line": AccessRole.FIRST_LINE,
    "senior": AccessRole.SENIOR,
    "partner": AccessRole.PARTNER,
    "viewer": AccessRole.VIEWER,
}
PERSONAS = (
    *("anonymous", "deactivated", "other lead", "administrator", "opener", "second level"),
    *IN_THE_TEAM,
)
# What only some of those who see the plan see in it.
MARGINS = (
    ".profile.competitors",
    *(f".objectives.business[{n}].condition" for n in (0, 1)),
    *(f".objectives.business[{n}].check_ins[{m}].condition_value" for n in (0, 1) for m in (0, 1)),
    *(f".strategies[{n}].members[{m}].doubts" for n in (0, 1) for m in (0, 1)),
    *(f".opportunities[{n}].q.profitable" for n in (0, 1)),
    "comment",
    "challenge",
    "class of an opportunity",
    "class of the account",
    "change for margins",
)
NOTES = (".coach_development", "change for notes", "private")
SEES_MARGINS = {"lead", "member", "first-line", "senior", "second level"}
SEES_NOTES = {"lead", "member"}
SEES_PLAN = {*IN_THE_TEAM, "second level", "opener"}
# An administrator sees the names of accounts and of their people.
NAMES = (".account.name", *(f".team[{n}].{what}" for n in (0, 1) for what in ("name", "role")))


@dataclass
class World:
    """``guarded`` is the account everybody tries to reach; ``other`` is another team's."""

    guarded: Account
    other: Account
    aviary: Aviary
    other_aviary: Aviary
    users: dict[str, User]
    invitation: Invitation
    sample: Account

    def hidden_from(self, persona: str) -> set[str]:
        """The canaries that may be in no answer to this persona."""
        hidden = set(self.other_aviary.canaries.values())
        if persona == "other lead":
            hidden = set(self.aviary.canaries.values())
        elif persona in SEES_PLAN:
            hidden |= set() if persona in SEES_MARGINS else self.aviary.at(*MARGINS)
            hidden |= set() if persona in SEES_NOTES else self.aviary.at(*NOTES)
            hidden |= self.aviary.at(*(f"{UNREVEALED}{one}" for one in WRITERS if one != persona))
        else:
            hidden |= set(self.aviary.canaries.values())
        if persona in {"administrator", "opener"}:
            hidden -= self.aviary.at(*NAMES) | self.other_aviary.at(*NAMES)
        return hidden


def build() -> World:
    aviary, other_aviary = Aviary("guarded"), Aviary("other")
    guarded, other = _account(aviary), _account(other_aviary)
    director = _user("second level")
    manager = _user("first-line", manager=director)
    users = {
        "deactivated": _user("deactivated"),
        "other lead": _user("other lead"),
        "administrator": _user("administrator", is_administrator=True),
        "opener": _user("opener", is_administrator=True),
        "second level": director,
        "first-line": manager,
        "lead": _user("lead", manager=manager),
    }
    users |= {name: _user(name) for name in IN_THE_TEAM if name not in users}
    for name, role in IN_THE_TEAM.items():
        add_to_team(guarded, users[name], role)
    add_to_team(guarded, users["deactivated"], AccessRole.MEMBER)
    add_to_team(other, users["other lead"], AccessRole.LEAD)
    for account, its in ((guarded, aviary), (other, other_aviary)):
        open_plan(actor=users["opener"], account=account, reason=its.canary("opening"))
        for seen_by in SeenBy:
            _change(account, its.canary(f"change for {seen_by}"), seen_by)
        _snapshot(account)
        _dismissal(account, its)
        _class(account, its)
        _profile(account, its)
        _review(account, its)
        _merged(account, its)
        write_people(account, its)
        write_sessions(account, its)
        write_acceptance(account, its)
        wrote = WRITERS[:2] if account == guarded else WRITERS[2:]
        write_rounds(account, its, {name: users[name] for name in wrote})
        PlanImport.objects.create(actor=users["opener"], key=its.canary("import"), account=account)
        refresh(account)
    _comment(guarded, aviary, users["member"], mentioning=users.values())
    _comment(other, other_aviary, users["other lead"], mentioning=[users["other lead"]])
    other.openings.all().delete()
    users["deactivated"].deactivated_at = guarded.created_at
    users["deactivated"].save()
    sample = Account.objects.create(supplier=guarded.supplier, name="A sample", is_sample=True)
    for name in ("lead", "member", "first-line"):
        add_to_team(sample, users[name], AccessRole.MEMBER)
    invite_person(
        actor=users["administrator"],
        name="Ines Vold",
        email="ines@waypost.example",
        manager=None,
        is_administrator=False,
    )
    return World(guarded, other, aviary, other_aviary, users, Invitation.objects.get(), sample)


def _account(aviary: Aviary) -> Account:
    with record(
        actor=None, account=None, what=aviary.canary("history"), is_final=True
    ) as recording:
        account = store(aviary.plan(), recording)
        recording.account = account
    return account


def _change(account: Account, what: str, seen_by: SeenBy) -> None:
    """Something done to the plan that can be taken back, for these eyes only."""
    with record(actor=None, account=account, what=what, seen_by=seen_by) as recording:
        recording.created(Gap.objects.create(account=account, text="Who signs?"))


def _profile(account: Account, aviary: Aviary) -> None:
    """What a plan file has no key for."""
    SwotPoint.objects.filter(account=account).update(source=aviary.canary("who said it"))
    Gap.objects.filter(account=account).update(could_know=aviary.canary("who could know"))


def _dismissal(account: Account, aviary: Aviary) -> None:
    Dismissal.objects.create(
        account=account,
        rule="PRO-2",
        at="gaps[0]",
        message=aviary.canary("dismissed"),
        reason=aviary.canary("comment: why it was dismissed"),
        by_name=aviary.canary("who dismissed"),
    )


def _snapshot(account: Account) -> None:
    """The plan with its canaries, without the one thing in it that no snapshot can hold."""
    snapshot = take_snapshot(account, Snapshot.Occasion.REVIEW, taken_by=None)
    del snapshot.content["account"]["settings"]["review_day"]
    snapshot.save()


def _review(account: Account, aviary: Aviary) -> None:
    """One under way, with an answer and a decision."""
    review = Review.objects.create(
        account=account,
        date=timezone.localdate(),
        started_at=timezone.now(),
        notes=f"Decided before\n{aviary.canary('decision')}",
    )
    review.sentence_answers.create(
        sentence=Objective.objects.get(account=account, ref__code="R2"),
        would_say="no",
        words=aviary.canary("why they would not say it"),
    )


def _merged(account: Account, aviary: Aviary) -> None:
    """An account that was merged into this one, for nobody else to know of."""
    name = aviary.canary("merged account")
    gone = Account.objects.create(supplier=account.supplier, name=name, deleted_at=timezone.now())
    Merging.objects.create(account=account, gone=gone)


def _class(account: Account, aviary: Aviary) -> None:
    """Why an opportunity and the account have other classes than their figures suggest."""
    reason = aviary.canary("class of an opportunity")
    Opportunity.objects.filter(account=account, ref__code="O1").update(tier_reason=reason)
    reason = aviary.canary("class of the account")
    Account.objects.filter(pk=account.pk).update(tier_reason=reason)
    Offering.objects.create(account=account, name=aviary.canary("what we offer"))


def _comment(account: Account, aviary: Aviary, author: User, mentioning: Iterable[User]) -> None:
    comment = Comment.objects.create(
        account=account,
        on=account.refs.get(code="T1"),
        author=author,
        author_name=aviary.canary("comment author"),
        text=aviary.canary("comment"),
    )
    for user in mentioning:
        comment.mentions.create(user=user)


def _user(name: str, **fields) -> User:
    address = f"{name.replace(' ', '-')}@waypost.example"
    return User.objects.create_user(address, name=name.title(), **fields)


def texts_of(model: type[models.Model]) -> Iterator[str]:
    """The columns of a table that hold free texts."""
    for column in model._meta.concrete_fields:
        if isinstance(column, models.CharField | models.TextField) and not column.choices:
            yield column.name
