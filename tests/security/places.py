"""What stands in the addresses: the ids and keys of the guarded account's own rows."""

from collections.abc import Mapping
from typing import Any

from tests.security.meetings import session_code
from tests.security.world import World
from waypost.accounts.models import Fact, Gap, Merging, SwotPoint, YearFigures
from waypost.comments.models import Comment
from waypost.contacts.models import PrivateNote, Said
from waypost.document.models import Snapshot
from waypost.exchange.plan_files import PlanFile
from waypost.health.models import Dismissal
from waypost.history.models import ChangeSet, SeenBy
from waypost.planfile import read
from waypost.planning.models import (
    AgendaTopic,
    Challenge,
    ParkedPoint,
    ResourceRequest,
    Review,
    SessionDecision,
    SessionSlot,
    Submission,
)
from waypost.plans.models import CheckIn, Heard, Prerequisite


def nothing(_world: World) -> dict[str, Any]:
    """An address in which nothing varies."""
    return {}


def account(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk}


def two_accounts(world: World) -> dict[str, Any]:
    """The guarded account, and one that some of its team see as well."""
    return {"pk": world.guarded.pk, "other": world.sample.pk}


def merged(world: World) -> dict[str, Any]:
    """The guarded account, and the one that was merged into it."""
    merging = Merging.objects.get(account=world.guarded)
    return {"pk": world.guarded.pk, "other": merging.gone_id}


def member(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "T1"}


def fact(world: World) -> dict[str, Any]:
    facts = Fact.objects.filter(account=world.guarded, topic=Fact.Topic.TRENDS)
    return {"pk": world.guarded.pk, "fact": facts.values_list("pk", flat=True)[0]}


def known(world: World, rows: Any) -> dict[str, Any]:
    """The first of something in the profile."""
    own = rows.filter(account=world.guarded).order_by("pk")
    return {"pk": world.guarded.pk, "key": own.values_list("pk", flat=True)[0]}


def trend(world: World) -> dict[str, Any]:
    return known(world, Fact.objects.filter(topic=Fact.Topic.TRENDS))


def goal(world: World) -> dict[str, Any]:
    goals = known(world, Fact.objects.filter(topic=Fact.Topic.COMPANY_GOALS))
    return {"pk": goals["pk"], "fact": goals["key"]}


def point(world: World) -> dict[str, Any]:
    return known(world, SwotPoint.objects.all())


def figures(world: World) -> dict[str, Any]:
    return known(world, YearFigures.objects.all())


def site(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "key": "L1"}


def person(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "P1"}


def two_people(world: World) -> dict[str, Any]:
    return {**person(world), "other": "P2"}


def acquaintance(world: World) -> dict[str, Any]:
    return {**person(world), "member": "T1"}


def said(world: World) -> dict[str, Any]:
    rows = Said.objects.filter(person__account=world.guarded, person__code="P1")
    return {**person(world), "said": rows.values_list("pk", flat=True)[0]}


def group(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "D1"}


def seat_in_group(world: World) -> dict[str, Any]:
    return {**group(world), "person": "P1"}


def note(world: World) -> dict[str, Any]:
    rows = PrivateNote.objects.filter(person__account=world.guarded, person__code="P1")
    return {**person(world), "note": rows.values_list("pk", flat=True)[0]}


def objective(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "B1"}


def review(world: World) -> dict[str, Any]:
    """The review that is under way."""
    row = Review.objects.get(account=world.guarded, started_at__isnull=False)
    return {"pk": world.guarded.pk, "review": row.pk}


def review_objective(world: World) -> dict[str, Any]:
    return {**review(world), "code": "B1"}


def review_sentence(world: World) -> dict[str, Any]:
    return {**review(world), "code": "R1"}


def review_action(world: World) -> dict[str, Any]:
    return {**review(world), "code": "A1"}


def review_light(world: World) -> dict[str, Any]:
    return {**review(world), "code": "X1"}


def session(world: World) -> dict[str, Any]:
    """The planning session that is to come."""
    return {"pk": world.guarded.pk, "code": session_code("planned")}


