from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "thidua.apps.appraisal"
    label = "appraisal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.appraisal.answers import appraised, objections_ruled  # noqa: PLC0415 - models exist here
        from thidua.apps.appraisal.waiting import waiting  # noqa: PLC0415
        from thidua.apps.seasons import desk  # noqa: PLC0415
        from thidua.apps.seasons.guards import register  # noqa: PLC0415
        from thidua.core.phases import Guard  # noqa: PLC0415

        register(Guard.APPRAISED, appraised)
        register(Guard.OBJECTIONS_RULED, objections_ruled)
        desk.register("appraisal", waiting)
