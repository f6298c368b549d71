"""Reading comments: threads on parts of a plan, and who is mentioned where."""

from waypost.comments.queries.mine import MentionLine, mentions_of
from waypost.comments.queries.parts import comment_on, part_on
from waypost.comments.queries.reading import Reading, Unclear, read_mentions, readers_of
from waypost.comments.queries.threads import Line, Thread, thread_on, threads_for
from waypost.comments.queries.wording import PLAN_PARTS, place_of, words_of

__all__ = [
    "PLAN_PARTS",
    "Line",
    "MentionLine",
    "Reading",
    "Thread",
    "Unclear",
    "comment_on",
    "mentions_of",
    "part_on",
    "place_of",
    "read_mentions",
    "readers_of",
    "thread_on",
    "threads_for",
    "words_of",
]
