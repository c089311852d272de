from django.apps import AppConfig


class RemarksConfig(AppConfig):
    name = "thidua.apps.remarks"
    label = "remarks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.remarks.waiting import waiting  # noqa: PLC0415 - models exist from here on
        from thidua.apps.seasons import desk  # noqa: PLC0415

        desk.register("remarks", waiting)
