import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import reverse

from waypost.staff.models import User

PASSWORD = "forty-two-green-signs"


class CountingHasher(MD5PasswordHasher):
    """How often a password was really looked at."""

    count = 0

    def encode(self, password, salt):
        type(self).count += 1
        return super().encode(password, salt)


@pytest.fixture
def victim(db):
    """Somebody with a log-in."""
    return User.objects.create_user("vera@waypost.example", PASSWORD, name="Vera Holm")


@pytest.fixture
def administrator(db):
    return User.objects.create_user(
        "ada@waypost.example", PASSWORD, name="Ada Brandt", is_administrator=True
    )


@pytest.fixture
def looks(settings, victim):
    """Counts the passwords looked at from now on."""
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    CountingHasher.count = 0
    return CountingHasher


@pytest.fixture
def sign_in():
    """Fill in the sign-in page; ``remote`` is the address the request comes from."""

    def fill_in(client, email, password=PASSWORD, *, remote="203.0.113.7", **headers):
        data = {"login": email, "password": password}
        return client.post(
            reverse("account_login"), data, REMOTE_ADDR=remote, headers=headers or None
        )

    return fill_in
