"""Reviews: all of them, one under way, one that was held; finishing and taking back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import announce, attempt, status_of, way_back
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for, reading_access_to
from waypost.accounts.rail import rail_for
from waypost.history.undo import UndoError
from waypost.planning.forms.reviews import FinishForm, NextReviewForm
from waypost.planning.models import Review
from waypost.planning.operations import reviews as operations
from waypost.planning.queries.portfolio import next_account
from waypost.planning.queries.reviews import PARTS, reviews_page
from waypost.planning.views.flow_page import PLACE, review_of, show
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def reviews(request: HttpRequest, pk: int) -> HttpResponse:
    """All reviews; sent, the one that is due begins."""
    access = reading_access_to(signed_in(request), pk)
    if request.method != "POST":
        return _page(request, access)
    written = operations.start_review(access=access)
    return redirect("planning:review", pk, written.row.pk)


@require_POST
def following(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the day of the next review."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = NextReviewForm(request.POST)
    written = attempt(operations.plan_review, form, access=access)
    if written is None:
        return _page(request, access, form)
    announce(request, written)
    return redirect(way_back(request, reverse(PLACE, args=[pk])))


@require_safe
def review(request: HttpRequest, pk: int, review: int) -> HttpResponse:
    """One that is under way, or what came of it."""
    access = reading_access_to(signed_in(request), pk)
    row = review_of(access, review)
    return show(request, access, row) if row.is_under_way else _over(request, access, row)


@require_POST
def finish(request: HttpRequest, pk: int, review: int) -> HttpResponse:
    """Roll the months forward; pressed twice it is done once."""
    access = access_to(signed_in(request), pk)
    row = review_of(access, review)
    check_can_edit_plan(access)
    form = FinishForm(request.POST)
    written = attempt(operations.finish_review, form, access=access, review=row)
    if written is None and row.is_under_way:
        return show(request, access, row, {"finish": form})
    if written is not None and written.change_set is not None:
        back = reverse("planning:finish-removal", args=[pk, review])
        messages.success(request, written.change_set.what, extra_tags=back)
    return redirect("planning:review", pk, review)


@require_POST
def finish_removal(request: HttpRequest, pk: int, review: int) -> HttpResponse:
    """Take the review back: within a day, as long as nobody wrote the months since."""
    access = access_to(signed_in(request), pk)
    row = review_of(access, review)
    check_can_edit_plan(access)
    try:
        announce(request, operations.take_back_review(access=access, review=row))
    except UndoError as error:
        words = _("This review cannot be taken back: the plan was rolled on since.")
        messages.warning(request, error.reason or words)
    return redirect("planning:review", pk, review)


def _page(request: HttpRequest, access: Access, form: NextReviewForm | None = None) -> HttpResponse:
    reader = Reader(plan_for(access, PARTS), timezone.localdate())
    page = reviews_page(reader, access.account)
    form = form or NextReviewForm(initial={"on": max(page.next_on, reader.today)})
    context = {
        "access": access,
        "page": page,
        "form": form,
        "next_account": next_account(access, reader.today),
        "rail": rail_for(access, PLACE, reader.plan.team),
    }
    return render(request, "planning/reviews.html", context, status=status_of(form))


def _over(request: HttpRequest, access: Access, row: Review) -> HttpResponse:
    reader = Reader(plan_for(access, PARTS), timezone.localdate())
    page = reviews_page(reader, access.account)
    context = {
        "access": access,
        "review": row,
        "held": next((one for one in page.past if one.key == row.pk), None),
        "page": page,
        "can_take_back": access.can_edit_plan and operations.can_take_back(row),
        "next_account": next_account(access, reader.today),
        "rail": rail_for(access, PLACE, reader.plan.team),
    }
    return render(request, "planning/review_held.html", context)
