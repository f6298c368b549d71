"""The strategies: one page of all, a page of each, and what is written to them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, in_place
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.comments.policies import can_read_comments
from waypost.comments.queries import part_on, thread_on
from waypost.plans.forms.strategies import ChangedStrategyForm, NewStrategyForm
from waypost.plans.operations import strategies as operations
from waypost.plans.queries.served import serving_codes
from waypost.plans.queries.strategy_page import (
    one_strategy,
    parts_to_serve,
    strategy_of,
    strategy_page,
)
from waypost.plans.views.critique import judged
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

HERE = "plans:strategies"  # the place in the rail
NEW_WORDS = gettext_lazy(
    "Another wording is asked for again: a yes is to the words that were said."
)
FIELDS = ("statement", "communicate", "version")


@require_safe
def strategies(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    page = strategy_page(access, timezone.localdate())
    context = {"access": access, "page": page, "rail": rail_for(access, HERE, page.team)}
    return render(request, "plans/strategies.html", context)


@require_safe
def strategy(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One strategy; ``?to=T2`` begins a comment that tells this member."""
    access = access_to(signed_in(request), pk)
    page = one_strategy(access, code, timezone.localdate())
    reads, asked = can_read_comments(access), request.GET.get("to")
    context = {
        "access": access,
        "page": page,
        "thread": thread_on(access, part_on(access, code)) if reads else None,
        "thread_draft": next((f"@{m.name} " for m in page.team if m.id == asked), ""),
        "rail": rail_for(access, HERE, page.team),
    }
    return render(request, "plans/strategy.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def creation(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = NewStrategyForm(
        request.POST or None,
        initial={"serves": request.GET.getlist("serves")},
        parts=parts_to_serve(access, timezone.localdate()),
    )
    create = Once(request, operations.create_strategy)
    if written := attempt(create, judged(form, "strategy", pk), access=access):
        announce(request, written)
        return redirect(place_of(access, written.row.ref.code))
    return form_page(
        request,
        access,
        form,
        title=_("Add strategy"),
        back=reverse(HERE, args=[pk]),
        place=HERE,
        lede=_("Which way of working do you need, and how does each member come to carry it out?"),
        submit=_("Add strategy"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = strategy_of(access, code)
    check_can_edit_plan(access)
    form = ChangedStrategyForm(
        request.POST or None,
        initial={name: getattr(row, name) for name in FIELDS} | {"serves": serving_codes(row)},
        parts=parts_to_serve(access, timezone.localdate()),
    )
    field = in_place(judged(form, "strategy", pk), request)
    if written := attempt(operations.update_strategy, form, access=access, strategy=row):
        announce(request, written)
        return redirect(place_of(access, code))
    back = place_of(access, code)
    small = field_in_place(request, form, back) if field else None
    title = _("Edit %(code)s") % {"code": code}
    lede = NEW_WORDS if "statement" in form.fields else ""
    return small or form_page(
        request, access, form, title=title, back=back, place=HERE, row=row, lede=lede
    )


@require_POST
def removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = strategy_of(access, code)
    announce(request, operations.remove_strategy(access=access, strategy=row))
    return redirect(HERE, pk)


def place_of(access: Access, code: str) -> str:
    """Where the strategy stands among the others."""
    return f"{reverse(HERE, args=[access.account.pk])}#{code}"
