from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "thidua.apps.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.reporting.reports import self_scores  # noqa: PLC0415 - models exist from here on
        from thidua.apps.reporting.waiting import waiting  # noqa: PLC0415
        from thidua.apps.seasons import desk  # noqa: PLC0415
        from thidua.apps.seasons.guards import register  # noqa: PLC0415
        from thidua.core.phases import Guard  # noqa: PLC0415

        register(Guard.SELF_SCORES, self_scores)
        desk.register("reporting", waiting)
