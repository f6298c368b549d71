"""The page of one review: what is asked, with a form for each answer."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from waypost.accounts.answers import status_of
from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.accounts.rail import rail_for
from waypost.history.queries import last_change_of
from waypost.planning.forms.lines import forms_of
from waypost.planning.models import Review
from waypost.planning.queries.flow import flow, open_words
from waypost.planning.queries.portfolio import next_account
from waypost.plans.queries.wording import Reader

PLACE = "planning:reviews"
Bound = Mapping[str, forms.Form]  # the form that was sent, by the place that it stands at


def review_of(access: Access, review: int) -> Review:
    return get_object_or_404(Review.objects.filter(account=access.account), pk=review)


def show(
    request: HttpRequest,
    access: Access,
    review: Review,
    bound: Bound | None = None,
    row: Any = None,
) -> HttpResponse:
    """The page of a review under way; ``bound``: the form that was sent, ``row``: what about."""
    reader = Reader(plan_for(access), timezone.localdate())
    found = flow(reader, access, review)
    sent = dict(bound or {})
    status = max((status_of(form) for form in sent.values()), default=200)
    context = {
        "access": access,
        "review": review,
        "flow": found,
        "edit": access.can_edit_plan,
        "last_change": last_change_of(row) if row is not None and status == 409 else None,
        "sent": next(iter(sent.values()), None),
        "left_open": open_words(found),
        "next_account": next_account(access, reader.today),
        "rail": rail_for(access, PLACE, reader.plan.team),
        **forms_of(reader, found, sent),
    }
    return render(request, "planning/review.html", context, status=status)
