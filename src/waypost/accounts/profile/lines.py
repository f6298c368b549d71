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
    today: date,
) -> list[tuple[str, KnownLine]]:
    """Each with its topic; a finding that two facts contradict each other stands at both."""
    places: dict[str, int] = {}
    listed: list[tuple[str, KnownLine]] = []
    for fact in facts:
        place = places[fact.topic] = places.get(fact.topic, -1) + 1
        live = fact.ref is not None and fact.ref.retired_at is None
        at = fact.ref.code if fact.ref is not None and live else f"{fact.topic}[{place}]"
        line = known_line(access, fact, at, written.get(fact.pk, NOBODY), today)
        listed.append((fact.topic, line))
    by_at = {line.at: line for _topic, line in listed}
    against: defaultdict[str, list[KnownLine]] = defaultdict(list)
    for at, lines in found.items():
        for subject in {one.subject for one in lines} if at in by_at else ():
            against[subject].append(by_at[at])
    return [
        (topic, _with_findings(line, by_at, found.get(line.at, ()), against[line.at]))
        for topic, line in listed
    ]


def known_line(
    access: Access, entry: Fact | SwotPoint, at: str, written: Entered, today: date
) -> KnownLine:
    age = freshness(entry.as_of, today)
    kind = "fact" if isinstance(entry, Fact) else "swot-point"
    url = address(f"accounts:{kind}", access.account.pk, entry.pk)
    can_edit = access.can_edit_plan
    change = address("accounts:fact-change", access.account.pk, entry.pk)
    return KnownLine(
        key=entry.pk,
        at=at,
        anchor=f"{kind}-{entry.pk}",
        url=url,
        edit=(change if isinstance(entry, Fact) else url) if can_edit else "",
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
    )


def _with_findings(
    line: KnownLine,
    by_at: Mapping[str, KnownLine],
    here: Sequence[FindingLine],
    others: Sequence[KnownLine],
) -> KnownLine:
    """What was found here, and at ``others`` where those say otherwise."""
    if not here and not others:
        return line
    against = [_against(one, by_at[one.subject]) for one in here if one.subject in by_at]
    plain = [one for one in here if one.subject in ABOUT_ITSELF]
    return replace(
        line,
        found=(*plain, *against),
        against=tuple(Against(text=excerpt(one.text), url=f"#{one.anchor}") for one in others),
    )


def _against(finding: FindingLine, other: KnownLine) -> FindingLine:
    words = {"other": excerpt(other.text)}
    return replace(finding, message=_("It seems to contradict “%(other)s”.") % words)
