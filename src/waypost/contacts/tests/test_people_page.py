"""The people of an account: the map, the coverage, lists, and one more in a line."""

import re

import pytest
from django.urls import reverse

from waypost.contacts.models import Contact
from waypost.history.models import ChangeSet
from waypost.plans.tests.stored import LEAD, read, stored

pytestmark = pytest.mark.django_db


def at(account, name="people", *args):
    return reverse(f"contacts:{name}", args=[account.pk, *args])


def get(client, user, account, query=""):
    client.force_login(user)
    return client.get(at(account) + query)


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def send(client, user, account, line, read=None):
    client.force_login(user)
    return client.post(at(account), {"line": line, "read": line if read is None else read})


def test_map_hangs_people_below_whom_they_report_to(client, owner, account):
    page = get(client, owner, account).context["page"]
    assert page.lede == "4 people, 2 of them known to one of us."
    assert re.findall(
        r"<b>(.*?)</b>|<(ul|/ul)", page.org.tree.replace(' class="org-below"', "")
    ) == [
        ("Eva Lund", ""),
        ("", "ul"),
        ("Bo Dahl", ""),
        ("Jonas Ek", ""),
        ("", "/ul"),
    ]
    assert re.findall(r"<b>(.*?)</b>", page.org.alone) == ["Ada Ros"]


def test_person_shows_roles_disposition_and_days_since_contact(client, owner, account):
    tree = get(client, owner, account).context["page"].org.tree
    eva = tree.split("</a>")[0]
    assert '<span class="buy">Economic</span>' in eva
    assert '<span class="disp disp-3"><i aria-hidden="true"></i>Open</span>' in eva
    assert "<span>12 d</span>" in eva
    assert 'aria-label="Olga Hagen"' in eva
    assert "av-me" in eva
    bo = tree.split("<b>Bo Dahl</b>")
    assert bo[0].endswith(f'class="node uncovered" href="{at(account, "person", "P3")}">')
    assert "Nobody knows them" in bo[1].split("</a>")[0]


def test_coverage_counts_by_level_and_site(client, owner, account):
    found = get(client, owner, account).context["page"].org.coverage
    assert found.columns == ("Vejle plant", "Skive", "No site said")
    assert [(level, [cell.text for cell in cells]) for level, cells in found.rows] == [
        ("Level 1, the top", ["1 of 1", "nobody known", "none"]),
        ("Level 2", ["none", "nobody known", "0 of 1"]),
        ("Level 3", ["1 of 1, 1 not seen", "nobody known", "none"]),
        ("Level not known", ["none", "nobody known", "0 of 1"]),
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?who=all", ["Ada Ros", "Bo Dahl", "Eva Lund", "Jonas Ek"]),
        ("?who=nobody", ["Ada Ros", "Bo Dahl"]),
        ("?who=unseen", ["Ada Ros", "Bo Dahl", "Jonas Ek"]),
        ("?word=plan", ["Jonas Ek"]),
        ("?word=EVA", ["Eva Lund"]),
        ("?who=nobody&word=eva", []),
    ],
)
def test_views_list_some_of_the_people(client, owner, account, query, names):
    answer = get(client, owner, account, query)
    assert [row.name for row in answer.context["page"].rows.object_list] == names
    assert ("Nobody here: there is no such person in this view." in words(answer)) == (not names)
    assert "Coverage" not in words(answer)


def test_view_that_does_not_exist_is_the_map(client, owner, account):
    page = get(client, owner, account, "?who=friends&page=x&under=P99").context["page"]
    assert page.rows is None
    assert "Eva Lund" in page.org.tree


def test_branch_of_somebody_is_a_page_of_its_own(client, owner, account):
    page = get(client, owner, account, "?under=P1").context["page"]
    assert (page.org.under, page.org.coverage, page.org.alone) == ("Eva Lund", None, "")


def test_who_left_is_not_on_the_map(client, owner, account):
    Contact.objects.filter(ref__code="P2").update(left_company=True)
    page = get(client, owner, account).context["page"]
    assert "Jonas Ek" not in page.org.tree
    assert [row.name for row in page.org.left] == ["Jonas Ek"]


