"""The list of accounts, where somebody arrives after signing in, and the week across them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from waypost.portfolio.duplicates import pairs_for
from waypost.portfolio.listing import listing_of
from waypost.portfolio.my_week import page
from waypost.portfolio.my_week.weeks import Week
from waypost.portfolio.queries import portfolio
from waypost.portfolio.ranking import ranked_page
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

PAGE = "portfolio/account_list.html"
WEEK = "portfolio/my_week.html"


@require_safe
def account_list(request: HtmxRequest) -> HttpResponse:
    user = signed_in(request)
    today = timezone.localdate()
    listing = listing_of(portfolio(user, request.GET.dict(), today), user, today)
    context = {"listing": listing, "sort": listing.asked.sort}
    return render(request, f"{PAGE}#accounts" if wants_part(request) else PAGE, context)


@require_safe
def ranked(request: HttpRequest) -> HttpResponse:
    """Accounts by the class that their figures suggest, potential against time (ROTI-1)."""
    page = ranked_page(signed_in(request), request.GET.get("page", ""))
    return render(request, "portfolio/ranked.html", {"page": page})


@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """Accounts that are likely one customer, side by side: a person decides."""
    return render(request, "portfolio/duplicates.html", {"pairs": pairs_for(signed_in(request))})


@require_safe
def my_week(request: HtmxRequest) -> HttpResponse:
    user = signed_in(request)
    today = timezone.localdate()
    week = Week.read(request.GET.get("week", ""), today)
    in_part = wants_part(request)
    all_stages = request.GET.get("stages") == "all"
    found = page.my_week(user, week, today, all_stages=all_stages)
    context = {"my": found, "in_part": in_part}
    return render(request, f"{WEEK}#doings" if in_part else WEEK, context)


def wants_part(request: HtmxRequest) -> bool:
    """Going back, htmx asks for the whole page."""
    return bool(request.htmx) and not request.htmx.history_restore_request
