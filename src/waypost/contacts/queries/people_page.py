"""The people of an account: the map, the coverage, their decisions, and lists of some of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.contacts.queries.coverage import Coverage, coverage, level_in_words
from waypost.contacts.queries.org import org_map
from waypost.contacts.queries.org_list import OrgList, disposition
from waypost.contacts.queries.standing import is_seen, roles_in_words, roles_of
from waypost.health.queries import FindingLine, findings_on_coverage
from waypost.method.checks.likeness import plain_letters
from waypost.method.plan import DecisionGroup, Person, Plan, TeamMember
from waypost.plans.queries.wording import known
from waypost.ui.formats import counted, number, short_date

PARTS: Final = ("locations", "team", "faces", "decision_groups")
ON_A_PAGE: Final = 50
NOBODY, UNSEEN, EVERYBODY, FORGOTTEN = "nobody", "unseen", "all", "to-erase"
KEPT_DAYS: Final = 730  # after these without a contact there is hardly a reason to know a leaver
Choose = Callable[[Person, date], bool]
CHOICES: Final[dict[str, Choose]] = {
    EVERYBODY: lambda _person, _today: True,
    NOBODY: lambda person, _today: not person.known_by,
    UNSEEN: lambda person, today: not is_seen(person, today),
    FORGOTTEN: lambda person, today: _is_forgotten(person, today),
}
LABELS: Final = {
    "": gettext_lazy("Org map"),
    EVERYBODY: gettext_lazy("Everybody"),
    NOBODY: gettext_lazy("Nobody knows them"),
    UNSEEN: gettext_lazy("Not seen for 60 days"),
    FORGOTTEN: gettext_lazy("To be erased?"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What of the people is asked for: a list of some, a word in name or title, a branch."""

    who: str = ""
    word: str = ""
    under: str = ""
    page: str = ""

    @property
    def is_list(self) -> bool:
        return bool(self.who in CHOICES or self.word)


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A saved view with how many it has."""

    label: str
    query: str
    count: str
    is_current: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonRow:
    """One person of a list."""

    code: str
    name: str
    facts: tuple[str, ...]
    known_by: tuple[str, ...]
    disposition: SafeString | str
    seen: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionRow:
    """One purchase decision, and who stands in which role."""

    code: str
    decision: str
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OrgPage:
    """``tree`` and ``alone`` are lists of the map, of those below ``under`` where it is a name."""

    tree: SafeString
    alone: SafeString
    more_alone: str
    under: str
    left: tuple[PersonRow, ...]
    coverage: Coverage | None
    decisions: tuple[DecisionRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PeoplePage:
    """``rows`` where a list is asked for, else the ``org``."""

    team: tuple[TeamMember, ...]
    lede: str
    is_empty: bool
    views: tuple[View, ...]
    org: OrgPage | None
    rows: "Page[PersonRow] | None"
    lines: tuple[FindingLine, ...]


def people_page(access: Access, asked: Asked, today: date) -> PeoplePage:
    plan = plan_for(access, PARTS)
    reading = _Reading(plan, access, today)
    people = [person for person in plan.people if not person.left_company]
    return PeoplePage(
        team=plan.team,
        lede=_lede(people),
        is_empty=not plan.people and not plan.decision_groups,
        views=tuple(_views(asked, plan, people, today)),
        org=None if asked.is_list else reading.org(people, asked.under),
        rows=reading.page(_asked_of(asked.who, plan, people), asked) if asked.is_list else None,
        lines=findings_on_coverage(access),
    )


class _Reading:
    """A plan with what its people are read with."""

    def __init__(self, plan: Plan, access: Access, today: date) -> None:
        self.plan = plan
        self.access = access
        self.today = today
        self.names = {person.id: person.name for person in plan.people}
        self.sites = {site.id: site.name for site in plan.account.locations}
        self.team = {member.id: member.name for member in plan.team}

    def org(self, people: list[Person], under: str) -> OrgPage:
        """The map of those who are there, or of those below somebody."""
        found = org_map(self.on_the_map(), under)
        top = self.names.get(under, "")
        alone = () if top else found.alone
        drawing = OrgList(
            *(self.access.account.pk, self.team, roles_of(self.plan), self.today),
            me=self.access.member_code,
        )
        left = [person for person in self.plan.people if person.left_company]
        return OrgPage(
            tree=drawing.tree(found.trees),
            alone=drawing.alone(alone[:ON_A_PAGE]),
            more_alone=_("%(count)s more") % {"count": number(len(alone) - ON_A_PAGE)}
            if len(alone) > ON_A_PAGE
            else "",
            under=top,
            left=tuple(map(self.row, left[:ON_A_PAGE])),
            coverage=coverage(self.plan, people, self.today) if people and not top else None,
            decisions=tuple(map(self.decision, self.plan.decision_groups)),
        )

    def on_the_map(self) -> list[Person]:
        """Those who are there, and whoever left and still has people below."""
        superiors = {person.reports_to for person in self.plan.people if not person.left_company}
        return [one for one in self.plan.people if not one.left_company or one.id in superiors]

    def row(self, person: Person) -> PersonRow:
        superior = self.names.get(person.reports_to or "")
        return PersonRow(
            code=person.id,
            name=person.name,
            facts=known(
                person.title or "",
                self.sites.get(person.location or "", ""),
                level_in_words(person.level) if person.level else "",
                _("reports to %(name)s") % {"name": superior} if superior else "",
            ),
            known_by=tuple(self.team[code] for code in person.known_by if code in self.team),
            disposition=disposition(person.disposition),
            seen=short_date(person.last_contact, self.today) or _("not met yet"),
        )

    def page(self, people: list[Person], asked: Asked) -> "Page[PersonRow]":
        choose, word = CHOICES.get(asked.who, CHOICES[EVERYBODY]), plain_letters(asked.word)
        chosen = [
            person
            for person in sorted(people, key=lambda one: one.name.casefold())
            if choose(person, self.today)
            and (not word or word in plain_letters(f"{person.name} {person.title or ''}"))
        ]
        return Paginator(_Rows(chosen, self.row), ON_A_PAGE).get_page(asked.page)

    def decision(self, group: DecisionGroup) -> DecisionRow:
        roles = tuple(
            (
                self.names.get(member.person, ""),
                roles_in_words(member.roles) or _("no role yet"),
            )
            for member in group.people
        )
        return DecisionRow(code=group.id, decision=group.decision, roles=roles)


class _Rows(Sequence[PersonRow]):
    """The rows of these people, each made when it is asked for: a page makes its own alone."""

    def __init__(self, people: list[Person], row: Callable[[Person], PersonRow]) -> None:
        self.people = people
        self.row = row

    def __len__(self) -> int:
        return len(self.people)

    def __getitem__(self, asked: Any) -> Any:
        return [self.row(person) for person in self.people[asked]]


def _lede(people: list[Person]) -> str:
    covered = sum(bool(person.known_by) for person in people)
    words = {"people": counted(len(people), "person"), "known": number(covered)}
    return _("%(people)s, %(known)s of them known to one of us.") % words


def _is_forgotten(person: Person, today: date) -> bool:
    """Whether somebody left the company and nobody has met them for `KEPT_DAYS`."""
    last = person.last_contact
    return bool(person.left_company) and (last is None or (today - last).days > KEPT_DAYS)


def _asked_of(key: str, plan: Plan, people: list[Person]) -> list[Person]:
    """Those a view chooses from: who left is on none but one."""
    return list(plan.people) if key == FORGOTTEN else people


def _views(asked: Asked, plan: Plan, people: list[Person], today: date) -> Iterator[View]:
    """The last one is there where it has somebody."""
    for key in LABELS:
        view = _view(key, asked, _asked_of(key, plan, people), today)
        if key != FORGOTTEN or view.count != "0" or view.is_current:
            yield view


def _view(key: str, asked: Asked, people: list[Person], today: date) -> View:
    choose = CHOICES.get(key)
    count = number(sum(choose(person, today) for person in people)) if choose else ""
    query = urlencode({"who": key}) if key else ""
    return View(
        label=str(LABELS[key]),
        query=query,
        count=count,
        is_current=key == asked.who and not asked.word,
    )
