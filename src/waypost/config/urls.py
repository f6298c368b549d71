"""Where every page is. Each app lists its own; of allauth only what we use is exposed."""

from importlib.util import find_spec

from allauth.account import views as allauth
from django.urls import URLPattern, URLResolver, include, path, re_path

RESET_KEY = r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", allauth.login, name="account_login"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path("password/reset/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(RESET_KEY, allauth.password_reset_from_key, name="account_reset_password_from_key"),
    path(
        "password/reset/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

APPS = {
    "": "portfolio",
    "staff/": "staff",
    "accounts/": "accounts",
    "import/": "exchange",
}
# While the first release is being written: those that are there already.
urlpatterns += [
    path(prefix, include(f"waypost.{app}.urls"))
    for prefix, app in APPS.items()
    if find_spec(f"waypost.{app}") and find_spec(f"waypost.{app}.urls")
]
