"""One traffic light in words: where it is heading, what we do about it, what it was (TL-4)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.document.statements import ACCOUNT, Statement, write
from waypost.history.models import Change
from waypost.method.lights import LightReading, confirms, in_order, weeks
from waypost.method.plan import Action, ActionStatus, Colour, LightChange, TrafficLight
from waypost.method.short_term import is_late
from waypost.plans.queries.lights import TREND, answer_label
from waypost.plans.queries.served import Served, address, served_parts
from waypost.plans.queries.wording import Reader, known
from waypost.ui.drawing import colour_word
from waypost.ui.formats import short_month

Key = tuple[str, str, str, str, str]  # of one entry of a history: light, day, from, to, why


@dataclass(frozen=True, kw_only=True, slots=True)
class Answering:
    """An action that answers a light; ``what`` is empty where the response says it already."""

    code: str
    url: str
    what: str
    facts: tuple[str, ...]
    signal: str
    state: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One entry of a light's history, and who wrote it."""

    day: str
    iso: str
    colour: str
    text: str
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LightCard:
    """One light; ``on`` is None for the whole account, ``weeks`` has an empty text for no light."""

    code: str
    colour: str
    text: str
    trend: str
    since: str
    label: str
    response: str
    is_answered: bool
    actions: tuple[Answering, ...]
    on: Served | None
    summary: str
    weeks: tuple[str, ...]
    weeks_said: str
    first_week: str
    turns: tuple[Turn, ...]


class Cards:
    """Makes cards of the lights of one plan."""

    def __init__(self, reader: Reader, account_id: int, authors: dict[Key, str]) -> None:
        self._reader = reader
        self._account = account_id
        self._authors = authors
        self._served = served_parts(reader, account_id)

    def card(self, found: LightReading) -> LightCard:
        light, today = found.light, self._reader.today
        was = weeks(light, today)
        return LightCard(
            code=light.id,
            colour=light.colour,
            text=light.text,
            trend=TREND[found.heading],
            since=self._reader.since(light),
            label=answer_label(light),
            response=self._own_words(found),
            is_answered=bool(light.response),
            actions=tuple(self._answering(action, found) for action in found.actions),
            on=self._served.get(light.on),
            summary=_summary(light),
            weeks=tuple(colour or "" for colour in was),
            weeks_said=_weeks_said(was),
            first_week=short_month(date.fromordinal(today.toordinal() - 7 * (len(was) - 1))),
            turns=self._turns(light),
        )

    @staticmethod
    def _own_words(found: LightReading) -> str:
        """The response without the ids at its end, which the actions behind it show."""
        ids = "|".join(re.escape(action.id) for action in found.actions)
        said = found.light.response or ""
        return re.sub(rf"(?:(?:^|[\s,;]+)(?:{ids}))+[\s,;.]*$", "", said) if ids else said

    def _answering(self, action: Action, found: LightReading) -> Answering:
        reader = self._reader
        late = is_late(action, reader.today)
        signal, state = _state(action, late=late)
        due = reader.day(action.due)
        said = action.what in (found.light.response or "")
        return Answering(
            code=action.id,
            url=address("plans:action", self._account, action.id),
            what="" if said else action.what,
            facts=known(
                reader.name(action.owner), _("was due %(day)s") % {"day": due} if late else due
            ),
            signal=signal,
            state=state,
        )

    def _turns(self, light: TrafficLight) -> tuple[Turn, ...]:
        """Newest first; when it was first seen stands last, where that is known."""
        entries = in_order(light)
        turns = [self._turn(light, entry) for entry in entries]
        noted = any(entry.from_colour is None for entry in entries)
        if light.since is not None and not noted:
            first = (entries[-1].from_colour if entries else None) or light.colour
            turns.append(self._at(light.since, first, text="", by=(_("first noted"),)))
        return tuple(turns)

    def _turn(self, light: TrafficLight, entry: LightChange) -> Turn:
        what = entry.why or ""
        if confirms(entry):
            return self._at(
                entry.on,
                entry.to_colour,
                text=what or _("Still true."),
                by=(self._by(light, entry),),
            )
        was = _("first noted")
        if entry.from_colour is not None:
            was = _("from %(colour)s") % {"colour": colour_word(entry.from_colour).lower()}
        return self._at(entry.on, entry.to_colour, text=what, by=(self._by(light, entry), was))

    def _at(self, day: date, colour: Colour, *, text: str, by: tuple[str, ...]) -> Turn:
        words = ", ".join(known(*by))
        return Turn(
            day=self._reader.day(day),
            iso=day.isoformat(),
            colour=colour,
            text=text or words[:1].upper() + words[1:],
            by=words if text else "",
        )

    def _by(self, light: TrafficLight, entry: LightChange) -> str:
        was, why = entry.from_colour or "", entry.why or ""
        return self._authors.get((light.id, entry.on.isoformat(), was, entry.to_colour, why), "")


def authors(account_id: int, codes: dict[int, str]) -> dict[Key, str]:
    """Who wrote each entry of the lights' histories here; ``codes`` are the ids by row."""
    found = {}
    for row in _written().rows({ACCOUNT: account_id}):
        after, name = row["after"], row["change_set__actor__name"]
        code = codes.get(after["light_id"])
        if code and name:
            key = (code, after["on"], after["from_colour"], after["to_colour"], after["why"])
            found[key] = name
    return found


@cache
def _written() -> Statement:
    """The entries as they were written, with who wrote them."""
    written = Change.objects.filter(
        table="plans.lightchange",
        before__isnull=True,
        change_set__account=ACCOUNT,
        change_set__is_final=False,
        change_set__undoes=None,
    )
    return write(written, "after", "change_set__actor__name")


def _state(action: Action, *, late: bool) -> tuple[str, str]:
    """A signal and its word; an action that is on its way has neither."""
    if late:
        return "amber", _("Late")
    if action.status is ActionStatus.DONE:
        return "green", _("Done")
    return "", _("dropped") if action.status is ActionStatus.DROPPED else ""


def _summary(light: TrafficLight) -> str:
    turned = sum(1 for e in light.history if e.from_colour and not confirms(e))
    if not turned:
        return _("History, no change of colour")
    words = ngettext(
        "History, %(count)s change of colour", "History, %(count)s changes of colour", turned
    )
    return words % {"count": turned}


def _weeks_said(was: tuple[Colour | None, ...]) -> str:
    """Twelve weeks: green for 4, amber for 7, red for 1."""
    runs = [(colour, len(list(run))) for colour, run in groupby(was)]
    said = (
        _("%(colour)s for %(count)s")
        % {"colour": colour_word(colour).lower() if colour else _("not seen"), "count": count}
        for colour, count in runs
    )
    return _("Twelve weeks: %(runs)s") % {"runs": ", ".join(said)}
