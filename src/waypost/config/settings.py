"""The one settings file. Every value comes from the environment: see docs/configuration.md.

Read by every command and every process, so it imports next to nothing.
"""

from pathlib import Path

from waypost.config import checks

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = checks.data_dir(checks.text("WAYPOST_DATA_DIR", "data"))

# Security -------------------------------------------------------------------------------------
DEBUG = False  # never: error pages of a plan would show the plan
SECRET_KEY = checks.secret_key(checks.text("WAYPOST_SECRET_KEY"), DATA_DIR)
BASE_URL = checks.base_url(checks.text("WAYPOST_URL", "http://localhost:8000"))
HTTPS = BASE_URL.scheme == "https"
ALLOWED_HOSTS = checks.hosts(BASE_URL, checks.words("WAYPOST_OTHER_HOSTS"))
TRUSTED_PROXIES = checks.count(
    "WAYPOST_TRUSTED_PROXIES", checks.text("WAYPOST_TRUSTED_PROXIES", "0")
)
# Without a proxy in front, whoever sends X-Forwarded-* is making it up.
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None

SESSION_ENGINE = "waypost.config.sessions"
SESSION_COOKIE_NAME = "waypost_session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
# The four warnings about TLS. On this machine's own address there is none; anywhere else the
# warnings stand, because there they are right.
if not HTTPS and BASE_URL.hostname in checks.LOCAL_HOSTS:
    SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]

SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# Applications ---------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "waypost.ui",
    "waypost.history",
    "waypost.staff",
    "waypost.accounts",
    "waypost.contacts",
    "waypost.opportunities",
    "waypost.plans",
    "waypost.planning",
    "waypost.health",
    "waypost.comments",
    "waypost.notices",
    "waypost.document",
    "waypost.portfolio",
    "waypost.exchange",
    "waypost.demo",
    "django_htmx",
    "template_partials",
    "allauth",
    "allauth.account",
    "csp",
]
MIDDLEWARE = [
    "waypost.config.middleware.in_one_language",
    "waypost.config.middleware.headers",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "waypost.config.middleware.first_run",
    "waypost.config.kept.SignInRequired",
    "waypost.config.kept.know_again",
    "waypost.config.middleware.own_time_zone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "waypost.config.merged.MergedAccounts",
]
ROOT_URLCONF = "waypost.config.urls"
WSGI_APPLICATION = "waypost.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["waypost.ui.templatetags.addresses"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "waypost.ui.forms.Renderer"

# Database -------------------------------------------------------------------------------------
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": checks.database(checks.text("DATABASE_URL"), DATA_DIR)}
CACHES = {
    # Rate limits have to count across processes, so the cache is in the database; with fewer
    # entries a guesser could push out his own count by asking for many resets.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "waypost_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# People ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "staff.User"
# Like Django's own: one query, by e-mail, and as much hashing for a stranger as for a user.
AUTHENTICATION_BACKENDS = ["waypost.config.backend.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portfolio:account-list"
PASSWORD_RESET_TIMEOUT = 24 * 3600
PASSWORD_HASHERS = checks.words("WAYPOST_PASSWORD_HASHERS") or [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "waypost.staff.operations.passwords.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
    {
        "NAME": f"{VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
]
ACCOUNT_ADAPTER = "waypost.config.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # asked for by allauth; there is no sign-up
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever has the invitation has the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to addresses a stranger typed
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "waypost.staff.operations.passwords.ResetTokens"
ACCOUNT_SESSION_COOKIE_AGE = SESSION_COOKIE_AGE
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_RATE_LIMITS = {
    # Per address of the guesser, never per log-in: the victim is not locked out.
    "login_failed": "10/15m/ip",
    "reset_password": "10/15m/ip,3/h/key",
}
ACCOUNT_FORMS = {
    "login": "waypost.staff.forms.SignInForm",
    "reset_password": "waypost.staff.forms.ForgottenPasswordForm",
    "reset_password_from_key": "waypost.staff.forms.NewPasswordForm",
    "change_password": "waypost.staff.forms.ChangePasswordForm",
    "set_password": "waypost.staff.forms.FirstPasswordForm",
}

# Language and time ----------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = checks.time_zone(checks.text("WAYPOST_TIME_ZONE", "UTC"))

# Files ----------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = checks.static_root(DATA_DIR)
STORAGES = {
    # Uploads are read and forgotten: nothing is kept as a file.
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "waypost.config.static.StaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["waypost.exchange.uploads.BoundedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Mail -----------------------------------------------------------------------------------------
vars().update(checks.mail(checks.text("WAYPOST_MAIL_URL")))
MAIL_IS_SENT = bool(checks.text("WAYPOST_MAIL_URL"))
DEFAULT_FROM_EMAIL = checks.text("WAYPOST_MAIL_FROM", "Waypost <waypost@localhost>")

# Log ------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "waypost.config.log.Formatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handler would write addresses as they are.
    "loggers": {"django": {"handlers": [], "propagate": True, "level": "WARNING"}},
}
