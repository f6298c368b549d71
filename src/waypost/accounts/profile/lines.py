"""What is known of a customer in words: each fact with who says so, its age and who entered it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waypost.accounts.models import Fact, SwotPoint
from waypost.accounts.policies import Access
from waypost.accounts.profile.entered import Entered
from waypost.accounts.profile.spots import spot
from waypost.health.queries import FindingLine
from waypost.method.profile import Freshness, freshness
from waypost.ui.addresses import address
from waypost.ui.formats import excerpt, short_date

NOBODY = Entered()
# What the findings about a fact alone are about; the others name another fact.
ABOUT_ITSELF = frozenset({"source", "date", "age"})
MARKS = {
    Freshness.FRESH: "fresh",
    Freshness.AGEING: "ageing",
    Freshness.OLD: "old",
    Freshness.UNDATED: "gap",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Against:
    """Another fact that says otherwise."""

    text: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Does:
    """Something we do for a goal of the customer."""

    code: str
    text: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownLine:
    """A fact or a point of the SWOT; ``at`` is what findings call it, ``url`` its own page."""

    key: int
    at: str
    anchor: str
    url: str
    edit: str
    text: str
    source: str
    as_of: date | None
    said: str
    mark: str
    word: str
    by: str
    before: int = 0
    adds: bool = False
    stage: str = ""
    found: tuple[FindingLine, ...] = ()
    against: tuple[Against, ...] = ()
    does: tuple[Does, ...] = ()

    @property
    def has_forms(self) -> bool:
        """Whether a step is a form of its own, which is not the same in the next page drawn."""
        return any(one.step and one.step.now for one in self.found)

    @property
    def text_spot(self) -> SafeString:
        return spot(self.anchor, self.edit, "text", self.text)

    @property
    def source_spot(self) -> SafeString:
        return spot(self.anchor, self.edit, "source", self.source, _("no source"))

    @property
    def said_spot(self) -> SafeString:
        return spot(self.anchor, self.edit, "as_of", self.said, _("no date"))


def fact_lines(
    access: Access,
    facts: Sequence[Fact],
    written: Mapping[int, Entered],
    found: Mapping[str, Sequence[FindingLine]],
    does: Mapping[str, tuple[Does, ...]],
    today: date,
) -> list[tuple[str, KnownLine]]:
    """Each with its topic; a finding that two facts contradict each other stands at both."""
    by_at = _by_at(facts)
    against: defaultdict[str, list[Against]] = defaultdict(list)
    for at, lines in found.items():
        for subject in {one.subject for one in lines} if at in by_at else ():
            other = by_at[at]
            against[subject].append(Against(text=excerpt(other.text), url=f"#fact-{other.pk}"))
    return [
        (
            fact.topic,
            known_line(
                access,
                fact,
                written.get(fact.pk, NOBODY),
                today,
                at=at,
                found=_found(found.get(at, ()), by_at),
                against=tuple(against[at]),
                does=does.get(at, ()),
            ),
        )
        for at, fact in by_at.items()
    ]


def _by_at(facts: Sequence[Fact]) -> dict[str, Fact]:
    """By what findings call each: its id, or its place in its part of the profile."""
    places: dict[str, int] = {}
    found: dict[str, Fact] = {}
    for fact in facts:
        place = places[fact.topic] = places.get(fact.topic, -1) + 1
        live = fact.ref is not None and fact.ref.retired_at is None
        at = fact.ref.code if fact.ref is not None and live else f"{fact.topic}[{place}]"
        found[at] = fact
    return found


def _found(here: Sequence[FindingLine], by_at: Mapping[str, Fact]) -> tuple[FindingLine, ...]:
    """What is about the fact alone, then what else says otherwise."""
    if not here:
        return ()
    against = [_against(one, by_at[one.subject]) for one in here if one.subject in by_at]
    return (*(one for one in here if one.subject in ABOUT_ITSELF), *against)


def known_line(
    access: Access,
    entry: Fact | SwotPoint,
    written: Entered,
    today: date,
    *,
    at: str = "",
    found: tuple[FindingLine, ...] = (),
    against: tuple[Against, ...] = (),
    does: tuple[Does, ...] = (),
) -> KnownLine:
    age = freshness(entry.as_of, today)
    kind = "fact" if isinstance(entry, Fact) else "swot-point"
    url = address(f"accounts:{kind}", access.account.pk, entry.pk)
    is_fact = isinstance(entry, Fact)
    change = address("accounts:fact-change", access.account.pk, entry.pk) if is_fact else url
    return KnownLine(
        key=entry.pk,
        at=at,
        anchor=f"{kind}-{entry.pk}",
        url=url,
        edit=change if access.can_edit_plan else "",
        text=entry.text,
        source=entry.source,
        as_of=entry.as_of,
        said=short_date(entry.as_of, today),
        mark=MARKS[age],
        word=_("No date") if age is Freshness.UNDATED else "",
        by=written.by,
        before=len(written.before),
        adds=isinstance(entry, Fact) and entry.adds_value,
        stage=entry.stage if isinstance(entry, Fact) else "",
        found=found,
        against=against,
        does=does,
    )


def _against(finding: FindingLine, other: Fact) -> FindingLine:
    words = {"other": excerpt(other.text)}
    return replace(finding, message=_("It seems to contradict “%(other)s”.") % words)
