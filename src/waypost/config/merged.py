"""An address in an account that was merged into another leads to where its part is now."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, ResolverMatch, reverse

from waypost.accounts.models import Account, Ref
from waypost.accounts.queries import MergedAway
from waypost.config.middleware import Responder

READING: Final = {"GET", "HEAD"}
UNSAID: Final = {"csrfmiddlewaretoken", "version", "next", "key"}  # what the page wrote, no person


class MergedAccounts:
    """Only for whoever sees the other account; for all others there is nothing at the address."""

    def __init__(self, get_response: Responder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        match = request.resolver_match
        if not isinstance(error, MergedAway) or not match or match.kwargs.get("pk") != error.gone:
            return None
        place = place_now(match, error)
        if request.method in READING:
            return redirect(place)
        context = {
            "gone": Account.objects.get(pk=error.gone),
            "into": Account.objects.get(pk=error.into),
            "place": place,
            "texts": [
                text
                for name, values in request.POST.lists()
                for text in values
                if text.strip() and name not in UNSAID
            ],
        }
        return render(request, "accounts/merged_meanwhile.html", context, status=409)


def place_now(match: ResolverMatch, away: MergedAway) -> str:
    """The same page of the other account about the same part; else its plan."""
    others = {name: value for name, value in match.kwargs.items() if name != "pk"}
    found = {name: _code_now(value, away) for name, value in others.items()}
    plan = reverse("plans:one-page", args=[away.into])
    if None in found.values():
        return plan
    try:
        return reverse(match.view_name, kwargs={**found, "pk": away.into})
    except NoReverseMatch:
        return plan


def _code_now(code: object, away: MergedAway) -> str | None:
    """The id that a part has now, by way of every account that it came through."""
    account, now = away.gone, code
    while account != away.into:
        ref = Ref.objects.filter(came_from__account=account, came_from__code=now).first()
        if ref is None or ref.retired_at is not None:
            return None
        account, now = ref.account_id, ref.code
    return str(now)