def session_under_way(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": session_code("open")}


def submission(world: World) -> dict[str, Any]:
    """The round of acceptance under way."""
    row = Submission.objects.get(account=world.guarded)
    return {"pk": world.guarded.pk, "submission": row.pk}


def snapshot(world: World) -> dict[str, Any]:
    """The plan as it was submitted."""
    rows = Snapshot.objects.filter(account=world.guarded, submission__isnull=False)
    return {"pk": world.guarded.pk, "snapshot": rows.values_list("pk", flat=True)[0]}


def challenge(world: World) -> dict[str, Any]:
    rows = Challenge.objects.filter(submission__account=world.guarded).order_by("pk")
    return {**submission(world), "challenge": rows.values_list("pk", flat=True)[0]}


def asked_resource(world: World) -> dict[str, Any]:
    """The first, which nobody has answered."""
    return known(world, ResourceRequest.objects.all())


def session_held(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": session_code("closed")}


def of_session(found: dict[str, Any], rows: Any, name: str) -> dict[str, Any]:
    """The first of something that belongs to this session."""
    own = rows.filter(session__account=found["pk"], session__ref__code=found["code"])
    return {**found, name: own.order_by("pk").values_list("pk", flat=True)[0]}


def session_slot(world: World) -> dict[str, Any]:
    return of_session(session(world), SessionSlot.objects.all(), "slot")


def session_topic(world: World) -> dict[str, Any]:
    return of_session(session(world), AgendaTopic.objects.all(), "topic")


def session_parked(world: World) -> dict[str, Any]:
    return of_session(session(world), ParkedPoint.objects.all(), "point")


def session_decision(world: World) -> dict[str, Any]:
    return of_session(session_under_way(world), SessionDecision.objects.all(), "decision")


def session_invitee(world: World) -> dict[str, Any]:
    return {**session(world), "person": "T1"}


def check_in(world: World) -> dict[str, Any]:
    made = CheckIn.objects.filter(objective__account=world.guarded, objective__ref__code="B1")
    return {**objective(world), "check_in": made.values_list("pk", flat=True)[0]}


def sentence(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "R1"}


def heard(world: World) -> dict[str, Any]:
    said = Heard.objects.filter(objective__account=world.guarded, objective__ref__code="R1")
    return {**sentence(world), "heard": said.values_list("pk", flat=True)[0]}


def need(world: World) -> dict[str, Any]:
    found = Prerequisite.objects.filter(objective__account=world.guarded)
    first = found.filter(objective__ref__code="B1").values_list("pk", flat=True)[0]
    return {**objective(world), "need": first}


def stage(world: World) -> dict[str, Any]:
    return {**objective(world), "stage": "G1"}


def party(world: World) -> dict[str, Any]:
    return {**objective(world), "party": "P1"}


def gap(world: World) -> dict[str, Any]:
    return known(world, Gap.objects.all())


def strategy(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "S1"}


def subject(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "subject": "business"}


def action(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "A1"}


def seat(world: World) -> dict[str, Any]:
    """The answer of somebody without a log-in, which the lead notes."""
    return {**strategy(world), "member": "T1"}


def light(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "X1"}


def change(world: World) -> dict[str, Any]:
    """The newest change set of the account that everybody sees and that can be taken back."""
    found = ChangeSet.objects.filter(
        account=world.guarded, is_final=False, seen_by=SeenBy.PLAN, undoes=None
    )
    return {"pk": world.guarded.pk, "change": found.order_by("-pk").values_list("pk", flat=True)[0]}


def thread(world: World) -> dict[str, Any]:
    return {"pk": world.guarded.pk, "code": "T1"}


def comment(world: World) -> dict[str, Any]:
    """What the member said."""
    own = Comment.objects.filter(account=world.guarded, author=world.users["member"])
    return {**thread(world), "comment": own.values_list("pk", flat=True)[0]}


def dismissal(world: World) -> dict[str, Any]:
    found = Dismissal.objects.filter(account=world.guarded)
    return {"pk": world.guarded.pk, "dismissal": found.values_list("pk", flat=True)[0]}


def colleague(world: World) -> dict[str, Any]:
    return {"pk": world.users["other lead"].pk}


def leaver(world: World) -> dict[str, Any]:
    return {"pk": world.users["deactivated"].pk}


def invitation(world: World) -> dict[str, Any]:
    return {"pk": world.invitation.pk}


def token(_world: World) -> dict[str, Any]:
    return {"token": "x"}


def reset_link(_world: World) -> dict[str, Any]:
    return {"uidb36": "1", "key": "x"}


def packed(name: str) -> str:
    """A plan file with an account of this name, as the first step of the upload hands it on."""
    text = (
        f"format: waypost-plan/1\nsupplier: {{name: Northgate}}\naccount: {{name: {name}}}\n"
        "team: [{id: T1, name: Nils Aune, role: account lead}]\n"
    )
    return PlanFile(name="plan.yaml", plan=read(text, name="plan"), data=text.encode()).packed()


def in_rows(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row as a form of several rows sends it."""
    named = {f"form-0-{name}": value for name, value in row.items()}
    return {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0, **named}
