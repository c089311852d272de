"""The settings of the demonstration with quick password hashes: everybody of a story is made and signed in, and of
Argon2, which takes its time on purpose, tests/apps/access/test_signing_in.py tells.
"""

from thidua.config.settings.demo import *  # noqa: F403 - settings are a flat list by design

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
