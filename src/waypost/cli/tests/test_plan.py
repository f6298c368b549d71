"""waypost plan: in and out of the database, unattended."""

import io
import sys

import pytest

from tests.personas import add_to_team
from waypost import planfile
from waypost.accounts.models import AccessRole, Account, Supplier, TeamMember
from waypost.cli.main import main
from waypost.document.load import load
from waypost.document.models import Snapshot
from waypost.history.models import ChangeSet
from waypost.staff.models import User

pytestmark = pytest.mark.django_db

PLAN = """\
format: waypost-plan/1
supplier:
  name: Fernhill Controls
account:
  name: Brightwater Mills
  currency: EUR
team:
  - id: T1
    name: Olga Hagen
    role: account lead
short_term_plan:
  planned_on: 2026-12-01
"""


@pytest.fixture
def plan_file(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def stored():
    return [model.objects.count() for model in (Account, ChangeSet, Snapshot, Supplier, User)]


def refusal(capsys, *arguments):
    """The sentences of a command that refused, which has changed nothing."""
    before = stored()
    assert main(arguments) == 2
    assert stored() == before
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_import_makes_an_account_as_the_system(capsys, plan_file):
    assert main(["plan", "import", str(plan_file)]) == 0
    account = Account.objects.get()
    assert capsys.readouterr().out == (
        f"Imported the plan of Brightwater Mills as account {account.pk}.\n"
    )
    assert load(account.pk) == planfile.read(PLAN)
    assert [row.actor for row in ChangeSet.objects.all()] == [None]
    assert not User.objects.exists()


def test_import_reads_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    assert main(["plan", "import", "-"]) == 0
    assert Account.objects.get().name == "Brightwater Mills"


def test_import_of_an_account_there_is_refused(capsys, plan_file):
    main(["plan", "import", str(plan_file)])
    capsys.readouterr()
    assert refusal(capsys, "plan", "import", str(plan_file)) == (
        "There is an account with the name “Brightwater Mills” already. "
        "Add --replace to put this plan in its place.\n"
    )


def test_import_in_place_keeps_what_was_there(capsys, plan_file):
    main(["plan", "import", str(plan_file)])
    account = Account.objects.get()
    plan_file.write_text(PLAN.replace("EUR", "SEK"))
    assert main(["plan", "import", str(plan_file), "--replace"]) == 0
    assert Account.objects.get() == account
    assert load(account.pk).account.currency == "SEK"
    snapshot = Snapshot.objects.get()
    assert (snapshot.account, snapshot.taken_by) == (account, None)
    assert snapshot.content["account"]["currency"] == "EUR"


def test_import_in_place_of_nothing_makes_an_account(capsys, plan_file):
    assert main(["plan", "import", str(plan_file), "--replace"]) == 0
    assert Account.objects.count() == 1


def test_import_in_place_says_who_loses_access(capsys, tmp_path, account, owner, teammate):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.replace("id: T1", "id: OH").replace("account lead", "sales engineer"))
    assert main(["plan", "import", str(file), "--replace"]) == 0
    assert capsys.readouterr().out == (
        f"Imported the plan of Brightwater Mills as account {account.pk}.\n"
        "No access any more for Tom Ferrari: the team in this file has no place "
        "with the same id and name for them.\n"
    )
    member = TeamMember.objects.get(account=account)
    assert (member.user, member.access_role) == (owner, AccessRole.LEAD)  # as it was, not by words
    assert not Account.objects.visible_to(teammate).exists()


def test_import_with_two_first_line_managers_is_refused(capsys, tmp_path, account, owner):
    manager = User.objects.create_user("mia@waypost.example", name="Mia Dahl")
    add_to_team(account, manager, AccessRole.FIRST_LINE)
    file = tmp_path / "plan.yaml"
    team = (
        "  - {id: MD, name: Mia Dahl, role: adviser}\n"
        "  - {id: M2, name: Jo, role: first-line manager}\n"
    )
    file.write_text(PLAN.replace("short_term_plan:", f"{team}short_term_plan:"))
    assert refusal(capsys, "plan", "import", str(file), "--replace") == (
        "Mia Dahl and Jo would both be first-line manager, and a team has one. "
        "Change the access of one of them first, or the file.\n"
    )


@pytest.fixture
def namesakes(db):
    supplier = Supplier.objects.create(name="Fernhill Controls")
    return [
        Account.objects.create(supplier=supplier, name="Brightwater Mills") for _time in range(2)
    ]


def test_import_in_place_of_one_of_two_names_them(capsys, plan_file, namesakes):
    one, other = namesakes
    assert refusal(capsys, "plan", "import", str(plan_file), "--replace") == (
        "Several accounts have the name “Brightwater Mills”: rename all but one first. "
        f"Or say which with --replace --into ({one.pk}, {other.pk}).\n"
    )


