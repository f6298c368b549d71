"""Ids: every part of a plan has one, unique in its account across all kinds, and never reused."""

from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.db import models

from waypost.method.shape import Kind

if TYPE_CHECKING:
    from waypost.staff.models import User


class Ref(models.Model):
    """The id of one part (B2, S1, A14, L-3, P7). The row outlives the part, so no id comes back."""

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="refs")
    code = models.CharField(max_length=32)
    kind = models.CharField(max_length=24, choices=[(kind.value, kind.value) for kind in Kind])
    # Set together with the part's soft delete: what pointed at it then points at nothing.
    retired_at = models.DateTimeField(null=True, editable=False)
    # The part of a merged account that this one was made of, under another id.
    came_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="became"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "code"], name="one_ref_per_account")
        ]

    def __str__(self) -> str:
        return self.code


PartModel = TypeVar("PartModel", bound="Part", covariant=True)


class PartQuerySet(models.QuerySet[PartModel]):
    def live(self) -> Self:
        return self.filter(deleted_at=None)

    def visible_to(self, user: "User") -> Self:
        """Parts of the accounts whose plan the user may read."""
        from waypost.accounts.models.account import Account

        return self.live().filter(account__in=Account.objects.visible_to(user))


class Part(models.Model):
    """A part of a plan that has an id, a version against lost updates, and a soft delete."""

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    ref = models.OneToOneField(Ref, models.CASCADE, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True


class Link(models.Model):
    """One part points at another: what it serves, or what it waits for (OBJ-7)."""

    class Relation(models.TextChoices):
        SERVES = "serves"
        DEPENDS_ON = "depends on"

    account = models.ForeignKey("accounts.Account", models.CASCADE, related_name="+")
    source = models.ForeignKey(Ref, models.CASCADE, related_name="links_out")
    relation = models.CharField(max_length=10, choices=Relation.choices)
    target = models.ForeignKey(Ref, models.CASCADE, related_name="links_in")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "relation", "target"], name="one_link_per_relation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.relation} {self.target_id}"