def test_superior_who_left_stays_where_others_report_to_them(client, owner, account):
    Contact.objects.filter(ref__code="P1").update(left_company=True)
    page = get(client, owner, account).context["page"]
    assert "Left the company" in page.org.tree.split("</a>")[0]


def test_line_is_shown_before_it_is_saved(client, owner, account):
    line = "Mette Dahl, plant manager, Skive, reports to Eva; met 12 Nov"
    answer = send(client, owner, account, line, read="")
    assert answer.status_code == 422
    assert not Contact.objects.filter(name="Mette Dahl").exists()
    said = words(answer)
    for fact in ("new", "plant manager", "Skive", "reports to Eva Lund", "met 12 Nov"):
        assert fact in said
    assert answer.context["form"]["line"].value() == line
    assert send(client, owner, account, line).status_code == 302
    made = Contact.objects.get(name="Mette Dahl")
    assert (made.ref.code, made.title, str(made.location)) == ("P5", "plant manager", "Skive")
    assert (str(made.reports_to), str(made.last_contact)) == ("Eva Lund", "2026-11-12")
    assert [row.member.name for row in made.acquaintances.all()] == ["Olga Hagen"]


def test_reading_of_a_line_follows_the_typing(client, owner, account):
    client.force_login(owner)
    answer = client.get(at(account, "reading"), {"line": "E. Lund, buyer"})
    assert "Is this Eva Lund (P1)?" in words(answer)
    assert client.get(at(account, "reading"), {"line": ""}).content.strip() == b""


def test_line_about_somebody_who_is_here_is_a_note(client, teammate, account):
    line = "Eva: met 20 Nov about prices; next 4 Dec"
    assert "a note on somebody who is here already" in words(
        send(client, teammate, account, line, read="")
    )
    send(client, teammate, account, line)
    eva = Contact.objects.get(ref__code="P1")
    assert (str(eva.last_contact), eva.last_contact_about) == ("2026-11-20", "about prices")
    assert (str(eva.next_contact), eva.title, eva.wants) == ("2026-12-04", "CFO", "no surprises")
    assert ChangeSet.objects.latest("pk").what == "Changed Eva Lund"


def test_line_says_what_gives_way_to_it_and_never_goes_back(client, owner, account):
    said = words(send(client, owner, account, "Eva, head of sales, wants a report", read=""))
    assert "head of sales instead of “CFO”" in said
    assert "wants a report instead of “no surprises”" in said
    old = send(client, owner, account, "Met Eva on 3 Nov about the trial")
    assert (old.status_code, "You met on 12 Nov since" in words(old)) == (422, True)
    secret = send(client, owner, account, "Eva; met today; confidential: 5 million")
    assert (secret.status_code, "This says “confidential”." in words(secret)) == (422, True)


def test_empty_line_is_asked_for(client, owner, account):
    answer = send(client, owner, account, "  ")
    assert (answer.status_code, "Fill in “Person”" in words(answer)) == (422, True)


def test_viewer_sees_and_does_not_write(client, viewer, account):
    said = words(get(client, viewer, account))
    assert "Eva Lund" in said
    assert "Save the line" not in said
    assert send(client, viewer, account, "Mette Dahl").status_code == 403


def test_outsider_finds_nothing(client, outsider, account):
    assert get(client, outsider, account).status_code == 404


def test_account_without_people_asks_who_decides(client, owner):
    account = stored(
        read("account: {name: New}\nteam: [{id: T1, name: Olga Hagen, role: account lead}]"),
        team=[("T1", owner, LEAD)],
    )
    assert "Who decides here, and who of you knows them?" in words(get(client, owner, account))


def test_findings_are_those_about_people_alone(client, owner, account):
    found = get(client, owner, account).context["lines"]
    assert {line.rule for line in found} <= {"DMG-1", "DMG-4"}
    empty = stored(
        read("account: {name: New}\nteam: [{id: T1, name: Olga Hagen, role: account lead}]"),
        team=[("T1", owner, LEAD)],
    )
    lines = get(client, owner, empty).context["lines"]
    assert [line.message for line in lines] == [
        "Nobody who decides at the customer is written down."
    ]


