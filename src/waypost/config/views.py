"""Pages of the installation itself: the first set-up, and whether it is well."""

import sys

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, OperationalError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.views import defaults
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from waypost.demo import operations as demo
from waypost.staff import queries
from waypost.staff.forms import SetupForm
from waypost.staff.models import User
from waypost.staff.operations import people

PLAIN = "text/plain; charset=utf-8"
RETRY_SECONDS = 10


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "code")
@login_not_required
def setup(request: HttpRequest) -> HttpResponse:
    """Open until somebody has used it, then gone like a page that never was."""
    if not queries.is_first_run():
        raise Http404
    form = SetupForm(request.POST or None)
    if form.is_valid() and (user := set_up(form)):
        login(request, user)
        return redirect(settings.LOGIN_REDIRECT_URL)
    status = 422 if form.errors else 200
    return render(request, "staff/setup.html", {"form": form}, status=status)


def set_up(form: SetupForm) -> User | None:
    """The administrator, with the sample if wanted; else what stands against it, in the form."""
    answers = form.cleaned_data
    try:
        with transaction.atomic():
            user = people.create_first_administrator(
                name=answers["name"], email=answers["email"], password=answers["password"]
            )
            if answers["start"] == SetupForm.SAMPLE:
                demo.load(reader=user)
    except demo.SampleRefusedError as error:
        form.add_error("email", str(error))
        return None
    return user


@require_safe
@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:
    """For whatever watches the server: whether a page could be answered now."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return HttpResponse("database\n", content_type=PLAIN, status=503, headers=headers)
    return HttpResponse("ok\n", content_type=PLAIN)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something failed: the database is away for a moment, or we made a mistake."""
    if isinstance(sys.exc_info()[1], OperationalError):
        page = loader.render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_SECONDS)})
    return defaults.server_error(request)
