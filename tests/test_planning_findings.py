"""What the shared plan is found to lack of planning together is settled where its finding leads."""

import re
from html import escape, unescape
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from django.urls import reverse

from tests.test_customer_pages import shared
from waypost.health.models import Finding
from waypost.planning.models import PlanningSession, ResourceRequest

pytestmark = pytest.mark.django_db
CORRECTED = {
    "on": "2026-06-10",
    "led_by": "T1",
    "there": ["T1", "T2", "T4", "M1"],
    "manager": "on",
    "outcome": "Duncan came late. B1 and two actions of T2",
    "documented": "on",
}


def test_findings_of_sessions_and_strategies_are_settled_where_they_lead(
    client, owner, request, time_machine
):
    plan, account = shared(client, owner, request, time_machine)
    folder = request.config.rootpath.parent / "shared" / "plans"
    answers = yaml.safe_load((folder / "nordvik.expected.yaml").read_text(encoding="utf-8"))
    wanted = {
        (answer["rule"], answer["at"])
        for answer in answers["must_find"]
        if answer["rule"].startswith(("SES-", "STR-"))
    }
    assert {(rule, at) for rule, at, _subject in left(account)} == wanted
    resource = ResourceRequest.objects.get(account=account, why="").pk
    settled: dict[tuple[str, str, str], tuple[str, list[Any], dict[str, Any]]] = {
        ("STR-3", "S1", "T3"): ("plans:strategy-telling", ["S1"], {"member": "T3"}),
        ("STR-3", "S1", "T4"): ("plans:strategy-telling", ["S1"], {"member": "T4"}),
        ("STR-3", "S1", "T6"): ("plans:commitment", ["S1", "T6"], {"wording": 2, "answer": "yes"}),
        ("STR-3", "S2", "communicate"): (
            "plans:strategy-edit",
            ["S2"],
            {"statement": plan.strategies[1].statement, "serves": "B1", "communicate": "A call"},
        ),
        ("STR-3", "S2", "told"): ("plans:strategy-telling", ["S2"], {}),
        ("STR-3", "S3", "told"): ("plans:strategy-telling", ["S3"], {}),
        ("SES-3", "SE1", ""): ("planning:correction", ["SE1"], CORRECTED),
        ("SES-1", "SE1", "actions"): ("planning:correction", ["SE1"], CORRECTED),
        ("SES-1", "SE1", "documented"): ("planning:correction", ["SE1"], CORRECTED),
        ("SES-2", "SE2", "T3"): (
            "planning:session-new",
            [],
            {"purpose": "B1a", "on": "2026-11-24", "at": "13:30", "minutes": 60, "led_by": "M1"},
        ),
        ("SES-7", "sponsor", ""): (
            "planning:presentation",
            [],
            {"person": "P1", "presented": "on", "outcome": "She opens the January session"},
        ),
        ("SES-8", "resources_requested[1]", ""): (
            "planning:resource",
            [resource],
            {"what": "Night cover", "kind": "partner", "why": "B2b by March", "objective": "B2"},
        ),
    }
    assert left(account) == set(settled)

    for finding, (name, codes, data) in settled.items():
        if finding not in left(account):  # one correction settles several
            continue
        place = reverse(name, args=[account.pk, *codes])
        form = form_at(client, leads_to(client, account, finding), place)
        version = dict(re.findall(r'name="(version)" value="(\d+)"', form))
        assert client.post(place, {**version, **data}).status_code == 302, finding
        if name == "planning:session-new":  # it takes place the same day, with everybody
            opening = reverse("planning:opening", args=[account.pk, newest(account)])
            everybody = {"there": [member.id for member in plan.team if member.id != "M2"]}
            assert client.post(opening, everybody).status_code == 302
        assert finding not in left(account)
    assert left(account) == set()


def left(account):
    found = Finding.objects.filter(account=account, dismissed=False, rule__regex="^(SES|STR)-")
    return set(found.values_list("rule", "at", "subject"))


def newest(account):
    return PlanningSession.objects.filter(account=account).latest("pk").ref.code


def leads_to(client, account, finding):
    """Where the page of the plan's health says that the finding is settled."""
    rule, at, subject = finding
    page = client.get(reverse("health:health", args=[account.pk])).content.decode()
    leave = escape(urlencode({"rule": rule, "at": at, "subject": subject}))
    (row,) = [row for row in re.findall("<li.*?</li>", page, re.DOTALL) if f'?{leave}"' in row]
    return re.findall(r'<a class="btn btn-s" href="([^"]*)"', row)[0]


def form_at(client, url, place):
    """The form that is sent to this place: on the page at ``url``, or one link away from it."""
    response = client.get(unescape(url))
    assert response.status_code == 200, url
    page = response.content.decode()
    forms = re.findall(f'<form[^>]*action="{place}".*?</form>', page, re.DOTALL)
    if forms or url.startswith(place):
        return forms[0] if forms else page
    assert f'href="{place}' in page, (url, place)
    return client.get(place).content.decode()
