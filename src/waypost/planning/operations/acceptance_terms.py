"""After the acceptance: its conditions are met, the sponsor hears of the plan (SES-7)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from waypost.accounts.models import TeamMember
from waypost.accounts.operations import lock_account, save_row, writing
from waypost.accounts.policies import Access
from waypost.contacts.models import Contact
from waypost.history.operations import Written, row_values
from waypost.method.acceptance import Step
from waypost.planning.models import AcceptanceCondition, SponsorPresentation
from waypost.planning.operations.acceptance_checks import check_may, check_step
from waypost.planning.queries.acceptance_standing import Way, way_of
from waypost.ui.formats import excerpt, short_date


@transaction.atomic
def show_condition_met(
    *, access: Access, condition: str, proof: str
) -> Written[AcceptanceCondition]:
    """This condition of the acceptance in force is met, and how that shows."""
    what = _("A condition is met: %(text)s") % {"text": excerpt(condition)}
    return _settle(access, condition, what, timezone.localdate(), proof)


@transaction.atomic
def reopen_condition(*, access: Access, condition: str) -> Written[AcceptanceCondition]:
    """It is not met after all."""
    what = _("A condition is not met after all: %(text)s") % {"text": excerpt(condition)}
    return _settle(access, condition, what, None, "")


@transaction.atomic
def assign_condition(
    *, access: Access, condition: str, version: int, owner: str, due: date | None
) -> Written[AcceptanceCondition]:
    """Who of the team sees to it that this condition is met (by their id, or empty), and by when.

    ``version`` is 0 for one of which nothing was written down yet. May raise StaleError.
    """
    row, is_new = _row(access, _begin(access, Step.ASSIGN_CONDITION), condition)
    values: dict[str, Any] = {"owner": member_of(access, owner), "due": due}
    what = _("Said who meets a condition by when: %(text)s") % {"text": excerpt(condition)}
    if not is_new:
        return save_row(row, access=access, version=version, what=what, values=values)
    with writing(access=access, what=what, touches=False, held=True) as recording:
        row.owner, row.due = values["owner"], due
        row.save()
        recording.created(row)
    return Written(row, recording.change_set)


def member_of(access: Access, code: str) -> TeamMember | None:
    """Who of the team has this id; nobody has an empty one."""
    team = TeamMember.objects.live().filter(account=access.account)
    return team.filter(ref__code=code).first() if code else None


def _row(access: Access, way: Way, condition: str) -> tuple[AcceptanceCondition, bool]:
    """What was written down of this condition of the acceptance in force, or else a new row, and
    whether it is new."""
    submission = way.senior.submission if way.senior else None
    own = AcceptanceCondition.objects.filter(account=access.account, submission=submission)
    found = own.filter(text=condition).order_by("pk").first()
    if found is not None:
        return found, False
    new = AcceptanceCondition(account=access.account, submission=submission, text=condition)
    return new, True


def _settle(
    access: Access, condition: str, what: str, on: date | None, proof: str
) -> Written[AcceptanceCondition]:
    row, is_new = _row(access, _begin(access, Step.SHOW_CONDITION_MET), condition)
    if (row.met_on is None) == (on is None) and row.proof == proof:
        return Written(row, None)
    before = row_values(row)
    with writing(access=access, what=what, touches=False, held=True) as recording:
        row.met_on, row.proof = on, proof
        row.met_by = access.user if on else None
        row.version += 0 if is_new else 1
        row.save()
        if is_new:
            recording.created(row)
        else:
            recording.changed(row, before)
    return Written(row, recording.change_set)


@transaction.atomic
def note_presentation(
    *,
    access: Access,
    version: int,
    person: Contact | None,
    planned: date | None,
    presented: bool,
    presented_on: date | None,
    outcome: str,
) -> Written[SponsorPresentation]:
    """Whom the plan is presented to and when, that it was, and what came of it (SES-7).

    It can be planned at any time and is presented once it is accepted. May raise StaleError.
    """
    way = _begin(access, Step.PLAN_PRESENTATION)
    row = SponsorPresentation.objects.filter(account=access.account).first()
    if presented and not (row is not None and row.presented):
        check_step(access, Step.PRESENT, way.standing)
    values: dict[str, Any] = {
        "person": person,
        "planned": planned,
        "presented": presented,
        "presented_on": (presented_on or timezone.localdate()) if presented else None,
        "outcome": outcome,
    }
    if row is not None and row.presented and presented and presented_on is None:
        values["presented_on"] = row.presented_on
    what = _sentence(person, planned, presented=presented)
    if row is not None:
        return save_row(row, access=access, version=version, what=what, values=values)
    with writing(access=access, what=what, held=True) as recording:
        row = SponsorPresentation.objects.create(account=access.account, **values)
        recording.created(row)
    return Written(row, recording.change_set)


def _sentence(person: Contact | None, planned: date | None, *, presented: bool) -> str:
    words = {"name": person.name if person else _("the sponsor"), "day": short_date(planned)}
    if presented:
        return _("Presented the plan to %(name)s") % words
    if planned is None:
        return _("Chose %(name)s as the sponsor") % words
    return _("Planned to present the plan to %(name)s on %(day)s") % words


def _begin(access: Access, step: Step) -> Way:
    check_may(access, step)
    lock_account(access.account.pk)
    way = way_of(access.account)
    check_step(access, step, way.standing)
    return way
