"""A thread: its page, and the same in part for pages that show it beside other things."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from waypost.accounts.answers import Once, announce, attempt, status_of
from waypost.accounts.models import Ref
from waypost.accounts.policies import Access, check_can_comment
from waypost.accounts.queries import access_to, plan_for
from waypost.accounts.rail import rail_for
from waypost.comments import operations, policies, queries
from waypost.comments.forms import ChangedCommentForm, CommentForm
from waypost.staff.policies import signed_in
from waypost.ui.requests import HtmxRequest


@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    on = queries.part_on(access, code)
    if request.method == "POST":
        check_can_comment(access)
    form = CommentForm(request.POST or None, auto_id=f"id_%s_{code}")
    written = attempt(Once(request, operations.add_comment), form, access=access, on=on)
    if written is None:
        return answer(request, access, on, form=form)
    announce(request, written)
    return back(request, access, on, comment=written.row.pk, focus="field")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HtmxRequest, pk: int, code: str, comment: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    found = queries.comment_on(access, code, comment)
    policies.check_can_change(access, found)
    initial = {"text": found.text, "version": found.version}
    form = ChangedCommentForm(request.POST or None, initial=initial, auto_id=f"id_%s_{comment}")
    written = attempt(operations.change_comment, form, access=access, comment=found)
    if written is None:
        return answer(request, access, found.on, editing=comment, form=form)
    announce(request, written)
    return back(request, access, found.on, comment=comment, focus=comment)


@require_POST
def removal(request: HtmxRequest, pk: int, code: str, comment: int) -> HttpResponse:
    access = access_to(signed_in(request), pk)
    found = queries.comment_on(access, code, comment)
    announce(request, operations.remove_comment(access=access, comment=found))
    return back(request, access, found.on, focus="heading")


@require_POST
def reading(request: HtmxRequest, pk: int, code: str) -> HttpResponse:
    """The person has read what mentions them here. Opening the page alone writes nothing."""
    access = access_to(signed_in(request), pk)
    on = queries.part_on(access, code)
    operations.mark_mentions_seen(access=access, on=on)
    return back(request, access, on, focus="heading")


def back(
    request: HtmxRequest,
    access: Access,
    on: Ref,
    *,
    comment: int | None = None,
    focus: str | int = "",
) -> HttpResponse:
    """After writing: the thread anew where it stands, or its page at that comment."""
    if request.htmx:
        return answer(request, access, on, focus=focus)
    place = f"#comment-{comment}" if comment else ""
    return redirect(f"{reverse('comments:thread', args=[access.account.pk, on.code])}{place}")


def answer(
    request: HtmxRequest,
    access: Access,
    on: Ref,
    *,
    form: forms.Form | None = None,
    editing: int | None = None,
    focus: str | int = "",
) -> HttpResponse:
    """The thread: for htmx the part of a page that it is, else its own page."""
    context: dict[str, Any] = {
        "thread": queries.thread_on(access, on),
        "thread_form": form,
        "thread_editing": editing,
        "thread_focus": focus,
    }
    status = status_of(form) if form else 200
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "comments/thread_swap.html", context, status=status)
    context |= around(access, on)
    return render(request, "comments/thread.html", context, status=status)


def around(access: Access, on: Ref) -> dict[str, Any]:
    """What stands around a thread on its own page: the part in words, and the rail."""
    part = queries.PLAN_PARTS.get(on.kind)
    plan = plan_for(access, ("team", part) if part else ("team",))
    return {
        "on": on,
        "place": queries.place_of(on),
        "words": queries.words_of(plan, on.code),
        "rail": rail_for(access, "comments:thread", plan.team),
    }
