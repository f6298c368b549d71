"""Strategies: what each says, what it serves, how it is communicated (STR-2)."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import Link
from waypost.accounts.operations import (
    create_part,
    lock,
    remove_part,
    save_row,
    set_links,
    writing,
)
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.history.operations import Recording, Written, row_values
from waypost.history.stale import StaleError
from waypost.method.shape import Kind
from waypost.plans.models import Strategy
from waypost.ui.formats import excerpt

SERVES = Link.Relation.SERVES


def create_strategy(
    *, access: Access, statement: str, communicate: str, serves: Collection[str]
) -> Written[Strategy]:
    """A new way of working; nobody is told of it yet."""
    check_can_edit_plan(access)
    return create_part(
        Strategy,
        access=access,
        kind=Kind.STRATEGY,
        what=_("Added the strategy: %(text)s") % {"text": excerpt(statement)},
        links={SERVES: serves},
        statement=statement,
        communicate=communicate,
        wording_version=1,
    )


@transaction.atomic
def update_strategy(
    *,
    access: Access,
    strategy: Strategy,
    version: int,
    serves: Collection[str] | None = None,
    **values: str,
) -> Written[Strategy]:
    """Change the ``statement``, how it is ``communicate``d, what it ``serves``, or some of these.

    Another statement is another wording: every answer stays with the wording it was given to, so
    whoever was told is to be asked again. May raise StaleError.
    """
    check_can_edit_plan(access)
    current = lock(strategy)
    links = {} if serves is None else {SERVES: serves}
    if values.get("statement", current.statement) != current.statement:
        return _reword(current, access, version, links, values)
    what = _sentence(current, values, links) % {"code": current.ref.code}
    return save_row(current, access=access, version=version, what=what, values=values, links=links)


def remove_strategy(*, access: Access, strategy: Strategy) -> Written[Strategy]:
    """Take a strategy out of the plan; the actions for it stay, for nothing named."""
    check_can_edit_plan(access)
    words = {"code": strategy.ref.code, "text": excerpt(strategy.statement)}
    return remove_part(strategy, access=access, what=_("Removed %(code)s: %(text)s") % words)


def _sentence(current: Strategy, values: dict[str, str], links: dict[Any, Any]) -> str:
    communicated = values.get("communicate", current.communicate) != current.communicate
    if communicated and not links:
        return _("Changed how %(code)s is communicated")
    if links and not communicated:
        return _("Changed what %(code)s serves")
    return _("Changed %(code)s")


def _reword(
    current: Strategy,
    access: Access,
    version: int,
    links: dict[Link.Relation, Collection[str]],
    values: dict[str, str],
) -> Written[Strategy]:
    if current.version != version:
        raise StaleError(lock(current))
    old = current.wording_version or 1
    answers = current.commitments.filter(member__deleted_at=None)
    asked = sum((answer.wording_version or old) >= old for answer in answers)
    with writing(access=access, what=_reworded(current, asked)) as recording:
        before = row_values(current)
        for name, value in {**values, "wording_version": old + 1, "version": version + 1}.items():
            setattr(current, name, value)
        current.save(update_fields=[*values, "wording_version", "version"])
        recording.changed(current, before)
        for relation, codes in links.items():
            set_links(current.ref, relation, codes, recording)
        _keep_to_wording(current, old, recording)
    return Written(current, recording.change_set)


def _reworded(strategy: Strategy, answers: int) -> str:
    words = {"code": strategy.ref.code, "count": answers}
    if not answers:
        return _("Reworded %(code)s") % words
    asking = ngettext(
        "Reworded %(code)s, %(count)s answer to ask for again",
        "Reworded %(code)s, %(count)s answers to ask for again",
        answers,
    )
    return asking % words


def _keep_to_wording(strategy: Strategy, wording: int, recording: Recording) -> None:
    """Answers that name no wording were to this one: they must not pass for answers to the next."""
    for answer in strategy.commitments.filter(wording_version=None):
        before = row_values(answer)
        answer.wording_version = wording
        answer.save(update_fields=["wording_version"])
        recording.changed(answer, before)
