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

__all__ = [
    "Participation",
    "PlanningSession",
    "ResourceRequest",
    "Review",
    "ReviewAttendance",
    "SeniorAcceptance",
    "SentenceAnswer",
    "ShownPart",
    "SponsorPresentation",
    "WithheldTopic",
]
