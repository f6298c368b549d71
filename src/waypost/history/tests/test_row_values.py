"""What is recorded of a row is what the database keeps of it."""

from decimal import Decimal

from waypost.history.operations import row_values
from waypost.plans.models import CheckIn
from waypost.staff.models import User


def test_number_is_recorded_with_the_places_of_its_column():
    assert str(row_values(CheckIn(value=Decimal(3)))["value"]) == "3.0000"


def test_secrets_are_not_recorded():
    assert "password" not in row_values(User(password="x"))
