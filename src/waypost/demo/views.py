"""The page that removes the sample."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waypost.demo import operations, queries
from waypost.staff.views.answers import AdministratorRequest, administrators_only


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def removal(request: AdministratorRequest) -> HttpResponse:
    if not queries.is_loaded():
        raise Http404
    if request.method == "POST":
        operations.remove(actor=request.user)
        messages.success(request, _("Removed the sample"))
        return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"accounts": queries.sample_accounts(), "people": queries.sample_users()}
    return render(request, "demo/removal.html", context)
