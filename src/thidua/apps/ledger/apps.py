from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class LedgerConfig(AppConfig):
    name = "thidua.apps.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.ledger import checks  # noqa: F401, PLC0415 - registers itself

        autodiscover_modules("events")  # of every app, so that every entry can be read
        post_migrate.connect(_guard, sender=self, dispatch_uid="thidua.apps.ledger")


def _guard(*, using: str, **_: Any) -> None:
    from thidua.apps.ledger.guards import install_guards  # noqa: PLC0415 - models exist from here on

    install_guards(connections[using])
