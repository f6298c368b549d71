"""Erasing a person for good, with a look at what goes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waypost.accounts.answers import status_of
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.contacts.forms.privacy import ErasureForm
from waypost.contacts.operations.erasing import erase_contact
from waypost.contacts.policies import check_can_erase_people
from waypost.contacts.queries.erasure import preview_of
from waypost.contacts.queries.rows import contact_of
from waypost.history.stale import StaleError
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    check_can_erase_people(access)
    form = ErasureForm(request.POST or None, initial={"version": row.version})
    status = 200
    if form.is_valid():
        try:
            version = form.cleaned_data["version"]
            done = erase_contact(access=access, contact=row, version=version)
        except StaleError:
            # What goes is another thing now: it is looked at anew.
            form, status = ErasureForm(initial={"version": row.version}), 409
        else:
            messages.success(request, done.change_set.what if done.change_set else "")
            return redirect("contacts:people", pk)
    context = {
        "access": access,
        "person": row,
        "form": form,
        "preview": preview_of(row),
        "is_stale": status == 409,
        "rail": rail_for(access, "contacts:people"),
    }
    return render(request, "contacts/erasure.html", context, status=max(status, status_of(form)))
