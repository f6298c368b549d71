"""waypost demo, and waypost run up to where it would begin to serve."""

import pytest

from waypost.accounts.models import Account
from waypost.cli import run
from waypost.cli.main import main
from waypost.demo.people import password
from waypost.staff import queries
from waypost.staff.models import User

pytestmark = pytest.mark.django_db


def test_demo_load_says_how_to_sign_in(capsys, client):
    assert main(["demo", "load"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"Sample log-ins, all with the password {password()}"
    assert {line.split()[0] for line in printed[1:]} == set(
        User.objects.values_list("email", flat=True)
    )


def test_demo_remove_leaves_nothing(capsys):
    main(["demo", "load"])
    capsys.readouterr()
    assert main(["demo", "remove"]) == 0
    assert capsys.readouterr().out == "The sample is removed.\n"
    assert (Account.objects.count(), User.objects.count()) == (0, 0)


def test_demo_that_somebody_stands_in_the_way_of_is_refused(capsys):
    User.objects.create_user("callum.reid@penhallow.example", name="Callum Reid")
    assert main(["demo", "load"]) == 2
    assert capsys.readouterr().err == (
        "Somebody has the address callum.reid@penhallow.example already, which the sample needs.\n"
    )
    assert not Account.objects.exists()


def test_demo_that_holds_the_only_administrator_stays(capsys, account):
    main(["demo", "load"])
    capsys.readouterr()
    assert main(["demo", "remove"]) == 2
    assert capsys.readouterr().err.startswith("Make somebody an administrator")
    assert Account.objects.filter(is_sample=True).count() == 3


def test_run_loads_the_sample_into_an_empty_database_once():
    run.load_sample_once()
    assert Account.objects.count() == 3
    Account.objects.all().delete()
    run.load_sample_once()
    assert Account.objects.count() == 0


def test_run_keeps_a_database_of_somebody(owner):
    run.load_sample_once()
    assert not Account.objects.exists()


def test_run_says_where_and_how_to_set_up(capsys, settings):
    run.say_where()
    assert capsys.readouterr().out == (
        "Waypost is at http://localhost:8000\n"
        f"Set up Waypost at http://localhost:8000/setup/ with the code {queries.setup_code()}\n"
    )
