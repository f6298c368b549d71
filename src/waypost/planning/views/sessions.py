"""Planning sessions: all of them, one of them, a new one, one that is called off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt
from waypost.accounts.form_page import form_page
from waypost.accounts.policies import check_can_edit_plan
from waypost.accounts.queries import access_to, plan_for, reading_access_to
from waypost.accounts.rail import rail_for
from waypost.planning.forms.sessions import CallOffForm, SessionForm
from waypost.planning.operations import sessions as operations
from waypost.planning.policies import can_run_rounds, can_take_part
from waypost.planning.queries.session_page import PARTS as PAGE_PARTS
from waypost.planning.queries.session_page import session_page
from waypost.planning.queries.sessions import PARTS, session_of, sessions_page
from waypost.planning.views.gone import keeps_words
from waypost.planning.views.session_page import PLACE, show
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in


@require_safe
def sessions(request: HttpRequest, pk: int) -> HttpResponse:
    access = reading_access_to(signed_in(request), pk)
    reader = Reader(plan_for(access, PARTS), timezone.localdate())
    context = {
        "access": access,
        "page": sessions_page(reader, access.account),
        "rail": rail_for(access, PLACE, reader.plan.team),
    }
    return render(request, "planning/sessions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def session_new(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    form = SessionForm(request.POST or None, plan=plan_for(access, ("team",)))
    if request.method == "POST":
        written = attempt(Once(request, operations.plan_session), form, access=access)
        if written is not None:
            announce(request, written)
            return redirect("planning:session", pk, written.row.ref.code)
    return form_page(
        request,
        access,
        form,
        place=PLACE,
        title=_("Plan a session"),
        lede=_("Everybody in the team is invited. You can change that next."),
        submit=_("Plan the session"),
        back=reverse(PLACE, args=[pk]),
    )


@require_safe
def session(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = reading_access_to(signed_in(request), pk)
    return show(request, access, session_of(access, code))


@require_safe
def now(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """What others did since (``?stamp=``, ``?seen=`` the state then); 204 where nothing changed."""
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    reader = Reader(plan_for(access, PAGE_PARTS), timezone.localdate())
    page = session_page(reader, access, row)
    if request.GET.get("stamp") == page.stamp:
        return HttpResponse(status=204)
    context = {
        "access": access,
        "page": page,
        "edit": access.can_edit_plan,
        "takes_part": can_take_part(access),
        "rounds": page.rounds,
        "runs_rounds": can_run_rounds(access, row),
        "seen": request.GET.get("seen", page.state),
        "swap": True,
    }
    return render(request, "planning/partials/session_now.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def session_edit(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """What it is for, when, where, who leads."""
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    check_can_edit_plan(access)
    form = SessionForm(request.POST or None, plan=plan_for(access, ("team",)), session=row)
    if request.method == "POST":
        written = attempt(operations.change_session, form, access=access, session=row)
        if written is not None:
            announce(request, written)
            return redirect("planning:session", pk, code)
    back = reverse("planning:session", args=[pk, code])
    title = _("Edit the session")
    return form_page(request, access, form, place=PLACE, row=row, title=title, back=back)


@require_POST
@keeps_words
def calling_off(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = session_of(access, code)
    check_can_edit_plan(access)
    form = CallOffForm(request.POST, auto_id="off-%s")
    written = attempt(operations.call_off_session, form, access=access, session=row)
    if written is None:
        return show(request, access, row, {"calling_off": form})
    announce(request, written)
    return redirect("planning:session", pk, code)
