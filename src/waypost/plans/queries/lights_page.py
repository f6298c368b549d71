"""The pages of the traffic lights: three lanes, worst first; one light alone (TL)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.document.statements import ACCOUNT, Statement, write
from waypost.method.lights import WORST_FIRST, LightCounts, colour_on, read_lights
from waypost.method.plan import Colour, Plan, TrafficLight
from waypost.method.short_term import is_open
from waypost.plans.models import TrafficLight as Row
from waypost.plans.queries.action_choices import Choice
from waypost.plans.queries.gone_lights import GoneLight, gone_lights, in_words
from waypost.plans.queries.light_cards import Cards, LightCard, authors
from waypost.plans.queries.wording import Reader, listed
from waypost.ui.drawing import colour_word
from waypost.ui.formats import excerpt

PARTS = ("team", "objectives", "actions", "traffic_lights", "people", "opportunities")
MONTH = timedelta(days=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lane:
    """All lights of one colour; ``nothing`` is said where there is none."""

    colour: str
    title: str
    note: str
    nothing: str
    cards: tuple[LightCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LightsPage:
    """Everything that the page shows, in words; ``before`` is how it was a month ago."""

    before: str
    lanes: tuple[Lane, ...]
    gone: tuple[GoneLight, ...]

    @property
    def is_empty(self) -> bool:
        return not any(lane.cards for lane in self.lanes)


def lights_page(reader: Reader, access: Access) -> LightsPage:
    """All lights of the plan, and those that have gone out lately."""
    rows = _codes().rows({ACCOUNT: access.account.pk})
    codes = {row["pk"]: row["ref__code"] for row in rows}
    cards = Cards(reader, access.account.pk, authors(access.account.pk, codes))
    found = [cards.card(reading) for reading in read_lights(reader.plan, reader.today)]
    gone = gone_lights(access.account, reader.today)
    day = reader.today - MONTH
    then = [*reader.plan.traffic_lights, *(light for light, until in gone if until > day)]
    notes = _notes()
    return LightsPage(
        before=_colours(then, day),
        lanes=tuple(
            Lane(
                colour=colour,
                title=colour_word(colour),
                note=notes[colour][0],
                nothing=notes[colour][1],
                cards=tuple(card for card in found if card.colour == colour),
            )
            for colour in WORST_FIRST
        ),
        gone=tuple(in_words(light, until, reader) for light, until in gone),
    )


@cache
def _codes() -> Statement:
    return write(Row.objects.live().filter(account=ACCOUNT), "pk", "ref__code")


def light_card(reader: Reader, row: Row) -> LightCard:
    """One light of the plan."""
    who = authors(row.account_id, {row.pk: row.ref.code})
    readings = read_lights(reader.plan, reader.today)
    found = next(reading for reading in readings if reading.light.id == row.ref.code)
    return Cards(reader, row.account_id, who).card(found)


def open_actions(plan: Plan) -> list[Choice]:
    """The actions that can answer a light."""
    return [
        (action.id, f"{action.id}  {excerpt(action.what, 60)}")
        for action in plan.short_term_plan.actions
        if is_open(action)
    ]


def _notes() -> dict[Colour, tuple[str, str]]:
    """What a colour means and asks for, and what is said where no light has it (TL-1)."""
    return {
        Colour.RED: (
            _("Stops an objective. Answer it by a date."),
            _("Nothing stops you. A month without a red light is worth a second look."),
        ),
        Colour.AMBER: (
            _("Could go either way. Watch it and respond."),
            _("Nothing could go either way: who is new there, what changes at the customer?"),
        ),
        Colour.GREEN: (
            _("In our favour, once we use it."),
            _("Nothing helps you yet: who likes you, where are you approved?"),
        ),
    }


def _colours(lights: list[TrafficLight], day: date) -> str:
    """No red, 3 amber, 3 green; empty where there was no light on that day."""
    then = [colour_on(light, day) for light in lights]
    counts = LightCounts(
        green=then.count(Colour.GREEN), amber=then.count(Colour.AMBER), red=then.count(Colour.RED)
    )
    if not (counts.green or counts.amber or counts.red):
        return ""
    no = _("no")
    return listed(
        _("%(count)s red") % {"count": counts.red or no},
        _("%(count)s amber") % {"count": counts.amber or no},
        _("%(count)s green") % {"count": counts.green or no},
    )
