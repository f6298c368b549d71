"""Where every page is. Each app lists its own; of allauth only what we use is exposed."""

from allauth.account import views as allauth
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path, re_path, reverse_lazy

from waypost.config import kept, views
from waypost.planning.views import session_doors

sign_out = login_not_required(allauth.LogoutView.as_view(template_name="staff/sign_out.html"))
password_change = allauth.PasswordChangeView.as_view(template_name="staff/password_change.html")
# For whoever came in another way and has none yet.
password_first = allauth.PasswordSetView.as_view(template_name="staff/password_change.html")
forgotten = allauth.PasswordResetView.as_view(
    template_name="staff/password_forgotten.html",
    extra_context={"mail_is_sent": lambda: settings.MAIL_IS_SENT},
)
forgotten_done = allauth.PasswordResetDoneView.as_view(template_name="staff/password_sent.html")
new_password = allauth.PasswordResetFromKeyView.as_view(
    template_name="staff/password_new.html", success_url=reverse_lazy("account_login")
)

handler500 = views.server_error
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.healthz, name="healthz"),
    path("setup/", views.setup, name="setup"),
    path("sign-in/", kept.SignIn.as_view(), name="account_login"),
    path("sign-out/", sign_out, name="account_logout"),
    path("password/", password_change, name="account_change_password"),
    path("password/first/", password_first, name="account_set_password"),
    path("password/reset/", forgotten, name="account_reset_password"),
    path("password/reset/sent/", forgotten_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9a-z]+)-(?P<key>.+)/$",
        new_password,
        name="account_reset_password_from_key",
    ),
    path("", include("waypost.staff.urls")),
    path("", include("waypost.notices.urls")),
    path("", include("waypost.portfolio.urls")),
    path("accounts/", include("waypost.accounts.urls")),
    path("accounts/<int:pk>/", include("waypost.plans.urls")),
    path("accounts/<int:pk>/", include("waypost.contacts.urls")),
    path("accounts/<int:pk>/opportunities/", include("waypost.opportunities.urls")),
    path("accounts/<int:pk>/", include("waypost.comments.urls")),
    path("accounts/<int:pk>/", include("waypost.health.urls")),
    path("accounts/<int:pk>/", include("waypost.planning.urls")),
    path("session-times/", session_doors.answers, name="session-times-answers"),
    path("session-times/<str:token>/", session_doors.entrance, name="session-times"),
    path("import/", include("waypost.exchange.urls")),
    path("sample/", include("waypost.demo.urls")),
]
