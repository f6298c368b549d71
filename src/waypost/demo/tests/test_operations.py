"""The sample comes once and as a whole; it goes as a whole and takes nothing else along."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied

from tests.personas import add_to_team
from waypost.accounts.models import AccessRole, Account, Supplier, TeamMember
from waypost.accounts.operations import open_plan
from waypost.accounts.queries import access_to
from waypost.demo.operations import PLANS, SampleRefusedError, load, remove, sample_plan
from waypost.demo.people import PEOPLE, password
from waypost.demo.queries import is_loaded, log_ins
from waypost.document.load import load as load_plan
from waypost.health.models import Finding
from waypost.history.operations import record
from waypost.method.checks import check
from waypost.notices.operations.choices import change_mail_choices
from waypost.notices.operations.feeds import make_feed
from waypost.staff.models import User
from waypost.staff.operations.people import change_own_settings

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 20)
NAMES = ["Quillmere Breweries", "Drexholm Castings", "Tarnwell Biologics"]


@pytest.fixture
def administrator():
    return User.objects.create_user("ada@waypost.example", name="Ada Weller", is_administrator=True)


def user(name):
    return User.objects.get(name=name)


def everything():
    """Every row of the database."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
    }


def test_load_adds_accounts_teams_and_log_ins():
    loaded = load(today=TODAY)

    assert [account.name for account in loaded.accounts] == NAMES
    assert all(account.is_sample for account in loaded.accounts)
    assert [log_in.email for log_in in loaded.log_ins] == [person.email for person in PEOPLE]
    assert {log_in.password for log_in in loaded.log_ins} == {password()}
    assert user("Nadia Ferreira").check_password(password())
    assert user("Nadia Ferreira").manager == user("Helen Marchbanks")
    assert user("Helen Marchbanks").manager == user("Viktor Aalto")
    assert user("Robin Tessier").is_administrator
    assert User.objects.filter(is_sample=True).count() == 9


def test_load_judges_the_plans_as_of_the_day_it_is_given():
    loaded = load(today=TODAY)

    for account in loaded.accounts:
        found = {(f.rule, f.at, f.subject) for f in check(load_plan(account.pk), TODAY)}
        stored = Finding.objects.filter(account=account)
        assert {(f.rule, f.at, f.subject) for f in stored} == found
        assert account.summary.computed_on == TODAY


@pytest.mark.parametrize(
    ("name", "role", "sees"),
    [
        ("Nadia Ferreira", AccessRole.LEAD, NAMES[:1]),
        ("Callum Reid", AccessRole.LEAD, NAMES[1:2]),
        ("Ife Adebayo", AccessRole.LEAD, [NAMES[0], NAMES[2]]),
        ("Pavel Kroupa", AccessRole.MEMBER, NAMES[:2]),
        ("Helen Marchbanks", AccessRole.FIRST_LINE, NAMES),
        ("Viktor Aalto", AccessRole.SENIOR, NAMES),
        ("Robin Tessier", None, []),
    ],
)
def test_log_in_sees_what_the_role_allows(name, role, sees):
    load(today=TODAY)
    seen = Account.objects.visible_to(user(name)).order_by("pk")

    assert [account.name for account in seen] == sees
    roles = {access_to(user(name), account.pk).role for account in seen}
    assert role in roles or (role is None and not roles)


def test_director_reads_the_new_account_by_the_reporting_line_alone():
    new = load(today=TODAY).accounts[2]

    access = access_to(user("Viktor Aalto"), new.pk)
    assert (access.role, access.can_see_plan, access.can_edit_plan) == (None, True, False)


def test_load_a_second_time_changes_nothing():
    first = load(today=TODAY)
    before = everything()

    again = load(today=date(2027, 3, 1))

    assert again == first
    assert everything() == before


def test_load_where_an_address_is_taken_is_refused():
    User.objects.create_user("nadia.ferreira@penhallow.example", name="Nadia Other")
    before = everything()

    with pytest.raises(SampleRefusedError) as refused:
        load(today=TODAY)

    assert str(refused.value) == (
        "Somebody has the address nadia.ferreira@penhallow.example already, which the sample needs."
    )
    assert everything() == before


