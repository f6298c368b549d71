"""A person's own settings."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waypost.staff import policies
from waypost.staff.forms import SettingsForm
from waypost.staff.operations import people


@require_http_methods(["GET", "HEAD", "POST"])
def own_settings(request: HttpRequest) -> HttpResponse:
    user = policies.signed_in(request)
    form = SettingsForm(request.POST or None, initial=model_to_dict(user))
    if form.is_valid():
        people.change_own_settings(actor=user, **form.cleaned_data)
        messages.success(request, _("Saved your settings"))
        return redirect("staff:settings")
    context = {"form": form}
    return render(request, "staff/settings.html", context, status=422 if form.errors else 200)
