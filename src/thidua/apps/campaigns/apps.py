from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "thidua.apps.campaigns"
    label = "campaigns"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.campaigns.waiting import waiting  # noqa: PLC0415 - models exist from here on
        from thidua.apps.seasons import desk  # noqa: PLC0415

        desk.register("campaigns", waiting)
