"""What is different between two states of the plan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waypost.accounts.answers import status_of
from waypost.accounts.queries import reading_access_to
from waypost.accounts.rail import rail_for
from waypost.planfile import PlanFileError
from waypost.planning.forms.difference import DifferenceForm
from waypost.planning.queries.difference import Group, difference_of
from waypost.planning.views.flow_page import PLACE
from waypost.staff.policies import signed_in


@require_safe
def difference(request: HttpRequest, pk: int) -> HttpResponse:
    """Two states, chosen in the query string; by default from the newest one to now."""
    access = reading_access_to(signed_in(request), pk)
    today = timezone.localdate()
    form = DifferenceForm(request.GET, account=access.account, today=today)
    valid = bool(form.states) and form.is_valid()
    groups: tuple[Group, ...] = ()
    try:
        groups = difference_of(access, **form.cleaned_data, today=today) if valid else ()
    except PlanFileError:  # kept by an earlier release, in words that are not read any more
        form.add_error(None, _("This state was kept in a form that cannot be read any more."))
    context = {
        "access": access,
        "form": form,
        "groups": groups,
        "count": sum(len(group.parts) for group in groups),
        "valid": valid and not form.errors,
        "rail": rail_for(access, PLACE),
    }
    status = status_of(form) if form.states else 200
    return render(request, "planning/difference.html", context, status=status)
