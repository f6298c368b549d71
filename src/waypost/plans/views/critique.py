"""The critic beside a text that is being typed. It advises; nothing is written or refused."""

from typing import TypeVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from waypost.accounts.queries import access_to, plan_for
from waypost.method.checks.critique import own_terms
from waypost.plans.forms.critique import TEXTS, DraftForm, text_of
from waypost.plans.queries.critique import advice_on
from waypost.plans.queries.served import is_company_goal
from waypost.staff.policies import signed_in
from waypost.ui.forms import Judged


@require_POST
def critique(request: HttpRequest, pk: int, subject: str) -> HttpResponse:
    """What stands under the text; ``subject`` names what it is about."""
    access = access_to(signed_in(request), pk)
    if subject not in TEXTS:
        raise Http404
    serves = request.POST.getlist("serves")
    advice = advice_on(
        subject,
        text_of(subject, request.POST),
        DraftForm(request.POST).known(),
        serves_customer=is_company_goal(access.account, serves) if serves else None,
        own=own_terms(plan_for(access, ("locations", "opportunities"))),
        today=timezone.localdate(),
    )
    return render(request, "plans/partials/advice.html", {"advice": advice, "of": TEXTS[subject]})


Form = TypeVar("Form", bound=forms.Form)


def judged(form: Form, subject: str, account: int) -> Form:
    """Let the text of a form be judged while it is typed."""
    field = form.fields.get(TEXTS[subject])
    if field is not None and isinstance(field.widget, Judged):
        field.widget.url = reverse("plans:critique", args=[account, subject])
    return form
