"""Inviting somebody, for administrators, and accepting, for whoever has the link."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.staff import queries
from waypost.staff.forms import OwnNameAndPassword, PersonForm
from waypost.staff.models import Invitation
from waypost.staff.operations import invitations
from waypost.staff.views.answers import AdministratorRequest, administrators_only, try_to

SESSION_KEY = "invitation"


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def invitation_create(request: AdministratorRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if form.is_valid() and (address := try_to(invitations.invite_person, form, actor=request.user)):
        return answer_invited(request, form.cleaned_data["name"], address)
    context = {"form": form, "mail": settings.MAIL_IS_SENT}
    return render(request, "staff/invite.html", context, status=422 if form.errors else 200)


@require_POST
@administrators_only
def invitation_renewal(request: AdministratorRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(queries.open_invitations(), pk=pk)
    address = invitations.renew_invitation(actor=request.user, invitation=invitation)
    return answer_invited(request, invitation.name, address)


@require_POST
@administrators_only
def invitation_withdrawal(request: AdministratorRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(queries.open_invitations(), pk=pk)
    invitations.withdraw_invitation(actor=request.user, invitation=invitation)
    messages.success(request, _("Withdrew the invitation of %(name)s") % {"name": invitation.name})
    return redirect("staff:user-list")


def answer_invited(request: HttpRequest, name: str, address: str) -> HttpResponse:
    """Mail carries the link; where none is sent, the administrator does, and sees it once."""
    if not settings.MAIL_IS_SENT:
        return render(request, "staff/invited.html", {"name": name, "address": address})
    messages.success(request, _("Sent %(name)s an invitation") % {"name": name})
    return redirect("staff:user-list")


@require_safe
@login_not_required
def invitation_opening(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address before a page is shown, so that nothing repeats it."""
    invitation = queries.find_invitation(token)
    if invitation is None:
        return render(request, "staff/invitation_closed.html", status=404)
    request.session[SESSION_KEY] = invitation.pk
    answer = redirect("staff:invitation-acceptance")
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
@login_not_required
def invitation_acceptance(request: HttpRequest) -> HttpResponse:
    acceptable = Invitation.objects.acceptable(timezone.now())
    invitation = acceptable.filter(pk=request.session.get(SESSION_KEY, 0)).first()
    if invitation is None:
        return render(request, "staff/invitation_closed.html", status=404)
    initial = {"name": invitation.name, "email": invitation.email}
    form = OwnNameAndPassword(request.POST or None, initial=initial)
    if form.is_valid():
        user = invitations.accept_invitation(invitation=invitation, **form.cleaned_data)
        login(request, user)
        return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"form": form, "invitation": invitation}
    return render(request, "staff/invitation.html", context, status=422 if form.errors else 200)
