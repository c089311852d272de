from django.apps import AppConfig


class SeasonsConfig(AppConfig):
    name = "thidua.apps.seasons"
    label = "seasons"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from thidua.apps.access import places  # noqa: PLC0415 - models exist from here on
        from thidua.apps.access.roles import Place  # noqa: PLC0415
        from thidua.apps.seasons import desk, guards, mergers  # noqa: PLC0415
        from thidua.apps.seasons.selectors import season_names, seasons_called  # noqa: PLC0415
        from thidua.core.phases import Guard  # noqa: PLC0415

        guards.register(Guard.MERGERS, mergers.answered)
        desk.register("mergers", mergers.waiting)
        places.register(Place.SEASON, names=season_names, find=seasons_called)
