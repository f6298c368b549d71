"""The personal calendar: its secret link, and what calendar programs read behind it."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from waypost.notices.operations import feeds
from waypost.notices.queries.calendar import events_of
from waypost.notices.queries.feeds import feed_behind
from waypost.notices.queries.moments import zone_of
from waypost.staff.policies import signed_in
from waypost.ui.calendar import CONTENT_TYPE
from waypost.ui.calendar import calendar as written


@require_POST
def making(request: HttpRequest) -> HttpResponse:
    """The link is in this answer and nowhere else."""
    secret = feeds.make_feed(actor=signed_in(request))
    address = settings.BASE_URL.geturl() + reverse("notices:calendar", args=[secret])
    return render(request, "notices/feed.html", {"address": address})


@require_POST
def removal(request: HttpRequest) -> HttpResponse:
    feeds.revoke_feed(actor=signed_in(request))
    messages.success(request, _("The calendar link does not work any more"))
    return redirect("notices:settings")


@require_safe
@login_not_required
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """What the person may see now; nothing for whoever has an old link."""
    feed = feed_behind(token)
    if feed is None:
        raise Http404
    now = timezone.now()
    with timezone.override(zone_of(feed.person)):
        events = events_of(feed.person, timezone.localdate(now))
    answer = HttpResponse(written(events, now=now, name="Waypost"), content_type=CONTENT_TYPE)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
