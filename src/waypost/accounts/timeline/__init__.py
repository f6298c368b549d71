"""The history of an account as people read it."""

from waypost.accounts.timeline.asked import (
    MINE,
    REVIEW,
    Asked,
    View,
    actors_of,
    answering,
    sinces,
    views_of,
)
from waypost.accounts.timeline.days import Day, days_of
from waypost.accounts.timeline.entries import Entry, change_of, changes_of, entries
from waypost.accounts.timeline.milestones import Milestone, Milestones, milestones_of
from waypost.accounts.timeline.page import Page, file_rows, page_of
from waypost.accounts.timeline.short import Line, in_short
from waypost.accounts.timeline.shown import AREAS, MARGINS_ONLY, SHOWN
from waypost.accounts.timeline.words import Turn, obstacles_in_words

__all__ = [
    "AREAS",
    "MARGINS_ONLY",
    "MINE",
    "REVIEW",
    "SHOWN",
    "Asked",
    "Day",
    "Entry",
    "Line",
    "Milestone",
    "Milestones",
    "Page",
    "Turn",
    "View",
    "actors_of",
    "answering",
    "change_of",
    "changes_of",
    "days_of",
    "entries",
    "file_rows",
    "in_short",
    "milestones_of",
    "obstacles_in_words",
    "page_of",
    "sinces",
    "views_of",
]
