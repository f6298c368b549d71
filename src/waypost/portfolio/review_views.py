"""What waits for a manager's answer, across accounts."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from waypost.planning.queries.acceptance_queue import waiting_for
from waypost.staff.policies import signed_in

ON_A_PAGE = 50


@require_safe
def for_review(request: HttpRequest) -> HttpResponse:
    waiting = waiting_for(signed_in(request))
    page = Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "count": len(waiting), "today": timezone.localdate()}
    return render(request, "portfolio/for_review.html", context)
