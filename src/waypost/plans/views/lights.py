"""Traffic lights: the page, a light in one line, and what can be said about one light."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.form_page import field_in_place, form_page
from waypost.accounts.policies import Access
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.rail import rail_for
from waypost.comments.policies import can_read_comments
from waypost.comments.queries import thread_on
from waypost.plans.forms.lights import AnswerForm, LightForm, LightLineForm, SeenForm, TurnForm
from waypost.plans.models import TrafficLight
from waypost.plans.operations import light_answers
from waypost.plans.operations import lights as operations
from waypost.plans.policies import can_edit_lights, check_can_edit_lights
from waypost.plans.queries import light_line, lights_page
from waypost.plans.queries.wording import Reader
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest


@require_http_methods(["GET", "HEAD", "POST"])
def lights(request: HttpRequest, pk: int) -> HttpResponse:
    """All lights; a line that is sent becomes one more."""
    access = access_to(signed_in(request), pk)
    if request.method != "POST":
        reader = _reader(access, *lights_page.PARTS)
        return _show(request, access, reader, LightLineForm(reader=reader))
    check_can_edit_lights(access)
    reader = _reader(access, *lights_page.PARTS, "strategies")
    form = LightLineForm(request.POST, reader=reader)
    written = attempt(Once(request, operations.add_light), form, access=access)
    if written is None:
        return _show(request, access, reader, form)
    announce(request, written)
    return redirect("plans:lights", pk)


@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """What is understood of a line so far."""
    access = access_to(signed_in(request), pk)
    check_can_edit_lights(access)
    form = LightLineForm(request.GET, reader=_reader(access, *light_line.PARTS))
    form.is_valid()
    return render(request, "plans/partials/light_reading.html", {"form": form, "again": True})


@require_safe
def light(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    row = _light(access, code)
    reader = _reader(access, *lights_page.PARTS)
    context = {
        "access": access,
        "can_edit": can_edit_lights(access),
        "light": lights_page.light_card(reader, row),
        "thread": thread_on(access, row.ref) if can_read_comments(access) else None,
        "rail": rail_for(access, "plans:lights", reader.plan.team),
    }
    return render(request, "plans/light.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    access, row = _light_to_change(request, pk, code)
    form = LightForm(request.POST or None, light=row, reader=_reader(access, *lights_page.PARTS))
    return _form(request, access, row, form, operations.update_light, _("Edit the light"))


@require_http_methods(["GET", "HEAD", "POST"])
def turn(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    """Another colour (``?to=red`` chooses it), since when and why."""
    access, row = _light_to_change(request, pk, code)
    form = TurnForm(request.POST or None, light=row, to=request.GET.get("to", ""))
    return _form(request, access, row, form, operations.turn_light, _("Change the colour"))


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    """What we do about it."""
    access, row = _light_to_change(request, pk, code)
    reader = _reader(access, *lights_page.PARTS)
    form = AnswerForm(request.POST or None, light=row, access=access, reader=reader)
    title = _("Use the light") if row.colour == "green" else _("Respond to the light")
    answering = Once(request, light_answers.answer_light)  # it may add an action
    return _form(request, access, row, form, answering, title)


@require_POST
def confirmation(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """It is still true."""
    access, row = _light_to_change(request, pk, code)
    form = SeenForm(request.POST)
    written = attempt(operations.confirm_light, form, access=access, light=row)
    if written is not None:
        announce(request, written)
    for message in form.non_field_errors():
        messages.warning(request, str(message))
    return redirect(_back(request, pk, code))


@require_POST
def removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """It has gone out."""
    access, row = _light_to_change(request, pk, code)
    announce(request, operations.remove_light(access=access, light=row))
    return redirect("plans:lights", pk)


@require_POST
def removal_removal(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """It shines again."""
    access = access_to(signed_in(request), pk)
    check_can_edit_lights(access)
    row = _found(TrafficLight.objects.all(), access, code)
    announce(request, operations.restore_light(access=access, light=row))
    return redirect(_back(request, pk, code))


def _light(access: Access, code: str) -> TrafficLight:
    return _found(TrafficLight.objects.live(), access, code)


def _found(lights: QuerySet[TrafficLight], access: Access, code: str) -> TrafficLight:
    rows = lights.filter(account=access.account).select_related("ref", "on")
    return get_object_or_404(rows, ref__code=code)


def _light_to_change(request: HttpRequest, pk: int, code: str) -> tuple[Access, TrafficLight]:
    access = access_to(signed_in(request), pk)
    row = _light(access, code)
    check_can_edit_lights(access)
    return access, row


def _reader(access: Access, *parts: str) -> Reader:
    return Reader(plan_for(access, parts), timezone.localdate())


def _back(request: HttpRequest, pk: int, code: str) -> str:
    """Where the person came from: the light's own page (``?alone``), or its place in the lanes."""
    if "alone" in request.GET:
        return reverse("plans:light", args=[pk, code])
    return f"{reverse('plans:lights', args=[pk])}#light-{code}"


def _show(
    request: HttpRequest, access: Access, reader: Reader, form: LightLineForm
) -> HttpResponse:
    context = {
        "access": access,
        "can_edit": can_edit_lights(access),
        "page": lights_page.lights_page(reader, access),
        "form": form,
        "rail": rail_for(access, "plans:lights", reader.plan.team),
    }
    return render(request, "plans/lights.html", context, status=status_of(form))


def _form(
    request: HtmxRequest,
    access: Access,
    row: TrafficLight,
    form: forms.Form,
    operation: Callable[..., Any],
    title: str,
) -> HttpResponse:
    """Do it and go back to where the person came from, or the form: in the page for htmx."""
    back = _back(request, access.account.pk, row.ref.code)
    if written := attempt(operation, form, access=access, light=row):
        announce(request, written)
        return redirect(back)
    return field_in_place(request, form, back) or form_page(
        request,
        access,
        form,
        title=title,
        back=back,
        place="plans:lights",
        row=row,
        lede=row.text,
        submit=_("Save the light"),
    )
