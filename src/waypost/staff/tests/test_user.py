"""A user: one spelling of the address, initials, and who reports to whom."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from waypost.staff import queries
from waypost.staff.models import User
from waypost.staff.models.user import initials_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Marta Lindqvist", "ML"),
        ("Bo", "B"),
        ("Anna-Lena van der Berg", "AB"),
        ("åse øst", "ÅØ"),
        ("ruth@example.com", "R"),
        ("(…)", "?"),
    ],
)
def test_initials_are_those_of_first_and_last_word(name, initials):
    assert initials_of(name) == initials


def test_user_without_initials_gets_them_from_the_name():
    assert User.objects.create_user("m@waypost.example", name="Marta Lindqvist").initials == "ML"


def test_user_keeps_initials_of_their_own():
    user = User.objects.create_user("m@waypost.example", name="Marta Lindqvist", initials="MaL")
    assert user.initials == "MaL"


def test_email_is_kept_in_one_spelling():
    user = User.objects.create_user("  Marta@Waypost.Example ", name="Marta Lindqvist")
    assert user.email == "marta@waypost.example"
    assert User.objects.get_by_natural_key("MARTA@waypost.example") == user


def test_email_in_another_spelling_is_refused_by_the_database(person):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=person.pk).update(email="PER@waypost.example")


def test_email_of_somebody_else_is_refused(person):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("Per@waypost.example", name="Per Strand")


def test_own_manager_is_refused_by_the_database(person):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=person.pk).update(manager=person)


def test_user_without_password_cannot_sign_in(client):
    user = User.objects.create_user("m@waypost.example", name="Marta Lindqvist")
    assert not user.has_usable_password()
    assert not client.login(email=user.email, password="")


def test_deactivated_user_is_not_active(person):
    person.deactivated_at = timezone.now()
    person.save()
    assert not person.is_active
    assert list(User.objects.active()) == []


def test_superiors_are_the_line_upwards(administrator, person):
    boss = User.objects.create_user("bo@waypost.example", name="Bo", manager=administrator)
    person.manager = boss
    person.save()
    assert list(queries.superiors(person)) == [boss, administrator]
    assert list(queries.superiors(administrator)) == []


def test_superiors_of_a_circle_end(administrator, person):
    User.objects.filter(pk=person.pk).update(manager=administrator)
    User.objects.filter(pk=administrator.pk).update(manager=person)
    person.refresh_from_db()
    assert list(queries.superiors(person)) == [administrator]
