"""What a planning session has decided, and what is missing before it can close (SES-1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from waypost.accounts.models import Ref
from waypost.method.shape import OBJECTIVES
from waypost.planning.models import (
    DecisionAuthor,
    PlanningSession,
    Round,
    RoundStep,
    SessionDecision,
)
from waypost.plans.models import Action, StageGoal
from waypost.plans.queries.wording import Reader, names
from waypost.ui.formats import counted, excerpt

Waiting = Sequence[tuple[int, str]]  # rounds that wait for their reveal: keys and questions


@dataclass(frozen=True, kw_only=True, slots=True)
class Owned:
    """An action that a decision led to."""

    code: str
    what: str
    owner: str
    due: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """``lacks``: an objective without an action that somebody owns, and nothing comes later."""

    pk: int
    version: int
    words: str
    part: str
    authors: str
    actions: tuple[Owned, ...]
    later: str
    lacks: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """What is missing before the session can close; ``decision`` and ``round`` are the keys of what
    is meant."""

    sentence: str
    decision: int | None = None
    part: str = ""
    round: int | None = None


def decisions_of(reader: Reader, session: PlanningSession) -> tuple[Decision, ...]:
    """The same few queries however many there are."""
    rows = _rows(session)
    authors: dict[int, list[str]] = {}
    said = DecisionAuthor.objects.filter(decision__session=session).order_by("pk")
    for decision, code in said.values_list("decision", "person__code"):
        authors.setdefault(decision, []).append(reader.name(code))
    actions = _actions(rows)
    return tuple(
        Decision(
            pk=row.pk,
            version=row.version,
            words=row.words,
            part=_code(row.part),
            authors=names(authors.get(row.pk, ())),
            actions=tuple(_owned(reader, actions.get(row.part_id or 0, ()))),
            later=_later(reader, row),
            lacks=_lacks(row, actions),
        )
        for row in rows
    )


def gaps_of_session(session: PlanningSession, waiting: Waiting) -> tuple[Gap, ...]:
    return (*_gaps(session), *gaps_of_rounds(waiting))


def waiting_rounds(session: PlanningSession) -> Waiting:
    """Rounds whose answers nobody would ever see. Whether anybody has written in them makes no
    difference, which would tell it."""
    beyond = RoundStep.objects.filter(round=OuterRef("pk")).exclude(step=RoundStep.Step.INPUT)
    found = Round.objects.filter(~Exists(beyond), session=session.ref_id).order_by("pk")
    return list(found.values_list("pk", "question"))


def gaps_of_rounds(waiting: Waiting) -> Iterator[Gap]:
    for key, question in waiting:
        sentence = _(
            "The answers to “%(question)s” are not revealed. Reveal them, or call the round off."
        )
        yield Gap(sentence=sentence % {"question": excerpt(question, 60)}, round=key)


def _gaps(session: PlanningSession) -> Iterator[Gap]:
    rows = _rows(session)
    actions = _actions(rows)
    for row in rows:
        if _lacks(row, actions):
            words = {"code": _code(row.part), "words": excerpt(row.words, 60)}
            yield Gap(
                sentence=_(
                    "%(code)s “%(words)s” has no action with an owner. Add one, or say what comes "
                    "later, by whom and by when."
                )
                % words,
                decision=row.pk,
                part=_code(row.part),
            )
    if session.second_level_attended_customer_part and session.second_level_left_after is None:
        name = session.second_level.name if session.second_level else _("second-level management")
        yield Gap(sentence=_("Say whether %(name)s left before the team planned.") % {"name": name})


def outcome_of(decisions: Sequence[Decision]) -> str:
    """B1 and S2 decided; 3 actions with an owner."""
    parts = names(dict.fromkeys(one.part for one in decisions if one.part))
    owned = {action.code for one in decisions for action in one.actions if action.owner}
    found = [
        _("%(parts)s decided") % {"parts": parts} if parts else "",
        _("%(actions)s with an owner") % {"actions": counted(len(owned), "action")}
        if owned
        else "",
    ]
    return "; ".join(words for words in found if words)


def _rows(session: PlanningSession) -> list[SessionDecision]:
    rows = SessionDecision.objects.filter(session=session)
    return list(rows.select_related("part", "later_owner").order_by("pk"))


def _is_objective(row: SessionDecision) -> bool:
    part = row.part
    return part is not None and part.retired_at is None and part.kind in OBJECTIVES


def _lacks(row: SessionDecision, actions: dict[int, list[Action]]) -> bool:
    if not _is_objective(row) or (row.later and row.later_owner and row.later_by):
        return False
    return not any(_has_owner(action) for action in actions.get(row.part_id or 0, ()))


def _has_owner(action: Action) -> bool:
    return action.owner is not None and action.owner.retired_at is None


def _actions(rows: Sequence[SessionDecision]) -> dict[int, list[Action]]:
    """Actions that were not dropped, by the id of the part they achieve or of its objective."""
    parts = {row.part_id for row in rows if row.part_id}
    stages = StageGoal.objects.live().filter(objective__ref__in=parts)
    above = dict(stages.values_list("ref", "objective__ref"))
    found: dict[int, list[Action]] = {}
    achieving = Action.objects.live().filter(achieves__in={*parts, *above})
    for action in achieving.exclude(status=Action.Status.DROPPED).select_related("ref", "owner"):
        achieved = action.achieves_id or 0
        found.setdefault(above.get(achieved, achieved), []).append(action)
    return found


def _owned(reader: Reader, actions: Sequence[Action]) -> Iterator[Owned]:
    for action in actions:
        yield Owned(
            code=action.ref.code,
            what=action.what,
            owner=reader.name(action.owner.code) if action.owner else "",
            due=reader.day(action.due),
        )


def _later(reader: Reader, row: SessionDecision) -> str:
    """Three actions, by Tom Ferrari, until 10 Dec."""
    if not row.later:
        return ""
    words = {
        "later": row.later,
        "name": reader.name(_code(row.later_owner)),
        "day": reader.day(row.later_by),
    }
    return _("Later: %(later)s (%(name)s, by %(day)s)") % words


def _code(ref: Ref | None) -> str:
    return ref.code if ref is not None and ref.retired_at is None else ""
