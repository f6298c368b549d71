"""The people of an account: the map, lists of some of them, one more in one line."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from waypost.accounts.answers import Once, announce
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.contacts.forms.people import LineForm
from waypost.contacts.operations import contacts as operations
from waypost.contacts.queries.duplicates import has_likely_pairs
from waypost.contacts.queries.one_line import LineReading, read_line
from waypost.contacts.queries.org_svg import org_svg
from waypost.contacts.queries.people_page import Asked, people_page
from waypost.history.operations import Written
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    if request.method != "POST":
        return show(request, access, LineForm())
    check_can_edit_plan(access)
    form = LineForm(request.POST)
    found = None
    if form.is_valid():
        line = form.cleaned_data["line"]
        found = read_line(access, line, timezone.localdate())
        if found.name and form.cleaned_data["read"] == line:
            try:
                announce(request, _save(request, access, found))
                return redirect("contacts:people", pk)
            except ValidationError as error:
                form.add_error("line", error.messages[0])
    return show(request, access, form, found, status=422)


@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """What is understood of a line so far."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = LineForm(request.GET)
    line = form.cleaned_data["line"] if form.is_valid() else ""
    found = read_line(access, line, timezone.localdate()) if line else None
    context = {"reading": found, "line": line}
    return render(request, "contacts/partials/reading.html", context)


@require_safe
def org_map_svg(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    answer = HttpResponse(org_svg(access), content_type="image/svg+xml")
    answer["Content-Disposition"] = 'attachment; filename="people.svg"'
    return answer


def show(
    request: HttpRequest,
    access: Access,
    form: LineForm,
    found: LineReading | None = None,
    status: int = 200,
) -> HttpResponse:
    names = ("who", "word", "under", "page")
    asked = Asked(**{name: request.GET.get(name, "").strip()[:200] for name in names})
    page = people_page(access, asked, timezone.localdate())
    context: dict[str, Any] = {
        "access": access,
        "page": page,
        "asked": asked,
        "form": form,
        "reading": found,
        "lines": page.lines,
        "back": request.path,
        "twice": has_likely_pairs(access),
        "rail": rail_for(access, "contacts:people", page.team),
    }
    return render(request, "contacts/people.html", context, status=status)


def _save(request: HttpRequest, access: Access, found: LineReading) -> Written[Any]:
    """Somebody new, or a note on somebody who is here."""
    if found.contact is None:
        return Once(request, operations.add_contact)(access=access, **found.values)
    change = Once(request, operations.change_contact)
    contact = found.contact
    operations.check_not_met_since(contact, found.values.get("last_contact"))
    return change(access=access, contact=contact, version=contact.version, **found.values)
