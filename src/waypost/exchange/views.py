"""Bringing in a plan file: choose it, see what is in it, confirm."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waypost.exchange.forms import ConfirmationForm, PlanFileForm
from waypost.exchange.plan_files import PlanFile, read_file, unpack
from waypost.exchange.queries import contents
from waypost.planfile import PlanFileError
from waypost.staff.policies import signed_in

NAME_LENGTH = 255


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PlanFileForm(*sent)
    if not form.is_valid():
        return choosing(request, form)
    file = form.cleaned_data["file"]
    try:
        plan_file = read_file(file, name=file.name)
    except PlanFileError as error:
        return choosing(request, form, error)
    return confirming(request, ConfirmationForm(actor=user, plan=plan_file.plan), plan_file)


@require_http_methods(["GET", "HEAD", "POST"])
def confirmation(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    if request.method != "POST":
        return redirect("exchange:upload")
    name = request.POST.get("name", "")[:NAME_LENGTH]
    try:
        plan_file = unpack(request.POST.get("content", ""), name=name)
    except PlanFileError as error:
        return choosing(request, PlanFileForm(), error)
    replacing = "replacing" in request.POST
    form = ConfirmationForm(request.POST, actor=user, plan=plan_file.plan)
    account = form.bring_in(replacing=replacing)
    if account is None:
        return confirming(request, form, plan_file)
    replaced = form.preview.existing is not None
    what = _("Replaced the plan of %(name)s") if replaced else _("Imported the plan of %(name)s")
    messages.success(request, what % {"name": account.name})
    return redirect("plans:one-page", account.pk)


def choosing(
    request: HttpRequest, form: PlanFileForm, error: PlanFileError | None = None
) -> HttpResponse:
    status = 422 if error or form.errors else 200
    context = {"form": form, "error": error}
    return render(request, "exchange/upload.html", context, status=status)


def confirming(request: HttpRequest, form: ConfirmationForm, file: PlanFile) -> HttpResponse:
    context = {"form": form, "file": file, "contents": contents(file.plan)}
    status = 422 if form.errors else 200
    return render(request, "exchange/confirmation.html", context, status=status)
