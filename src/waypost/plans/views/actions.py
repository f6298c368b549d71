"""One action: added in a line, done or dropped, moved, changed, deleted."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, in_place, status_of, way_back
from waypost.accounts.policies import Access, check_can_edit_own, check_can_edit_plan
from waypost.accounts.queries import access_to, ids_of
from waypost.accounts.rail import rail_for
from waypost.comments.policies import can_read_comments
from waypost.comments.queries import thread_on
from waypost.history.operations import Written
from waypost.history.queries import last_change_of
from waypost.plans.forms.actions import ActionForm, ClosureForm, LineForm, MoveForm
from waypost.plans.models import Action
from waypost.plans.operations import action_sets, actions
from waypost.plans.operations.actions import owner_of
from waypost.plans.queries.action_page import action_page
from waypost.plans.queries.one_line import NAMED, read_line
from waypost.plans.views.critique import judged
from waypost.plans.views.short_term import reader_of, show
from waypost.staff.policies import signed_in


@require_POST
def creation(request: HttpRequest, pk: int) -> HttpResponse:
    """Add the action of one line; what is not clear in it is asked once."""
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = LineForm(request.POST)
    found = None
    if form.is_valid():
        line = form.cleaned_data["line"]
        month, ids = form.cleaned_data["month"], ids_of(access.account)
        found = read_line(reader_of(access, NAMED), line, month, ids)
        if not found.values["what"] or not found.questions or request.POST.get("read") == line:
            try:
                add = Once(request, actions.add_action)
                return _done(request, pk, add(access=access, **found.values))
            except ValidationError as error:
                form.add_error("line", error.messages[0])
    return show(request, access, reader_of(access), quick=form, reading=found, status=422)


@require_safe
def action(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    return _page(request, access, _action(access, code), ClosureForm())


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = _action(access, code)
    check_can_edit_own(access, owner_of(row))
    form = ActionForm(request.POST or None, action=row, access=access, reader=reader_of(access))
    field = in_place(judged(form, "action", pk), request)
    if written := attempt(actions.change_action, form, access=access, action=row):
        return _done(request, pk, written, f"action-{code}" if field else "")
    back = f"{_plan(pk)}#action-{code}" if field else reverse("plans:action", args=[pk, code])
    context = {
        "access": access,
        "row": row,
        "form": form,
        "field": field,
        "back": way_back(request, back),
        "action": request.get_full_path(),
        "last_change": last_change_of(row) if getattr(form, "differences", ()) else None,
    }
    if field and "HX-Request" in request.headers:
        return render(request, "ui/partials/in_place.html", context, status=status_of(form))
    context["rail"] = rail_for(access, "plans:short-term-plan")
    return render(request, "plans/action_form.html", context, status=status_of(form))


@require_POST
def closure(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Done, or dropped for a reason."""
    access = access_to(signed_in(request), pk)
    row = _action(access, code)
    check_can_edit_own(access, owner_of(row))
    form = ClosureForm(request.POST)
    written = attempt(action_sets.close_actions, form, access=access, codes=[code])
    if written is None:
        return _page(request, access, row, form)
    return _done(request, pk, written, code=code)


@require_POST
def closure_removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = _action(access, code)
    written = action_sets.reopen_actions(access=access, codes=[row.ref.code])
    return _done(request, pk, written, code=code)


@require_POST
def month(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Move an action to another month."""
    access = access_to(signed_in(request), pk)
    row = _action(access, code)
    check_can_edit_own(access, owner_of(row))
    form = MoveForm(request.POST)
    written = attempt(action_sets.move_actions, form, access=access, codes=[code])
    if written is None:
        return show(request, access, reader_of(access), moving=form, status=422)
    return _done(request, pk, written)


@require_POST
def removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    announce(request, actions.remove_action(access=access, action=_action(access, code)))
    return redirect(_plan(pk))


def _action(access: Access, code: str) -> Action:
    found = Action.objects.live().filter(account=access.account)
    parts = found.select_related("ref", "owner", "achieves")
    return get_object_or_404(parts, ref__code=code)


def _page(request: HttpRequest, access: Access, row: Action, form: ClosureForm) -> HttpResponse:
    reader = reader_of(access)
    context: dict[str, Any] = {
        "access": access,
        "page": action_page(reader, access, row),
        "closure": form,
        "can_edit": access.can_edit_own(owner_of(row)),
        "thread": thread_on(access, row.ref) if can_read_comments(access) else None,
        "today": timezone.localdate(),
        "rail": rail_for(access, "plans:short-term-plan", reader.plan.team),
    }
    return render(request, "plans/action.html", context, status=status_of(form))


def _done(
    request: HttpRequest, pk: int, written: Written[Any], anchor: str = "", *, code: str = ""
) -> HttpResponse:
    """Say so, and go back to where the person came from.

    Where htmx asks for the row of one action alone, the plan answers with that row.
    """
    announce(request, written)
    back = way_back(request, _plan(pk))
    if code and request.headers.get("HX-Target") == f"action-{code}":
        query = urlencode({"row": code})
        back += f"&{query}" if urlsplit(back).query else f"?{query}"
    is_plan = urlsplit(back).path == _plan(pk)
    return redirect(f"{back}#{anchor}" if anchor and is_plan else back)


def _plan(pk: int) -> str:
    return reverse("plans:short-term-plan", args=[pk])
