"""A finding is left as it is for a reason, and while it says the same."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from tests.changes import change_set_of
from waypost.accounts.models import AccessRole
from waypost.accounts.operations import undo
from waypost.health import dismissals
from waypost.health.models import AccountSummary, Dismissal, Finding
from waypost.health.operations import refresh
from waypost.health.queries import finding_of
from waypost.history.models import SeenBy
from waypost.plans.models import Action


def stand(account):
    found = Finding.objects.filter(account=account, dismissed=False)
    return set(found.values_list("at", flat=True))


def count(account):
    return AccountSummary.objects.get(account=account).findings


def test_dismissed_finding_is_not_counted(access, account, named):
    before = count(account)
    made = dismissals.dismiss(access=access, reason="Mette asks in May", **named)
    assert "gaps[0]" not in stand(account)
    assert "gaps[1]" in stand(account)
    assert count(account) == before - 1
    dismissal = Dismissal.objects.get()
    assert (dismissal.reason, dismissal.by, dismissal.by_name, dismissal.on) == (
        "Mette asks in May",
        access.user,
        "Olga Hagen",
        timezone.localdate(),
    )
    assert dismissal.message == Finding.objects.get(account=account, at="gaps[0]").message
    assert change_set_of(made).what == f"Left as it is: {dismissal.message}"
    assert change_set_of(made).seen_by == SeenBy.MARGINS


def test_dismissal_holds_while_the_finding_says_the_same(access, account, named, gaps):
    dismissals.dismiss(access=access, reason="Mette asks in May", **named)
    refresh(account)
    assert "gaps[0]" not in stand(account)
    gaps[0].text = "Who signs above 2 million?"
    gaps[0].save()
    refresh(account)
    assert "gaps[0]" in stand(account)


def test_dismissal_is_withdrawn(access, account, named):
    dismissal = dismissals.dismiss(access=access, reason="Later", **named).row
    dismissals.withdraw_dismissal(access=access, dismissal=dismissal)
    assert "gaps[0]" in stand(account)
    assert not Dismissal.objects.live().exists()


def test_dismissal_is_taken_back(access, account, named):
    made = dismissals.dismiss(access=access, reason="Later", **named)
    undo(access=access, change_set=change_set_of(made))
    assert "gaps[0]" in stand(account)


def test_settled_finding_cannot_be_dismissed(access, account, named, gaps):
    gaps[0].delete()
    gaps[1].delete()
    refresh(account)
    with pytest.raises(ValidationError):
        dismissals.dismiss(access=access, reason="Later", **named)


def test_finding_that_rests_on_notes_is_settled_for_who_does_not_see_them(account, as_role):
    """A first-line manager edits the plan, and does not read what is noted of a coach."""
    named = {"rule": "DMG-3", "at": "P1", "subject": "coach"}
    Finding.objects.create(account=account, severity=2, message="Marit told us", **named)
    access = as_role(AccessRole.FIRST_LINE)
    with pytest.raises(ValidationError):
        dismissals.dismiss(access=access, reason="Later", **named)
    assert finding_of(access, **named) is None
    seen = finding_of(as_role(AccessRole.MEMBER), **named)
    assert seen is not None
    assert seen.message == "Marit told us"


@pytest.mark.parametrize("role", [AccessRole.SENIOR, AccessRole.PARTNER, AccessRole.VIEWER])
def test_only_who_edits_the_plan_dismisses(as_role, named, role):
    with pytest.raises(PermissionDenied):
        dismissals.dismiss(access=as_role(role), reason="Later", **named)
    with pytest.raises(PermissionDenied):
        dismissals.plan_action(access=as_role(role), **named)


def test_action_is_added_in_one_step(access, account, named, gaps):
    made = dismissals.plan_action(access=access, **named)
    action = Action.objects.get()
    assert action.what == "Find out: Who signs?"
    assert action.from_gap == gaps[0]
    assert str(action.owner) == "OH"
    assert action.due is not None
    assert action.month == action.due.replace(day=1)
    assert "gaps[0]" not in stand(account)
    assert change_set_of(made).what == "Added “Find out: Who signs?”"


@pytest.mark.parametrize(
    ("today", "due"), [("2026-11-12", date(2026, 11, 26)), ("2026-11-21", date(2026, 12, 4))]
)
def test_added_action_is_due_in_two_weeks_on_a_working_day(time_machine, access, named, today, due):
    time_machine.move_to(f"{today}T12:00:00Z", tick=False)
    made = dismissals.plan_action(access=access, **named)
    assert (made.row.due, made.row.month) == (due, due.replace(day=1))


def test_finding_without_an_action_offers_none(access, account):
    refresh(account)
    found = next(row for row in account.findings.all() if "action" not in row.step)
    with pytest.raises(ValidationError):
        dismissals.plan_action(access=access, rule=found.rule, at=found.at, subject=found.subject)
