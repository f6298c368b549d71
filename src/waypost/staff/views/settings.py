"""A person's own settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waypost.history.queries import last_change_of
from waypost.staff import policies
from waypost.staff.forms import SettingsForm, values_of
from waypost.staff.operations import people
from waypost.staff.views.answers import try_to
from waypost.ui.versions import status_of


@require_http_methods(["GET", "HEAD", "POST"])
def own_settings(request: HttpRequest) -> HttpResponse:
    user = policies.signed_in(request)
    form = SettingsForm(request.POST or None, initial=values_of(user, SettingsForm.base_fields))
    if form.is_valid() and try_to(people.change_own_settings, form, actor=user):
        messages.success(request, _("Saved your settings"))
        return redirect("staff:settings")
    last_change = last_change_of(user) if form.differences else None
    context = {"form": form, "last_change": last_change}
    return render(request, "staff/settings.html", context, status=status_of(form))
