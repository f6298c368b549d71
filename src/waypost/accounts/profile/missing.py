"""What is missing in the profile, each with the step that adds it (PRO-1, PRO-2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.accounts.models import Fact, SwotPoint
from waypost.accounts.policies import Access
from waypost.accounts.profile.figures import Finances
from waypost.accounts.profile.lines import KnownLine
from waypost.ui.formats import excerpt

if TYPE_CHECKING:
    from waypost.accounts.profile.page import Section


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """``url`` leads to where it is added, empty for whoever may not change it."""

    text: str
    step: str
    url: str


def missing(
    access: Access,
    sections: "Mapping[str, Section]",
    points: Sequence[tuple[str, KnownLine]],
    finances: Finances,
) -> tuple[Missing, ...]:
    """Empty parts first, then facts without a source or a date, then what the chain lacks."""
    found = [*_empty(access, sections, points, finances), *_undocumented(access, sections)]
    return tuple(found)


def _empty(
    access: Access,
    sections: "Mapping[str, Section]",
    points: Sequence[tuple[str, KnownLine]],
    finances: Finances,
) -> Iterator[Missing]:
    pk = access.account.pk
    for section in sections.values():
        if not section.facts:
            url = f"{reverse('accounts:fact-creation', args=[pk])}?topic={section.key}"
            text = _("Nothing on: %(part)s") % {"part": section.title}
            yield _step(access, text, _("Add a fact"), url)
    sides = {side for side, _line in points}
    for side in SwotPoint.Side:
        if side not in sides:
            url = f"{reverse('accounts:swot-point-creation', args=[pk])}?side={side.value}"
            text = _("Nothing in the SWOT on: %(side)s") % {"side": side.label}
            yield _step(access, text, _("Add one"), url)
    if not finances.years:
        url = reverse("accounts:figures-creation", args=[pk])
        text = _("No figures of any year: what can they carry?")
        yield _step(access, text, _("Add a year"), url)


def _undocumented(access: Access, sections: "Mapping[str, Section]") -> Iterator[Missing]:
    for section in sections.values():
        for line in section.facts:
            words = {"fact": excerpt(line.text, 60)}
            if not line.source:
                text = _("No source: %(fact)s") % words
                yield _step(access, text, _("Add it"), f"{line.edit}?field=source")
            if line.as_of is None:
                text = _("No date: %(fact)s") % words
                yield _step(access, text, _("Add it"), f"{line.edit}?field=as_of")
    chain = sections[Fact.Topic.VALUE_CHAIN].facts
    for line in chain:
        if not line.stage:
            text = _("No place in the value chain: %(fact)s") % {"fact": excerpt(line.text, 60)}
            yield _step(access, text, _("Place it"), f"{line.edit}?field=stage")
    if chain and not any(line.adds for line in chain):
        text = _("Nothing says where we add value to their chain")
        url = f"{reverse('accounts:fact-creation', args=[access.account.pk])}?topic=value_chain"
        yield _step(access, text, _("Add it"), url)


def _step(access: Access, text: str, step: str, url: str) -> Missing:
    return Missing(text=text, step=step, url=url if access.can_edit_plan else "")
