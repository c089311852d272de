from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "thidua.apps.organisation"
    label = "organisation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.access import places  # noqa: PLC0415 - models exist from here on
        from thidua.apps.access.roles import Place  # noqa: PLC0415
        from thidua.apps.organisation.selectors import unit_names, units_called  # noqa: PLC0415

        places.register(Place.UNIT, names=unit_names, find=units_called)
