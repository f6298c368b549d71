"""What the team asks for: the page, one request, the answer to it (SES-8)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt, status_of, way_back
from waypost.accounts.form_page import form_page
from waypost.accounts.policies import Access
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.rail import rail_for
from waypost.history.operations import Written
from waypost.history.queries import last_change_of
from waypost.method.acceptance import Step
from waypost.planning.forms.resources import (
    GRANT,
    ResourceAnswerForm,
    ResourceChangeForm,
    ResourceForm,
)
from waypost.planning.models import ResourceRequest
from waypost.planning.operations import resources as operations
from waypost.planning.operations.acceptance_checks import check_may, may
from waypost.planning.operations.resources import request_of
from waypost.planning.queries.resources import RequestLine, objectives_concerned, resource_lines
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in

PLACE = "planning:resources"


@require_http_methods(["GET", "HEAD", "POST"])
def resources(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is asked for; sent, something more is."""
    access = access_to(signed_in(request), pk)
    if request.method != "POST":
        return _page(request, access)
    check_may(access, Step.ASK_FOR_RESOURCE)
    form = ResourceForm(request.POST, objectives=objectives_concerned(access.account))
    written = attempt(Once(request, operations.ask_for_resource), form, access=access)
    if written is None:
        return _page(request, access, form)
    announce(request, written)
    return redirect(PLACE, pk)


@require_http_methods(["GET", "HEAD", "POST"])
def resource(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Word a request anew; one that was refused is asked for again."""
    access = access_to(signed_in(request), pk)
    check_may(access, Step.ASK_FOR_RESOURCE)
    row = request_of(access, key)
    objectives = objectives_concerned(access.account)
    initial = ResourceChangeForm.filled(row)
    form = ResourceChangeForm(request.POST or None, objectives=objectives, initial=initial)
    written = attempt(operations.change_request, form, access=access, request=row)
    if written is not None:
        announce(request, written)
        return redirect(PLACE, pk)
    again = row.status == ResourceRequest.Status.REFUSED
    return form_page(
        request,
        access,
        form,
        place=PLACE,
        row=row,
        title=_("Ask again") if again else _("Change what is asked for"),
        submit=_("Ask again") if again else _("Save it"),
        back=reverse(PLACE, args=[pk]),
        removal=reverse("planning:resource-removal", args=[pk, key]),
    )


@require_POST
def resource_answer(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Grant it, or refuse it with a reason."""
    access = access_to(signed_in(request), pk)
    check_may(access, Step.ANSWER_RESOURCE)
    row = request_of(access, key)
    form = ResourceAnswerForm(request.POST, auto_id=f"answer-{key}-%s")

    def settle(*, decision: str, **facts: Any) -> Written[ResourceRequest]:
        granted = decision == GRANT
        return operations.answer_request(access=access, request=row, granted=granted, **facts)

    written = attempt(settle, form)
    if written is None:
        return _page(request, access, answers={key: form}, row=row)
    if written.change_set is not None:
        messages.success(request, written.change_set.what)
    return redirect(way_back(request, f"{reverse(PLACE, args=[pk])}#resource-{key}"))


@require_POST
def resource_removal(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """The team no longer asks for it."""
    access = access_to(signed_in(request), pk)
    check_may(access, Step.ASK_FOR_RESOURCE)
    announce(request, operations.withdraw_request(access=access, request=request_of(access, key)))
    return redirect(PLACE, pk)


def _page(
    request: HttpRequest,
    access: Access,
    form: forms.Form | None = None,
    answers: Mapping[int, ResourceAnswerForm] | None = None,
    row: ResourceRequest | None = None,
) -> HttpResponse:
    reader = Reader(plan_for(access, ("team",)), timezone.localdate())
    drawn = answers or {}
    sent = form or next(iter(drawn.values()), None)
    status = status_of(sent) if sent is not None else 200
    may_ask = may(access, Step.ASK_FOR_RESOURCE)
    lines = resource_lines(access.account, reader)
    listed = objectives_concerned(access.account) if may_ask and form is None else ()
    context = {
        "access": access,
        "lines": [(line, _answer_form(access, line, drawn)) for line in lines],
        "may_ask": may_ask,
        "form": form or (ResourceForm(None, objectives=listed) if may_ask else None),
        "sent": sent,
        "last_change": last_change_of(row) if row is not None and status == 409 else None,
        "rail": rail_for(access, PLACE, reader.plan.team),
    }
    return render(request, "planning/resources.html", context, status=status)


def _answer_form(
    access: Access, line: RequestLine, sent: Mapping[int, ResourceAnswerForm]
) -> ResourceAnswerForm | None:
    """The one that was sent, else a new one, for whoever grants and refuses."""
    if not may(access, Step.ANSWER_RESOURCE):
        return None
    initial = {"version": line.version, "answer": line.answer}
    new = ResourceAnswerForm(initial=initial, auto_id=f"answer-{line.key}-%s")
    return sent.get(line.key) or new
