"""The history of an account, and taking back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from waypost.accounts import operations, queries, timeline
from waypost.accounts.answers import announce, way_back
from waypost.accounts.forms.history import HistoryFilter
from waypost.accounts.merging.came import merged_into
from waypost.accounts.rail import rail_for
from waypost.history.undo import UndoError
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest
from waypost.ui.spreadsheets import csv_file

PAGE = "accounts/history.html"


@require_safe
def history(request: HtmxRequest, pk: int) -> HttpResponse:
    access = queries.reading_access_to(signed_in(request), pk)
    form = HistoryFilter(request.GET, actors=timeline.actors_of(access))
    number = request.GET.get("page", "")
    trigger = request.htmx.trigger or ""
    context = {
        "access": access,
        "form": form,
        "asked": form.asked,
        "page": timeline.page_of(access, form.asked, number, timezone.localdate()),
        "open": request.GET.get("open", ""),
        "closed": trigger.removeprefix("keep-") if trigger.startswith("keep-") else "",
        "merged": merged_into(access),
        "rail": rail_for(access, "accounts:history"),
    }
    # Going back, htmx asks for the whole page.
    in_part = request.htmx and not request.htmx.history_restore_request
    return render(request, f"{PAGE}#stream" if in_part else PAGE, context)


@require_safe
def history_file(request: HttpRequest, pk: int) -> HttpResponse:
    """What the filters leave, as CSV."""
    access = queries.reading_access_to(signed_in(request), pk)
    form = HistoryFilter(request.GET, actors=timeline.actors_of(access))
    rows = timeline.file_rows(access, form.asked, timezone.localdate())
    return csv_file(f"history-{pk}.csv", rows)


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
            "impossible": error.reason,
            "next": back,
            "rail": rail_for(access, "accounts:history"),
        }
        return render(request, "accounts/undo_conflict.html", context, status=409)
    return redirect(back)
