from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "thidua.apps.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps import database  # noqa: PLC0415 - models and connections exist from here on

        database.install()
