"""What somebody typed is not lost when their session has ended before they send it.

The answer to such a form is the page to sign in, and what was typed travels in it: signed, bound to
the person whose browser it is, and never stored. After they have signed in they see it again and
send it themselves. Somebody else who signs in there does not see it.
"""

from dataclasses import dataclass
from typing import Any, Self

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from waypost.config.middleware import Responder
from waypost.staff.forms import SignInForm

SALT = "waypost.config.kept"
COOKIE = "waypost_person"
FIELD = "kept"
LASTS = 3600  # seconds in which to sign in
LARGEST = 200_000  # characters; a plan file is chosen again
TOKEN = "csrfmiddlewaretoken"
UNSAID = {"version", "next", "key"}  # what the page put into the form, not the person


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A form that came without a session: ``path`` is where it goes, ``whose`` a person's mark."""

    whose: str
    path: str
    fields: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: HttpRequest) -> Self | None:
        """What there is to keep: texts, of somebody who was signed in here, and no password."""
        whose = request.COOKIES.get(COOKIE, "")
        if request.method != "POST" or not whose or request.FILES:
            return None
        fields = tuple(
            (name, value)
            for name, values in request.POST.lists()
            for value in map(str, values)
            if name != TOKEN
        )
        too_much = sum(len(name) + len(value) for name, value in fields) > LARGEST
        if not fields or too_much or any("password" in name.lower() for name, _value in fields):
            return None
        return cls(whose=whose, path=request.get_full_path(), fields=fields)

    @classmethod
    def back(cls, sealed: str) -> Self | None:
        """The same from the page; None if it is too old or not what we gave."""
        try:
            whose, path, fields = signing.loads(sealed, salt=SALT, max_age=LASTS)
        except signing.BadSignature:
            return None
        return cls(whose=whose, path=path, fields=tuple((name, value) for name, value in fields))

    def sealed(self) -> str:
        return signing.dumps((self.whose, self.path, self.fields), salt=SALT, compress=True)

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What the person knows of it: the words of each field and what stands in it."""
        return [
            (name.replace("_", " ").capitalize(), value)
            for name, value in self.fields
            if value.strip() and name not in UNSAID
        ]


def mark_of(user: Any) -> str:
    """Says to us, and to nobody else, whose browser it is; it opens nothing."""
    return salted_hmac(SALT, str(user.pk), algorithm="sha256").hexdigest()


def know_again(get_response: Responder) -> Responder:
    """Gives the browser the mark of who is signed in; it stays until the browser is closed."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated:
            mark = mark_of(request.user)
            if request.COOKIES.get(COOKIE) != mark:
                secure = settings.SESSION_COOKIE_SECURE
                response.set_cookie(COOKIE, mark, httponly=True, samesite="Lax", secure=secure)
        return response

    return respond


class SignInRequired(LoginRequiredMiddleware):
    """Leads to the sign-in; a form that was sent waits there."""

    def handle_no_permission(  # type: ignore[override]  # its stub knows the redirect alone
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        kept = Kept.of(request)
        if kept is None:
            return super().handle_no_permission(request, view_func)
        context = {"form": SignInForm(request=request), FIELD: kept.sealed()}
        if "HX-Request" not in request.headers:
            return render(request, "staff/sign_in.html", context, status=401)
        # A part of a page was to be put in place: put the whole one there.
        page = render(request, "staff/sign_in.html", context, status=422)
        page.headers["HX-Retarget"], page.headers["HX-Reswap"] = "body", "innerHTML"
        return page


class SignIn(LoginView):  # type: ignore[misc]  # published without types
    template_name = "staff/sign_in.html"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        return {**super().get_context_data(**more), FIELD: self.request.POST.get(FIELD, "")}

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Go on where the person was; first of all, give back what they typed."""
        answer: HttpResponse = super().form_valid(form)
        sealed = self.request.POST.get(FIELD)
        user = self.request.user
        if not sealed or not user.is_authenticated:
            return answer
        kept = Kept.back(sealed)
        if kept is None or not constant_time_compare(kept.whose, mark_of(user)):
            messages.warning(self.request, _("What was typed here before is not kept any more"))
            return answer
        return render(self.request, "staff/kept.html", {FIELD: kept})
