"""What accounts are filtered by: each condition for the database and in words.

The words complete "No account …" and "3 accounts …", so an empty list can say what emptied it.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import AlsoKnownAs, Location
from waypost.health.models import AccountSummary, Finding
from waypost.portfolio.figures import UNTOUCHED_DAYS, first_of_next_month

Signal = AccountSummary.Signal
SOON_DAYS: Final = 30


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Something that holds for an account or does not."""

    holds: Q
    one: str  # No account has a red light
    many: str  # 3 accounts have a red light


def needs_decision() -> Condition:
    """What the team does not settle by going on: a serious finding, a stage goal out of reach."""
    serious = Q(summary__worst_finding=Finding.Severity.SERIOUS)
    missed = Q(summary__next_stage_signal=Signal.RED)
    return Condition(holds=serious | missed, one=_("needs a decision"), many=_("need a decision"))


def red_light() -> Condition:
    return Condition(
        holds=Q(summary__reds__gt=0), one=_("has a red light"), many=_("have a red light")
    )


def no_red_or_amber() -> Condition:
    return Condition(
        holds=Q(summary__reds=0, summary__ambers=0),
        one=_("is without red and amber lights"),
        many=_("are without red and amber lights"),
    )


def review_this_month(today: date) -> Condition:
    """The next review is this month, or was due before."""
    return Condition(
        holds=Q(summary__next_review__lt=first_of_next_month(today)),
        one=_("has a review this month"),
        many=_("have a review this month"),
    )


def untouched(today: date) -> Condition:
    """Nobody worked on the plan for more than 30 days."""
    since = datetime.combine(today - timedelta(days=UNTOUCHED_DAYS), time.min)
    return Condition(
        holds=Q(touched_at__lt=timezone.make_aware(since)),
        one=_("was left untouched for 30 days"),
        many=_("were left untouched for 30 days"),
    )


def stage_goal_soon(today: date) -> Condition:
    return Condition(
        holds=Q(summary__next_stage_due__lte=today + timedelta(days=SOON_DAYS)),
        one=_("has a stage goal due within 30 days"),
        many=_("have a stage goal due within 30 days"),
    )


def stage_goal_missed() -> Condition:
    return Condition(
        holds=Q(summary__next_stage_signal=Signal.RED),
        one=_("will miss its next stage goal"),
        many=_("will miss their next stage goal"),
    )


def tier(letter: str) -> Condition:
    words = {"tier": letter}
    return Condition(
        holds=Q(tier=letter), one=_("is tier %(tier)s") % words, many=_("are tier %(tier)s") % words
    )


def led_by(name: str) -> Condition:
    words = {"name": name}
    return Condition(
        holds=Q(summary__lead_name__iexact=name),
        one=_("is led by %(name)s") % words,
        many=_("are led by %(name)s") % words,
    )


def called(text: str) -> Condition:
    """The text is part of a name of the account, of its parent company, of a place or country."""
    # SQLite compares without regard to capitals in ASCII only; its regular expressions in all.
    part_of, value = ("icontains", text) if text.isascii() else ("iregex", re.escape(text))
    own = Q((f"name__{part_of}", value)) | Q((f"parent__{part_of}", value))
    place = Q((f"name__{part_of}", value)) | Q((f"country__{part_of}", value))
    names = AlsoKnownAs.objects.filter(Q((f"name__{part_of}", value)), account=OuterRef("pk"))
    places = Location.objects.live().filter(place, account=OuterRef("pk"))
    words = {"text": text}
    return Condition(
        holds=own | Q(Exists(names)) | Q(Exists(places)),
        one=_("has “%(text)s” in a name or place") % words,
        many=_("have “%(text)s” in a name or place") % words,
    )
