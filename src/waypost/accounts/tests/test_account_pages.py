import pytest
from django.urls import reverse

from waypost.accounts.models import AccessRole, Account
from waypost.accounts.queries import team_of
from waypost.document.load import load
from waypost.history.models import ChangeSet
from waypost.method import plan as p

pytestmark = pytest.mark.django_db

NEW = reverse("accounts:account-create")
US = {"our_company": "Fernhill Controls"}


def settings_of(account):
    return reverse("accounts:settings", args=[account.pk])


def errors(response):
    return dict(response.context["form"].errors)


def test_new_account_is_prefilled_from_the_last(client, owner, account):
    account.review_day = "15"
    account.save()
    client.force_login(owner)

    form = client.get(NEW).context["form"]

    assert {name: form[name].value() for name in ("currency", "review_day", "window_months")} == {
        "currency": "EUR",
        "review_day": "15",
        "window_months": 3,
    }
    assert "supplier" not in form.fields


def test_first_account_asks_who_we_are(client, outsider):
    client.force_login(outsider)

    form = client.get(NEW).context["form"]

    assert form["review_day"].value() == "last Thursday of the month"
    assert "supplier" in form.fields
    assert "manager" not in form.fields


def test_new_account_leads_to_its_first_steps(client, owner, account, reporting_line):
    client.force_login(owner)
    data = {"name": " Nordlys  Glas ", "tier": "B", "currency": "dkk", "manager": "on"}

    response = client.post(NEW, data)

    started = Account.objects.get(name="Nordlys  Glas")
    assert response.url == reverse("accounts:first-steps", args=[started.pk])
    assert (started.tier, started.currency) == ("B", "DKK")
    assert [member.name for member in team_of(started)] == ["Olga Hagen", "Henrik Aas"]


def test_manager_of_the_reporting_line_can_be_left_out(client, owner, account, reporting_line):
    client.force_login(owner)

    client.post(NEW, {"name": "Nordlys Glas"})

    started = Account.objects.get(name="Nordlys Glas")
    assert [member.name for member in team_of(started)] == ["Olga Hagen"]


def test_new_account_says_what_to_put_right_and_keeps_it(client, owner, account):
    client.force_login(owner)
    data = {
        "name": "brightwater mills",
        "currency": "euro",
        "review_day": "someday",
        "window_months": "25",
        "parent": "Mill\x07Group",
    }

    response = client.post(NEW, data)

    assert response.status_code == 422
    assert errors(response) == {
        "name": ["You have an account of this name. Add what tells the two apart."],
        "currency": ["Enter the currency in three letters, such as EUR."],
        "review_day": [
            "Write the review day as a weekday (last Thursday of the month), "
            "a day number (15), or last working day."
        ],
        "window_months": ["Enter a number of months from 1 to 24."],
        "parent": ["Remove the character U+0007: it cannot be stored."],
    }
    assert response.context["form"]["review_day"].value() == "someday"
    assert Account.objects.count() == 1


def test_name_of_another_teams_account_is_free(client, outsider, account):
    """Else a name could be tried out: the account must not exist for them."""
    client.force_login(outsider)

    response = client.post(NEW, {"name": "Brightwater Mills", "supplier": "Northgate"})

    assert response.status_code == 302


def test_settings_are_saved(client, owner, account):
    client.force_login(owner)
    form = client.get(settings_of(account)).context["form"]
    assert (form["name"].value(), form["version"].value()) == ("Brightwater Mills", 1)

    response = client.post(
        settings_of(account), {"version": 1, **US, "name": "Brightwater Mills", "review_day": "15"}
    )

    account.refresh_from_db()
    assert response.url == settings_of(account)
    assert (account.review_day, account.version) == ("15", 2)


def test_who_we_are_to_this_customer_is_changed_and_taken_back(client, owner, account):
    other = Account.objects.create(supplier=account.supplier, name="Other Mills")
    was = account.supplier
    client.force_login(owner)
    form = client.get(settings_of(account)).context["form"]
    assert (form.initial["our_company"], form.initial["we_sell"]) == (was.name, was.sells)
    data = {"version": 1, **US, "name": account.name, "we_sell": "Bearings and their care"}
    refused = client.post(settings_of(account), {**data, "our_company": " "})
    assert refused.status_code == 422
    assert list(errors(refused)) == ["our_company"]
    changed = client.post(settings_of(account), {**data, "our_company": "Fernhill Seals"})
    assert changed.status_code == 302
    account.refresh_from_db()
    assert load(account.pk).supplier == p.Supplier(
        name="Fernhill Seals", sells="Bearings and their care"
    )
    other.refresh_from_db()
    assert other.supplier == was
    history = client.get(reverse("accounts:history", args=[account.pk])).content.decode()
    assert "Changed the settings of" in history
    done = ChangeSet.objects.latest("pk")
    client.post(reverse("accounts:undo", args=[account.pk, done.pk]))
    account.refresh_from_db()
    assert account.supplier == was


def test_own_terms_are_kept_one_on_a_line(client, owner, account):
    client.force_login(owner)
    data = {"version": 1, **US, "name": "Brightwater Mills"}

    client.post(settings_of(account), {**data, "own_terms": " Right  first time\r\n\r\nOEE\nOEE"})

    account.refresh_from_db()
    assert account.own_terms == "Right first time\nOEE"


def test_own_term_of_a_page_is_refused(client, owner, account):
    client.force_login(owner)
    data = {"version": 1, **US, "name": "Brightwater Mills", "own_terms": "word " * 50}

    form = client.post(settings_of(account), data).context["form"]

    assert form.errors == {
        "own_terms": ["Ensure this value has at most 200 characters (it has 249)."]
    }


