"""People who are likely written down twice: looked at side by side, merged, or told apart."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.contacts.forms.merging import MergeForm
from waypost.contacts.models import Contact
from waypost.contacts.operations.merging import merge_contacts
from waypost.contacts.queries.duplicates import comparison, likely_pairs, pairs_of
from waypost.contacts.queries.rows import contact_of
from waypost.health.dismissals import dismiss
from waypost.staff.policies import signed_in

HERE = "contacts:people"


@require_safe
def duplicates(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    context = {"access": access, "pairs": pairs_of(access), "rail": rail_for(access, HERE)}
    return render(request, "contacts/duplicates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, pk: int, code: str, other: str) -> HttpResponse:
    """``code`` goes into ``other``."""
    access = access_to(signed_in(request), pk)
    gone, kept = _two(access, code, other)
    check_can_edit_plan(access)
    page = comparison(access, kept, gone, timezone.localdate())
    form = MergeForm(request.POST or None, kept=kept, gone=gone, values=page.values)
    operation = Once(request, merge_contacts)
    if written := attempt(operation, form, access=access, kept=kept, gone=gone):
        announce(request, written)
        return redirect("contacts:person", pk, other)
    context = {
        "access": access,
        "page": page,
        "form": form,
        "kept": kept,
        "gone": gone,
        "rail": rail_for(access, HERE, page.team),
    }
    status = 409 if form.is_stale else status_of(form)
    return render(request, "contacts/merge.html", context, status=status)


@require_POST
def distinct(request: HttpRequest, pk: int, code: str, other: str) -> HttpResponse:
    """They are two people: that is not asked again while the same is found of them."""
    access = access_to(signed_in(request), pk)
    _two(access, code, other)
    check_can_edit_plan(access)
    found = likely_pairs(access).filter(at=code, subject=other).first()
    rule = found.rule if found else ""
    reason = _("Not the same person")
    try:
        announce(request, dismiss(access=access, rule=rule, at=code, subject=other, reason=reason))
    except ValidationError as error:
        messages.warning(request, error.messages[0])
    return redirect("contacts:duplicates", pk)


def _two(access: Access, code: str, other: str) -> tuple[Contact, Contact]:
    if code == other:
        raise Http404
    return contact_of(access, code), contact_of(access, other)
