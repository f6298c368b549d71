"""What we know of the customer, from whom, and what we do not know (PRO-1, PRO-2)."""

from collections.abc import Collection
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from waypost.accounts.models import Fact, Gap, Link, Ref, SwotPoint, YearFigures
from waypost.accounts.operations.rows import (
    lock,
    lock_account,
    new_ref,
    retire,
    save_row,
    writing,
)
from waypost.accounts.operations.texts import check_new, check_nothing_confidential
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.models import SeenBy
from waypost.history.operations import Written, row_values
from waypost.history.stale import StaleError
from waypost.method.shape import Kind
from waypost.ui.formats import excerpt

Entry = TypeVar("Entry", Fact, SwotPoint, Gap, YearFigures)
SERVING = (Kind.BUSINESS, Kind.STRATEGY, Kind.OPPORTUNITY)


def add_fact(
    *, access: Access, topic: Fact.Topic, text: str, source: str, as_of: date | None, **place: Any
) -> Written[Fact]:
    """``place``: the stage of the value chain, and whether we add value there.

    A goal of the customer has an id from the first day on: it is there to be served (CRI-4).
    """
    check_can_edit_plan(access)
    check_nothing_confidential(text=text, source=source)
    check_new(Fact.objects.live().filter(account=access.account, topic=topic), "text", text)
    values = {"topic": topic, "text": text, "source": source, "as_of": as_of, **place}
    fact = Fact(account=access.account, **values)
    return _add(access, fact, _("Added a fact: %(text)s") % {"text": excerpt(text)})


def add_swot_point(
    *, access: Access, side: SwotPoint.Side, text: str, source: str = "", as_of: date | None = None
) -> Written[SwotPoint]:
    check_can_edit_plan(access)
    check_new(SwotPoint.objects.live().filter(account=access.account, side=side), "text", text)
    values = {"side": side, "text": text, "source": source, "as_of": as_of}
    words = {"side": SwotPoint.Side(side).label, "text": excerpt(text)}
    what = _("Added to %(side)s: %(text)s") % words
    return _add(access, SwotPoint(account=access.account, **values), what)


def add_gap(*, access: Access, text: str, could_know: str = "") -> Written[Gap]:
    check_can_edit_plan(access)
    check_new(Gap.objects.live().filter(account=access.account), "text", text)
    what = _("Added a gap: %(text)s") % {"text": excerpt(text)}
    return _add(access, Gap(account=access.account, text=text, could_know=could_know), what)


def add_figures(*, access: Access, year: int, **values: Any) -> Written[YearFigures]:
    """What they earn in a year; ValidationError where there are figures of that year."""
    check_can_edit_plan(access)
    with transaction.atomic():
        _check_year(access, year)
        figures = YearFigures(account=access.account, year=year, **values)
        return _add(access, figures, _("Added the figures of %(year)s") % {"year": year})


@transaction.atomic
def change_fact(*, access: Access, fact: Fact, version: int, **values: Any) -> Written[Fact]:
    """What stands there now gives way to what is known now, and stays in the history; may raise
    StaleError."""
    check_can_edit_plan(access)
    told = {name: values[name] for name in ("text", "source") if name in values}
    check_nothing_confidential(
        **{name: text for name, text in told.items() if text != getattr(fact, name)}
    )
    new_text = values.get("text", fact.text)
    if new_text != fact.text:
        words = {"old": excerpt(fact.text), "new": excerpt(new_text)}
        what = _("Replaced “%(old)s” by “%(new)s”") % words
    else:
        what = _("Changed a fact: %(text)s") % {"text": excerpt(new_text)}
    hidden = Fact.Topic.COMPETITORS in (fact.topic, values.get("topic"))
    return save_row(
        fact,
        access=access,
        version=version,
        what=what,
        values=values,
        seen_by=SeenBy.MARGINS if hidden else SeenBy.PLAN,
    )


@transaction.atomic
def confirm_fact(*, access: Access, fact: Fact, version: int, as_of: date) -> Written[Fact]:
    """It is still true on that day; may raise StaleError."""
    check_can_edit_plan(access)
    what = _("Noted that “%(fact)s” is still true") % {"fact": excerpt(fact.text)}
    values = {"as_of": as_of}
    seen_by = _seen_by(fact)
    return save_row(fact, access=access, version=version, what=what, values=values, seen_by=seen_by)


