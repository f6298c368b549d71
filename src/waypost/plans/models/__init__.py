"""The four elements of the model (MOD-1): objectives, strategies, short-term plan, lights."""

from waypost.plans.models.objectives import (
    Agreement,
    CheckIn,
    Heard,
    Objective,
    Prerequisite,
    StageGoal,
)
from waypost.plans.models.short_term import Action, PlannedMonth, ShortTermPlan
from waypost.plans.models.strategies import Commitment, Strategy
from waypost.plans.models.traffic_lights import LightChange, TrafficLight

__all__ = [
    "Action",
    "Agreement",
    "CheckIn",
    "Commitment",
    "Heard",
    "LightChange",
    "Objective",
    "PlannedMonth",
    "Prerequisite",
    "ShortTermPlan",
    "StageGoal",
    "Strategy",
    "TrafficLight",
]
