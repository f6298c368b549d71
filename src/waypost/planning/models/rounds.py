"""Rounds of a planning session: everybody writes alone, then all see all (SES-1, SES-6).

People are named by their log-ins: an id of the team can come to mean somebody else with a plan put
in place of another, who must not read what this one has written for nobody else's eyes.
"""

from hashlib import sha256
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import Ref
from waypost.contacts.models import BuyingRole
from waypost.method.rounds import DISPOSITIONS
from waypost.planning.models.sessions import AgendaTopic
from waypost.plans.models.traffic_lights import Colour
from waypost.staff.models import User

CHOICES = [(word, word) for word in (*Colour.values, *BuyingRole.Role.values, *DISPOSITIONS)]


class Round(models.Model):
    """One question to everybody in the session."""

    class Kind(models.TextChoices):
        """What the answers are, and what they become in the plan."""

        VISION = "vision", _("The picture of the account")
        SENTENCE = "sentence", _("Relationship sentences")
        OBJECTIVE = "objective", _("Business objectives")
        STRATEGY = "strategy", _("Strategies")
        LIGHT = "light", _("Traffic lights")
        ROLE = "role", _("A person’s role")
        DISPOSITION = "disposition", _("A person’s disposition")

    # By the id, so that it outlives a plan put in place of this one.
    session = models.ForeignKey(Ref, models.CASCADE, related_name="rounds")
    topic = models.ForeignKey(
        AgendaTopic, models.SET_NULL, null=True, blank=True, related_name="rounds"
    )
    kind = models.CharField(_("what is asked for"), max_length=11, choices=Kind.choices)
    question = models.TextField(_("question"))
    # What a light stands on, or whose role and disposition are asked for.
    about = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    # The decision in which somebody has a role.
    within = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")
    dots = models.PositiveSmallIntegerField(_("dots for each"), default=5)
    # Of the step that is running.
    ends_at = models.DateTimeField(_("time is up at"), null=True, blank=True)

    def __str__(self) -> str:
        return self.question

    @property
    def stamp(self) -> str:
        """Tells this wording of the question from another one."""
        return sha256(self.question.encode()).hexdigest()[:16]

    @property
    def step(self) -> "RoundStep.Step":
        """The last that it has taken; read with its steps."""
        taken = {row.step for row in self.steps.all()}
        return next(step for step in reversed(RoundStep.Step) if step in taken)

    @property
    def is_revealed(self) -> bool:
        return self.step not in {RoundStep.Step.INPUT, RoundStep.Step.OFF}

    @property
    def is_counted(self) -> bool:
        """Whether the votes may be seen."""
        return self.dots > 0 and self.step in {RoundStep.Step.CLOSED, RoundStep.Step.DECIDED}

    @property
    def asks_for_choice(self) -> bool:
        """One answer of everybody about the same: a colour, a role, a disposition."""
        return self.kind in CHOOSING


CHOOSING = frozenset({Round.Kind.LIGHT, Round.Kind.ROLE, Round.Kind.DISPOSITION})


class RoundStep(models.Model):
    """A step that a round has taken: who took it, and when. Each is taken once."""

    class Step(models.TextChoices):
        INPUT = "input", _("Private input")
        REVEALED = "revealed", _("Revealed")
        VOTING = "voting", _("Vote")
        CLOSED = "closed", _("Ranked")
        DECIDED = "decided", _("Decided")
        OFF = "off", _("Called off")  # before the reveal, so nobody sees the answers

    round = models.ForeignKey(Round, models.CASCADE, related_name="steps")
    step = models.CharField(_("step"), max_length=8, choices=Step.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "step"], name="each_step_of_a_round_once")
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.round_id}"


class Contribution(models.Model):
    """One answer of one person: before the reveal only its author may read that it is there."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="contributions")
    author = models.ForeignKey(User, models.CASCADE, related_name="+")
    # Which of the author's own it is; the keys of all would tell how many there are.
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("answer"), blank=True)
    choice = models.CharField(_("choice"), max_length=10, blank=True, choices=CHOICES)
    saved_at = models.DateTimeField(default=timezone.now)
    # Of the drawn page that saved it: what it saved itself is no news to it.
    page = models.CharField(max_length=32, blank=True, default="", editable=False)
    # Where it stands among all, from the reveal on.
    place = models.PositiveSmallIntegerField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged"
    )
    # What it was taken into the plan as.
    became = models.ForeignKey(Ref, models.SET_NULL, null=True, blank=True, related_name="+")

    # Not yet revealed: its author alone, and no list of what is stored either.
    NOBODY_READS: ClassVar = models.Q(place=None)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "author", "number"], name="one_answer_a_line")
        ]

    def __str__(self) -> str:
        return self.text or self.choice

    @property
    def stamp(self) -> str:
        """Tells what it says now from what it said before."""
        return sha256(f"{self.choice} {self.text}".encode()).hexdigest()[:16]


class RoundDone(models.Model):
    """Somebody says that they are done with their input, or with their votes."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="done")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    step = models.CharField(max_length=8, choices=RoundStep.Step.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "user", "step"], name="done_once_a_step")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} with {self.step} of {self.round_id}"


class Dot(models.Model):
    """One dot of one person on one answer. There are no more numbers than dots to spend."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="dots_spent")
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="dots")
    voter = models.ForeignKey(User, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "voter", "number"], name="each_dot_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.voter_id}"
