"""Reading: whether the sample is here, how to sign in to it, and what of it has become real."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.hashers import check_password
from django.db.models import Exists, ForeignObjectRel, Model, OuterRef, Q, QuerySet

from waypost.accounts.models import Account
from waypost.demo.people import PEOPLE, password
from waypost.history.models import Change, ChangeSet
from waypost.notices.models import Feed, MailChoices
from waypost.staff.models import User

# Belongs to the log-in itself and goes with it.
OF_THE_LOG_IN: Final = frozenset(
    {"account.EmailAddress", "notices.Feed", "notices.MailChoices", "notices.Notice"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class LogIn:
    """One log-in of the sample. ``password`` is empty where somebody has chosen another."""

    email: str
    name: str
    does: str
    password: str


def is_loaded() -> bool:
    return sample_accounts().exists()


def sample_accounts() -> QuerySet[Account]:
    """Also those that somebody removed since."""
    return Account.objects.filter(is_sample=True).order_by("pk")


def sample_users() -> QuerySet[User]:
    """Leads first: whoever others report to was there before them."""
    return User.objects.filter(is_sample=True).order_by("-pk")


def log_ins() -> tuple[LogIn, ...]:
    """Who of the sample can sign in, leads first. Checking the password takes a moment."""
    users = {user.email: user for user in sample_users() if user.is_active}
    shared = password()
    hashes = {user.password for user in users.values()}
    valid = {stored for stored in hashes if check_password(shared, stored)}
    return tuple(
        LogIn(
            email=person.email,
            name=users[person.email].name,
            does=str(person.does),
            password=shared if users[person.email].password in valid else "",
        )
        for person in PEOPLE
        if person.email in users
    )


def is_in_real_use(user: User) -> bool:
    """Whether anything points at a user of the sample that is there beside the sample.

    Asked when the sample's accounts are gone: then it is a place in a real team, a change that
    this person made, an invitation they sent, a plan they opened as an administrator.
    """
    return any(
        _beside_the_sample(
            relation.related_model._base_manager.filter(**{relation.field.name: user})
        )
        for relation in User._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel)
        and relation.related_model._meta.label not in OF_THE_LOG_IN
    )


def change_sets_about(users: QuerySet[User]) -> QuerySet[ChangeSet]:
    """Changes outside of accounts that concern these users and nothing else."""
    changes = Change.objects.filter(change_set=OuterRef("pk"))
    feeds = Feed.objects.filter(person__in=users)
    theirs = (
        Q(table=User._meta.label_lower, row__in=users)
        | Q(table=MailChoices._meta.label_lower, row__in=users)
        | Q(table=Feed._meta.label_lower, row__in=feeds.values("pk"))
    )
    return ChangeSet.objects.filter(
        Exists(changes.filter(theirs)), ~Exists(changes.exclude(theirs)), account=None
    )


def _beside_the_sample(rows: QuerySet[Model]) -> bool:
    if rows.model is User:
        return rows.exclude(pk__in=sample_users()).exists()
    if rows.model is ChangeSet:
        return rows.exclude(pk__in=change_sets_about(sample_users())).exists()
    return rows.exists()
