"""Which accounts are likely one customer: a person decides."""

import pytest

from waypost.accounts.likely import alike, likely_pairs, parts_of
from waypost.accounts.models import AccessRole, Account, AlsoKnownAs, Distinct, Ref, TeamMember
from waypost.method.shape import Kind

pytestmark = pytest.mark.django_db


def add(account, user, *names, parent=""):
    """More accounts like this one, in whose teams the user is."""
    made = []
    for name in names:
        row = Account.objects.create(supplier=account.supplier, name=name, parent=parent)
        ref = Ref.objects.create(account=row, code="T1", kind=Kind.MEMBER)
        TeamMember.objects.create(
            account=row, ref=ref, user=user, name="Olga", access_role=AccessRole.MEMBER
        )
        made.append(row)
    return made


def found(user):
    return [(pair.first.name, pair.second.name, pair.other_form) for pair in likely_pairs(user)]


@pytest.mark.parametrize(
    ("name", "core", "forms"),
    [
        ("Acme Inc.", "acme", {"inc"}),
        ("ACME Incorporated", "acme", {"inc"}),
        ("Acme GmbH & Co. KG", "acme", {"gmbh", "co", "kg"}),
        ("Acme S.p.A.", "acme", {"spa"}),
        ("Novo A/S", "novo", {"as"}),
        ("Kåre Sørensen ApS", "kare sorensen", {"aps"}),
        ("AG", "ag", set()),
        ("日本製紙", "日本製紙", set()),
        ("!!", "", set()),
    ],
)
def test_name_and_legal_form_are_told_apart(name, core, forms):
    assert parts_of(name) == (core, forms)


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ("nordvik papir", "nordvik papier", True),
        ("papir nordvik", "nordvik papir", True),
        ("acme", "acne", False),  # too short for a slip
        ("plant 1", "plant 2", False),
        ("brightwater mills", "dunmore mills", False),
    ],
)
def test_names_are_alike_but_for_a_slip(one, other, result):
    assert alike(one, other) is result


def test_pairs_are_those_of_like_names_other_legal_forms_last(owner, outsider, account):
    add(account, owner, "Acme Inc", "Acme GmbH", "Nordvik Papir AS", "Nordvik Papier", "Zeta")
    add(account, outsider, "Zeta")
    assert found(owner) == [
        ("Nordvik Papir AS", "Nordvik Papier", False),
        ("Acme Inc", "Acme GmbH", True),
    ]


def test_other_names_count_and_a_parent_is_no_duplicate(owner, account):
    (skagen,) = add(account, owner, "Skagen Fiber")
    add(account, owner, "Skagen Fiber AS", parent="Skagen Fiber")
    (lario,) = add(account, owner, "Lario Marine")
    AlsoKnownAs.objects.create(account=lario, name="Brightwater Mills Ltd")
    assert found(owner) == [("Brightwater Mills", "Lario Marine", False)]
    assert likely_pairs(owner)[0].why == "Both are known as “Brightwater Mills Ltd”."
    Distinct.objects.create(account=lario, other=account)
    assert found(owner) == []
    assert skagen.pk


@pytest.mark.parametrize("count", [3, 60])
def test_two_queries_and_those_told_apart(owner, account, count, django_assert_num_queries):
    add(account, owner, *(f"Brightwater Mills {number}" for number in range(count)))
    with django_assert_num_queries(3):
        assert found(owner) == []
