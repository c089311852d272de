"""The demonstration: a clock that may be set, plain HTTP on this machine, a terminal that stays quiet."""

from thidua.config.secret import kept_key
from thidua.config.settings.base import *  # noqa: F403 - settings are a flat list by design
from thidua.config.settings.base import DATA_DIR as _DATA_DIR
from thidua.config.settings.base import LOGGING as _LOGS
from thidua.config.settings.base import SECRET_KEY as _GIVEN

SECRET_KEY = _GIVEN or kept_key(_DATA_DIR)
LOGGING = {**_LOGS, "loggers": {name: {**one, "level": "ERROR"} for name, one in _LOGS["loggers"].items()}}
