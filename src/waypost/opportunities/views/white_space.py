"""The white space of an account: its rows, its cells, and the step to an opportunity."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.form_page import form_page
from waypost.accounts.policies import check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.opportunities.forms.white_space import CellForm, ChangedOfferingForm, OfferingForm
from waypost.opportunities.operations import white_space as operations
from waypost.opportunities.queries.white_space import cell_of, offering_of, unit_of, white_space
from waypost.staff.policies import signed_in

HERE = "opportunities:white-space"
PLACE = "opportunities:opportunities"  # the place in the rail


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The table; a POST adds a product or service to it."""
    access = access_to(signed_in(request), pk)
    form = OfferingForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        check_can_edit_plan(access)
        if written := attempt(Once(request, operations.add_offering), form, access=access):
            announce(request, written)
            return redirect(HERE, pk)
    found = white_space(access)
    context = {"access": access, "page": found, "form": form}
    context["rail"] = rail_for(access, PLACE, found.team)
    return render(request, "opportunities/white_space.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def offering(request: HttpRequest, pk: int, offering: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = offering_of(access, offering)
    check_can_edit_plan(access)
    initial = {"name": row.name, "version": row.version}
    form = ChangedOfferingForm(request.POST or None, initial=initial)
    if written := attempt(operations.rename_offering, form, access=access, offering=row):
        announce(request, written)
        return redirect(HERE, pk)
    words = {"title": _("Change %(name)s") % {"name": row.name}, "back": reverse(HERE, args=[pk])}
    words["removal"] = reverse("opportunities:offering-removal", args=[pk, row.pk])
    return form_page(request, access, form, place=PLACE, row=row, **words)


@require_POST
def offering_removal(request: HttpRequest, pk: int, offering: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = offering_of(access, offering)
    announce(request, operations.remove_offering(access=access, offering=row))
    return redirect(HERE, pk)


@require_http_methods(["GET", "HEAD", "POST"])
def cell(request: HttpRequest, pk: int, offering: int, unit: str) -> HttpResponse:
    """What an offering is at a site."""
    access = access_to(signed_in(request), pk)
    row, place = offering_of(access, offering), unit_of(access, unit)
    check_can_edit_plan(access)
    found = cell_of(row, place.ref)
    names = ("state", "potential", "version")
    initial = {name: getattr(found, name) for name in names} if found else {"version": 0}
    form = CellForm(request.POST or None, initial=initial)
    facts = {"access": access, "offering": row, "unit": place.ref}
    if written := attempt(operations.fill_cell, form, **facts):
        announce(request, written)
        return redirect(HERE, pk)
    title = _("%(name)s at %(place)s") % {"name": row.name, "place": place.name}
    back = reverse(HERE, args=[pk])
    return form_page(request, access, form, title=title, back=back, place=PLACE, row=found)


@require_POST
def pursuit(request: HttpRequest, pk: int, offering: int, unit: str) -> HttpResponse:
    """Make a cell an opportunity."""
    access = access_to(signed_in(request), pk)
    row, place = offering_of(access, offering), unit_of(access, unit)
    try:
        written = operations.pursue_cell(access=access, offering=row, unit=place.ref)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect(HERE, pk)
    announce(request, written)
    return redirect("opportunities:opportunity", pk, written.row.ref.code)
