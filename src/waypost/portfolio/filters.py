"""What the list can be filtered by, read from the address. What makes no sense there is left out
and named, so that an old or mangled link still opens the list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.method.plan import Tier
from waypost.planfile.problems import UNSTORABLE
from waypost.portfolio import conditions, sorting
from waypost.portfolio.conditions import Condition
from waypost.portfolio.figures import Figures

Text = str | Promise
TEXT: Final = "q"
LONGEST_TEXT: Final = 200


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer, and what then holds for the accounts listed on a day."""

    value: str
    label: Text
    condition: Callable[[date], Condition]


@dataclass(frozen=True, kw_only=True)
class SavedView(Option):
    """A ready-made question above the list, and its answer for an account that has been read."""

    note: Text = ""  # what exactly is meant, where the label does not say it
    matches: Callable[[Figures, date], bool]


@dataclass(frozen=True, kw_only=True)
class Select:
    """A question with its answers; where ``options`` is None a name is typed."""

    key: str
    label: Text
    anything: Text = ""
    options: tuple[Option, ...] | None

    def find(self, value: str) -> Option | None:
        if self.options is None:
            return lead(value) if is_readable(value) else None
        return next((option for option in self.options if option.value == value), None)


def tier_option(letter: str) -> Option:
    return Option(value=letter, label=letter, condition=lambda _today: conditions.tier(letter))


VIEWS: Final = (
    SavedView(
        value="decision",
        label=_("Needs a decision"),
        note=_("A serious finding, or the next stage goal will be missed at this pace."),
        condition=lambda _today: conditions.needs_decision(),
        matches=lambda figures, _today: figures.needs_decision,
    ),
    SavedView(
        value="red",
        label=_("Red lights"),
        condition=lambda _today: conditions.red_light(),
        matches=lambda figures, _today: bool(figures.reds),
    ),
    SavedView(
        value="reviews",
        label=_("Reviews this month"),
        note=_("The next review is this month, or is late."),
        condition=conditions.review_this_month,
        matches=Figures.is_review_this_month,
    ),
    SavedView(
        value="untouched",
        label=_("Untouched for 30 days"),
        condition=conditions.untouched,
        matches=Figures.is_untouched,
    ),
)
VIEW: Final = Select(key="view", label=_("View"), options=VIEWS)
TIER: Final = Select(
    key="tier",
    label=_("Tier"),
    anything=_("All tiers"),
    options=tuple(tier_option(letter) for letter in Tier),
)
LIGHTS: Final = Select(
    key="lights",
    label=_("Lights"),
    anything=_("Any"),
    options=(
        Option(
            value="red",
            label=_("At least one red"),
            condition=lambda _today: conditions.red_light(),
        ),
        Option(
            value="calm",
            label=_("No red or amber"),
            condition=lambda _today: conditions.no_red_or_amber(),
        ),
    ),
)
STAGE_GOAL: Final = Select(
    key="stage",
    label=_("Stage goal"),
    anything=_("Any"),
    options=(
        Option(
            value="soon",
            label=_("Due within 30 days"),
            condition=conditions.stage_goal_soon,
        ),
        Option(
            value="missed",
            label=_("Will be missed"),
            condition=lambda _today: conditions.stage_goal_missed(),
        ),
    ),
)


def questions(lead_names: Sequence[str] | None) -> tuple[Select, ...]:
    """All questions. The leads are those of the accounts somebody sees; None: too many to list."""
    options = None if lead_names is None else tuple(map(lead, lead_names))
    leads = Select(key="lead", label=_("Lead"), anything=_("Everyone"), options=options)
    return VIEW, TIER, leads, LIGHTS, STAGE_GOAL


def lead(name: str) -> Option:
    return Option(value=name, label=name, condition=lambda _today: conditions.led_by(name))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody wants to see of the list, and in which order."""

    chosen: Mapping[str, Option]  # by the key of the question
    text: str
    sort: str
    rejected: tuple[Text, ...]  # the labels of what could not be read

    @property
    def parameters(self) -> dict[str, str]:
        """The filters as the address names them."""
        found = {key: option.value for key, option in self.chosen.items()}
        return found | ({TEXT: self.text} if self.text else {})

    def conditions(self, today: date) -> dict[str, Condition]:
        """By the name of the parameter."""
        found = {key: option.condition(today) for key, option in self.chosen.items()}
        return found | ({TEXT: conditions.called(self.text)} if self.text else {})


def read(given: Mapping[str, str], asking: Sequence[Select]) -> Asked:
    """Make sense of the parameters of an address."""
    chosen: dict[str, Option] = {}
    rejected: list[Text] = []
    for question in asking:
        value = given.get(question.key, "").strip()
        if option := question.find(value) if value else None:
            chosen[question.key] = option
        elif value:
            rejected.append(question.label)
    text = given.get(TEXT, "").strip()
    if not is_readable(text):
        rejected.append(_("Account or place"))
        text = ""
    sort = given.get("sort", "")
    if sort and sort not in sorting.LABELS:
        rejected.append(_("Sort by"))
    return Asked(chosen=chosen, text=text, sort=sorting.chosen(sort), rejected=tuple(rejected))


def is_readable(text: str) -> bool:
    return len(text) <= LONGEST_TEXT and not UNSTORABLE.search(text)
