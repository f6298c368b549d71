"""The list of accounts: where somebody arrives after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from waypost.portfolio.listing import listing_of
from waypost.portfolio.queries import portfolio
from waypost.staff.policies import signed_in

PAGE = "portfolio/account_list.html"


class HtmxRequest(HttpRequest):
    htmx: HtmxDetails


@require_safe
def account_list(request: HtmxRequest) -> HttpResponse:
    user = signed_in(request)
    today = timezone.localdate()
    listing = listing_of(portfolio(user, request.GET.dict(), today), user, today)
    # Going back, htmx asks for the whole page.
    in_part = request.htmx and not request.htmx.history_restore_request
    context = {"listing": listing, "sort": listing.asked.sort}
    return render(request, f"{PAGE}#accounts" if in_part else PAGE, context)
