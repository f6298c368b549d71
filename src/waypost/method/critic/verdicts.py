"""What the critic answers: a verdict a criterion, with its place, its reason and a way on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from waypost.method.critic.kind import Kind
from waypost.method.critic.text import Span
from waypost.method.critic.whose import Beneficiary
from waypost.method.words import Words


class Level(StrEnum):
    """The level of an objective; each has its own law (OBJ-1 to OBJ-4)."""

    VISION = "vision"
    RELATIONSHIP = "relationship"
    BUSINESS = "business"
    STAGE = "stage"


class Criterion(StrEnum):
    """What a goal is asked."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    REALISTIC = "realistic"
    RELEVANT = "relevant"
    TIME_BOUND = "time_bound"
    OUTCOME = "outcome"
    UNLIMITED = "unlimited"
    CUSTOMERS_VOICE = "customers_voice"


class Met(StrEnum):
    """The answer to a criterion. Realism is never met: there are only signs against it."""

    MET = "met"
    NOT_MET = "not met"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What is known of a goal besides its words; None is not known.

    ``serves_customer`` and ``customer_agreed`` are links to the customer's own goals and to who
    agreed; ``depends_on``, ``stages`` and ``hours`` count what is written down for it (CRI-3).
    ``today`` is the day from which the pace to ``due`` is reckoned.
    """

    metric: str | None = None
    unit: str | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    due: date | None = None
    today: date | None = None
    owner: str | None = None
    customer_agreed: bool | None = None
    serves_customer: bool | None = None
    customer_benefit: str | None = None
    depends_on: int | None = None
    stages: int | None = None
    hours: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """One criterion: the answer, where it is read, the rule of METHOD.md, why, and a rewrite.

    ``suggestion`` keeps the writer's words and leaves blanks in brackets, never a figure.
    """

    criterion: Criterion
    met: Met
    rule: str
    span: Span | None
    why: Words
    suggestion: Words | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Critique:
    """A goal as it was judged: by its words, and by what else is known of it.

    ``specific``, ``measurable``, ``time_bound``, ``beneficiary`` and ``kind`` are about the words
    alone; the verdicts take the facts into account as well.
    """

    level: Level
    specific: bool
    measurable: bool
    time_bound: bool
    beneficiary: Beneficiary
    kind: Kind
    vague: tuple[Span, ...]
    verdicts: tuple[Verdict, ...]

    def verdict(self, criterion: Criterion) -> Verdict | None:
        """The verdict on one criterion; None where the level is not asked about it."""
        return next((each for each in self.verdicts if each.criterion is criterion), None)
