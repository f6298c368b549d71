"""Making one of two accounts of the same customer, and what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from waypost.accounts import operations, policies, queries
from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.forms.merging import MergeForm
from waypost.accounts.merging.came import came_of
from waypost.accounts.merging.preview import preview_of
from waypost.accounts.rail import rail_for
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """``other`` goes into ``pk``: what that would do, and doing it."""
    access = queries.access_to(signed_in(request), pk)
    try:
        gone = queries.access_to(access.user, other)
    except queries.MergedAway as away:
        if away.into == pk:
            return redirect("accounts:merged", pk, other)  # clicked twice, or somebody was quicker
        raise
    if pk == other:
        raise Http404
    policies.check_can_merge(access, gone)
    form = MergeForm(request.POST or None, kept=access.account, gone=gone.account)
    operation = Once(request, operations.merge_accounts)
    if written := attempt(operation, form, access=access, gone=gone):
        announce(request, written)
        return redirect("accounts:merged", pk, other)
    context = {
        "kept": access.account,
        "gone": gone.account,
        "form": form,
        "preview": preview_of(gone.account, access.account),
    }
    status = 409 if form.is_stale else status_of(form)
    return render(request, "accounts/merge.html", context, status=status)


@require_safe
def merged(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """What came of an account that was merged into this one, and what stays to be read."""
    access = queries.access_to(signed_in(request), pk)
    context = {
        "access": access,
        "came": came_of(access, other),
        "rail": rail_for(access, "accounts:history"),
    }
    return render(request, "accounts/merged.html", context)
