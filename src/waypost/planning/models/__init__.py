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
    ResourceRequest,
    Review,
    ReviewAttendance,
    SentenceAnswer,
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

__all__ = [
    "AgendaTopic",
    "DecisionAuthor",
    "Invitee",
    "ParkedPoint",
    "Participation",
    "PlanningSession",
    "ResourceRequest",
    "Review",
    "ReviewAttendance",
    "SeniorAcceptance",
    "SentenceAnswer",
    "SessionDecision",
    "SessionSlot",
    "ShownPart",
    "SlotAnswer",
    "SponsorPresentation",
    "WithheldTopic",
]