def test_stale_settings_show_both_versions_and_keep_what_was_typed(
    client, owner, teammate, account
):
    client.force_login(teammate)
    client.post(settings_of(account), {"version": 1, **US, "name": "Brightwater AG", "tier": "A"})
    client.force_login(owner)

    response = client.post(
        settings_of(account),
        {"version": 1, **US, "name": "Brightwater SE", "tier": "B"},
    )

    form = response.context["form"]
    assert response.status_code == 409
    assert [(d.label, d.saved, d.typed) for d in form.differences] == [
        ("Name of the customer", "Brightwater AG", "Brightwater SE"),
        ("Class", "A", "B"),
    ]
    assert form["name"].value() == "Brightwater SE"
    assert "Tom Ferrari has changed this since you opened it" in response.content.decode()
    account.refresh_from_db()
    assert account.name == "Brightwater AG"


def test_stale_settings_are_saved_the_second_time(client, owner, account):
    client.force_login(owner)
    client.post(settings_of(account), {"version": 1, **US, "name": "Brightwater AG"})
    data = {"version": 1, **US, "name": "Brightwater SE"}
    again = client.post(settings_of(account), data).context["form"]["version"].value()

    response = client.post(settings_of(account), {**data, "version": again})

    account.refresh_from_db()
    assert response.status_code == 302
    assert (account.name, account.version) == ("Brightwater SE", 3)


@pytest.mark.parametrize("role", [AccessRole.SENIOR, AccessRole.PARTNER, AccessRole.VIEWER])
def test_settings_are_no_page_for_those_who_only_see(client, account, as_role, role):
    client.force_login(as_role(role))

    response = client.get(settings_of(account))

    assert response.status_code == 403
    assert "can change this plan" in response.content.decode()
    first_steps = client.get(reverse("accounts:first-steps", args=[account.pk]))
    assert settings_of(account) not in first_steps.content.decode()


def test_administrator_finds_every_account_by_name(client, administrator, account):
    other = Account.objects.create(supplier=account.supplier, name="Nordlys Glas")
    Account.objects.create(supplier=account.supplier, name="Gone", deleted_at=other.created_at)
    client.force_login(administrator)
    url = reverse("accounts:administration")

    shown = [(a.name, a.lead_name) for a in client.get(url).context["page"]]
    found = [a.name for a in client.get(url, {"name": "glas"}).context["page"]]

    assert shown == [("Brightwater Mills", "Olga Hagen"), ("Nordlys Glas", None)]
    assert found == ["Nordlys Glas"]
    assert "No account has this name" in client.get(url, {"name": "?"}).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_names_of_accounts_take_a_constant_number_of_queries(
    client, administrator, account, count, django_assert_num_queries
):
    for number in range(count - 1):
        Account.objects.create(supplier=account.supplier, name=f"Customer {number}")
    client.force_login(administrator)

    with django_assert_num_queries(4):  # session, user, count, page
        client.get(reverse("accounts:administration"))


def test_plan_is_opened_with_a_reason_only(client, administrator, account):
    client.force_login(administrator)
    url = reverse("accounts:opening", args=[account.pk])
    plan = reverse("plans:one-page", args=[account.pk])
    assert client.get(plan).status_code == 404

    refused = client.post(url, {"reason": " "})
    assert refused.status_code == 422
    assert client.get(plan).status_code == 404

    assert client.post(url, {"reason": "Olga is ill"}).url == plan
    assert client.get(plan).status_code == 200
    assert ChangeSet.objects.get().what == "Opened the plan as an administrator: Olga is ill"


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"parent": "brightwater mills"}, "parent", "A company is not its own parent"),
        ({"parent": "Tarn Group"}, "parent", "Tarn Group already belongs to Brightwater Mills"),
        ({"parent": "Tarn \u202e"}, "parent", "Remove the character U+202E"),
        ({"name": "x" * 10_000}, "name", "Shorten this to 200 characters, it has 10,000."),
        ({"team_hours_next_12_months": "-1"}, "team_hours_next_12_months", "from 0 to 100,000"),
        ({"team_hours_next_12_months": "many"}, "team_hours_next_12_months", "Enter a number"),
        ({"tier_reason": "x" * 10_001}, "tier_reason", "Shorten this to 10,000 characters"),
    ],
)
def test_bad_settings_are_said_at_the_field_and_kept(client, owner, account, data, field, sentence):
    client.force_login(owner)
    for name, parent in (("Tarn Works", "Brightwater Mills"), ("Tarn Group", "Tarn Works")):
        client.post(NEW, {"name": name, "parent": parent})

    response = client.post(settings_of(account), {"version": 1, **US, "name": account.name, **data})

    assert response.status_code == 422
    bound = response.context["form"][field]
    assert sentence in " ".join(map(str, bound.messages))
    assert bound.value() == data[field]


def test_names_of_a_customer_in_any_script_are_kept_and_taken_back(client, owner, account):
    client.force_login(owner)
    data = {
        "version": 1,
        **US,
        "name": account.name,
        "also_known_as": "מפעל ברייט\n🏭 Mills\n🏭 Mills",
    }

    client.post(settings_of(account), data)

    names = list(account.also_known_as.values_list("name", flat=True))
    assert names == ["מפעל ברייט", "🏭 Mills"]
    done = ChangeSet.objects.latest("pk")
    client.post(reverse("accounts:undo", args=[account.pk, done.pk]))
    assert not account.also_known_as.exists()
    stale = client.post(settings_of(account), {**data, "also_known_as": "Bright"})
    assert stale.status_code == 409
