"""Days and meetings as calendar programs read them (RFC 5545)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import quote

from django.conf import settings

if TYPE_CHECKING:
    import icalendar

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
MAKER: Final = "-//Waypost//EN"

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Someone:
    name: str
    email: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A meeting, or a day on which something is due: then ``starts`` is a date and takes nobody's
    time. Of one that is called off it need not be known.

    ``key`` tells it from all others of this Waypost and stays the same; of two with one key the
    higher ``sequence`` holds. ``url`` is an address of ours, below WAYPOST_URL.
    """

    key: str
    title: str
    starts: date | None
    lasts: timedelta = timedelta(0)
    text: str = ""
    place: str = ""
    url: str = ""
    sequence: int = 0
    is_called_off: bool = False
    organiser: Someone | None = None
    invited: Sequence[Someone] = ()


def calendar(
    events: Iterable[Event], *, now: datetime, name: str = "", method: Method = "PUBLISH"
) -> bytes:
    """The calendar as a file; ``now`` is when it was made."""
    # Half as long to import as Django itself, and needed by next to no request.
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", method)
    if name:
        made.add("x-wr-calname", name)
    for event in events:
        made.add_component(_component(event, now))
    return bytes(made.to_ical())


def _component(event: Event, now: datetime) -> "icalendar.Event":
    import icalendar

    found = icalendar.Event()
    found.add("uid", f"{event.key}@{settings.BASE_URL.hostname}")
    found.add("dtstamp", now.astimezone(UTC))
    found.add("sequence", event.sequence)
    found.add("summary", event.title)
    found.add("status", "CANCELLED" if event.is_called_off else "CONFIRMED")
    if isinstance(event.starts, datetime):
        found.add("dtstart", event.starts.astimezone(UTC))
        found.add("dtend", (event.starts + event.lasts).astimezone(UTC))
    elif event.starts is not None:
        found.add("dtstart", event.starts)
        found.add("transp", "TRANSPARENT")
    if event.url:
        found.add("url", settings.BASE_URL.geturl() + event.url)
    for field, value in (("description", event.text), ("location", event.place)):
        if value:
            found.add(field, value)
    if event.organiser:
        found.add("organizer", _address(event.organiser))
    for person in event.invited:
        found.add("attendee", _address(person), encode=False)
    return found


def _address(person: Someone) -> "icalendar.vCalAddress":
    import icalendar

    address = icalendar.vCalAddress(f"mailto:{quote(person.email, safe='@+')}")
    address.params["CN"] = person.name
    return address
