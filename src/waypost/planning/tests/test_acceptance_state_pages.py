"""Each step from each state, as the table of `waypost.method.acceptance` has it, by its address."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from waypost.accounts.models import TeamMember
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.document.tests.test_round_trip import put_in_place
from waypost.history.models import ChangeSet
from waypost.method.acceptance import RULES, Role, State, Step
from waypost.planning.models import (
    AcceptanceCondition,
    Challenge,
    ResourceRequest,
    SeniorAcceptance,
    Submission,
    SubmissionStep,
)
from waypost.planning.operations import acceptance
from waypost.planning.operations.acceptance_challenges import answer_challenge
from waypost.planning.queries.acceptance_standing import way_of
from waypost.planning.tests.accepting import Team, words

pytestmark = pytest.mark.django_db
# The address of each step and what is sent there.
STEPS = {
    Step.SUBMIT: ("acceptance", {}),
    Step.WITHDRAW: ("withdrawal", {}),
    Step.CHALLENGE: ("challenge", {"topic": "barriers", "text": "What if not?"}),
    Step.SEND_BACK: ("confirmation", {"answer": "back", "words": "B1 has no baseline"}),
    Step.CONFIRM: ("confirmation", {"answer": "confirm"}),
    Step.RETURN: ("senior-answer", {"answer": "return", "words": "Who decides?"}),
    Step.ACCEPT: ("senior-answer", {"answer": "accept"}),
    Step.ACCEPT_ON_CONDITIONS: (
        "senior-answer",
        {"answer": "conditions", "conditions": "The trial is signed"},
    ),
    Step.TAKE_BACK: ("acceptance-removal", {"words": "The money is gone"}),
}
OF_A_ROUND = {"withdrawal", "challenge", "confirmation", "senior-answer"}


@pytest.fixture
def team(db):
    return Team()


@pytest.fixture
def send(team):
    clients = {role: Client() for role in team.users}
    for role, client in clients.items():
        client.force_login(team.users[role])

    def post(role, step, **more):
        name, data = STEPS[step]
        last = Submission.objects.order_by("pk").last()
        keys = [last.pk if last else 1] if name in OF_A_ROUND else []
        address = reverse(f"planning:{name}", args=[team.account.pk, *keys])
        return clients[role].post(address, {**data, **more})

    return post


@pytest.mark.parametrize("state", State)
def test_every_step_of_its_role_from_this_state(send, team, state):
    team.reach(state)
    assert way_of(team.account).standing.state is state
    for step in STEPS:
        rule = RULES[step]
        [role] = rule.by
        with transaction.atomic():
            found = send(role, step)
            after = way_of(team.account).standing.state
            transaction.set_rollback(True)
        case = (step, words(found)[:400])
        if state in rule.states:
            assert (found.status_code, after) == (302, rule.to or state), case
        else:
            gone = state is State.DRAFT and STEPS[step][0] in OF_A_ROUND
            assert (found.status_code, after) == (404 if gone else 422, state), case


def test_step_of_another_role_is_refused_with_a_sentence(send, team):
    team.reach(State.SUBMITTED)
    for step in STEPS:
        for role in set(team.users) - {*RULES[step].by}:
            refused = send(role, step)
            assert refused.status_code == 403, (step, role)
            assert RULES[step].only in words(refused), (step, role)
    assert way_of(team.account).standing.state is State.SUBMITTED


def test_whoever_is_not_in_the_team_finds_nothing(client, team, outsider):
    team.submit()
    client.force_login(outsider)
    for name, _data in STEPS.values():
        keys = [team.round.pk] if name in OF_A_ROUND else []
        assert (
            client.post(reverse(f"planning:{name}", args=[team.account.pk, *keys])).status_code
            == 404
        )


def test_page_offers_what_the_table_allows(client, team):
    """And where nobody could confirm or accept, the way to the team."""
    team.confirm()
    expected = {"senior": "Accept it on conditions", "lead": "Acceptance", "viewer": "Acceptance"}
    for role, said in expected.items():
        client.force_login(team.users[role])
        found = words(client.get(reverse("planning:acceptance", args=[team.account.pk])))
        assert said in found
        assert ("Accept it on conditions" in found) is (role == "senior")


@pytest.mark.parametrize("role", ["first-line", "senior"])
def test_account_without_a_manager_says_so(client, send, team, role):
    TeamMember.objects.filter(user=team.users[role]).update(user=None)
    client.force_login(team.users["lead"])
    page = client.get(reverse("planning:acceptance", args=[team.account.pk]))
    what = "confirm" if role == "first-line" else "accept"
    assert f"with a log-in who could {what} the plan." in words(page)
    assert reverse("accounts:team", args=[team.account.pk]) in page.content.decode()
    refused = send("lead", Step.SUBMIT)
    assert refused.status_code == 422
    assert not Submission.objects.exists()
    team.account.submissions.create(state="submitted" if role == "first-line" else "confirmed")
    page = client.get(reverse("planning:acceptance", args=[team.account.pk]))
    assert f"with a log-in who could {what} the plan." in words(page)


def test_form_sent_twice_submits_once(client, team):
    client.force_login(team.users["lead"])
    address = reverse("planning:acceptance", args=[team.account.pk])
    token = client.get(address).context["csrf_token"]
    for _click in range(2):
        sent = client.post(address, {"csrfmiddlewaretoken": str(token), "words": "Ready"})
        assert sent.status_code == 302
    assert SubmissionStep.objects.get().words == "Ready"
    assert Snapshot.objects.filter(occasion="submission").count() == 1


def test_words_are_kept_where_somebody_was_quicker(send, team):
    team.confirm()
    acceptance.accept_plan(access=team.access("senior"), submission=team.round)
    answered = send("senior", Step.RETURN, words="Nobody knows who decides")
    assert answered.status_code == 422
    assert "The plan is accepted." in words(answered)
    assert "What you wrote was not sent: Nobody knows who decides" in words(answered)


@pytest.mark.parametrize("step", [Step.SEND_BACK, Step.RETURN, Step.ACCEPT_ON_CONDITIONS])
def test_reasons_and_conditions_are_asked_for(send, team, step):
    team.reach(State.SUBMITTED if step is Step.SEND_BACK else State.CONFIRMED)
    role = "first-line" if step is Step.SEND_BACK else "senior"
    refused = send(role, step, words=" ", conditions=" \n ")
    assert refused.status_code == 422
    [need] = RULES[step].needs
    assert need.missing in words(refused)


def test_answer_that_somebody_else_changed_is_a_conflict(client, team):
    team.submit()
    team.challenge("pipeline", answered=False)
    asked = Challenge.objects.get()
    answer_challenge(access=team.access("member"), challenge=asked, version=1, answer="In May")
    client.force_login(team.users["lead"])
    address = reverse("planning:challenge-answer", args=[team.account.pk, team.round.pk, asked.pk])
    found = client.post(address, {"version": 1, "answer": "In June"})
    assert found.status_code == 409
    assert "Mia Member has changed this since you opened it" in words(found)
    assert "Now In May , you typed In June" in words(found)


def test_challenge_is_taken_back_until_it_is_answered(client, team):
    team.submit()
    team.challenge("pipeline", answered=False)
    team.challenge("barriers")
    client.force_login(team.users["first-line"])
    for asked, status in zip(Challenge.objects.order_by("pk"), (302, 422), strict=True):
        args = [team.account.pk, team.round.pk, asked.pk]
        assert client.post(reverse("planning:challenge-removal", args=args)).status_code == status
    assert Challenge.objects.get().topic == "barriers"


def test_returned_plan_is_submitted_again_and_every_round_stays(client, team):
    team.reach(State.RETURNED)
    senior = SeniorAcceptance.objects.get()
    assert (senior.accepted, senior.conditions) == (False, "Who decides?")
    team.submit("Marit Berg decides")
    assert SeniorAcceptance.objects.get().accepted is None
    for role, reads in (("viewer", False), ("senior", True)):
        client.force_login(team.users[role])
        found = words(client.get(reverse("planning:acceptance", args=[team.account.pk])))
        assert "Returned by Sara Senior" in found
        assert "Who decides?" in found
        assert ("What of the pipeline? All is well" in found) is reads
    assert [one.state for one in Submission.objects.order_by("pk")] == ["returned", "submitted"]


@pytest.mark.parametrize("step", [Step.SEND_BACK, Step.RETURN, Step.WITHDRAW])
def test_acceptance_holds_while_a_later_round_comes_to_nothing(client, send, team, step):
    client.force_login(team.users["viewer"])
    team.accept("No price below list")
    before = SeniorAcceptance.objects.get()
    if step is Step.RETURN:
        team.confirm()
    else:
        team.submit()
    page = words(client.get(reverse("planning:acceptance", args=[team.account.pk])))
    assert "holds until then." in page
    [role] = RULES[step].by
    assert send(role, step).status_code == 302
    after = SeniorAcceptance.objects.get()
    assert (after.accepted, after.submission) == (True, before.submission)
    assert way_of(team.account).standing.state is State.CONDITIONAL


def test_acceptance_taken_back_is_with_the_team_again(send, team):
    row = team.accept()
    assert send("senior", Step.TAKE_BACK).status_code == 302
    senior = SeniorAcceptance.objects.get()
    assert (senior.accepted, senior.conditions) == (False, "The money is gone")
    row.refresh_from_db()
    assert row.state == "returned"
    assert send("lead", Step.SUBMIT).status_code == 302


def test_no_step_can_be_taken_back_from_the_history(client, team):
    """What others build on is withdrawn with a reason, not undone."""
    team.accept("The trial is signed")
    client.force_login(team.users["lead"])
    before = list(Submission.objects.values()), list(SeniorAcceptance.objects.values())
    for one in ChangeSet.objects.filter(account=team.account):
        address = reverse("accounts:undo", args=[team.account.pk, one.pk])
        assert client.post(address).status_code == 403, one.what
    assert before == (list(Submission.objects.values()), list(SeniorAcceptance.objects.values()))


def test_condition_shown_as_met_can_be_undone_and_is_no_condition_of_a_later_round(client, team):
    team.accept("The trial is signed")
    client.force_login(team.users["member"])
    address = reverse("planning:condition", args=[team.account.pk])
    data = {"condition": "The trial is signed", "proof": "The contract"}
    assert client.post(address, {**data, "proof": ""}).status_code == 422
    assert client.post(address, data).status_code == 302
    row = AcceptanceCondition.objects.get()
    assert (row.proof, row.met_by) == ("The contract", team.users["member"])
    done = ChangeSet.objects.latest("pk")
    client.post(reverse("accounts:undo", args=[team.account.pk, done.pk]))
    row.refresh_from_db()
    assert (row.met_on, row.proof) == (None, "")
    team.accept("No price below list")
    gone = client.post(address, data)
    assert gone.status_code == 422
    assert "This is no condition of the acceptance any more." in words(gone)


def test_each_condition_has_its_own_day_and_somebody_who_sees_to_it(client, team, time_machine):
    time_machine.move_to("2026-11-24T12:00:00Z", tick=False)
    team.confirm()
    client.force_login(team.users["senior"])
    answers = {"answer": "conditions", "conditions": "The trial is signed\nNo price below list"}
    answers |= {"owner": "T1", "due": "2026-12-31"}
    place = reverse("planning:acceptance", args=[team.account.pk])
    client.post(reverse("planning:senior-answer", args=[team.account.pk, team.round.pk]), answers)
    found = words(client.get(place))
    assert found.count("Lena Lead sees to it") == 2
    assert found.count("open, due 31 Dec") == 2

    address = reverse("planning:condition-owner", args=[team.account.pk])
    data = {"condition": "The trial is signed", "owner": "T2", "due": "2026-11-20", "version": 1}
    client.force_login(team.users["member"])
    assert client.post(address, data).status_code == 403
    client.force_login(team.users["lead"])
    wrong = client.post(address, {**data, "owner": "T99", "due": "soon"})
    assert (wrong.status_code, "#assign-due" in str(wrong.content)) == (422, True)
    assert client.post(address, data).status_code == 302
    found = words(client.get(place))
    assert "The trial is signed set by Sara Senior Mia Member sees to it" in found
    assert "overdue since 20 Nov" in found
    assert found.count("open, due 31 Dec") == 1
    stale = client.post(address, {**data, "owner": "", "due": ""})
    assert (stale.status_code, "Mia Member" in words(stale)) == (409, True)
    assert client.post(address, {**data, "condition": "Another"}).status_code == 422
    put_in_place(load(team.account.pk), team.account)
    assert "Mia Member sees to it" in words(client.get(place))

    client.force_login(team.users["member"])
    week = reverse("portfolio:my-week")
    found = words(client.get(week))
    assert "Sara Senior accepted the plan on the condition: The trial is signed" in found
    assert "overdue since 20 Nov" in found
    post = reverse("planning:condition", args=[team.account.pk])
    client.post(post, {"condition": "The trial is signed", "proof": "The contract"})
    assert "on the condition" not in words(client.get(week))


def test_resource_answers_are_the_managers_alone(client, team):
    [row] = ResourceRequest.objects.all()
    address = reverse("planning:resource-answer", args=[team.account.pk, row.pk])
    for role, user in team.users.items():
        client.force_login(user)
        allowed = role in {Role.FIRST_LINE, Role.SENIOR}
        data = {"version": row.version, "decision": "grant", "answer": f"By {role}"}
        assert client.post(address, data).status_code == (302 if allowed else 403)
        row.refresh_from_db()
    assert (row.status, row.answer) == ("granted", "By senior")
