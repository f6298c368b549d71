"""Starting an account, and its settings."""

from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts import operations, policies, queries
from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.forms.accounts import OURS, NewAccountForm, SettingsForm
from waypost.accounts.rail import rail_for
from waypost.accounts.tiering import suggested_for
from waypost.history.queries import last_change_of
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def account_create(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = NewAccountForm(request.POST or None, user=user)
    if written := attempt(Once(request, operations.create_account), form, actor=user):
        return redirect("accounts:first-steps", written.row.pk)
    return render(request, "accounts/account_create.html", {"form": form}, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def account_settings(request: HttpRequest, pk: int) -> HttpResponse:
    access = queries.access_to(signed_in(request), pk)
    policies.check_can_edit_plan(access)
    account = access.account
    names = "\n".join(queries.names_of(account))
    ours = {name: getattr(account.supplier, field) for name, field in OURS.items()}
    initial = {**model_to_dict(account), **ours, "also_known_as": names}
    initial["version"] = account.version
    form = SettingsForm(request.POST or None, initial=initial, user=access.user, account=account)
    if written := attempt(operations.update_account, form, access=access):
        announce(request, written)
        return redirect("accounts:settings", pk)
    context = {
        "account": account,
        "form": form,
        "rail": rail_for(access, "accounts:settings"),
        "suggested": suggested_for(access),
        "last_change": last_change_of(account) if form.differences else None,
    }
    return render(request, "accounts/settings.html", context, status=status_of(form))


@require_POST
def distinct(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """An account of a like name is another customer."""
    access = queries.access_to(signed_in(request), pk)
    policies.check_can_edit_plan(access)
    twin = queries.access_to(access.user, other).account
    announce(request, operations.tell_apart(access=access, other=twin))
    return redirect("portfolio:duplicates")
