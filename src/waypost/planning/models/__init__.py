"""Planning together: sessions, reviews, acceptance, presentation, resources (SES)."""

from waypost.planning.models.acceptance import (
    SeniorAcceptance,
    ShownPart,
    SponsorPresentation,
    WithheldTopic,
)
from waypost.planning.models.meetings import (
    Participation,
    PlanningSession,
    Review,
    ReviewAttendance,
    SentenceAnswer,
)
from waypost.planning.models.resources import ResourceRequest
from waypost.planning.models.rounds import (
    Contribution,
    Dot,
    Round,
    RoundDone,
    RoundStep,
)
from waypost.planning.models.sessions import (
    AgendaTopic,
    DecisionAuthor,
    Invitee,
    ParkedPoint,
    SessionDecision,
    SessionSlot,
    SlotAnswer,
)
from waypost.planning.models.submissions import (
    AcceptanceCondition,
    Challenge,
    Submission,
    SubmissionStep,
)

__all__ = [
    "AcceptanceCondition",
    "AgendaTopic",
    "Challenge",
    "Contribution",
    "DecisionAuthor",
    "Dot",
    "Invitee",
    "ParkedPoint",
    "Participation",
    "PlanningSession",
    "ResourceRequest",
    "Review",
    "ReviewAttendance",
    "Round",
    "RoundDone",
    "RoundStep",
    "SeniorAcceptance",
    "SentenceAnswer",
    "SessionDecision",
    "SessionSlot",
    "ShownPart",
    "SlotAnswer",
    "SponsorPresentation",
    "Submission",
    "SubmissionStep",
    "WithheldTopic",
]
