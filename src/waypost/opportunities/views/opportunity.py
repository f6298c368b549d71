"""One opportunity: its page, its form, what hangs on it (ROTI)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, in_place, status_of
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access, check_can_edit_plan
from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.comments.queries import thread_on
from waypost.opportunities.forms.opportunity import ChangedOpportunityForm, NewOpportunityForm
from waypost.opportunities.forms.parts import ActionForm, LightForm
from waypost.opportunities.models import Opportunity
from waypost.opportunities.operations import opportunities as operations
from waypost.opportunities.queries.choices import filling
from waypost.opportunities.queries.details import opportunity_of, shown_opportunity
from waypost.opportunities.queries.opportunity_page import opportunity_page
from waypost.plans.operations.actions import add_action
from waypost.plans.operations.lights import add_light
from waypost.plans.policies import can_edit_lights, check_can_edit_lights
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest

HERE = "opportunities:opportunities"  # the place in the rail


@require_safe
def opportunity(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    return show(request, access, shown_opportunity(access, code))


@require_http_methods(["GET", "HEAD", "POST"])
def creation(request: HttpRequest, pk: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    check_can_edit_plan(access)
    choices = filling(access).choices
    form = NewOpportunityForm(request.POST or None, account=access.account, choices=choices)
    if written := attempt(Once(request, operations.add_opportunity), form, access=access):
        announce(request, written)
        return redirect("opportunities:opportunity", pk, written.row.ref.code)
    return form_page(
        request,
        access,
        form,
        title=_("Add an opportunity"),
        back=reverse(HERE, args=[pk]),
        place=HERE,
        lede=_("The name is enough to begin with. With margin, chance and hours it is ranked."),
        submit=_("Add opportunity"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = opportunity_of(access, code)
    check_can_edit_plan(access)
    offered = filling(access, row)
    form = ChangedOpportunityForm(
        request.POST or None,
        initial=offered.initial,
        account=access.account,
        choices=offered.choices,
    )
    field = in_place(form, request, beside={"tier": "tier_reason"})
    back = reverse("opportunities:opportunity", args=[pk, code])
    if written := attempt(operations.change_opportunity, form, access=access, opportunity=row):
        announce(request, written)
        return redirect(f"{back}#{field}" if field else back)
    small = field_in_place(request, form, back) if field else None
    title = _("Change %(code)s") % {"code": code}
    return small or form_page(request, access, form, title=title, back=back, place=HERE, row=row)


@require_POST
def removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = opportunity_of(access, code)
    announce(request, operations.remove_opportunity(access=access, opportunity=row))
    return redirect(HERE, pk)


@require_POST
def action(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """A new action for the opportunity."""
    access = access_to(signed_in(request), pk)
    row = opportunity_of(access, code)
    check_can_edit_plan(access)
    form = ActionForm(request.POST, account=access.account)
    if written := attempt(Once(request, add_action), form, access=access, achieves=code):
        announce(request, written)
        return redirect(f"{reverse('opportunities:opportunity', args=[pk, code])}#how")
    return show(request, access, row, action_form=form)


@require_POST
def light(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """A new light on the opportunity."""
    access = access_to(signed_in(request), pk)
    row = opportunity_of(access, code)
    check_can_edit_lights(access)
    form = LightForm(request.POST)
    if written := attempt(Once(request, add_light), form, access=access, on=code):
        announce(request, written)
        return redirect(f"{reverse('opportunities:opportunity', args=[pk, code])}#lights")
    return show(request, access, row, light_form=form)


def show(
    request: HttpRequest,
    access: Access,
    row: Opportunity,
    *,
    action_form: ActionForm | None = None,
    light_form: LightForm | None = None,
) -> HttpResponse:
    """The page of an opportunity, with what was typed into one of its forms."""
    page = opportunity_page(access, row, timezone.localdate())
    form = action_form or light_form
    context = {
        "access": access,
        "page": page,
        "row": row,
        "form": form,
        "action_form": action_form or ActionForm(account=access.account),
        "light_form": light_form or LightForm(),
        "can_edit_lights": can_edit_lights(access),
        "thread": thread_on(access, row.ref) if access.can_comment else None,
        "rail": rail_for(access, HERE, page.team),
    }
    status = status_of(form) if form else 200
    return render(request, "opportunities/opportunity.html", context, status=status)
