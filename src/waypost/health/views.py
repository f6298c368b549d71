"""The health of a plan: what the method found, and what the team does about it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, status_of, way_back
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.health import dismissals
from waypost.health.forms import DismissalForm, FindingForm
from waypost.health.models import Dismissal, Finding
from waypost.health.queries import finding_of, health_page
from waypost.staff.policies import signed_in

PLACE = "health:health"


@require_safe
def health(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    context = {
        "access": access,
        "page": health_page(access, timezone.localdate()),
        "rail": rail_for(access, PLACE),
    }
    return render(request, "health/health.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def dismissal(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a finding as it is; which one is in the query string."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    found = _named(access, FindingForm(request.POST or request.GET))
    if found is None:
        return _settled(request, pk)
    form = DismissalForm(request.POST or None, initial=request.GET.dict())
    written = attempt(Once(request, dismissals.dismiss), form, access=access)
    if written is None:
        context = {"access": access, "form": form, "found": found, "rail": rail_for(access, PLACE)}
        return render(request, "health/dismissal.html", context, status=status_of(form))
    announce(request, written)
    return redirect(PLACE, pk)


@require_POST
def dismissal_removal(request: HttpRequest, pk: int, dismissal: int) -> HttpResponse:
    """Find it again."""
    access = access_to(signed_in(request), pk)
    rows = Dismissal.objects.live().filter(account=access.account)
    row = get_object_or_404(rows, pk=dismissal)
    announce(request, dismissals.withdraw_dismissal(access=access, dismissal=row))
    return redirect(PLACE, pk)


@require_POST
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """Add the action that a finding asks for."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    found = _named(access, FindingForm(request.POST))
    if found is None:
        return _settled(request, pk)
    names = {"rule": found.rule, "at": found.at, "subject": found.subject}
    try:
        announce(request, Once(request, dismissals.plan_action)(access=access, **names))
    except ValidationError as error:
        messages.warning(request, error.messages[0])
    return redirect(way_back(request, reverse(PLACE, args=[pk])))


def _named(access: Access, form: FindingForm) -> Finding | None:
    """The finding that a request names; None where nothing is found there any more."""
    return finding_of(access, **form.cleaned_data) if form.is_valid() else None


def _settled(request: HttpRequest, pk: int) -> HttpResponse:
    messages.info(request, str(dismissals.SETTLED))
    return redirect(PLACE, pk)
