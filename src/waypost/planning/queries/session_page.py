"""The page of one planning session, in whatever state it is."""

from dataclasses import dataclass

from waypost.planning.models import AgendaTopic, PlanningSession
from waypost.planning.queries.sessions import title_of, when_of
from waypost.plans.queries.wording import Reader


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A point of the agenda; ``number`` counts from one."""

    pk: int
    number: int
    title: str
    kind: str
    kind_words: str
    minutes: int | None
    about: str
    about_text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionPage:
    code: str
    title: str
    when: str
    state: str
    led_by: str
    place: str
    topics: tuple[Topic, ...]


def session_page(reader: Reader, session: PlanningSession) -> SessionPage:
    return SessionPage(
        code=session.ref.code,
        title=title_of(session),
        when=when_of(session, reader),
        state=session.state_on(reader.today).value,
        led_by=session.led_by.name if session.led_by else "",
        place=session.place,
        topics=topics_of(session),
    )


def topics_of(session: PlanningSession) -> tuple[Topic, ...]:
    rows = AgendaTopic.objects.filter(session=session).select_related("about")
    return tuple(
        Topic(
            pk=row.pk,
            number=number,
            title=row.title,
            kind=row.kind,
            kind_words=row.get_kind_display(),
            minutes=row.minutes,
            about=row.about.code if row.about and row.about.retired_at is None else "",
            about_text="",
        )
        for number, row in enumerate(rows.order_by("position", "pk"), 1)
    )
