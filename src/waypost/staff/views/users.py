"""People, for administrators."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.history.queries import last_change_of
from waypost.staff import queries
from waypost.staff.forms import ChangedPersonForm
from waypost.staff.models import User
from waypost.staff.operations import passwords, people
from waypost.staff.views.answers import AdministratorRequest, administrators_only, try_to
from waypost.ui.versions import status_of


@require_safe
@administrators_only
def user_list(request: AdministratorRequest) -> HttpResponse:
    context = {
        "people": queries.people(),
        "invitations": queries.open_invitations(),
        "now": timezone.now(),
    }
    return render(request, "staff/user_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def user_detail(request: AdministratorRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people(), pk=pk)
    form = ChangedPersonForm(request.POST or None, person=person)
    if form.is_valid() and try_to(people.change_person, form, actor=request.user, user=person):
        messages.success(request, _("Saved %(name)s") % {"name": person.name})
        return redirect("staff:user-list")
    last_change = last_change_of(person) if form.differences else None
    context = {"person": person, "form": form, "last_change": last_change}
    return render(request, "staff/user_detail.html", context, status=status_of(form))


@require_POST
@administrators_only
def deactivation(request: AdministratorRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    people.deactivate_person(actor=request.user, user=person)
    messages.success(request, _("%(name)s can no longer sign in") % {"name": person.name})
    return redirect("staff:user-detail", pk)


@require_POST
@administrators_only
def deactivation_removal(request: AdministratorRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    people.reactivate_person(actor=request.user, user=person)
    messages.success(request, _("%(name)s can sign in again") % {"name": person.name})
    return redirect("staff:user-detail", pk)


@require_POST
@administrators_only
def password_link(request: AdministratorRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    address = passwords.make_password_link(actor=request.user, user=person)
    return render(request, "staff/password_link.html", {"person": person, "address": address})
