"""The profile: the page, a line that becomes a fact, and what is entered in a form of its own."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts import operations
from waypost.accounts.answers import Once, announce, attempt, in_place, status_of, way_back
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.profile.forms import QuickForm
from waypost.accounts.profile.kinds import KINDS, KindOfEntry
from waypost.accounts.profile.page import profile_page
from waypost.accounts.profile.place import place_of
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

PLACE = "accounts:profile"


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything known; a line that is sent becomes one more fact, point of the SWOT or gap."""
    access = access_to(signed_in(request), pk)
    if request.method != "POST":
        return _show(request, access, QuickForm())
    check_can_edit_plan(access)
    form = QuickForm(request.POST)
    add: Any = operations.add_swot_point if form.is_swot else operations.add_fact
    add = operations.add_gap if form.is_gap else add
    written = attempt(Once(request, add), form, access=access)
    if written is None:
        return _show(request, access, form)
    announce(request, written)
    return redirect(PLACE, pk)


@require_safe
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Where something of the profile is changed that has no id (``?at=gaps[0]``); else the page."""
    access = access_to(signed_in(request), pk)
    if "at" not in request.GET:
        return redirect(PLACE, pk)
    found = place_of(access, request.GET.get("at", ""), request.GET.get("field", ""))
    if found is None:
        raise Http404
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def creation(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Something new; the query string says what about."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    of = KINDS[kind]
    initial = {name: request.GET[name] for name in of.asked if name in request.GET}
    form = of.form(request.POST or None, initial=initial)
    back = way_back(request, of.place(access))
    if written := attempt(Once(request, of.add), form, access=access):
        announce(request, written)
        return redirect(of.place(access, written.row))
    return form_page(request, access, form, place=PLACE, title=of.new, back=back)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HtmxRequest, pk: int, kind: str, key: int | str) -> HttpResponse:
    """One of them; ``?field=source`` changes that alone, where it stands."""
    access = access_to(signed_in(request), pk)
    of = KINDS[kind]
    row = of.row(access, key)
    check_can_edit_plan(access)
    form = of.form(request.POST or None, row=row)
    field = in_place(form, request)
    back = way_back(request, of.place(access, row))
    if written := attempt(of.change, form, access=access, **{of.named: row}):
        announce(request, written)
        return redirect(back)
    words = {"title": of.edit, "back": back, "removal": "" if field else of.removal(access, row)}
    shown = field_in_place(request, form, back) if field else None
    return shown or form_page(request, access, form, place=PLACE, row=row, **words)


@require_POST
def removal(request: HttpRequest, pk: int, kind: str, key: int | str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    of = KINDS[kind]
    row = of.row(access, key)
    announce(request, of.remove(access=access, **{_entry(of): row}))
    return redirect(way_back(request, of.place(access)))


def _entry(of: KindOfEntry) -> str:
    return "site" if of.named == "site" else "entry"


def _show(request: HttpRequest, access: Access, form: QuickForm) -> HttpResponse:
    page = profile_page(access, timezone.localdate())
    context = {
        "access": access,
        "page": page,
        "form": form,
        "here": reverse(PLACE, args=[access.account.pk]),
        "rail": rail_for(access, PLACE, page.team),
    }
    return render(request, "accounts/profile.html", context, status=status_of(form))