def test_map_is_a_drawing_of_its_own(client, owner, account):
    Contact.objects.filter(ref__code="P4").update(title="<b>Guard</b> & driver")
    client.force_login(owner)
    answer = client.get(at(account, "org-map"))
    drawing = answer.content.decode()
    assert answer["Content-Type"] == "image/svg+xml"
    assert re.findall(r'font-weight="600"[^>]*>([^<]+)', drawing) == [
        *("Eva Lund", "Bo Dahl", "Jonas Ek", "Ada Ros")
    ]
    assert drawing.count("<path") == 2
    assert drawing.count("stroke-dasharray") == 2
    assert "style" not in drawing
    assert ">&lt;b&gt;Guard&lt;/b&gt; &amp; driver</text>" in drawing


def many(count, owner, wide=False):
    people = "".join(
        f"\n  - {{id: P{n}, name: Person {n}, level: {2 if n else 1}, known_by: [T1]"
        + (f", reports_to: P{0 if wide else (n - 1) // 5}" if n else "")
        + "}"
        for n in range(count)
    )
    text = (
        "account: {name: Big, locations: [{id: L1, name: Skive}]}\n"
        "team: [{id: T1, name: Olga Hagen, role: account lead}]\n"
        f"decision_groups: [{{id: D1, decision: All, people: [{{ref: P0}}]}}]\npeople: {people}"
    )
    return stored(read(text), team=[("T1", owner, LEAD)])


@pytest.mark.parametrize("count", [1, 3, 300, 1000])
def test_page_costs_the_same_queries_however_many_people(
    client, owner, count, django_assert_num_queries
):
    account = many(count, owner)
    client.force_login(owner)
    client.get(at(account))
    pages = {at(account) + query: 6 for query in ("", "?who=all", "?word=person")}
    pages |= {
        at(account, "org-map"): 4,
        at(account, "person", "P0"): 10,
        at(account, "group", "D1"): 8,
    }
    for page, queries in pages.items():
        with django_assert_num_queries(queries):
            assert client.get(page).status_code == 200


def test_map_of_very_many_ends_in_pages_of_their_own(client, owner):
    account = many(1000, owner)
    page = get(client, owner, account).context["page"]
    assert page.org.tree.count("<b>") == 31
    assert f'href="{at(account)}?under=P6">' in page.org.tree
    below = get(client, owner, account, "?under=P6").context["page"]
    assert below.org.tree.startswith('<li><a class="node"')
    assert "Person 31" in below.org.tree


def test_person_with_very_many_below_shows_the_first_of_them(client, owner):
    account = many(400, owner, wide=True)
    tree = get(client, owner, account, "?under=P0").context["page"].org.tree
    assert tree.count("<b>") == 151
    assert f'href="{at(account)}?who=all">249 more below' in tree


def test_more_than_four_in_a_row_fold(client, owner):
    assert "org-wide" in get(client, owner, many(10, owner, wide=True)).context["page"].org.tree
    assert "org-wide" not in get(client, owner, many(5, owner, wide=True)).context["page"].org.tree


@pytest.mark.parametrize("wide", [False, True])
def test_drawing_of_a_large_tree_has_its_branches_side_by_side(client, owner, wide):
    client.force_login(owner)
    drawing = client.get(at(many(40, owner, wide), "org-map")).content.decode()
    boxes = re.findall(r'<rect x="(\d+)" y="(\d+)"', drawing)
    places = [(int(x), int(y)) for x, y in boxes]
    assert (len(places), drawing.count("<path")) == (40, 39)
    apart = [
        abs(x - left) >= 230 or abs(y - top) >= 58
        for number, (x, y) in enumerate(places)
        for left, top in places[:number]
    ]
    assert all(apart)
    assert max(x for x, _y in places) > 4 * 230
    assert max(y for _x, y in places) < 20 * 58
