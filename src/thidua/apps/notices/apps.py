from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "thidua.apps.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.ledger.listening import listen  # noqa: PLC0415 - models exist from here on
        from thidua.apps.notices.services.telling import tell_news  # noqa: PLC0415
        from thidua.apps.notices.telling import TELLINGS  # noqa: PLC0415

        listen(TELLINGS.keys(), tell_news)
