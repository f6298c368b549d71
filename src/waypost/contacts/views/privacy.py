"""What is stored about a person as personal data: why, where from, all of it in a file."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from waypost.accounts.answers import announce, attempt, status_of
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.contacts.forms.privacy import PrivacyForm
from waypost.contacts.operations.contacts import change_contact
from waypost.contacts.policies import can_erase_people, check_can_handle_personal_data
from waypost.contacts.queries.personal_data import personal_data
from waypost.contacts.queries.rows import contact_of
from waypost.history.queries import last_change_of
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def privacy(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Why what is known of them is kept, and where it comes from."""
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    check_can_handle_personal_data(access)
    form = PrivacyForm(request.POST or None, own=row)
    if written := attempt(change_contact, form, access=access, contact=row):
        announce(request, written)
        return redirect("contacts:person", pk, code)
    status = status_of(form)
    context = {
        "access": access,
        "person": row,
        "form": form,
        "may_erase": can_erase_people(access),
        "last_change": last_change_of(row) if status == 409 else None,
        "rail": rail_for(access, "contacts:people"),
    }
    return render(request, "contacts/privacy.html", context, status=status)


@require_safe
def export(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Everything stored about them, to be given to them."""
    access = access_to(signed_in(request), pk)
    row = contact_of(access, code)
    check_can_handle_personal_data(access)
    answer = JsonResponse(personal_data(row), json_dumps_params={"indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{code}.json"'
    return answer
