"""What somebody is mailed: their own page, and the page behind the link in a mail."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from waypost.accounts.answers import attempt
from waypost.history.queries import last_change_of
from waypost.notices.forms import MailChoicesForm, values_of
from waypost.notices.models import Kind, MailChoices, Notice
from waypost.notices.operations.choices import change_mail_choices, turn_off
from waypost.notices.queries.choices import choices_of, notice_behind
from waypost.notices.queries.feeds import feed_of, still_holds
from waypost.staff.policies import signed_in
from waypost.ui.versions import status_of

ONE_CLICK = ("List-Unsubscribe", "One-Click")  # RFC 8058


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    choices = choices_of(user)
    form = MailChoicesForm(request.POST or None, initial=values_of(choices))
    if form.is_valid() and attempt(change_mail_choices, form, actor=user):
        messages.success(request, _("Saved your mails"))
        return redirect("notices:settings")
    feed = feed_of(user)
    context = {
        "form": form,
        "last_change": last_change_of(choices) if form.differences else None,
        "mail": settings.MAIL_IS_SENT,
        "zone": user.time_zone or settings.TIME_ZONE,
        "feed": feed,
        "feed_works": feed is not None and still_holds(feed),
    }
    return render(request, "notices/settings.html", context, status=status_of(form))


@csrf_exempt
@login_not_required
def mail(request: HttpRequest, token: str) -> HttpResponse:
    """One click in a mail program is a form without a page of ours: its secret is its token."""
    name, value = ONE_CLICK
    is_click = request.method == "POST" and request.POST.get(name) == value
    return turned_off(request, token) if is_click else asked(request, token)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing: mail programs open links to look behind them."""
    if request.method == "POST":
        return turned_off(request, token)
    notice = found(token)
    return answered(request, notice, choices_of(notice.person))


def turned_off(request: HttpRequest, token: str) -> HttpResponse:
    notice = found(token)
    choices = turn_off(notice=notice, everything="everything" in request.POST)
    return answered(request, notice, choices)


def found(token: str) -> Notice:
    notice = notice_behind(token)
    if notice is None:
        raise Http404
    return notice


def answered(request: HttpRequest, notice: Notice, choices: MailChoices) -> HttpResponse:
    kind = Kind(notice.kind)
    context = {"kind": kind.label, "wants": choices.wants(kind), "off": choices.off}
    answer = render(request, "notices/mail.html", context)
    # Without any referrer a browser would not say either that the form is from here.
    answer.headers["Referrer-Policy"] = "strict-origin"
    return answer
