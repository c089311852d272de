"""What every installation shares."""

import os
from datetime import timedelta
from pathlib import Path

from thidua.config.databases import database_of, sqlite_at
from thidua.config.identity import identity_server
from thidua.config.logs import LOGS
from thidua.config.mail import mail_server
from thidua.files.packaged import ASSETS

DATA_DIR = Path(os.environ.get("THIDUA_DATA", "thidua-data"))
_ADDRESS = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": database_of(_ADDRESS) if _ADDRESS else sqlite_at(DATA_DIR / "thidua.db")}
SECRET_KEY = os.environ.get("THIDUA_SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("THIDUA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
LOGGING_CONFIG: str | None = "logging.config.dictConfig"
LOGGING = LOGS

THIDUA_PRODUCTION = False  # whether people's real work is done here
THIDUA_CLOCK_SHIFT = timedelta(seconds=float(os.environ.get("THIDUA_CLOCK_SHIFT", "0")))

MOST_ATTACHED_BYTES = int(os.environ.get("THIDUA_MOST_ATTACHED_MB", "20")) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000  # the grid without script: 200 lines of 12 months, two fields a cell
VIRUS_SCANNER = os.environ.get("THIDUA_CLAMD", "")  # host:port or the path of clamd's socket; empty: none is asked

MAIL_SERVER = mail_server(os.environ)  # empty: no mail is sent
MAIL_FROM = os.environ.get("THIDUA_MAIL_FROM", "thi-dua@localhost")
PUBLIC_ADDRESS = os.environ.get("THIDUA_ADDRESS", "")  # https://…, as mail names this installation; empty: it does not

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "thidua.apps.database",
    "thidua.apps.ledger",
    "thidua.apps.access",
    "thidua.apps.organisation",
    "thidua.apps.seasons",
    "thidua.apps.attachments",
    "thidua.apps.rulebooks",
    "thidua.apps.indicators",
    "thidua.apps.evidence",
    "thidua.apps.remarks",
    "thidua.apps.reporting",
    "thidua.apps.campaigns",
    "thidua.apps.pact",
    "thidua.apps.library",
    "thidua.apps.appraisal",
    "thidua.apps.results",
    "thidua.apps.notices",
    "thidua.web.common",
    "thidua.web.account",
    "thidua.web.desk",
    "thidua.web.notices",
    "thidua.web.secretary",
    "thidua.web.campaigns",
    "thidua.web.pact",
    "thidua.web.targets",
    "thidua.web.indicators",
    "thidua.web.library",
    "thidua.web.results",
    "thidua.web.appraiser",
    "thidua.web.rulebooks",
    "thidua.web.figures",
    "thidua.web.ministry",
    "thidua.web.installation",
    "thidua.web.ledger",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "thidua.web.common.request_log.request_log",
    "thidua.web.common.middleware.content_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "thidua.web.common.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "thidua.web.account.middleware.password_first",
    "thidua.web.common.middleware.reading",
    "thidua.web.common.middleware.actor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "thidua.web.common.middleware.Refusals",
]
ROOT_URLCONF = "thidua.config.urls"
WSGI_APPLICATION = "thidua.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "thidua.web.common.context.frame",
            ],
            "builtins": ["thidua.web.common.templatetags.words", "thidua.web.common.templatetags.frame"],
        },
    }
]

AUTH_USER_MODEL = "access.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
SESSION_COOKIE_AGE = 12 * 3600  # one working day; a page that is read does not prolong it
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "thidua.web.common.errors.form_expired"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"  # a page that is read writes no row
SECURE_REFERRER_POLICY = "same-origin"

# Signing in: our pages on allauth's stages, second steps and sessions (docs/decisions).
ACCOUNT_ADAPTER = "thidua.web.account.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_RATE_LIMITS = False  # tries are counted in the database, for all servers together
MFA_ADAPTER = "thidua.apps.access.sealing.SealedSteps"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Thi đua"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
SOCIALACCOUNT_ADAPTER = "thidua.web.account.adapters.IdentityAdapter"
SOCIALACCOUNT_PROVIDERS = identity_server(os.environ)

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [("shared", ASSETS)]  # tokens and fonts, one copy for pages and for papers
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "thidua.web.common.assets.Assets"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
