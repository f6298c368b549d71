"""The account itself, its names, its sites, and who is allowed to see it."""

from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Final, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Length, Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models.fields import HOURS
from waypost.accounts.models.refs import Part
from waypost.accounts.models.team import AccessRole, TeamMember
from waypost.history.writes import update
from waypost.method.plan import Tier
from waypost.staff.models import User

# What somebody is to an account without being in its team.
ABOVE: Final = "second level"  # the manager of a lead's manager
OPENED: Final = "opening"  # an administrator, within the hour after saying why


class Supplier(models.Model):
    """Who we are, as the plan names us."""

    name = models.CharField(_("name"), max_length=200)
    sells = models.TextField(_("what we sell"), blank=True)

    def __str__(self) -> str:
        return self.name


class AccountQuerySet(models.QuerySet["Account"]):
    def live(self) -> Self:
        return self.filter(deleted_at=None)

    def visible_to(self, user: User) -> Self:
        """Accounts whose plan the user may read (the table of roles): the team, the second-level
        manager above a lead, and an administrator for an hour after opening the plan on record."""
        if not user.is_active:
            return self.none()
        team = TeamMember.objects.live().filter(Q(user=user) | _led_below(user))
        seen = Q(Exists(team.filter(account=OuterRef("pk"))))
        if user.is_administrator:
            opened = PlanOpening.objects.current().filter(user=user)
            seen |= Q(Exists(opened.filter(account=OuterRef("pk"))))
        return self.live().filter(seen)

    def standings_of(self, user: User, limit: int) -> dict[int, set[str]] | None:
        """The ids of these accounts with what the user is to each: an access role, or the grounds
        it is open on; found from the user's side, as quick among many accounts of others as among
        few. None where there are more than ``limit``. Some may be deleted."""
        if not user.is_active:
            return {}
        team = TeamMember.objects.live().order_by()
        above = team.filter(_led_below(user)).values_list("account", Value(ABOVE))
        found: list[models.QuerySet[Any, Any]] = [above]
        if user.is_administrator:
            opened = PlanOpening.objects.current().filter(user=user)
            found.append(opened.values_list("account", Value(OPENED)))
        own = team.filter(user=user).values_list("account", "access_role")
        standings: dict[int, set[str]] = {}
        rows = list(own.union(*found, all=True)[: limit + 1])
        for pk, standing in rows:
            standings.setdefault(pk, set()).add(standing)
        return standings if len(rows) <= limit else None


def _led_below(user: User) -> Q:
    """Members who lead an account and report to somebody who reports to the user."""
    return Q(access_role=AccessRole.LEAD, user__manager__manager=user)


class Account(models.Model):
    """A key account: the customer whose plan the team writes, runs and reviews."""

    supplier = models.ForeignKey(Supplier, models.PROTECT, related_name="accounts")
    name = models.CharField(_("name"), max_length=200)
    parent = models.CharField(_("parent company"), max_length=200, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    tier = models.CharField(
        _("tier"), max_length=1, blank=True, choices=[(tier.value, tier.value) for tier in Tier]
    )
    # Where it is another than the figures suggest. A plan file has no key for it.
    tier_reason = models.TextField(_("why this class"), blank=True, default="")
    window_months = models.PositiveSmallIntegerField(_("months in the plan"), null=True, blank=True)
    review_day = models.CharField(_("review day"), max_length=200, blank=True)
    team_hours_next_12_months = models.DecimalField(
        _("hours for opportunities, next 12 months"), null=True, blank=True, **HOURS
    )
    # One on each line.
    own_terms = models.TextField(_("the customer’s own terms"), blank=True, default="")
    # The day that an imported file described; the first change after the import ends it.
    as_of = models.DateField(null=True, editable=False)
    is_sample = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    touched_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)

    objects = AccountQuerySet.as_manager()

    class Meta:
        # The order of the list of accounts: no tier last (its length is 0), then by name.
        indexes: ClassVar = [
            models.Index(Length("tier").desc(), "tier", Lower("name"), name="account_by_tier")
        ]

    def __str__(self) -> str:
        return self.name

    def touch(self, at: datetime, as_of: date | None) -> None:
        """Note that the plan was worked on; without ``as_of`` it describes today from now on."""
        self.touched_at, self.as_of = at, as_of
        update(self, "touched_at", "as_of")


class Distinct(models.Model):
    """Somebody said that two accounts of like names are two customers."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="distinct_from")
    other = models.ForeignKey(Account, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "other"], name="one_distinct_per_pair")
        ]

    def __str__(self) -> str:
        return f"{self.account_id} is not {self.other_id}"


class AlsoKnownAs(models.Model):
    """Another name of the same customer."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="also_known_as")
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class Location(Part):
    """A site of the customer."""

    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(_("country"), max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class ProductionLine(models.Model):
    """A production line or unit at a site."""

    location = models.ForeignKey(Location, models.CASCADE, related_name="lines")
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class PlanOpeningQuerySet(models.QuerySet["PlanOpening"]):
    def current(self) -> Self:
        return self.filter(opened_at__gt=timezone.now() - PlanOpening.LASTS)


class PlanOpening(models.Model):
    """An administrator's explicit, logged reading of a plan that is not theirs."""

    LASTS = timedelta(hours=1)

    account = models.ForeignKey(Account, models.CASCADE, related_name="openings")
    user = models.ForeignKey(User, models.CASCADE, related_name="plan_openings")
    reason = models.TextField(_("reason"))
    opened_at = models.DateTimeField(default=timezone.now)

    objects = PlanOpeningQuerySet.as_manager()

    def __str__(self) -> str:
        return self.reason