def test_import_into_one_of_two_replaces_that(capsys, plan_file, namesakes):
    one, other = namesakes
    arguments = ["plan", "import", str(plan_file), "--replace", "--into", str(other.pk)]
    assert main(arguments) == 0
    assert [Account.objects.get(pk=each.pk).currency for each in (one, other)] == ["", "EUR"]
    assert Snapshot.objects.get().account == other


def test_import_into_an_account_of_another_name_is_refused(capsys, plan_file, namesakes):
    Account.objects.filter(pk=namesakes[0].pk).update(name="Sandmark Glass")
    number = str(namesakes[0].pk)
    assert refusal(capsys, "plan", "import", str(plan_file), "--replace", "--into", number) == (
        f"Account {number} is not called “Brightwater Mills”, as the plan in the file is.\n"
    )


def test_import_into_without_replace_is_refused(capsys, plan_file, namesakes):
    assert refusal(capsys, "plan", "import", str(plan_file), "--into", "1") == (
        "Add --replace: --into names the account whose plan is replaced.\n"
    )


@pytest.mark.parametrize("number", ["Brightwater", "-1", "9" * 5000, ""])
def test_import_into_no_number_is_refused(capsys, plan_file, number):
    with pytest.raises(SystemExit) as stopped:
        main(["plan", "import", str(plan_file), "--replace", f"--into={number}"])
    assert stopped.value.code == 2
    assert f"“{number}” is not the number of an account" in capsys.readouterr().err


def test_import_of_a_wrong_plan_names_lines(capsys, plan_file):
    plan_file.write_text(PLAN.replace("currency: EUR", "money: EUR"))
    sentences = refusal(capsys, "plan", "import", str(plan_file))
    assert sentences.startswith(f"{plan_file}: line 6, account: ")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"{", b"- 1\n", b"a: &a [*a]\n"])
def test_import_of_no_plan_is_refused(capsys, tmp_path, content):
    file = tmp_path / "plan.yaml"
    file.write_bytes(content)
    assert refusal(capsys, "plan", "import", str(file)).startswith(f"{file}: ")


def test_import_of_a_large_file_is_refused_unread(capsys, tmp_path):
    file = tmp_path / "plan.yaml"
    with file.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    assert refusal(capsys, "plan", "import", str(file)) == (
        f"{file}: Choose a smaller file: a plan file has at most 5 MB.\n"
    )


def test_import_of_endless_input_is_refused(capsys):
    assert refusal(capsys, "plan", "import", "/dev/zero") == (
        "/dev/zero: Choose a smaller file: a plan file has at most 5 MB.\n"
    )


def test_import_of_a_missing_file_is_refused(capsys, tmp_path):
    file = tmp_path / "plan.yaml"
    assert refusal(capsys, "plan", "import", str(file)) == (
        f"{file}: cannot be read (No such file or directory).\n"
    )


def test_import_of_a_folder_is_refused(capsys, tmp_path):
    assert refusal(capsys, "plan", "import", str(tmp_path)) == (
        f"{tmp_path}: cannot be read (Is a directory).\n"
    )


@pytest.mark.parametrize("by_name", [True, False])
@pytest.mark.parametrize("layout", ["yaml", "json"])
def test_export_gives_the_plan_back(capsysbinary, plan_file, by_name, layout):
    main(["plan", "import", str(plan_file)])
    capsysbinary.readouterr()
    account = "BRIGHTWATER mills" if by_name else str(Account.objects.get().pk)
    assert main(["plan", "export", account, "--format", layout]) == 0
    exported = capsysbinary.readouterr().out
    assert exported.startswith(b"{" if layout == "json" else b"format: waypost-plan/1")
    assert planfile.read(exported) == planfile.read(PLAN)


def test_export_of_a_name_of_two_is_refused(capsys):
    supplier = Supplier.objects.create(name="Fernhill Controls")
    one, other = (
        Account.objects.create(supplier=supplier, name="Brightwater Mills") for _time in range(2)
    )
    assert refusal(capsys, "plan", "export", "Brightwater Mills") == (
        "Several accounts have the name “Brightwater Mills”: "
        f"give a number ({one.pk}, {other.pk}).\n"
    )


@pytest.mark.parametrize("wanted", ["Nobody Mills", "4711", "", "٣", "9" * 18, "9" * 5000])
def test_export_of_nothing_is_refused(capsys, wanted):
    assert refusal(capsys, "plan", "export", wanted) == f"There is no account “{wanted}”.\n"


def test_export_by_a_name_that_is_a_number(capsysbinary, account):
    Account.objects.filter(pk=account.pk).update(name="4711")
    assert main(["plan", "export", "4711"]) == 0
    assert b'name: "4711"' in capsysbinary.readouterr().out.replace(b"'", b'"')
