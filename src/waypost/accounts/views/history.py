"""The history of an account, and taking back."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from waypost.accounts import operations, queries, timeline
from waypost.accounts.answers import announce, way_back
from waypost.accounts.rail import rail_for
from waypost.history.undo import UndoError
from waypost.staff.policies import signed_in

A_PAGE = 50


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    access = queries.access_to(signed_in(request), pk)
    page = Paginator(timeline.changes_of(access), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "access": access,
        "page": page,
        "entries": timeline.entries(page, access, timezone.localdate()),
        "rail": rail_for(access, "accounts:history"),
    }
    return render(request, "accounts/history.html", context)


@require_POST
def undo(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """Take one change set back; where somebody wrote since, show what and ask."""
    access = queries.access_to(signed_in(request), pk)
    change_set = timeline.change_of(access, change)
    back = way_back(request, reverse("accounts:history", args=[pk]))
    try:
        anyway = request.POST.get("anyway") == "yes"
        announce(request, operations.undo(access=access, change_set=change_set, anyway=anyway))
    except UndoError as error:
        context = {
            "change_set": change_set,
            "turns": timeline.obstacles_in_words(error.obstacles, access, timezone.localdate()),
            "impossible": not error.obstacles,
            "next": back,
            "rail": rail_for(access, "accounts:history"),
        }
        return render(request, "accounts/undo_conflict.html", context, status=409)
    return redirect(back)
