"""A plan with everybody who has a part in its acceptance, and the ways to each state of it."""

import re
from html import unescape

from waypost.accounts.models import AccessRole
from waypost.accounts.queries import access_to
from waypost.method.acceptance import State, Topic
from waypost.planning.models import Submission
from waypost.planning.operations import acceptance
from waypost.planning.operations.acceptance_challenges import answer_challenge, challenge_plan
from waypost.plans.tests.stored import read, stored
from waypost.staff.models import User

PLAN = """
account: {name: Dunmore Mills, currency: EUR}
team:
  - {id: T1, name: Lena Lead, role: account lead}
  - {id: T2, name: Mia Member, role: service}
  - {id: T3, name: Pia Partner, role: channel partner, external: true}
  - {id: T4, name: Vito Viewer, role: marketing}
  - {id: M1, name: Finn First, role: first-line manager}
  - {id: M2, name: Sara Senior, role: second-level management}
people: [{id: P1, name: Marit Berg, title: Chief operating officer}, {id: P2, name: Bo Dahl}]
objectives:
  business:
    - {id: B1, text: Five machines run on our bearings, metric: machines, unit: machines,
       baseline: 2, target: 5, due: 2027-09-30, stages: [{id: G1, due: 2027-03-31, value: 4}]}
strategies: [{id: S1, statement: Machine by machine, serves: [B1]}]
resources_requested:
  - {what: Forty hours of an engineer, kind: internal, why: B1 needs them, status: asked}
"""
ROLES = {
    "lead": ("T1", "Lena Lead"),
    "member": ("T2", "Mia Member"),
    "partner": ("T3", "Pia Partner"),
    "viewer": ("T4", "Vito Viewer"),
    "first-line": ("M1", "Finn First"),
    "senior": ("M2", "Sara Senior"),
}


class Team:
    """The account with a user for each role."""

    def __init__(self, plan: str = PLAN, roles: dict[str, tuple[str, str]] = ROLES) -> None:
        self.users = {role: self._user(name) for role, (_code, name) in roles.items()}
        team = [(roles[role][0], user, AccessRole(role)) for role, user in self.users.items()]
        self.account = stored(read(plan), team=team)

    def _user(self, name: str) -> User:
        email = f"{name.replace(' ', '.').lower()}@waypost.example"
        found = User.objects.filter(email=email).first()
        return found or User.objects.create_user(email, name=name)

    def access(self, role: str):
        return access_to(self.users[role], self.account.pk)

    @property
    def round(self) -> Submission:
        return Submission.objects.filter(account=self.account).latest("pk")

    def submit(self, words: str = "") -> Submission:
        return acceptance.submit_plan(access=self.access("lead"), words=words).row

    def challenge(self, *topics: str, answered: bool = True) -> None:
        for topic in topics or tuple(Topic):
            asked = challenge_plan(
                access=self.access("first-line"),
                submission=self.round,
                topic=topic,
                text=f"What of the {topic}?",
            ).row
            if answered:
                answer_challenge(
                    access=self.access("member"), challenge=asked, version=1, answer="All is well"
                )

    def confirm(self) -> Submission:
        self.submit()
        self.challenge()
        facts = {"access": self.access("first-line"), "submission": self.round}
        return acceptance.confirm_plan(**facts, words="I stand behind it").row

    def accept(self, conditions: str = "") -> Submission:
        self.confirm()
        facts = {"access": self.access("senior"), "submission": self.round}
        return acceptance.accept_plan(
            **facts, on_conditions=bool(conditions), conditions=conditions
        ).row

    def reach(self, state: State) -> None:
        """Bring the plan into this state."""
        match state:
            case State.SUBMITTED:
                self.submit()
                self.challenge()
            case State.WITHDRAWN:
                acceptance.withdraw_submission(access=self.access("lead"), submission=self.submit())
            case State.CONFIRMED:
                self.confirm()
            case State.RETURNED:
                self.confirm()
                acceptance.return_plan(
                    access=self.access("senior"), submission=self.round, words="Who decides?"
                )
            case State.ACCEPTED:
                self.accept()
            case State.CONDITIONAL:
                self.accept("The trial is signed\nNo price below list")


def words(response) -> str:
    """The main part of a page in one line, without the tags."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", main)))
