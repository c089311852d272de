"""The demonstration: a set clock, a key of its own folder, plain HTTP on this machine."""

from thidua.config.settings.base import *  # noqa: F403 - settings are a flat list by design
from thidua.config.settings.base import SECRET_KEY as _KEY

SECRET_KEY = _KEY or "only for the demonstration on this machine"