def test_load_beside_an_administrator_adds_no_other(administrator):
    load(today=TODAY)

    assert [u.name for u in User.objects.filter(is_administrator=True)] == ["Ada Weller"]
    assert len(log_ins()) == 8


def test_reader_sees_all_accounts_and_changes_no_story(administrator):
    loaded = load(today=TODAY, reader=administrator)

    assert set(Account.objects.visible_to(administrator)) == set(loaded.accounts)
    assert [account.findings.count() for account in loaded.accounts] == [
        len(check(sample_plan(name, TODAY), TODAY)) for name in PLANS
    ]
    assert not access_to(administrator, loaded.accounts[0].pk).can_edit_plan


def test_log_ins_show_no_password_that_somebody_changed():
    load(today=TODAY)
    nadia = user("Nadia Ferreira")
    nadia.set_password("a sentence of her own")
    nadia.save()

    assert [log_in.password for log_in in log_ins()] == ["", *[password()] * 8]


def test_password_is_of_this_installation_and_long_enough(settings):
    here = password()
    settings.SECRET_KEY = "another-installation-" + "0123456789" * 5

    assert len(here) == 19
    assert password() != here


def test_remove_leaves_an_empty_database_as_it_was():
    before = everything()

    load(today=TODAY)
    remove()

    assert everything() == before
    assert not is_loaded()


def test_remove_touches_nothing_beside_the_sample(account, administrator):
    before = everything()

    load(today=TODAY, reader=administrator)
    change_own_settings(
        actor=user("Callum Reid"),
        version=1,
        name="Cal Reid",
        initials="",
        time_zone="UTC",
        shortcuts=True,
    )
    reader = user("Cal Reid")
    change_mail_choices(actor=reader, version=1, kinds=[], off=True, weekday=1, hour=9)
    make_feed(actor=reader)
    make_feed(actor=reader)
    open_plan(actor=administrator, account=Account.objects.get(name=NAMES[1]), reason="a look")
    remove(actor=administrator)

    assert everything() == before


def test_remove_keeps_a_supplier_that_somebody_else_uses(account):
    load(today=TODAY)
    supplier = Supplier.objects.get(name="Penhallow Air Systems")
    Account.objects.filter(pk=account.pk).update(supplier=supplier)

    remove_as_system_with_administrator()

    assert list(Supplier.objects.filter(name="Penhallow Air Systems")) == [supplier]


def test_remove_keeps_whoever_works_on_a_real_account_and_closes_the_log_in(account):
    load(today=TODAY)
    member = add_to_team(account, user("Yuki Tanabe"), AccessRole.MEMBER)

    remove_as_system_with_administrator()

    yuki = user("Yuki Tanabe")
    assert list(User.objects.filter(is_sample=True)) == [yuki]
    assert not yuki.is_active
    assert TeamMember.objects.get(pk=member.pk).user == yuki


def test_remove_keeps_whoever_changed_something_real(account):
    load(today=TODAY)
    with record(actor=user("Greta Sandoval"), account=account, what="Said something"):
        pass

    remove_as_system_with_administrator()

    assert [u.name for u in User.objects.filter(is_sample=True)] == ["Greta Sandoval"]


def test_remove_twice_is_removing_once():
    load(today=TODAY)
    remove()
    remove()

    assert not User.objects.exists()


def test_remove_by_somebody_who_does_not_administer_is_refused():
    load(today=TODAY)
    before = everything()

    with pytest.raises(PermissionDenied, match="Only an administrator can remove the sample"):
        remove(actor=user("Nadia Ferreira"))

    assert everything() == before


def test_remove_of_the_only_administrator_is_refused_while_anything_real_is_here(account):
    load(today=TODAY)
    before = everything()

    with pytest.raises(
        PermissionDenied, match="Make somebody an administrator who is not of the sample"
    ):
        remove(actor=user("Robin Tessier"))

    assert everything() == before


def remove_as_system_with_administrator():
    User.objects.create_user("real@waypost.example", name="Real One", is_administrator=True)
    remove()
