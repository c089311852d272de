from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "thidua.apps.results"
    label = "results"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.results.guards import standings_agreed  # noqa: PLC0415 - models exist from here on
        from thidua.apps.seasons.guards import register  # noqa: PLC0415
        from thidua.core.phases import Guard  # noqa: PLC0415

        register(Guard.STANDINGS_AGREED, standings_agreed)
