"""When somebody can come, said by a link that was made for this one person (TRUST.md, S7)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waypost.accounts.answers import attempt, status_of
from waypost.history.operations import Written
from waypost.planning.forms.sessions_times import AnswersForm
from waypost.planning.models import Invitee
from waypost.planning.operations.sessions_times import answer_by_link
from waypost.planning.queries.answer_links import invitee_behind, key_behind
from waypost.planning.queries.session_door import door_of

SESSION_KEY = "session-times"


@require_safe
@login_not_required
def entrance(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address before a page is shown, so that nothing repeats it."""
    key = key_behind(token)
    if invitee_behind(key) is None:
        return _closed(request)
    request.session[SESSION_KEY] = key
    answer = redirect("session-times-answers")
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def answers(request: HttpRequest) -> HttpResponse:
    """The proposed times with this one person's answers, and nothing else of the plan."""
    invitee = invitee_behind(str(request.session.get(SESSION_KEY, "")))
    if invitee is None:
        return _closed(request)
    door = door_of(invitee)
    with timezone.override(door.zone):
        form = AnswersForm(request.POST or None, slots=door.slots)
        if request.method == "POST":

            def say(**_values: str) -> Written[Invitee]:
                return answer_by_link(invitee=invitee, answers=form.answers)

            if attempt(say, form) is not None:
                messages.success(request, _("Saved. You can change it until the session begins."))
                if form.lost:
                    messages.warning(request, form.lost)
                return redirect("session-times-answers")
        context = {"door": door, "form": form}
        return render(request, "planning/session_door.html", context, status=status_of(form))


def _closed(request: HttpRequest) -> HttpResponse:
    context = {"title": _("This link leads nowhere any more")}
    return render(request, "planning/session_door_closed.html", context, status=404)
