"""What was typed for something that somebody has removed meanwhile is given back."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from waypost.accounts.queries import access_to
from waypost.accounts.rail import rail_for
from waypost.planning.views.session_page import PLACE
from waypost.staff.policies import signed_in

View = Callable[..., HttpResponse]
# What people write into the forms of sessions and rounds; those of a round end in a number.
TYPED: Final = frozenset(
    {"later", "note", "outcome", "purpose", "question", "text", "title", "what", "why", "words"}
)


def keeps_words(view: View) -> View:
    """For views of a part of a session: where it is not there any more, whoever may see the account
    gets back what they have sent.

    It says so of what has never been there too, so that nobody learns by it what there was.
    """

    @wraps(view)
    def kept(request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, pk, *args, **kwargs)
        except Http404:
            texts = tuple(_typed(request))
            if not texts:
                raise
        access = access_to(signed_in(request), pk)
        if getattr(request, "htmx", False):
            # A form that is kept as one types has its words still: it only has to say so.
            return render(request, "planning/partials/round_gone.html", status=409)
        context = {"access": access, "texts": texts, "rail": rail_for(access, PLACE)}
        return render(request, "planning/gone.html", context, status=404)

    return kept


def _typed(request: HttpRequest) -> Iterator[str]:
    for name, value in request.POST.items():
        is_typed = name in TYPED or name.partition("_")[0] == "text"
        if is_typed and isinstance(value, str) and value.strip():
            yield value
