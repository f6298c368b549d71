"""The agenda of a planning session: its topics, how long they take, and what the plan proposes."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from waypost.method.plan import Plan
from waypost.planning.models import AgendaTopic, ParkedPoint, PlanningSession
from waypost.plans.queries.wording import Reader
from waypost.ui.formats import counted, excerpt

Kind = AgendaTopic.Kind
CUSTOMER, STEP = 30, 5  # minutes
SHORTEST = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A point of the agenda; ``number`` counts from one."""

    pk: int
    version: int
    number: int
    title: str
    kind: str
    kind_words: str
    minutes: int | None
    about: str
    about_text: str
    first: bool
    last: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    """``total`` in words, and ``over`` where it is longer than the session."""

    topics: tuple[Topic, ...]
    total: str
    over: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposed:
    title: str
    kind: str
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Parked:
    pk: int
    words: str
    author: str
    author_code: str


def agenda_of(reader: Reader, session: PlanningSession) -> Agenda:
    rows = AgendaTopic.objects.filter(session=session).select_related("about")
    found = list(rows.order_by("position", "pk"))
    texts = dict(_texts(reader.plan))
    topics = tuple(
        Topic(
            pk=row.pk,
            version=row.version,
            number=number,
            title=row.title,
            kind=row.kind,
            kind_words=row.get_kind_display(),
            minutes=row.minutes,
            about=row.about.code if row.about and row.about.retired_at is None else "",
            about_text=texts.get(row.about.code, "") if row.about else "",
            first=number == 1,
            last=number == len(found),
        )
        for number, row in enumerate(found, 1)
    )
    minutes = sum(row.minutes or 0 for row in found)
    return Agenda(
        topics=topics, total=_total(minutes, session), over=_over(minutes, session.minutes)
    )


def _total(minutes: int, session: PlanningSession) -> str:
    if not minutes:
        return ""
    if session.minutes:
        words = {"minutes": minutes, "all": session.minutes}
        return _("%(minutes)s of %(all)s minutes") % words
    return counted(minutes, "minute")


def _over(minutes: int, whole: int | None) -> str:
    if not whole or minutes <= whole:
        return ""
    return _(
        "The agenda is %(minutes)s longer than the session. Who runs out of time ends without "
        "actions: shorten a topic, or take one off."
    ) % {"minutes": counted(minutes - whole, "minute")}


def proposed_agenda(plan: Plan, minutes: int | None) -> tuple[Proposed, ...]:
    """The customer first, then the four levels, the ways, the lights, and actions at the end.

    What the plan lacks or has most of gets most of the time; the actions a fifth at least.
    """
    whole = minutes or 180
    objectives = plan.objectives
    shares = (
        (_("The picture of the account if everything went well"), Kind.VISION, 2),
        (_("What we want to hear the customer’s people say"), Kind.RELATIONSHIP, 2),
        (_("Business objectives and their stage goals"), Kind.BUSINESS, 4),
        (_("Strategies: which ones, and who is committed"), Kind.STRATEGIES, 3),
        (_("Traffic lights: what is for us, what is against us"), Kind.LIGHTS, 2),
        (_("Action plan: who does what by when"), Kind.ACTIONS, 4),
    )
    empty = {
        Kind.VISION: not objectives.visionary,
        Kind.RELATIONSHIP: not objectives.relationship,
        Kind.BUSINESS: not objectives.business,
        Kind.STRATEGIES: not plan.strategies,
    }
    weights = [share + (1 if empty.get(kind) else 0) for _title, kind, share in shares]
    customer = CUSTOMER if whole >= 4 * CUSTOMER else SHORTEST
    left = whole - customer
    topics = [Proposed(title=_("The customer speaks"), kind=Kind.OTHER, minutes=customer)]
    *others, actions = zip(shares, weights, strict=True)
    for (title, kind, _share), weight in others:
        own = left * weight // sum(weights) // STEP * STEP
        topics.append(Proposed(title=title, kind=kind, minutes=max(own, STEP)))
    rest = whole - sum(topic.minutes for topic in topics)
    (title, kind, _share), _weight = actions
    return (*topics, Proposed(title=title, kind=kind, minutes=max(rest, STEP)))


def parked_of(reader: Reader, session: PlanningSession) -> tuple[Parked, ...]:
    rows = ParkedPoint.objects.filter(session=session).select_related("author").order_by("pk")
    return tuple(
        Parked(
            pk=row.pk,
            words=row.words,
            author=reader.name(row.author.code if row.author else None),
            author_code=row.author.code if row.author else "",
        )
        for row in rows
    )


def parts_to_choose(plan: Plan) -> list[tuple[str, str]]:
    """What a topic can be about, and what a decision can have become."""
    return [
        ("", _("Nothing in the plan")),
        *((c, f"{c}  {excerpt(t, 60)}") for c, t in _texts(plan)),
    ]


def _texts(plan: Plan) -> list[tuple[str, str]]:
    found = plan.objectives
    return [
        *((part.id, part.text) for part in found.visionary),
        *((part.id, part.text) for part in found.relationship),
        *((part.id, part.text) for part in found.business),
        *((part.id, part.statement) for part in plan.strategies),
        *((part.id, part.name) for part in plan.opportunities),
    ]
