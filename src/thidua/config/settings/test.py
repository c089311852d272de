"""The tests: fast password hashes, no compressed assets, DATABASE_URL or else SQLite in memory."""

import os

from thidua.config.databases import database_of
from thidua.config.settings.base import *  # noqa: F403 - settings are a flat list by design

LOGGING_CONFIG = None  # tests that read logs set them up themselves
SECRET_KEY = "tests"  # noqa: S105
DATABASES = {"default": database_of(os.environ.get("DATABASE_URL") or "sqlite:///:memory:")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
