"""Accounts as administrators see them: by name, and a plan only after saying why."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from waypost.accounts import operations, policies, queries
from waypost.accounts.answers import attempt, status_of
from waypost.accounts.forms.accounts import NameFilter, OpeningForm
from waypost.staff.policies import signed_in

PAGE_SIZE = 50


@require_safe
def account_names(request: HttpRequest) -> HttpResponse:
    policies.check_can_open_plans(signed_in(request))
    form = NameFilter(request.GET)
    name = form.cleaned_data["name"] if form.is_valid() else ""
    page = Paginator(queries.all_accounts(name), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "filtered": name, "today": timezone.localdate()}
    return render(request, "accounts/administration.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    user = signed_in(request)
    policies.check_can_open_plans(user)
    account = get_object_or_404(queries.all_accounts(), pk=pk)
    form = OpeningForm(request.POST or None)
    if attempt(operations.open_plan, form, actor=user, account=account):
        return redirect("plans:one-page", pk)
    context = {"account": account, "form": form}
    return render(request, "accounts/opening.html", context, status=status_of(form))