@transaction.atomic
def serve_goal(
    *, access: Access, fact: Fact, version: int, served_by: Collection[str]
) -> Written[Fact]:
    """Let exactly these objectives, strategies and opportunities serve a goal of the customer
    (CRI-4); may raise StaleError."""
    check_can_edit_plan(access)
    current = lock(fact)
    links = Link.objects.filter(target=current.ref_id, relation=Link.Relation.SERVES)
    stand = {link.source.code: link for link in links.select_related("source")}
    gone = [link for code, link in stand.items() if code not in served_by]
    new = [code for code in served_by if code not in stand]
    if not (gone or new):
        return Written(current, None)
    if current.version != version:
        raise StaleError(current)
    what = _("Said what serves their goal: %(goal)s") % {"goal": excerpt(current.text)}
    with writing(access=access, what=what, seen_by=_seen_by(current)) as recording:
        before = row_values(current)
        current.ref = current.ref or new_ref(access.account, Kind.FACT, recording)
        current.version = version + 1
        current.save(update_fields=["ref", "version"])
        recording.changed(current, before)
        recording.removed(gone)
        for link in gone:
            link.delete()
        for part in Ref.objects.filter(
            account=access.account, code__in=new, kind__in=SERVING, retired_at=None
        ):
            made = Link.objects.create(
                account=access.account,
                source=part,
                relation=Link.Relation.SERVES,
                target=current.ref,
            )
            recording.created(made)
    return Written(current, recording.change_set)


def change_swot_point(
    *, access: Access, point: SwotPoint, version: int, **values: Any
) -> Written[SwotPoint]:
    """May raise StaleError."""
    check_can_edit_plan(access)
    text = values.get("text", point.text)
    what = _("Changed in the SWOT: %(text)s") % {"text": excerpt(text)}
    return save_row(point, access=access, version=version, what=what, values=values)


def change_gap(*, access: Access, gap: Gap, version: int, **values: Any) -> Written[Gap]:
    """May raise StaleError."""
    check_can_edit_plan(access)
    what = _("Changed a gap: %(text)s") % {"text": excerpt(values.get("text", gap.text))}
    return save_row(gap, access=access, version=version, what=what, values=values)


@transaction.atomic
def change_figures(
    *, access: Access, figures: YearFigures, version: int, **values: Any
) -> Written[YearFigures]:
    """May raise StaleError; ValidationError where the year is one that has figures."""
    check_can_edit_plan(access)
    year = values.get("year", figures.year)
    _check_year(access, year, figures)
    what = _("Changed the figures of %(year)s") % {"year": year}
    return save_row(figures, access=access, version=version, what=what, values=values)


def remove_entry(*, access: Access, entry: Entry) -> Written[Entry]:
    """Take something out of the profile."""
    check_can_edit_plan(access)
    what = _("Removed from the profile: %(text)s") % {"text": excerpt(str(entry))}
    with writing(access=access, what=what, seen_by=_seen_by(entry)) as recording:
        retire(lock(entry), recording)
    return Written(entry, recording.change_set)


def _add(access: Access, entry: Entry, what: str) -> Written[Entry]:
    with writing(access=access, what=what, seen_by=_seen_by(entry)) as recording:
        if isinstance(entry, Fact) and entry.topic == Fact.Topic.COMPANY_GOALS:
            entry.ref = new_ref(access.account, Kind.FACT, recording)
        entry.save()
        recording.created(entry)
    return Written(entry, recording.change_set)


def _check_year(access: Access, year: int, figures: YearFigures | None = None) -> None:
    lock_account(access.account.pk)
    others = YearFigures.objects.live().filter(account=access.account, year=year)
    if (others.exclude(pk=figures.pk) if figures else others).exists():
        taken = _("There are figures of %(year)s already. Change those.") % {"year": year}
        raise ValidationError({"year": taken})


def _seen_by(entry: Entry) -> SeenBy:
    """What we know of competitors is not for everybody, in the history neither."""
    hidden = isinstance(entry, Fact) and entry.topic == Fact.Topic.COMPETITORS
    return SeenBy.MARGINS if hidden else SeenBy.PLAN
