"""What of an account comes to the one it is merged into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models

from waypost.accounts.models import (
    Account,
    AlsoKnownAs,
    Fact,
    Gap,
    Link,
    Location,
    ProductionLine,
    Ref,
    SwotPoint,
    TeamMember,
    YearFigures,
)
from waypost.comments.models import Comment, Mention
from waypost.contacts.models import (
    Acquaintance,
    BuyingRole,
    CoachDevelopment,
    Contact,
    DecisionGroup,
    GroupMembership,
    PrivateNote,
    Said,
)
from waypost.opportunities.models import Cell, Offering, Opportunity
from waypost.planning.models import ResourceRequest, WithheldTopic
from waypost.plans.models import (
    Action,
    Agreement,
    CheckIn,
    Commitment,
    Heard,
    LightChange,
    Objective,
    PlannedMonth,
    Prerequisite,
    ShortTermPlan,
    StageGoal,
    Strategy,
    TrafficLight,
)

Model = type[models.Model]
# The customer and the plan in force, each after what it points at. Reviews, sessions, rounds,
# acceptances and snapshots tell what was: they stay where it was, to be read there.
COMING: Final[tuple[Model, ...]] = (
    *(TeamMember, Location, ProductionLine, Fact, SwotPoint, Gap, YearFigures, AlsoKnownAs),
    *(Contact, Acquaintance, Said, PrivateNote),
    *(DecisionGroup, GroupMembership, BuyingRole, CoachDevelopment),
    *(Opportunity, Offering, Cell),
    *(Objective, Heard, Agreement, Prerequisite, StageGoal, CheckIn, Strategy, Commitment),
    *(ShortTermPlan, PlannedMonth, Action, TrafficLight, LightChange),
    *(ResourceRequest, WithheldTopic, Link, Comment, Mention),
)
COPIED: Final[tuple[Model, ...]] = (Account, Ref, *COMING)
# What stands in both accounts for the same thing is not written twice.
SAME: Final[dict[Model, tuple[str, ...]]] = {
    TeamMember: ("user_id", "name"),
    Location: ("name", "country"),
    ProductionLine: ("location_id", "name"),
    Fact: ("topic", "text", "source", "as_of", "stage", "adds_value"),
    SwotPoint: ("side", "text", "source", "as_of"),
    Gap: ("text", "could_know"),
    YearFigures: ("year",),
    AlsoKnownAs: ("name",),
    Offering: ("name",),
    Cell: ("offering_id", "unit_id"),
    ShortTermPlan: (),
    WithheldTopic: ("words",),
}
# Where the two may say something else of that, the account that is kept has the say.
DECIDED: Final[dict[Model, tuple[str, ...]]] = {
    YearFigures: ("turnover_k", "margin", "investment_room_k", "our_share", "source", "as_of"),
    Cell: ("state", "potential"),
}
Key = tuple[Any, ...]


@dataclass
class Coming:
    """``rows`` are new to the kept account, ``same`` says by key which row there stands for one of
    the other; ``staying`` are those of them that say something else."""

    rows: dict[Model, list[Any]] = field(default_factory=dict)
    same: dict[Model, dict[int, int]] = field(default_factory=dict)
    staying: list[Any] = field(default_factory=list)
    keys: dict[Model, set[int]] = field(default_factory=dict)

    def knows(self, model: Model, pk: int) -> bool:
        return pk in self.keys[model]

    def take(self, row: models.Model) -> None:
        self.rows[type(row)].append(row)
        self.keys[type(row)].add(row.pk)

    def is_there(self, model: Model, pk: int, there: int) -> None:
        self.same[model][pk] = there
        self.keys[model].add(pk)


def coming(gone: Account, kept: Account) -> Coming:
    """A few queries for each table, however much there is."""
    found = Coming()
    for model in COPIED:
        found.rows[model], found.same[model], found.keys[model] = [], {}, set()
    found.is_there(Account, gone.pk, kept.pk)
    for model in COMING:
        stands = {_key(row): row for row in _all(model, kept)} if model in SAME else {}
        for row in _all(model, gone):
            if all(_is_known(column, row, found) for column in columns_between(model)):
                # Each stands for one: of two sites of one name the second comes.
                _place(row, stands.pop(_key(row, found.same), None), found)
    # A window is one: of two, the months of the one that is kept.
    if found.same[ShortTermPlan]:
        found.rows[PlannedMonth] = []
    return found


def columns_between(model: Model) -> "Iterator[models.ForeignKey[Any, Any]]":
    """The columns that point at what is copied as well."""
    for column in model._meta.concrete_fields:
        if isinstance(column, models.ForeignKey) and column.related_model in COPIED:
            yield column


def _all(model: Model, account: Account) -> "models.QuerySet[Any]":
    """The live rows of the account in their order."""
    live = {"deleted_at": None} if hasattr(model, "deleted_at") else {}
    rows = model._base_manager.filter(**{_way(model): account}, **live).order_by("pk")
    return rows.select_related("ref") if hasattr(model, "ref") else rows


def _way(model: Model) -> str:
    """The columns from a row to its account."""
    needed = [column for column in columns_between(model) if not column.null]
    own = next((column for column in needed if column.related_model is Account), None)
    return own.name if own else f"{needed[0].name}__{_way(needed[0].related_model)}"


def _is_known(column: "models.ForeignKey[Any, Any]", row: models.Model, found: Coming) -> bool:
    is_optional = column.null or column.name == "ref"
    return is_optional or found.knows(column.related_model, getattr(row, column.attname))


def _key(row: models.Model, same: Mapping[Model, Mapping[int, int]] | None = None) -> Key | None:
    """What it is about; in terms of the other account where ``same`` leads there."""
    values: list[Any] = []
    if type(row) not in SAME:
        return None
    for name in SAME[type(row)]:
        column, value = row._meta.get_field(name.removesuffix("_id")), getattr(row, name)
        target = column.related_model
        if same is not None and target is not None and target in same:
            value = same[target].get(value)
            if value is None:
                return None
        values.append(value.casefold() if isinstance(value, str) else value)
    if isinstance(row, TeamMember) and row.user_id is not None:
        return (row.user_id,)
    return tuple(values)


def _place(row: Any, there: Any, found: Coming) -> None:
    model = type(row)
    ref = getattr(row, "ref", None)
    if there is None or (ref is not None and there.ref_id is None):
        found.take(row)
        if ref is not None:
            found.take(ref)
        return
    found.is_there(model, row.pk, there.pk)
    if ref is not None:
        found.is_there(Ref, ref.pk, there.ref_id)
    if any(getattr(row, name) != getattr(there, name) for name in DECIDED.get(model, ())):
        found.staying.append(row)
